import { randomInt } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { Redis } from 'ioredis';

/** Below those that a system gives out by itself (Linux from 32768, others from 49152). */
const [LOWEST, HIGHEST] = [10_000, 32_767];

/**
 * A TCP port of 127.0.0.1 that nobody uses, nor is given by chance before it is used: a port of the system's own choice went to another
 * test's server meanwhile, and that one answered for the system under test.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(LOWEST, HIGHEST + 1);
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false;
    throw error;
  }
  server.close();
  await once(server, 'close');
  return true;
}

export interface RedisServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** The Redis database of this jest worker: two workers at a time must not do each other's jobs. */
export function testRedisUrl(): string {
  const url = process.env['ZHAOGUAN_TEST_REDIS_URL'];
  if (url === undefined)
    throw new Error('run this test in a jest project with servers (int, journey, browser)');
  return `${url}/${Number(process.env['JEST_WORKER_ID'] ?? '1') % 16}`;
}

/** A real Redis server of the tests' own, without persistence, on a free port or the given one (to restart one). */
export async function startRedis(wanted?: number): Promise<RedisServer> {
  const port = wanted ?? (await freePort());
  const child = spawn(
    'redis-server',
    [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      '--maxmemory-policy',
      'noeviction',
    ],
    { stdio: 'ignore' },
  );
  await Promise.race([once(child, 'spawn'), failed(child)]);
  const url = `redis://127.0.0.1:${port}`;
  await untilAnswers(url);
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

async function failed(child: ChildProcess): Promise<never> {
  const [error] = (await once(child, 'error')) as [Error];
  throw new Error(`redis-server could not be started (is it installed?): ${error.message}`);
}

async function untilAnswers(url: string): Promise<void> {
  const client = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: 100 });
  client.on('error', () => undefined); // refused until the server listens; ping below waits for it
  await client.ping();
  client.disconnect();
}
