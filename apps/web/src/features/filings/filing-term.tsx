import { dayInWords } from '../../shared/ui/dates';
import { Term } from '../../shared/ui/term';
import type { FilingLine } from './queries';

interface FilingTermProps {
  readonly filing: Pick<FilingLine, 'dueOn' | 'extendedFrom' | 'correctBy'>;
  readonly inTable?: boolean;
}

/** The term that runs now: the authority's, or the applicant's for handing in again. */
export function FilingTerm({ filing: { dueOn, extendedFrom, correctBy }, inTable = false }: FilingTermProps) {
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
