import { Link } from 'react-router';
import { instantInTable } from '../../shared/ui/dates';
import { Panel } from '../../shared/ui/panel';
import { CaseStatus } from './case-status';
import { filingInWords } from './filing-words';
import { useFilings } from './queries';
import { RetractedMark } from './retractions/retracted-note';
import '../../shared/ui/facts.css';

/** First filing, changes, notices and renewals of one institution (办理记录), the latest first. */
export function InstitutionFilings({ institutionId }: { readonly institutionId: string }) {
  const { items } = useFilings({ institutionId, sort: '-createdAt' });
  if (items === undefined || items.length === 0) return null;
  return (
    <Panel title="办理记录">
      <dl className="facts">
        {items.map((line) => (
          <div key={line.id}>
            <dt>{line.submittedAt === null ? '未提交' : instantInTable(line.submittedAt)}</dt>
            <dd>
              <Link to={`/filings/${line.id}`}>{filingInWords(line, line.siteType)}</Link>
              <br />
              <CaseStatus filing={line} /> <RetractedMark line={line} />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
