import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { Redis } from 'ioredis';

/** A TCP port of 127.0.0.1 that nobody uses right now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
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
