import { pino, type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from '../config';

/** Personal data never reaches a log: these members are cut wherever they appear in a logged object. */
const REDACTED = ['password', 'residentId', 'phone', 'authorization', 'cookie', 'accessToken', 'nonce'];

/**
 * What may be told of an error. A failed query carries its parameters, and PostgreSQL's own detail quotes the row: both
 * are people's data and stay out.
 */
export function loggedError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, constraint, table, driverError } = error as Error & Record<string, unknown>;
  const inner = driverError instanceof Error ? loggedError(driverError) : {};
  const facts = { type: error.name, message: error.message, code, constraint, table, stack: error.stack };
  return {
    ...Object.fromEntries(Object.entries({ ...inner, ...facts }).filter(([, value]) => value !== undefined)),
    ...(error.cause === undefined ? {} : { cause: loggedError(error.cause) }),
  };
}

/** One JSON line an event on standard error; standard output belongs to the person at the terminal. */
export function createLogger(level: LogLevel, destination: DestinationStream = pino.destination(2)): Logger {
  const paths = REDACTED.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  return pino(
    {
      level,
      redact: { paths, censor: '***' },
      serializers: { err: loggedError },
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    destination,
  );
}
