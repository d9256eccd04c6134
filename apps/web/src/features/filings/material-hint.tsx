import type { Material } from './queries';

interface MaterialHintProps {
  readonly material: Pick<Material, 'note' | 'basis'>;
  /** For the registrar, who holds the paper against it. */
  readonly lead?: string;
}

/** What a good one looks like, why it is returned, and the clause that asks for it: the same words for both sides. */
export function MaterialHint({ material: { note, basis }, lead = '' }: MaterialHintProps) {
  return (
    <div className="muted">
      <p>
        {lead}
        {note}
      </p>
      <details className="basis">
        <summary>依据</summary>
        {basis.law}
        {basis.article ?? ''}
      </details>
    </div>
  );
}
