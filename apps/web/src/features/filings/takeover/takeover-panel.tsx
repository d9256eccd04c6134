import { INSTITUTION_STATUS_LABELS } from '@zhaoguan/contracts';
import { Link } from 'react-router';
import { instantInWords } from '../../../shared/ui/dates';
import { useMay } from '../../../shared/session/use-session';
import { Facts } from '../../../shared/ui/facts';
import { Panel } from '../../../shared/ui/panel';
import type { Filing } from '../queries';
import { homeInWords, standingPredecessor, unplacedInWords, type Takeover } from './words';

/** On the page of the case: what its applicant said of what stands in the register, and what has to end before it is granted. */
export function TakeoverPanel({ filing }: { readonly filing: Filing }) {
  const mayEnd = useMay('removal.manage');
  const { takeover, status } = filing;
  if (takeover === null || status === 'DRAFT') return null;
  const { statement, account } = takeover;
  if (statement === null && !account) return null;
  const standing = standingPredecessor(takeover);
  return (
    <Panel title="与名录中已有机构的关系">
      {statement === null ? (
        <p>使用同一统一社会信用代码的机构由另一个账号办理，申请人没有说明原因。请核对授权委托书。</p>
      ) : (
        <Facts
          facts={[
            { name: '申请人说明', value: statement.relationLabel },
            { name: '原因', value: statement.groundLabel },
            {
              name: '说明',
              value:
                statement.explanation === '' ? null : (
                  <span className="typed-lines">{statement.explanation}</span>
                ),
            },
            { name: '原机构', value: statement.predecessor && <Predecessor home={statement.predecessor} /> },
            { name: '说明时间', value: instantInWords(statement.statedAt) },
          ]}
        />
      )}
      {unplacedInWords(filing).map((said) => (
        <p key={said} className="notice" role="note">
          {said}
        </p>
      ))}
      {standing && mayEnd && (
        <p>
          {homeInWords(standing)}
          终止服务或者注销以后，才能准予本件。它已经无法联系、主体已经注销的，由主管机关
          <Link to={`/removals/new?institution=${standing.id}`}>办理注销</Link>
          ；在住人员、预收费按名录最后填报的情况核对，见
          <Link to={`/institutions/${standing.id}`}>机构页面</Link>。
        </p>
      )}
      {standing && !mayEnd && <p>{homeInWords(standing)}终止服务或者由主管机关注销以后，本件才能准予。</p>}
    </Panel>
  );
}

function Predecessor({ home }: { readonly home: Takeover['homes'][number] }) {
  const mayRead = useMay('filing.assign');
  const words = `${homeInWords(home)}，${INSTITUTION_STATUS_LABELS[home.status]}`;
  return mayRead ? <Link to={`/institutions/${home.id}`}>{words}</Link> : words;
}
