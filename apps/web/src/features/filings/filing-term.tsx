import { dayInWords } from '../../shared/ui/dates';
import { Term } from '../../shared/ui/term';
import type { FilingLine } from './queries';
import { CERTIFICATE_OWED, countsAsRenewed } from './renewal-words';

interface FilingTermProps {
  readonly filing: Pick<FilingLine, 'dueOn' | 'extendedFrom' | 'correctBy' | 'statusLabel'>;
  /** By when it is said whether an application is taken in, while that is open: it comes first, and nothing said is 受理. */
  readonly admitBy?: string | null;
  readonly inTable?: boolean;
}

/** The terms that run now: the authority's, or the applicant's for handing in again. */
export function FilingTerm({ filing, admitBy = null, inTable = false }: FilingTermProps) {
  if (countsAsRenewed(filing)) return <span className="muted nowrap">{CERTIFICATE_OWED}</span>;
  if (admitBy === null) return <DecisionTerm filing={filing} inTable={inTable} />;
  return (
    <span>
      告知是否受理 <Term dueOn={admitBy} inTable={inTable} />
      <br />
      作出决定 <DecisionTerm filing={filing} inTable={inTable} />
    </span>
  );
}

function DecisionTerm({
  filing: { dueOn, extendedFrom, correctBy },
  inTable = false,
}: Omit<FilingTermProps, 'admitBy'>) {
  const day = (date: string) => (inTable ? date : dayInWords(date));
  if (correctBy !== null)
    return (
      <span className={inTable ? '' : 'nowrap'}>
        补正截止 <span className="nowrap">{day(correctBy)}</span>
      </span>
    );
  if (extendedFrom === null) return <Term dueOn={dueOn} inTable={inTable} />;
  return (
    <>
      <Term dueOn={dueOn} inTable={inTable} />{' '}
      <small className="muted nowrap">（已由 {day(extendedFrom)}延长）</small>
    </>
  );
}
