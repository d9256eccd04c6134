import { NO_LAW, type LegalCitation } from '@zhaoguan/contracts';

/** On which law a term rests; where none sets it, that the authority does: a default of the system is no law. */
export function TermBasis({ basis }: { readonly basis: LegalCitation }) {
  return (
    <p className="muted">
      {basis.law === NO_LAW
        ? '法律没有规定这一期限，由主管机关设定。'
        : `期限依据：${basis.law}${basis.article ?? ''}`}
    </p>
  );
}
