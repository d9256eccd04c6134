interface Clause {
  readonly law: string;
  readonly article: string | null;
  readonly binding: boolean;
}

/** The clauses that an inspected item rests on (依据); a recommended standard says that nothing can be ordered by it. */
export function LegalBasis({ clauses }: { readonly clauses: readonly Clause[] }) {
  return (
    <ul className="legal-basis muted">
      {clauses.map(({ law, article, binding }) => (
        <li key={law + (article ?? '')}>
          {law}
          {article !== null && ` ${article}`}
          {!binding && '（推荐性标准，只作指导）'}
        </li>
      ))}
    </ul>
  );
}
