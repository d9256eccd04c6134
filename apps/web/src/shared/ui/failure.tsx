import { ApiFailure, Unreachable } from '../api/failure';
import './failure.css';

interface FailureProps {
  readonly error: Error;
  /** What did not happen, as the beginning of a sentence: `没有提交成功`. */
  readonly what: string;
  /** Whether what the person typed is safe, and where. */
  readonly safe?: string;
  readonly onRetry?: () => void;
}

/**
 * What happened, what to do, whether the work is safe; the trace id small, for whoever is asked for help. Plain HTML, for
 * the pages of inspectors show it too and must stay light.
 */
export function Failure({ error, what, safe, onRetry }: FailureProps) {
  const { cause, advice, trace } = explain(error);
  return (
    <div className="failure" role="alert">
      <div>
        <strong>{`${what}：${cause}`}</strong>
        <div>
          {advice}
          {safe !== undefined && <> {safe}</>}
          {error instanceof ApiFailure && <FieldList failure={error} />}
          {trace !== undefined && <small className="muted"> 编号 {trace}</small>}
        </div>
      </div>
      {onRetry && (
        <button type="button" className="link-button" onClick={onRetry}>
          再试一次
        </button>
      )}
    </div>
  );
}

/** Faults of fields, for a form that does not show them at the fields themselves. */
function FieldList({ failure }: { readonly failure: ApiFailure }) {
  const { errors = [] } = failure.problem;
  const told = errors.filter(
    ({ message }) => message !== failure.problem.detail && message !== failure.problem.title,
  );
  if (told.length === 0) return null;
  return (
    <ul>
      {told.map(({ pointer, message }) => (
        <li key={pointer + message}>{message}</li>
      ))}
    </ul>
  );
}

interface Explanation {
  readonly cause: string;
  readonly advice: string;
  readonly trace?: string;
}

const TRACE_LENGTH = 8;

export function explain(error: Error): Explanation {
  if (error instanceof ApiFailure) {
    const { title, detail, traceId } = error.problem;
    return { cause: title, advice: detail, trace: traceId.slice(-TRACE_LENGTH) };
  }
  if (error instanceof Unreachable) {
    if (!navigator.onLine) return { cause: '没有网络', advice: '网络恢复以后再试。' };
    return { cause: '服务器暂时没有应答', advice: '请检查网络，稍后再试。' };
  }
  return { cause: '页面出了问题', advice: '请重新载入页面；仍然不行的，请联系系统管理员。' };
}
