import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logPublicKey } from '@zhaoguan/audit';
import { freePort } from '@zhaoguan/testing';
import { verifyDatabase } from '../../apps/cli/src/log/log.command';
import { leaveOutPast, Standalone } from './support/standalone';

const JOBS = 400;

/** So many writes at least are answered before each kill. */
const ANSWERED = 2;

describe('a system that is killed', () => {
  let home: string;
  let port: number;
  let system: Standalone;
  const acknowledged: string[] = [];
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'zg-killed-'));
    port = await freePort();
    leaveOutPast(home);
    system = await Standalone.start(home, port);
  }, 360_000);
  afterAll(async () => {
    await system.stop();
    rmSync(home, { recursive: true, force: true });
  });

  /** Makes accounts one after the other until the system is gone; notes those that were answered with 201. */
  async function keepWriting(round: number, token: string): Promise<void> {
    for (let i = 0; ; i += 1) {
      const username = `official-${round}-${i}`;
      try {
        const answer = await system.post(
          '/api/v1/people',
          {
            username,
            name: '示例·某人',
            roles: ['INSPECTOR'],
            districts: ['610116'],
            departments: ['civil-affairs'],
          },
          token,
        );
        if (answer.status === 201) acknowledged.push(username);
        else if (answer.status < 500) throw new Error(`refused: ${await answer.text()}`);
      } catch (error) {
        if (error instanceof Error && error.message.startsWith('refused')) throw error;
        return; // the connection broke: it was killed
      }
    }
  }

  it.each([300, 900, 1700])(
    'goes on after a kill %i ms into its work',
    async (wait) => {
      const token = await system.signIn('ADMINISTRATOR');
      await system.query(
        `insert into platform.outbox (job, payload, not_before, created_at)
         select 'platform.sweep', '{}', now(), now() from generate_series(1, $1)`,
        [JOBS],
      );
      const before = acknowledged.length;
      const writing = keepWriting(wait, token);
      await new Promise((resume) => setTimeout(resume, wait));
      // On a busy machine that may not be long enough for anything to be answered, and so to be lost.
      while (acknowledged.length < before + ANSWERED) await new Promise((resume) => setTimeout(resume, 20));
      await system.kill();
      await writing;
      system = await Standalone.start(home, port);
      expect((await fetch(`${system.url}/healthz`)).status).toBe(200);
    },
    360_000,
  );

  it('has done every job, each in effect once, and has buried none', async () => {
    const deadline = performance.now() + 120_000;
    for (;;) {
      const [row] = await system.query<{ open: string }>(
        'select count(*) as open from platform.outbox where settled_at is null and not_before <= now()',
      );
      if (row?.open === '0') break;
      if (performance.now() > deadline) throw new Error(`${row?.open} jobs are still open`);
      await new Promise((resume) => setTimeout(resume, 500));
    }
    const [counted] = await system.query<Record<string, string>>(
      `select (select count(*) from platform.outbox where job = 'platform.sweep') as asked,
              (select count(*) from platform.job_done where job = 'platform.sweep') as done,
              (select count(*) from platform.dead_job) as dead`,
    );
    expect(counted).toEqual({ asked: String(3 * JOBS), done: String(3 * JOBS), dead: '0' });
  }, 360_000);

  it('has lost nothing that it had answered, and recorded all of it', async () => {
    expect(acknowledged.length).toBeGreaterThanOrEqual(3 * ANSWERED);
    const kept = await system.query<{ username: string; entries: string }>(
      `select p.username, count(e.id) as entries
         from access.person p left join audit.entry e on e.subject_id = p.id::text and e.action = 'access.person-created'
        where p.username = any($1) group by p.username`,
      [acknowledged],
    );
    expect(kept.map(({ username }) => username).sort()).toEqual([...acknowledged].sort());
    expect(kept.filter(({ entries }) => entries !== '1')).toEqual([]);
    // Nor anything half done: an account stands with its entry or not at all.
    const [half] = await system.query<{ people: string }>(
      `select count(*) as people from access.person p
        where not exists (select from audit.entry e where e.subject_id = p.id::text and e.action = 'access.person-created')`,
    );
    expect(half?.people).toBe('0');
  });

  it('has a log that still holds', async () => {
    const keys = JSON.parse(readFileSync(join(home, 'secrets.json'), 'utf8')) as { logKey: string };
    const address = readFileSync(join(home, 'postgres.url'), 'utf8').trim();
    const lines: string[] = [];
    const io = { stdout: { write: (line: string) => lines.push(line) }, stderr: { write: () => true } };
    const code = await verifyDatabase(address, { publicKey: logPublicKey(keys.logKey) }, io);
    expect([code, lines.join('')]).toEqual([0, expect.stringMatching(/^OK 日志完整/)]);
  });
});
