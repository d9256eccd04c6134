import type { StaffCoverage } from './queries';
import './coverage-bar.css';

type Counts = StaffCoverage['byStanding'];

/** How many stand how, as one bar; the words beside it say the same. */
export function CoverageBar({ counts }: { readonly counts: Counts }) {
  const present = counts.filter(({ count }) => count > 0);
  // What is in order comes first: the eye measures from the left how far it reaches.
  const parts = [...present].reverse();
  return (
    <>
      <div className="coverage-bar" aria-hidden="true">
        {parts.map(({ standing, count }) => (
          <span key={standing} className={`coverage-${standing.toLowerCase()}`} style={{ flexGrow: count }} />
        ))}
      </div>
      <span className="muted">{parts.map(({ label, count }) => `${label} ${count} 人`).join('，')}</span>
    </>
  );
}

/** The register in sum: everybody, and each thing that is asked. */
export function Coverage({ coverage }: { readonly coverage: StaffCoverage }) {
  const { employed, byStanding, byPost, byRequirement } = coverage;
  return (
    <>
      <p>
        在职 {employed} 人
        {byPost.length > 0 && `（${byPost.map(({ label, count }) => `${label} ${count}`).join('，')}）`}
      </p>
      <CoverageBar counts={byStanding} />
      {byRequirement.length > 0 && (
        <ul className="coverage-rows" aria-label="各项要求">
          {byRequirement.map(({ code, label, basis, byStanding: counts }) => (
            <li key={code}>
              <strong>{label}</strong>{' '}
              <span className="muted">
                {basis.law}
                {basis.article}
              </span>
              <CoverageBar counts={counts} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
