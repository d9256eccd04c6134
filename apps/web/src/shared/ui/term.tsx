import { Mark, type Tone } from './mark';
import { dayInWords } from './dates';

interface TermProps {
  /** Last day of the term; null: none runs. */
  readonly dueOn: string | null;
  /** Working days until then by the holiday calendar: 0 on the day itself, negative afterwards. */
  readonly workingDaysLeft: number | null;
}

const SOON = 2;

/** A statutory term (期限): words first, the date second; the colour only repeats the words. */
export function Term({ dueOn, workingDaysLeft }: TermProps) {
  if (dueOn === null || workingDaysLeft === null) return <span className="muted">不计期限</span>;
  return (
    <span className="nowrap" title={`最迟 ${dayInWords(dueOn)}`}>
      <Mark tone={toneOf(workingDaysLeft)}>{termInWords(workingDaysLeft)}</Mark>{' '}
      <small className="muted">{dueOn}</small>
    </span>
  );
}

export function termInWords(workingDaysLeft: number): string {
  if (workingDaysLeft < 0) return `已超期 ${-workingDaysLeft} 个工作日`;
  if (workingDaysLeft === 0) return '今天到期';
  return `还有 ${workingDaysLeft} 个工作日`;
}

function toneOf(workingDaysLeft: number): Tone {
  if (workingDaysLeft < 0) return 'stopped';
  return workingDaysLeft <= SOON ? 'attention' : 'plain';
}
