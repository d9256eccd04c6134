import { Link } from 'react-router';
import { ApiFailure } from '../../../shared/api/failure';
import { clockInWords } from '../../../shared/ui/dates';
import { Mark } from '../../../shared/ui/mark';
import type { AnswerQueue } from './answer-queue';
import { isPassing } from './passing';
import { useQueueState } from './use-answers';

interface SyncStateProps {
  readonly queue: AnswerQueue;
  /** Photos that have not reached the server. */
  readonly photos: number;
  /** The first item that waits for a person, not for the network. */
  readonly troubled: string | undefined;
  readonly onRetry: () => void;
}

/** What has reached the server and what has not: always in sight. */
export function SyncState({ queue, photos, troubled, onRetry }: SyncStateProps) {
  const { task, changes, phase, failure } = useQueueState(queue);
  const unsent = Object.keys(changes).length + photos;
  const last = task.findings
    .map(({ recordedAt }) => recordedAt)
    .toSorted()
    .at(-1);
  return (
    <p className="sync-state" role="status">
      {unsent > 0 ? (
        <Mark tone="attention">尚未上报 {unsent} 条</Mark>
      ) : last === undefined ? (
        <Mark tone="plain">还没有填写</Mark>
      ) : (
        <Mark tone="good">已上报 {clockInWords(last)}</Mark>
      )}
      {phase === 'sending' && ' 正在上报…'}
      {(phase === 'waiting' || phase === 'stopped') && (
        <>
          {` ${reasonOf(failure)} `}
          <button type="button" className="link-button" onClick={onRetry}>
            现在上报
          </button>
        </>
      )}
      {troubled !== undefined && (
        <>
          {' '}
          <Link to={`?item=${troubled}`}>有一项要您处理</Link>
        </>
      )}
    </p>
  );
}

function reasonOf(failure: Error | null): string {
  if (!(failure instanceof ApiFailure)) return '网络不通，恢复后自动上报';
  if (isPassing(failure)) return '服务器暂时不能接收，稍后自动上报';
  return `没有上报：${failure.problem.title}`;
}
