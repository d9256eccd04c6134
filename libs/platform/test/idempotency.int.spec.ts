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

  it('gives no answer again to whose rights are others by now', async () => {
    const within = (district: string): Promise<Response> =>
      http()
        .post('/api/v1/test/notes')
        .set({ 'x-test-person': ANNE, 'x-test-district': district, 'idempotency-key': 'k2b' })
        .send({ text: 'of the office' });
    expect((await within('610116')).status).toBe(201);
    expect((await within('610116')).headers['idempotent-replay']).toBe('true');
    expectProblem(await within('500152'), 422, 'IDEMPOTENCY_KEY_REUSED');
    expect(await count('of the office')).toBe(1);
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

  it('takes no key for a refusal that had something to keep, such as a wrong password that is counted', async () => {
    const guess = (text: string): Promise<Response> =>
      http()
        .post('/api/v1/test/guesses')
        .set('x-test-person', ANNE)
        .set('idempotency-key', 'k8')
        .send({ text });
    expectProblem(await guess('wrong 1'), 401, 'BAD_CREDENTIALS');
    expectProblem(await guess('wrong 1'), 401, 'BAD_CREDENTIALS');
    expect((await guess('right')).status).toBe(201);
    expect((await guess('right')).headers['idempotent-replay']).toBe('true');
    expect(await count('wrong 1')).toBe(2);
  });

  it('keeps the key of a request that failed after its work was done', async () => {
    const request = (): Promise<Response> =>
      http()
        .post('/api/v1/test/guesses')
        .set('x-test-person', ANNE)
        .set('idempotency-key', 'k9')
        .send({ text: 'fault' });
    expectProblem(await request(), 500, 'INTERNAL');
    expectProblem(await request(), 409, 'IDEMPOTENCY_ANSWER_LOST');
    expect(await count('fault')).toBe(1);
  });

  describe('on an upload', () => {
    const upload = (key: string, page: string): Promise<Response> =>
      http()
        .post('/api/v1/test/files')
        .set('x-test-person', ANNE)
        .set('idempotency-key', key)
        .attach('file', Buffer.from(`%PDF-1.7 ${page}`), {
          filename: 'a.pdf',
          contentType: 'application/pdf',
        });
    const kept = async (sm3: unknown): Promise<number> =>
      (await database.query('select 1 from platform.stored_file where sm3 = $1', [sm3])).length;

    it('gives the first answer again for the same content', async () => {
      const first = await upload('u1', 'page 1');
      const again = await upload('u1', 'page 1');
      expect([first.status, again.status]).toEqual([201, 201]);
      expect(again.body).toEqual(first.body);
      expect(again.headers['idempotent-replay']).toBe('true');
      expect(await kept(first.body.sm3)).toBe(1);
    });

    it('refuses the key for other content of the same length, and loses no file', async () => {
      await upload('u2', 'page 1');
      expectProblem(await upload('u2', 'page 2'), 422, 'IDEMPOTENCY_KEY_REUSED');
      const second = await upload('u3', 'page 2');
      expect(await kept(second.body.sm3)).toBe(1);
    });

    it('has one effect when several arrive at the same time', async () => {
      const answers = await Promise.all(Array.from({ length: 4 }, () => upload('u4', 'raced')));
      for (const { body } of answers) expect(body).toEqual(answers[0]?.body);
      expect(await kept(answers[0]?.body.sm3)).toBe(1);
      const [one, other] = await Promise.all([upload('u5', 'left'), upload('u5', 'righ')]);
      expect(new Set([one.status, other.status])).toEqual(new Set([201, 422]));
    });
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
