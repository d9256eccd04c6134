import { REGIME_WORDS } from '@zhaoguan/contracts';
import { Link } from 'react-router';
import { instantInTable } from '../../shared/ui/dates';
import { Panel } from '../../shared/ui/panel';
import { Status } from '../../shared/ui/status';
import { filingInWords } from './filing-words';
import { useFilings } from './queries';
import '../../shared/ui/facts.css';

/** First filing and changes of one institution (办理记录), the latest first. */
export function InstitutionFilings({ institutionId }: { readonly institutionId: string }) {
  const { items } = useFilings({ institutionId, sort: '-createdAt' });
  if (items === undefined || items.length === 0) return null;
  return (
    <Panel title="办理记录">
      <dl className="facts">
        {items.map(({ id, kind, siteType, type, regime, status, submittedAt }) => (
          <div key={id}>
            <dt>{submittedAt === null ? '未提交' : instantInTable(submittedAt)}</dt>
            <dd>
              <Link to={`/filings/${id}`}>{filingInWords({ kind, type, regime }, siteType)}</Link>
              <br />
              <Status process={REGIME_WORDS[regime].process} status={status} />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
