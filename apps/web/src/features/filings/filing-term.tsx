import { dayInWords } from '../../shared/ui/dates';
import { Term } from '../../shared/ui/term';
import type { FilingLine } from './queries';

interface FilingTermProps {
  readonly filing: Pick<FilingLine, 'dueOn' | 'correctBy'>;
  readonly inTable?: boolean;
}

/** The term that runs now: the authority's, or the applicant's for handing in again. */
export function FilingTerm({ filing: { dueOn, correctBy }, inTable = false }: FilingTermProps) {
  if (correctBy === null) return <Term dueOn={dueOn} inTable={inTable} />;
  return <span className="nowrap">补正截止 {inTable ? correctBy : dayInWords(correctBy)}</span>;
}
