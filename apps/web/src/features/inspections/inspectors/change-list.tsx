import { DIRECTORY_ACT_LABELS } from '@zhaoguan/contracts';
import { Button } from 'antd';
import { instantInWords } from '../../../shared/ui/dates';
import { Failure } from '../../../shared/ui/failure';
import { Panel } from '../../../shared/ui/panel';
import { Waiting } from '../../../shared/ui/waiting';
import { useDirectoryChanges } from './queries';
import './inspectors.css';

/** What was done to an entry of the directory: its numbers are published with every draw. */
export function ChangeList({ inspectorId }: { readonly inspectorId: string }) {
  const list = useDirectoryChanges(inspectorId);
  return (
    <Panel title="名录变动记录">
      {list.isError && (
        <Failure error={list.error} what="没有取得名录变动记录" onRetry={() => void list.refetch()} />
      )}
      {!list.items && !list.isError && <Waiting />}
      {list.items && (
        <ul className="recusals" aria-label="名录变动记录">
          {list.items.map(({ id, act, reason, changedByName, changedAt }) => (
            <li key={id}>
              <div>
                <strong>{DIRECTORY_ACT_LABELS[act]}</strong> {reason !== null && <div>{reason}</div>}
                <small className="muted">
                  {changedByName ?? '已注销的账号'} · {instantInWords(changedAt)}
                </small>
              </div>
            </li>
          ))}
        </ul>
      )}
      {list.hasNextPage && <Button onClick={() => void list.fetchNextPage()}>继续显示</Button>}
    </Panel>
  );
}
