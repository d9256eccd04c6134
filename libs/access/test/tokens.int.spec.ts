import { createHmac, randomUUID } from 'node:crypto';
import { SystemClock } from '@zhaoguan/kernel';
import { SECRETS, type Secrets } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import type { Response } from 'supertest';

const codeOf = (answer: Response): string => (answer.body as { code: string }).code;
const base64url = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

describe('access tokens', () => {
  let app: TestApp;
  let county: TestPerson;
  let national: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    county = await app.person('ADMINISTRATOR', { districts: ['610116'] });
    national = await app.person('ADMINISTRATOR', { districts: ['*'] });
  });
  afterAll(() => app.stop());

  const login = (username: string, password: string): Promise<Response> =>
    app.http.post('/api/v1/auth/login').send({ username, password });
  const me = (token: string): Promise<Response> =>
    app.http.get('/api/v1/auth/me').set('authorization', `Bearer ${token}`);
  const signed = (header: object, claims: object, key: Buffer | string = ''): string => {
    const text = `${base64url(header)}.${base64url(claims)}`;
    const mac = key === '' ? '' : createHmac('sha256', key).update(text).digest('base64url');
    return `${text}.${mac}`;
  };
  const now = (): number => Math.floor(new SystemClock().now().getTime() / 1000);
  const good = (): object => ({ sub: county.id, gen: 0, iat: now(), exp: now() + 600 });
  const key = (): Buffer => Buffer.from(app.nest.get<Secrets>(SECRETS).tokenKey, 'hex');

  it('are accepted as the server makes them', async () => {
    expect((await me(signed({ alg: 'HS256', typ: 'JWT' }, good(), key()))).status).toBe(200);
  });

  it.each([
    ['without algorithm', () => signed({ alg: 'none', typ: 'JWT' }, good())],
    ['of no algorithm with a signature', () => signed({ alg: 'none' }, good(), key())],
    ['of another algorithm', () => signed({ alg: 'HS512' }, good(), key())],
    ['of another key', () => signed({ alg: 'HS256' }, good(), 'other')],
    ['of an empty key', () => signed({ alg: 'HS256' }, good(), Buffer.alloc(32))],
    ['that has expired', () => signed({ alg: 'HS256' }, { ...good(), exp: now() - 1 }, key())],
    ['of an earlier generation', () => signed({ alg: 'HS256' }, { ...good(), gen: -1 }, key())],
    ['without generation', () => signed({ alg: 'HS256' }, { sub: county.id, exp: now() + 600 }, key())],
    ['of nobody', () => signed({ alg: 'HS256' }, { ...good(), sub: randomUUID() }, key())],
    ['of no person at all', () => signed({ alg: 'HS256' }, { ...good(), sub: "' or 1=1" }, key())],
    ['of a person that is an object', () => signed({ alg: 'HS256' }, { ...good(), sub: { $ne: '' } }, key())],
    ['that is no token', () => 'x.y.z'],
    ['that is empty', () => ''],
  ])('are refused %s', async (_what, make) => {
    const answer = await me(make());
    expect([answer.status, codeOf(answer)]).toEqual([401, 'NOT_SIGNED_IN']);
  });

  it('are refused when the person in them was exchanged', async () => {
    const [header = '', , mac = ''] = county.token.split('.');
    const forged = `${header}.${base64url({ ...good(), sub: national.id })}.${mac}`;
    expect((await me(forged)).status).toBe(401);
  });

  it('of a disabled person are refused at once, and so is signing in and refreshing', async () => {
    const victim = await app.person('REGISTRAR');
    const signedIn = await login(victim.username, victim.password);
    const cookie = (signedIn.headers['set-cookie'] as unknown as string[])[0]?.split(';')[0] ?? '';
    expect((await me(victim.token)).status).toBe(200);
    await app.as(county).post(`/api/v1/people/${victim.id}/disable`).expect(200);
    expect((await me(victim.token)).status).toBe(401);
    expect((await login(victim.username, victim.password)).status).toBe(401);
    expect((await app.http.post('/api/v1/auth/refresh').set('cookie', cookie)).status).toBe(401);
    await app.as(county).post(`/api/v1/people/${victim.id}/enable`).expect(200);
    expect((await me(victim.token)).status).toBe(401);
    expect((await login(victim.username, victim.password)).status).toBe(200);
  });

  it('end with a reset of the password, and the account is unlocked', async () => {
    const victim = await app.person('REGISTRAR');
    for (let i = 0; i < 5; i += 1) await login(victim.username, 'wrong-12345');
    expect((await login(victim.username, victim.password)).status).toBe(429);
    const answer = await app.as(county).post(`/api/v1/people/${victim.id}/reset-password`).expect(200);
    const { initialPassword } = answer.body as { initialPassword: string };
    expect((await me(victim.token)).status).toBe(401);
    expect((await login(victim.username, victim.password)).status).toBe(401);
    expect((await login(victim.username, initialPassword)).body).toMatchObject({
      user: { mustChangePassword: true },
    });
  });

  it('end everywhere when the person says so', async () => {
    const person = await app.person('REGISTRAR');
    await app.as(person).post('/api/v1/auth/logout-everywhere').expect(204);
    expect((await me(person.token)).status).toBe(401);
  });

  it('end with a new password, but for the one it was set with', async () => {
    const person = await app.person('REGISTRAR');
    const elsewhere = (await login(person.username, person.password)).body as { accessToken: string };
    const change = (currentPassword: string, password: string): Promise<Response> =>
      app.as(person).post('/api/v1/auth/password').send({ currentPassword, password });
    expect((await change(person.password, 'Another-horse-2')).status).toBe(204);
    expect((await me(elsewhere.accessToken)).status).toBe(401);
    expect((await me(person.token)).status).toBe(200);
    expect((await change('Another-horse-2', 'Another-horse-3')).status).toBe(204);
    expect((await me(person.token)).status).toBe(200);
    await app.as(person).post('/api/v1/auth/logout-everywhere').expect(204);
    expect((await me(person.token)).status).toBe(401);
  });

  it('does not take the same password for a new one', async () => {
    const person = await app.person('REGISTRAR');
    const answer = await app
      .as(person)
      .post('/api/v1/auth/password')
      .send({ currentPassword: person.password, password: person.password });
    expect([answer.status, codeOf(answer)]).toEqual([422, 'PASSWORD_UNCHANGED']);
  });

  it('counts wrong guesses of the current password as wrong sign-ins', async () => {
    const person = await app.person('REGISTRAR');
    const guess = (): Promise<Response> =>
      app
        .as(person)
        .post('/api/v1/auth/password')
        .send({ currentPassword: 'wrong-12345', password: 'Another-horse-2' });
    for (let i = 0; i < 5; i += 1) {
      const { status, body } = await guess();
      // Not 401: a program would take its sign-in for ended, get a new token and guess once more.
      expect([status, body.code]).toEqual([422, 'WRONG_CURRENT_PASSWORD']);
      expect(body.errors).toMatchObject([{ pointer: '/currentPassword', message: '原密码不正确' }]);
    }
    expect(codeOf(await guess())).toBe('ACCOUNT_LOCKED');
  });

  it('does not use up the Idempotency-Key of a change of the password that was refused', async () => {
    const person = await app.person('REGISTRAR');
    const change = (currentPassword: string): Promise<Response> =>
      app
        .as(person)
        .post('/api/v1/auth/password')
        .set('idempotency-key', 'change-1')
        .send({ currentPassword, password: 'Another-horse-2' });
    expect((await change('wrong-12345')).status).toBe(422);
    expect((await change('wrong-12345')).status).toBe(422);
    expect((await change(person.password)).status).toBe(204);
  });

  it('counts every one of many wrong guesses that arrive together', async () => {
    const person = await app.person('REGISTRAR');
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => login(person.username, 'wrong-12345')),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
    expect((await login(person.username, person.password)).status).toBe(429);
  });
});
