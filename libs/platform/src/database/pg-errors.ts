import { QueryFailedError } from 'typeorm';

/** SQLSTATE of a failed query, e.g. `23505`; undefined when the error is something else. */
export function sqlState(error: unknown): string | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  const driver = error.driverError as { code?: unknown };
  return typeof driver.code === 'string' ? driver.code : undefined;
}

/** Deadlock (40P01) or serialization failure (40001): the same work may succeed when run again from its start. */
export function isRetryable(error: unknown): boolean {
  const state = sqlState(error);
  return state === '40P01' || state === '40001';
}

/** A unique key is taken (23505); with `constraint`, only that one. */
export function isDuplicateKey(error: unknown, constraint?: string): boolean {
  if (sqlState(error) !== '23505') return false;
  const driver = (error as QueryFailedError).driverError as { constraint?: unknown };
  return constraint === undefined || driver.constraint === constraint;
}
