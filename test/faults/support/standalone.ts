import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@zhaoguan/platform';
import { Client } from 'pg';

export interface Account {
  readonly role: string;
  readonly username: string;
  readonly password: string;
}

/** A first start tells the whole demo; on a machine at work with other tests that takes minutes. */
const STARTED_WITHIN_MS = 300_000;

/** `npm start` as people run it: one process with its own PostgreSQL, on a folder and a port of the test's. */
export class Standalone {
  private constructor(
    private readonly process: ChildProcess,
    readonly url: string,
    private readonly dataDir: string,
  ) {}

  /** A start that is expected to fail: what it says, and with which code it ends. */
  static async attempt(
    dataDir: string,
    port: number,
    settings: Readonly<Record<string, string>> = {},
  ): Promise<{ readonly code: number | null; readonly output: string }> {
    const { child, said } = run(dataDir, port, settings);
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, output: said() };
  }

  /** @param settings more variables of the environment */
  static async start(
    dataDir: string,
    port: number,
    settings: Readonly<Record<string, string>> = {},
  ): Promise<Standalone> {
    const { child, said } = run(dataDir, port, settings);
    const system = new Standalone(child, `http://127.0.0.1:${port}`, dataDir);
    const deadline = performance.now() + STARTED_WITHIN_MS;
    while (!(await system.isReady())) {
      if (child.exitCode !== null || performance.now() > deadline)
        throw new Error(`the system did not start:\n${said()}`);
      await new Promise((resume) => setTimeout(resume, 100));
    }
    return system;
  }

  /** Nothing is closed, nothing is flushed, nobody is told. */
  async kill(): Promise<void> {
    const gone = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await gone;
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const gone = once(this.process, 'exit');
    this.process.kill('SIGTERM');
    await gone;
  }

  account(role: string): Account {
    const accounts = JSON.parse(
      readFileSync(join(this.dataDir, 'demo-accounts.json'), 'utf8'),
    ) as readonly Account[];
    const account = accounts.find((each) => each.role === role);
    if (!account) throw new Error(`no demo account for ${role}`);
    return account;
  }

  async signIn(role: string): Promise<string> {
    const { username, password } = this.account(role);
    const answer = await this.post('/api/v1/auth/login', { username, password });
    if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status}: ${await answer.text()}`);
    return ((await answer.json()) as { accessToken: string }).accessToken;
  }

  post(path: string, body: unknown, token?: string): Promise<Response> {
    return fetch(`${this.url}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
  }

  /** As the owner, past row-level security. */
  async query<T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    const file = join(this.dataDir, 'postgres.url');
    if (!existsSync(file)) throw new Error('the database has no address');
    const client = new Client({ connectionString: readFileSync(file, 'utf8').trim() });
    await client.connect();
    try {
      return (await client.query(sql, [...parameters])).rows as T[];
    } finally {
      await client.end();
    }
  }

  private async isReady(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/readyz`)).status === 200;
    } catch {
      return false; // nobody listens yet
    }
  }
}

/**
 * Before a first start that is not about the demo: its past counts as told. Told, it takes longer than all starts and kills
 * of a test; refused-start.spec.ts starts with it, and demo-registration.int.spec.ts interrupts it.
 */
export function leaveOutPast(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true });
  const told = { startedAt: new Date().toISOString(), finished: true, notes: {} };
  writeFileSync(join(dataDir, 'demo-registration.json'), JSON.stringify(told));
}

function run(
  dataDir: string,
  port: number,
  settings: Readonly<Record<string, string>> = {},
): { child: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, [join(projectRoot(), 'scripts', 'start.mjs')], {
    cwd: projectRoot(),
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(port),
      HOST: '127.0.0.1',
      RATE_LIMIT_PER_MINUTE: '100000',
      DATABASE_URL: '',
      REDIS_URL: '',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return { child, said: () => output };
}
