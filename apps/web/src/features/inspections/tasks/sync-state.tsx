import { clockInWords } from '../../../shared/ui/dates';
import { Mark } from '../../../shared/ui/mark';
import type { AnswerQueue } from './answer-queue';
import { useQueueState } from './use-answers';

interface SyncStateProps {
  readonly queue: AnswerQueue;
  /** Photos that have not reached the server. */
  readonly photos: number;
  readonly onRetry: () => void;
}

/** What has reached the server and what has not: always in sight. */
export function SyncState({ queue, photos, onRetry }: SyncStateProps) {
  const { task, changes, phase } = useQueueState(queue);
  const unsent = Object.keys(changes).length + photos;
  const last = task.findings
    .map(({ recordedAt }) => recordedAt)
    .toSorted()
    .at(-1);
  return (
    <p className="sync-state" role="status">
      {unsent === 0 ? (
        <Mark tone="good">{last === undefined ? '还没有填写' : `已上报 ${clockInWords(last)}`}</Mark>
      ) : (
        <Mark tone="attention">尚未上报 {unsent} 条</Mark>
      )}
      {unsent > 0 && phase === 'sending' && ' 正在上报…'}
      {phase === 'waiting' && (
        <>
          {' 网络不通，恢复后自动上报 '}
          <button type="button" className="link-button" onClick={onRetry}>
            现在上报
          </button>
        </>
      )}
    </p>
  );
}
