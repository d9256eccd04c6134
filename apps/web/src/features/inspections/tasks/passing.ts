import { ApiFailure, Unreachable } from '../../../shared/api/failure';

/** The connection was lost, the server is being renewed, or the sign-in has to be repeated. */
const PASSING: ReadonlySet<number> = new Set([401, 408, 425, 429, 500, 502, 503, 504]);

/** Whether the same request may succeed later: what was sent is not at fault. */
export function isPassing(error: unknown): boolean {
  return error instanceof ApiFailure ? PASSING.has(error.status) : error instanceof Unreachable;
}
