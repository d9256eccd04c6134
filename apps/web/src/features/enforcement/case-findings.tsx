import { dayInWords } from '../../shared/ui/dates';
import { LegalBasis } from '../../shared/ui/legal-basis';
import { Panel } from '../../shared/ui/panel';
import { SeverityMark } from '../../shared/ui/severity-mark';
import { useMay } from '../../shared/session/use-session';
import { FindingEvidence } from './finding-evidence';
import type { PenaltyCase } from './queries';

/** What the case rests on, as it was found; officials see the evidence. */
export function CaseFindings({ findings }: Pick<PenaltyCase, 'findings'>) {
  const official = useMay('task.read');
  return (
    <Panel title="检查中认定的问题">
      {findings.map(
        ({ findingId, resultId, itemCode, itemTitle, severity, note, legalBasis, inspectedOn }) => (
          <div key={findingId} className="finding">
            <strong>
              {itemCode} {itemTitle}
            </strong>{' '}
            <SeverityMark severity={severity} /> <span className="muted">{dayInWords(inspectedOn)}检查</span>
            {note !== null && <p className="plain-text">{note}</p>}
            <LegalBasis clauses={legalBasis} />
            {official && <FindingEvidence resultId={resultId} findingId={findingId} />}
          </div>
        ),
      )}
    </Panel>
  );
}
