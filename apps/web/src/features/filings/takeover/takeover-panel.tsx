import { INSTITUTION_STATUS_LABELS } from '@zhaoguan/contracts';
import { Link } from 'react-router';
import { instantInWords } from '../../../shared/ui/dates';
import { useMay } from '../../../shared/session/use-session';
import { Facts } from '../../../shared/ui/facts';
import { Panel } from '../../../shared/ui/panel';
import { TAKEOVER_LABEL } from '../form/steps';
import type { Filing } from '../queries';
import {
  homeInWords,
  standingPredecessor,
  unexplainedInWords,
  unplacedInWords,
  unstatedInWords,
  type Takeover,
} from './words';

/** On the page of the case: what its applicant said of what stands in the register, and what has to end before it is granted. */
export function TakeoverPanel({ filing }: { readonly filing: Filing }) {
  const mayEnd = useMay('removal.manage');
  const { takeover, status } = filing;
  if (takeover === null || status === 'DRAFT') return null;
  const { statement, account, remarkable } = takeover;
  if (statement === null && !account && !remarkable) return null;
  const standing = standingPredecessor(takeover);
  return (
    <Panel title={TAKEOVER_LABEL}>
      {statement === null ? (
        unstatedInWords(takeover).map((said) => <p key={said}>{said}</p>)
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
            // Whoever is the same legal person names none, and the form asks for none.
            ...(statement.predecessor === null
              ? []
              : [{ name: '原机构', value: <Predecessor home={statement.predecessor} /> }]),
            { name: '说明时间', value: instantInWords(statement.statedAt) },
          ]}
        />
      )}
      {[...(statement === null ? [] : unexplainedInWords(takeover)), ...unplacedInWords(filing)].map(
        (said) => (
          <p key={said} className="notice" role="note">
            {said}
          </p>
        ),
      )}
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
