import { pino, type Logger } from 'pino';
import type { LogLevel } from '../config';

/** Personal data never reaches a log: these members are cut wherever they appear in a logged object. */
const REDACTED = ['password', 'residentId', 'phone', 'authorization', 'cookie', 'accessToken', 'nonce'];

/** One JSON line an event on standard error; standard output belongs to the person at the terminal. */
export function createLogger(level: LogLevel): Logger {
  const paths = REDACTED.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  return pino(
    { level, redact: { paths, censor: '***' }, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination(2),
  );
}
