import { Redis } from 'ioredis';
import { StartError } from '../config';

const ANSWER_WITHIN_MS = 5000;

/**
 * Asks before the start: later the loss of Redis is waited out, but a wrong address would be waited for in vain.
 * @throws StartError naming REDIS_URL, never with the password in it
 */
export async function assertRedisAnswers(url: string): Promise<void> {
  const probe = new Redis(url, {
    lazyConnect: true,
    connectTimeout: ANSWER_WITHIN_MS,
    commandTimeout: ANSWER_WITHIN_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let cause = '';
  probe.on('error', (error: Error) => {
    cause = error.message;
  });
  try {
    await probe.connect();
    await probe.ping();
  } catch (error) {
    throw new StartError(
      `连不上 Redis：请检查 REDIS_URL，并确认 Redis 已启动。（${cause || (error as Error).message}）`,
      { cause: error },
    );
  } finally {
    if (probe.status !== 'end') probe.disconnect();
  }
}
