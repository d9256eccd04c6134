import type { Response, Test } from 'supertest';
import { systemCaller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { SessionStore } from '../src/store/session.store';

function refreshCookieOf(answer: Response): string {
  const cookies = answer.headers['set-cookie'] as unknown as string[];
  return cookies.find((cookie) => cookie.startsWith('zhaoguan_refresh='))!.split(';')[0]!;
}

async function signIn(app: TestApp, { username, password }: TestPerson): Promise<string> {
  return refreshCookieOf(await app.http.post('/api/v1/auth/login').send({ username, password }).expect(200));
}

describe('ending the sign-ins of a person', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  const somebodyWaitsForALock = async (): Promise<void> => {
    for (let waiting: unknown[] = []; waiting.length === 0;) {
      await new Promise((resume) => setTimeout(resume, 10));
      waiting = await app.database.query(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
    }
  };

  it.each([
    ['logout-everywhere', (person: TestPerson) => app.as(person).post('/api/v1/auth/logout-everywhere')],
    [
      'a new password',
      (person: TestPerson) =>
        app
          .as(person)
          .post('/api/v1/auth/password')
          .send({ currentPassword: person.password, password: 'Another-horse-2' }),
    ],
    [
      'logout',
      (_person: TestPerson, cookie: string) => app.http.post('/api/v1/auth/logout').set('cookie', cookie),
    ],
  ] as const)('by %s also ends the token that a refresh is just issuing', async (_how, end) => {
    const person = await app.person('REGISTRAR');
    const cookie = await signIn(app, person);
    const sessions = app.nest.get(SessionStore);
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    let issued = (): void => undefined;
    const isIssued = new Promise<void>((resolve) => (issued = resolve));
    const refreshing = app.nest.get(UnitOfWork).run(systemCaller('test'), async (tx) => {
      const consumed = await sessions.consume(tx, cookie.split('=')[1]!);
      const token = await sessions.issue(tx, consumed.personId, consumed);
      issued();
      await released;
      return token;
    });
    await isIssued;
    const ending = end(person, cookie).then((answer) => answer);
    await somebodyWaitsForALock();
    release();
    const token = await refreshing;
    expect((await ending).status).toBe(204);
    const late = await app.http.post('/api/v1/auth/refresh').set('cookie', `zhaoguan_refresh=${token}`);
    expect(late.status).toBe(401);
  });
});

describe('a new password', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  it('ends the sign-ins elsewhere and goes on with the own one, by a new refresh token', async () => {
    const person = await app.person('REGISTRAR');
    const [own, elsewhere] = [await signIn(app, person), await signIn(app, person)];
    const refresh = (cookie: string): Test => app.http.post('/api/v1/auth/refresh').set('cookie', cookie);
    const change = (currentPassword: string, password: string): Test =>
      app.as(person).post('/api/v1/auth/password').set('cookie', own).send({ currentPassword, password });
    const refused = await change('wrong-12345', 'Another-horse-2').expect(422);
    expect(refused.headers['set-cookie']).toBeUndefined();
    const renewed = refreshCookieOf(await change(person.password, 'Another-horse-2').expect(204));
    await refresh(elsewhere).expect(401);
    await refresh(own).expect(401);
    const { accessToken } = (await refresh(renewed).expect(200)).body as { accessToken: string };
    await app.http.get('/api/v1/auth/me').set('authorization', `Bearer ${accessToken}`).expect(200);
  });
});

describe('a refresh token that comes again', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  const refresh = (cookie: string): Test => app.http.post('/api/v1/auth/refresh').set('cookie', cookie);
  const next = async (cookie: string): Promise<string> => refreshCookieOf(await refresh(cookie).expect(200));

  it('is answered again when the first answer was lost, as often as that happens', async () => {
    const first = await signIn(app, await app.person('INSPECTOR'));
    await next(first);
    await next(first);
    const second = await next(first);
    await next(second);
    const last = await next(await next(second));
    expect((await refresh(last)).status).toBe(200);
  });

  it('ends the family, and is recorded, when what followed it is in use', async () => {
    const person = await app.person('REGISTRAR');
    const first = await signIn(app, person);
    const third = await next(await next(first));
    await refresh(first).expect(401);
    await refresh(third).expect(401);
    const recorded = await app.database.query(
      `select district from audit.entry where action = 'access.token-reused' and subject_id = $1`,
      [person.id],
    );
    expect(recorded).toEqual([{ district: '610116' }]);
  });

  it('ends the family when two use what each of them got for it', async () => {
    const first = await signIn(app, await app.person('REGISTRAR'));
    const [one, other] = [await next(first), await next(first)];
    const oneMore = await next(one);
    await refresh(other).expect(401);
    await refresh(oneMore).expect(401);
    await refresh(first).expect(401);
  });

  it('leaves the other sign-ins of the person alone', async () => {
    const person = await app.person('REGISTRAR');
    const [desk, phone] = [await signIn(app, person), await signIn(app, person)];
    await next(await next(desk));
    await refresh(desk).expect(401);
    await next(phone);
  });

  it('is a stolen one once no browser asks for a lost answer any more', async () => {
    const first = await signIn(app, await app.person('REGISTRAR'));
    const second = await next(first);
    app.clock.advance(3 * 60_000);
    await refresh(first).expect(401);
    await refresh(second).expect(401);
  });

  it('takes the access tokens that were got for it along', async () => {
    const first = await signIn(app, await app.person('REGISTRAR'));
    const [one, other] = [await refresh(first).expect(200), await refresh(first).expect(200)];
    await next(refreshCookieOf(one));
    await refresh(refreshCookieOf(other)).expect(401);
    const { accessToken } = other.body as { accessToken: string };
    await app.http.get('/api/v1/auth/me').set('authorization', `Bearer ${accessToken}`).expect(401);
  });

  it('is worth nothing twelve hours after the password, however often it was exchanged', async () => {
    const person = await app.person('REGISTRAR');
    let cookie = await signIn(app, person);
    for (let hour = 0; hour < 11; hour += 1) {
      app.clock.advance(3_600_000);
      cookie = await next(cookie);
    }
    app.clock.advance(3_600_000);
    await refresh(cookie).expect(401);
  });

  it('gives a thief away even when its owner comes too late', async () => {
    const person = await app.person('REGISTRAR');
    const first = await signIn(app, person);
    const [owners, thiefs] = [await next(first), await next(first)];
    await next(thiefs);
    app.clock.advance(13 * 3_600_000);
    await refresh(owners).expect(401);
    const recorded = await app.database.query(
      `select 1 from audit.entry where action = 'access.token-reused' and subject_id = $1`,
      [person.id],
    );
    expect(recorded).toHaveLength(1);
  });

  it('ends with the next sign-in of its browser', async () => {
    const person = await app.person('REGISTRAR');
    const before = await signIn(app, person);
    const { username, password } = person;
    await app.http.post('/api/v1/auth/login').set('cookie', before).send({ username, password }).expect(200);
    await refresh(before).expect(401);
  });
});
