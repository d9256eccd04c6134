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

const TRIES = 50;

/** A real Redis server of the tests' own, without persistence, on a free port or the given one (to restart one). */
export async function startRedis(wanted?: number): Promise<RedisServer> {
  for (let tried = 1; tried <= TRIES; tried += 1) {
    const server = await tryRedis(wanted ?? (await freePort()));
    if (server !== null) return server;
    await new Promise((resume) => setTimeout(resume, 100));
  }
  throw new Error(`redis-server does not get its port ${wanted ?? ''}`);
}

/** Null where it ends at once: what connects somewhere meanwhile may have taken the port for a moment. */
async function tryRedis(port: number): Promise<RedisServer | null> {
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
  const ended = new Promise<boolean>((resolve) => child.once('exit', () => resolve(false)));
  await Promise.race([once(child, 'spawn'), failed(child)]);
  const url = `redis://127.0.0.1:${port}`;
  if (!(await Promise.race([untilAnswers(url), ended]))) {
    child.kill('SIGTERM');
    return null;
  }
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

async function untilAnswers(url: string): Promise<boolean> {
  const client = new Redis(url, {
    retryStrategy: () => 50,
    maxRetriesPerRequest: 100,
    commandTimeout: 10_000,
  });
  client.on('error', () => undefined); // refused until the server listens; ping below waits for it
  const answers = await client.ping().then(
    () => true,
    () => false,
  );
  client.disconnect();
  return answers;
}
