import { Link } from 'react-router';
import { ExportButton } from '../../../shared/files/export-button';
import { dayInWords } from '../../../shared/ui/dates';
import { Facts } from '../../../shared/ui/facts';
import { Panel } from '../../../shared/ui/panel';
import { useCommitments } from '../queries';
import { CommitmentMark } from './commitment-mark';

/** What the institution has promised in place of materials (告知承诺), also what it did not keep. */
export function InstitutionCommitments({ institutionId }: { readonly institutionId: string }) {
  const { data } = useCommitments(institutionId);
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Panel title="告知承诺">
      <Facts
        facts={data.items.map(({ id, filingId, name, status, statusLabel, dueOn, reason }) => ({
          name: `${name}（最迟${dayInWords(dueOn)}补交）`,
          value: (
            <div key={id}>
              <CommitmentMark status={status} label={statusLabel} />
              {reason !== null && <div>理由：{reason}</div>}
              <div>
                <Link to={`/filings/${filingId}`}>查看办理情况</Link>
              </div>
            </div>
          ),
        }))}
      />
      <ExportButton path="/api/v1/commitments/export" filters={{ institutionId }} name="告知承诺" />
    </Panel>
  );
}
