import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createTestDatabase, type TestDatabase } from '@zhaoguan/testing';
import supertest, { type Response } from 'supertest';
import { ANNE, BEN, expectProblem, startHttp } from './http-harness';

describe('Idempotency-Key', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    database = await createTestDatabase();
    await database.query(`
      create table public.note (id integer generated always as identity, text text not null);
      grant select, insert on public.note to zhaoguan_app`);
    ({ app, stop } = await startHttp(database));
  });
  afterAll(async () => {
    await stop();
    await database.drop();
  });
  const http = (): ReturnType<typeof supertest> => supertest(app.getHttpServer());
  const post = (person: string, key: string, text: string): Promise<Response> =>
    http().post('/api/v1/test/notes').set('x-test-person', person).set('idempotency-key', key).send({ text });
  const count = async (text: string): Promise<number> =>
    (await database.query('select 1 from public.note where text = $1', [text])).length;

  it('gives the first answer again and does nothing again', async () => {
    const first = await post(ANNE, 'k1', 'once');
    const again = await post(ANNE, 'k1', 'once');
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(first.headers['idempotent-replay']).toBeUndefined();
    expect(again.headers['idempotent-replay']).toBe('true');
    expect(await count('once')).toBe(1);
  });

  it('refuses the key for another body', async () => {
    await post(ANNE, 'k2', 'first');
    expectProblem(await post(ANNE, 'k2', 'second'), 422, 'IDEMPOTENCY_KEY_REUSED');
    expect(await count('second')).toBe(0);
  });

  it('is one key for each person', async () => {
    await post(ANNE, 'k3', 'mine');
    expect((await post(BEN, 'k3', 'mine')).status).toBe(201);
    expect(await count('mine')).toBe(2);
  });

  it('has one effect and one answer when ten arrive at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(ANNE, 'k4', 'raced')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await count('raced')).toBe(1);
  });

  it('refuses the other body of a race as it does later', async () => {
    const [one, other] = await Promise.all([post(ANNE, 'k5', 'left'), post(ANNE, 'k5', 'right')]);
    expect(new Set([one.status, other.status])).toEqual(new Set([201, 422]));
    expect((await count('left')) + (await count('right'))).toBe(1);
  });

  it('takes no key for a refused request: it may be corrected', async () => {
    expect((await post(ANNE, 'k6', 'refuse me')).status).toBe(409);
    expect((await post(ANNE, 'k6', 'corrected')).status).toBe(201);
    expect(await count('refuse me')).toBe(0);
  });

  it('refuses a key that is empty or too long', async () => {
    expectProblem(await post(ANNE, ' ', 'x'), 422, 'VALIDATION_FAILED');
    expectProblem(await post(ANNE, 'k'.repeat(129), 'x'), 422, 'VALIDATION_FAILED');
  });

  it('says that it was done when the process died before it kept the answer', async () => {
    await post(ANNE, 'k7', 'kept');
    await database.query(`update platform.idempotency set status = null where key = 'k7'`);
    const began = performance.now();
    expectProblem(await post(ANNE, 'k7', 'kept'), 409, 'IDEMPOTENCY_ANSWER_LOST');
    expect(performance.now() - began).toBeGreaterThan(4_000);
    expect(await count('kept')).toBe(1);
  });
});
