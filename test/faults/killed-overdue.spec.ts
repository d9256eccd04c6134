import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '@zhaoguan/platform';
import { freePort, manyInstitutions, TestApp, type TestPerson } from '@zhaoguan/testing';

/** More than two batches of what is sought at once. */
const LATE = 450;
const HOOK = join(projectRoot(), 'test', 'faults', 'support', 'typescript-hook.cjs');
const WORKER = join(projectRoot(), 'apps', 'worker', 'src', 'main.ts');

describe('a worker that is killed while it seeks what is overdue', () => {
  let app: TestApp;
  let head: TestPerson;
  let worker: ChildProcess | undefined;
  let said = '';
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    head = await app.person('REVIEWER');
    const { id: applicant } = await app.person('OPERATOR');
    await app.database.query(manyInstitutions(LATE));
    await app.database.query(
      `insert into filings.filing (id, type, kind, status, name, uscc, address, district, application, personal, applicant_id, round,
         due_on, submitted_at, created_at, updated_at, version)
       select uuidv7(), 'INITIAL', 'ELDERLY_CARE', 'SUBMITTED', name, uscc, address, '610116', '{}', '', $1, 1,
              date '2026-11-25', timestamptz '2026-10-28', timestamptz '2026-10-28', timestamptz '2026-10-28', 1
         from institutions.institution limit $2`,
      [applicant, LATE],
    );
  }, 120_000);
  afterAll(async () => {
    await kill();
    await app.stop();
  });

  /** The process of the production shape, on the database of the application. */
  const start = async (): Promise<void> => {
    const port = String(await freePort());
    const { databaseUrl, dataDir } = app.config;
    worker = spawn(process.execPath, ['-r', HOOK, WORKER], {
      cwd: projectRoot(),
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        DATA_DIR: dataDir,
        REDIS_URL: '',
        PORT: port,
        HOST: '127.0.0.1',
      },
    });
    for (const stream of [worker.stdout, worker.stderr])
      stream?.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-4000)));
  };
  const kill = async (): Promise<void> => {
    if (!worker || worker.exitCode !== null || worker.signalCode !== null) return;
    const gone = once(worker, 'exit');
    worker.kill('SIGKILL');
    await gone;
  };
  const count = async (sql: string, parameters: readonly unknown[] = []): Promise<number> =>
    (await app.database.query<{ count: number }>(`select count(*)::integer as count ${sql}`, parameters))[0]
      ?.count ?? 0;
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    const deadline = performance.now() + 180_000;
    while (!(await holds())) {
      if (worker?.exitCode !== null || performance.now() > deadline)
        throw new Error(`it did not come to pass:\n${said}`);
      await new Promise((resume) => setTimeout(resume, 5));
    }
  };
  const ofRaising = `from platform.outbox where job = 'workbench.raise-overdue'`;
  const raised = () => count('from workbench.overdue');

  it('has raised each item once, told of it once, and forgotten none', async () => {
    await app.database.query(
      `insert into platform.outbox (job, payload, not_before, created_at)
       values ('workbench.seek-overdue', '{"on":"2026-11-27"}', now(), now())`,
    );
    for (const moment of [
      async () => (await count(ofRaising)) > 0,
      async () => (await raised()) >= LATE / 4,
      async () => (await raised()) >= LATE / 2,
    ]) {
      await start();
      await until(moment);
      await kill();
    }
    expect(await raised()).toBeLessThan(LATE);
    await start();
    await until(
      async () =>
        (await raised()) >= LATE &&
        (await count(
          `from platform.outbox where job like 'workbench.%-overdue' and settled_at is null and not_before <= now()`,
        )) === 0,
    );
    expect(await raised()).toBe(LATE);
    expect(await count('from (select distinct subject_id from workbench.overdue) s')).toBe(LATE);
    expect(await count(`from audit.entry where action = 'overdue.raised'`)).toBe(LATE);
    expect(await count(`from audit.entry where action = 'overdue.raised-again'`)).toBe(0);
    const told = `from workbench.notification where person_id = $1 and type = 'OVERDUE_RAISED'`;
    expect(await count(told, [head.id])).toBe(LATE);
    expect(await count('from platform.dead_job')).toBe(0);
  }, 600_000);
});
