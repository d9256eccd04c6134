import type { Problem } from '@zhaoguan/api-client';

/** A call that the server refused, with its explanation (RFC 9457). */
export class ApiFailure extends Error {
  constructor(
    readonly problem: Problem,
    readonly status: number,
  ) {
    super(problem.title);
    this.name = 'ApiFailure';
  }
}

/** No answer came: whether the call had an effect is not known. */
export class Unreachable extends Error {
  constructor(options?: ErrorOptions) {
    super('unreachable', options);
    this.name = 'Unreachable';
  }
}

/** The code of a refusal, or undefined when it was something else. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof ApiFailure ? error.problem.code : undefined;
}
