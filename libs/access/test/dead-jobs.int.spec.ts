import { randomUUID } from 'node:crypto';
import { systemCaller } from '@zhaoguan/contracts';
import { DeadJobs, UnitOfWork } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import type { Response } from 'supertest';

const codeOf = (answer: Response): string => (answer.body as { code: string }).code;

describe('dead jobs', () => {
  let app: TestApp;
  let county: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    county = await app.person('ADMINISTRATOR', { districts: ['610116'] });
  });
  afterAll(() => app.stop());

  it('are listed without their payload and done once more when retried', async () => {
    const dead = app.nest.get(DeadJobs);
    for (const key of ['k-1', 'k-2', 'k-3']) {
      await dead.bury({ name: 'platform.sweep', key, payload: {}, error: 'printer on fire' });
      app.clock.advance(1000);
    }
    const first = await app.as(county).get('/api/v1/jobs/dead?limit=2').expect(200);
    const page = first.body as { items: { id: string; key: string }[]; nextCursor: string };
    expect(page.items.map(({ key }) => key)).toEqual(['k-3', 'k-2']);
    expect(page.items[0]).not.toHaveProperty('payload');
    const second = await app.as(county).get(`/api/v1/jobs/dead?limit=2&cursor=${page.nextCursor}`);
    expect((second.body as typeof page).items.map(({ key }) => key)).toEqual(['k-1']);
    const id = page.items[0]?.id ?? '';
    const retried = await app.as(county).post(`/api/v1/jobs/dead/${id}/retry`).expect(200);
    expect((retried.body as { retriedAt: string }).retriedAt).toBe(app.clock.now().toISOString());
    expect(codeOf(await app.as(county).post(`/api/v1/jobs/dead/${id}/retry`))).toBe('JOB_RETRIED');
    const done = await app.database.query(
      `select 1 from platform.outbox where job = 'platform.sweep' and payload = '{}'`,
    );
    expect(done.length).toBeGreaterThan(0);
    await app.database.query('delete from platform.dead_job');
    await app.idle();
  });

  it('tell what became of the retry: under way, done, or dead again', async () => {
    const dead = app.nest.get(DeadJobs);
    await app.database.query('delete from platform.dead_job');
    const list = async () =>
      (await app.as(county).get('/api/v1/jobs/dead').expect(200)).body.items as {
        id: string;
        key: string;
        retryOutcome: string | null;
      }[];
    await dead.bury({ name: 'platform.sweep', key: 'k-4', payload: {}, error: 'printer on fire' });
    const [first] = await list();
    expect(first?.retryOutcome).toBeNull();
    const retried = await app.as(county).post(`/api/v1/jobs/dead/${first?.id}/retry`).expect(200);
    expect(retried.body).toMatchObject({ retryOutcome: 'RUNNING' });
    const [row] = await app.database.query<{ key: string }>(
      `select retry_key as key from platform.dead_job where key = 'k-4'`,
    );
    for (let tries = 0; (await list())[0]?.retryOutcome === 'RUNNING' && tries < 200; tries += 1) {
      await new Promise((resume) => setTimeout(resume, 25));
    }
    expect((await list())[0]?.retryOutcome).toBe('DONE');
    app.clock.advance(1000);
    await dead.bury({ name: 'platform.sweep', key: row?.key ?? '', payload: {}, error: 'still on fire' });
    expect((await list()).map(({ key, retryOutcome }) => [key, retryOutcome])).toEqual([
      [row?.key, null],
      ['k-4', 'DEAD'],
    ]);
    await app.database.query('delete from platform.dead_job');
  });

  it('of another version of the program cannot be retried', async () => {
    await app.nest.get(DeadJobs).bury({ name: 'old.job', key: 'k-9', payload: {}, error: 'x' });
    const [row] = await app.nest
      .get(UnitOfWork)
      .read(systemCaller('test'), (manager) => app.nest.get(DeadJobs).list(manager, 1));
    const answer = await app.as(county).post(`/api/v1/jobs/dead/${row?.id}/retry`);
    expect([answer.status, codeOf(answer)]).toEqual([409, 'JOB_UNKNOWN']);
    expect((await app.as(county).post(`/api/v1/jobs/dead/${randomUUID()}/retry`)).status).toBe(404);
  });
});
