import type { Material } from './queries';

interface MaterialHintProps {
  readonly material: Pick<Material, 'note' | 'basis'>;
  /** For the registrar, who holds the paper against it. */
  readonly lead?: string;
}

/** The usual reasons for a return begin a line of their own. */
const REASONS = /(?=常见退回原因：)/;

/** What a good one looks like, why it is returned, and the clause that asks for it: the same words for both sides. */
export function MaterialHint({ material: { note, basis }, lead = '' }: MaterialHintProps) {
  return (
    <div className="muted">
      {`${lead}${note}`.split(REASONS).map((part) => (
        <p key={part}>{part}</p>
      ))}
      <details className="basis">
        <summary>依据</summary>
        {basis.law}
        {basis.article ?? ''}
      </details>
    </div>
  );
}
