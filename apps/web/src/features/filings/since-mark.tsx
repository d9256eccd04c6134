import { REMOVAL_WORDS } from '@zhaoguan/contracts';
import { Link } from 'react-router';
import { Mark } from '../../shared/ui/mark';
import type { Filing } from './queries';
import { retractedInShort, supersededInShort } from './retractions/retraction-words';

/** Beside the state of a decided case, what has become of it since: 已备案 alone would read as if it still held. */
export function SinceMark({ filing: { since, type, ended } }: { readonly filing: Filing }) {
  if (since === null) return null;
  if (since.retractedOn !== null) return <Mark tone="stopped">{retractedInShort(since.retractedOn)}</Mark>;
  if (since.supersededOn !== null) return <Mark tone="stopped">{supersededInShort(since.supersededOn)}</Mark>;
  if (ended !== null) return null;
  if (since.institutionStatus === 'CLOSED' && type !== 'CLOSURE')
    return <Mark tone="stopped">机构已终止</Mark>;
  if (since.replacedBy !== null && (type === 'INITIAL' || type === 'CHANGE'))
    return (
      <Mark tone="stopped">
        已由许可证代替
        {since.replacedBy.endedAs !== null && `，${REMOVAL_WORDS.LICENCE.ends[since.replacedBy.endedAs]}`}
      </Mark>
    );
  if (since.licenceExpiredOn !== null) return <Mark tone="stopped">许可证已过期</Mark>;
  if (since.resumedBy !== null) return <Mark tone="stopped">已恢复服务</Mark>;
  return since.prolongedBy === null ? null : <Mark tone="stopped">已延长暂停</Mark>;
}

/** To the case that came after it. */
export function LaterCaseLink({ filing: { since } }: { readonly filing: Filing }) {
  if (since === null) return null;
  const [id, what] =
    since.again !== null
      ? [since.again.id, '重新提交']
      : since.resumedBy !== null
        ? [since.resumedBy, '恢复服务']
        : [since.prolongedBy, '延长暂停服务'];
  return id === null ? null : <Link to={`/filings/${id}`}>查看{what}的那一件</Link>;
}
