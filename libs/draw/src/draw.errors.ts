/** Why a draw was refused. The last two only come from a replacement (补抽). */
export type DrawErrorCode =
  | 'MALFORMED'
  | 'UNKNOWN_SPEC'
  | 'COMMITMENT_MISMATCH'
  | 'DIGEST_MISMATCH'
  | 'UNKNOWN_STRATUM'
  | 'INFEASIBLE'
  | 'NOT_SELECTED'
  | 'RESERVES_EXHAUSTED';

/** One place where a bundle is not what it must be; `path` as in `result.selected[3].ticket`, the rest in Chinese. */
export interface Difference {
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

/** A refused draw. `detail` is empty but for INFEASIBLE, where it is the target and the department. */
export class DrawError extends Error {
  override readonly name = 'DrawError';

  constructor(
    readonly code: DrawErrorCode,
    readonly detail: readonly string[],
    readonly difference: Difference,
  ) {
    super(`${code} ${difference.path}：应为 ${difference.expected}，实为 ${difference.found}`);
  }
}

const SHOWN_LENGTH = 80;

/** A value from a file, short enough for a message. */
export function show(value: unknown): string {
  if (value === undefined) return '无';
  if (Array.isArray(value)) return `${value.length} 项的数组`;
  if (typeof value === 'object' && value !== null) return '对象';
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}

/** Refuses a value, which the message shows. */
export function malformed(path: string, expected: string, value: unknown): DrawError {
  return malformedAs(path, expected, show(value));
}

/** Refuses something that is described in words. */
export function malformedAs(path: string, expected: string, found: string): DrawError {
  return new DrawError('MALFORMED', [], { path, expected, found });
}
