import { SOON_WORKING_DAYS } from '@zhaoguan/contracts';
import { dayInWords } from './dates';
import { Mark, type Tone } from './mark';
import { useDaysLeft, useWorkingDaysLeft } from './use-calendar';

interface TermProps {
  readonly dueOn: string | null;
  /** In a column of a table, where days are written to be compared. */
  readonly inTable?: boolean;
}

/** The last day of a term (期限): words first, the date second; the colour only repeats the words. */
export function Term({ dueOn, inTable = false }: TermProps) {
  const left = useWorkingDaysLeft(dueOn);
  const isOver = (useDaysLeft(dueOn) ?? 0) < 0;
  if (dueOn === null) return <span className="muted">不计期限</span>;
  return (
    <span className="nowrap" title={`最迟 ${dayInWords(dueOn)}`}>
      {left !== undefined && <Mark tone={toneOf(left, isOver)}>{termInWords(left, isOver)}</Mark>}{' '}
      <small className="muted">{inTable ? dueOn : dayInWords(dueOn)}</small>
    </span>
  );
}

/** @param isOver whether the last day has passed: on the weekend after it no working day has, and yet it is over */
export function termInWords(workingDaysLeft: number, isOver: boolean): string {
  if (isOver && workingDaysLeft === 0) return '已超期';
  if (workingDaysLeft < 0) return `已超期 ${-workingDaysLeft} 个工作日`;
  if (workingDaysLeft === 0) return '今天到期';
  return `还有 ${workingDaysLeft} 个工作日`;
}

/** The same of a term that the law counts in days. */
export function daysInWords(left: number): string {
  if (left < 0) return `已超期 ${-left} 天`;
  return left === 0 ? '今天到期' : `还有 ${left} 天`;
}

function toneOf(workingDaysLeft: number, isOver: boolean): Tone {
  if (isOver) return 'stopped';
  return workingDaysLeft <= SOON_WORKING_DAYS ? 'attention' : 'plain';
}
