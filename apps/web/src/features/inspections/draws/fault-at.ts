import { ApiFailure } from '../../../shared/api/failure';

/** What the server found wrong at a field; undefined when nothing. */
export function faultAt(error: unknown, pointer: string): string | undefined {
  if (!(error instanceof ApiFailure)) return undefined;
  return error.problem.errors?.find((one) => one.pointer === pointer)?.message;
}
