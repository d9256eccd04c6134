import { Facts } from '../../shared/ui/facts';
import { Panel } from '../../shared/ui/panel';
import { CaseStatements } from './case-statements';
import { CaseNotice, noticeFacts } from './case-notice';
import type { PenaltyCase } from './queries';

/**
 * What a decision answers to, directly above its form: the notice that it must not exceed, and what the party said to it.
 * @law 行政处罚法第四十五条
 */
export function BeforeDecision({ subject }: { readonly subject: PenaltyCase }) {
  const { notice } = subject;
  if (!notice) return null;
  if (notice.noticedOn === null) return <CaseNotice subject={subject} />;
  return (
    <>
      <Panel title="行政处罚告知的要点">
        <Facts facts={noticeFacts(subject, notice)} />
        <details className="finding">
          <summary>告知的违法事实和处罚理由</summary>
          <p className="plain-text">{notice.facts}</p>
          <p className="plain-text">{notice.reasons}</p>
        </details>
      </Panel>
      <CaseStatements subject={subject} />
    </>
  );
}
