import { KIND_LABELS, type Kind, type Regime } from '@zhaoguan/contracts';
import { Link } from 'react-router';
import {
  importedInWords,
  knownCodeAdvice,
  ownInWords,
  begunInWords,
  type KnownOfCode,
  type NewDraft,
} from './known-code-words';

interface KnownCodeProps {
  readonly kind: Kind;
  /** What is being applied for; before there is a draft nobody knows of a licence. */
  readonly regime?: Regime;
  /** Nothing is said until it is known. */
  readonly known: KnownOfCode | undefined;
  /** The draft that was begun, where nobody is sent to begin another. */
  readonly draft?: NewDraft;
  /** Read by the official who fills in for the applicant. */
  readonly atWindow?: boolean;
  /** Which answers are still as the register has them; null before there is a draft, and where none is. */
  readonly prefilled?: string | null;
}

/**
 * That a code stands in the register already, or in another filing of the same person. Nothing is wrong with that, for
 * one legal person may serve at several sites; who has begun the same thing before is led back to it.
 */
export function KnownCode(props: KnownCodeProps) {
  const { kind, regime = 'FILING', known, draft, prefilled = null } = props;
  const { atWindow = draft?.atWindow === true } = props;
  if (!known || (!known.registered && known.own.length === 0)) return null;
  const label = KIND_LABELS[kind];
  return (
    <div className="remark" role="status">
      <p>
        请注意：
        {known.own.length === 0
          ? `名录中已经有使用这个代码的${label}。`
          : begunInWords(known.own, label, atWindow)}
      </p>
      {known.own.map((each) => (
        <p key={each.id}>
          {each.status === 'DRAFT' ? (
            <Link to={`/filings/${each.id}/form`}>继续填写：{ownInWords(each, atWindow)}</Link>
          ) : (
            <Link to={`/filings/${each.id}`}>查看：{ownInWords(each, atWindow)}</Link>
          )}
          {each.refusalReason !== null && (
            <>
              <br />
              <span className="typed-lines">当时的理由：{each.refusalReason}</span>
            </>
          )}
        </p>
      ))}
      {known.imported.map((site) => (
        <p key={site.address}>{importedInWords(site)}</p>
      ))}
      {prefilled !== null && (
        <p>
          <strong>{prefilled}</strong>
        </p>
      )}
      <p>{knownCodeAdvice(known.own, regime, draft)}</p>
    </div>
  );
}
