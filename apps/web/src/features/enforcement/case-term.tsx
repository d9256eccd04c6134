import { Mark, type Tone } from '../../shared/ui/mark';
import { dayInWords } from '../../shared/ui/dates';
import { Term } from '../../shared/ui/term';
import { daysInWords } from '../../shared/ui/term-words';
import type { CaseLine } from './queries';

const ALARMS: Readonly<Record<string, Tone>> = {
  FIRST: 'attention',
  SECOND: 'attention',
  OVERDUE: 'stopped',
};

interface CaseTermProps {
  readonly line: CaseLine;
  readonly inTable?: boolean;
}

/** What the case waits for, and until when: the party's period in working days, the decision in calendar days. */
export function CaseTerm({ line: { nextTerm, deadline }, inTable = false }: CaseTermProps) {
  if (!nextTerm) return <span className="muted">已办结</span>;
  if (nextTerm.term === 'STATEMENT') {
    return (
      <>
        陈述申辩期 <Term dueOn={nextTerm.dueOn} inTable={inTable} />
      </>
    );
  }
  return (
    <>
      作出决定{' '}
      <span className="nowrap">
        <Mark tone={ALARMS[deadline?.alarm ?? ''] ?? 'plain'}>{daysInWords(nextTerm.left)}</Mark>{' '}
        <small className="muted">{inTable ? nextTerm.dueOn : dayInWords(nextTerm.dueOn)}</small>
      </span>
    </>
  );
}
