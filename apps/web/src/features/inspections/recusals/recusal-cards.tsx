import { instantInWords } from '../../../shared/ui/dates';
import { Failure } from '../../../shared/ui/failure';
import { Mark } from '../../../shared/ui/mark';
import { Waiting } from '../../../shared/ui/waiting';
import { useRecusals } from './queries';

/** What has been declared, in force or ended. */
export function RecusalCards({ inspectorId }: { readonly inspectorId: string }) {
  const list = useRecusals(inspectorId);
  if (list.isError && !list.items)
    return <Failure error={list.error} what="没有取得回避记录" onRetry={() => void list.refetch()} />;
  if (!list.items) return <Waiting />;
  if (list.items.length === 0) return <p>还没有登记过回避。</p>;
  return (
    <>
      <ul className="hand-list recusal-cards">
        {list.items.map(({ id, institutionName, reason, declaredAt, declaredByName, revokedAt }) => (
          <li key={id} style={{ padding: 12 }}>
            <strong>{institutionName ?? '辖区以外的机构'}</strong>{' '}
            {revokedAt === null ? <Mark tone="running">回避中</Mark> : <Mark tone="plain">已解除</Mark>}
            <div>{reason}</div>
            <small className="muted">
              {declaredByName ?? '已注销的账号'} · {instantInWords(declaredAt)}
              {revokedAt !== null && ` · ${instantInWords(revokedAt)}解除`}
            </small>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <button type="button" className="hand-button" onClick={() => void list.fetchNextPage()}>
          继续显示
        </button>
      )}
    </>
  );
}
