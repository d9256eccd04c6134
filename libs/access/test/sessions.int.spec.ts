import { systemCaller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { SessionStore } from '../src/store/session.store';

describe('ending the sign-ins of a person', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  const refreshCookie = async ({ username, password }: TestPerson): Promise<string> => {
    const answer = await app.http.post('/api/v1/auth/login').send({ username, password }).expect(200);
    const cookies = answer.headers['set-cookie'] as unknown as string[];
    return cookies.find((cookie) => cookie.startsWith('zhaoguan_refresh='))!.split(';')[0]!;
  };

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
    const cookie = await refreshCookie(person);
    const sessions = app.nest.get(SessionStore);
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    let issued = (): void => undefined;
    const isIssued = new Promise<void>((resolve) => (issued = resolve));
    const refreshing = app.nest.get(UnitOfWork).run(systemCaller('test'), async (tx) => {
      const { personId, family } = await sessions.consume(tx, cookie.split('=')[1]!);
      const token = await sessions.issue(tx, personId, family);
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
