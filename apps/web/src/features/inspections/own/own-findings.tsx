import type { ItemSeverity } from '@zhaoguan/contracts';
import { LegalBasis } from '../../../shared/ui/legal-basis';
import { Panel } from '../../../shared/ui/panel';
import { SeverityMark } from '../../../shared/ui/severity-mark';
import type { OwnFinding, OwnInspection } from './queries';
import './own-findings.css';

/** How soon, by how grave it is. What exactly is to be reached stands in the item itself. */
const ADVICE: Readonly<Record<ItemSeverity, string>> = {
  V: '重大问题：请立即整改，整改前停止有关活动。结果公布后信用等级直接定为 D，主管部门复查确认整改合格后恢复。',
  H: '严重问题：请立即整改，并保留整改前后的照片和记录，供主管部门复查。',
  M: '请在短期内整改，并保留整改的记录，供主管部门复查。',
  L: '请在日常管理中改正。',
};

/** What was found, the failed items first, each with what has to be put right. */
export function OwnFindings({ inspection: { findings } }: { readonly inspection: OwnInspection }) {
  const failed = findings.filter(({ outcome }) => outcome === 'FAIL');
  const others = findings.filter(({ outcome }) => outcome !== 'FAIL');
  return (
    <>
      <Panel title={failed.length === 0 ? '没有发现问题' : `需要改正的问题（${failed.length} 项）`}>
        {failed.length === 0 ? (
          <p>检查的各项都符合要求或者不适用。</p>
        ) : (
          failed.map((finding) => <ToPutRight key={finding.id} finding={finding} />)
        )}
      </Panel>
      {others.length > 0 && (
        <Panel title={`其他检查项目（${others.length} 项）`}>
          <ul>
            {others.map(({ id, itemTitle, outcomeLabel }) => (
              <li key={id}>
                {itemTitle}：{outcomeLabel}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

function ToPutRight({ finding }: { readonly finding: OwnFinding }) {
  const { itemCode, itemTitle, severity, note, check, legalBasis } = finding;
  const binding = legalBasis.some((clause) => clause.binding);
  return (
    <article className="own-finding">
      <h3>
        {itemCode} {itemTitle} <SeverityMark severity={severity} />
      </h3>
      <dl>
        <dt>检查发现</dt>
        <dd className="plain-text">{note ?? '检查人员没有另作说明。'}</dd>
        <dt>检查内容</dt>
        <dd>{check}</dd>
        <dt>整改要求</dt>
        <dd>{binding ? ADVICE[severity] : '依据是推荐性标准，供您改进服务参考，不作为处罚依据。'}</dd>
        <dt>依据</dt>
        <dd>
          <LegalBasis clauses={legalBasis} />
        </dd>
      </dl>
    </article>
  );
}
