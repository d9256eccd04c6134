import { SOON_WORKING_DAYS } from '@zhaoguan/contracts';
import { dayInWords } from './dates';
import { Mark, type Tone } from './mark';
import { termInWords } from './term-words';
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
    <span className={inTable ? '' : 'nowrap'} title={`最迟 ${dayInWords(dueOn)}`}>
      {left !== undefined && <Mark tone={toneOf(left, isOver)}>{termInWords(left, isOver)}</Mark>}{' '}
      <small className="muted nowrap">{inTable ? dueOn : dayInWords(dueOn)}</small>
    </span>
  );
}

function toneOf(workingDaysLeft: number, isOver: boolean): Tone {
  if (isOver) return 'stopped';
  return workingDaysLeft <= SOON_WORKING_DAYS ? 'attention' : 'plain';
}
