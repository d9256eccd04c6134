import { randomUUID } from 'node:crypto';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import type { Response } from 'supertest';

interface Person {
  readonly id: string;
  readonly username: string;
  readonly districts: string[];
  readonly disabled: boolean;
  readonly version: number;
}
const codeOf = (answer: Response): string => (answer.body as { code: string }).code;

describe('people', () => {
  let app: TestApp;
  let county: TestPerson;
  let national: TestPerson;
  let count = 0;
  beforeAll(async () => {
    app = await TestApp.start();
    county = await app.person('ADMINISTRATOR', { districts: ['610116'] });
    national = await app.person('ADMINISTRATOR', { districts: ['*'] });
  });
  afterAll(() => app.stop());

  const body = (more: object = {}): object => {
    count += 1;
    return {
      username: `official-${count}`,
      name: '示例·张某',
      roles: ['REGISTRAR'],
      districts: ['610116'],
      departments: ['civil-affairs'],
      ...more,
    };
  };
  const add = (admin: TestPerson, more: object = {}): Promise<Response> =>
    app.as(admin).post('/api/v1/people').send(body(more));
  const added = async (
    admin: TestPerson,
    more: object = {},
  ): Promise<{ person: Person; initialPassword: string }> => {
    const answer = await add(admin, more);
    expect(answer.status).toBe(201);
    return answer.body as { person: Person; initialPassword: string };
  };
  const login = (username: string, password: string): Promise<Response> =>
    app.http.post('/api/v1/auth/login').send({ username, password });
  const me = (token: string): Promise<Response> =>
    app.http.get('/api/v1/auth/me').set('authorization', `Bearer ${token}`);

  it('makes an account whose initial password must be changed before anything else', async () => {
    const { person, initialPassword } = await added(county);
    const signedIn = await login(person.username, initialPassword);
    const { accessToken, user } = signedIn.body as {
      accessToken: string;
      user: { mustChangePassword: boolean };
    };
    expect(user.mustChangePassword).toBe(true);
    expect((await me(accessToken)).body).toMatchObject({ mustChangePassword: true, roles: ['REGISTRAR'] });
    const bearer = { authorization: `Bearer ${accessToken}` };
    const blocked = await app.http.get('/api/v1/people').set(bearer);
    expect([blocked.status, codeOf(blocked)]).toEqual([403, 'PASSWORD_CHANGE_REQUIRED']);
    const change = { currentPassword: initialPassword, password: 'Another-horse-2' };
    for (const weak of ['Aa12345678!', '13912345678a', 'bangongshi301', `${person.username}-A1b`]) {
      const refused = await app.http
        .post('/api/v1/auth/password')
        .set(bearer)
        .send({ ...change, password: weak });
      expect([weak, refused.status, codeOf(refused)]).toEqual([weak, 422, 'PASSWORD_TOO_WEAK']);
    }
    await app.http.post('/api/v1/auth/password').set(bearer).send(change).expect(204);
    expect((await login(person.username, initialPassword)).status).toBe(401);
    expect((await login(person.username, 'Another-horse-2')).body).toMatchObject({
      user: { mustChangePassword: false },
    });
  });

  it('shows an initial password once and keeps it nowhere', async () => {
    const request = body();
    const send = (): Promise<Response> =>
      app.as(county).post('/api/v1/people').set('idempotency-key', 'new-person').send(request);
    const first = await send();
    expect(first.status).toBe(201);
    const password = (first.body as { initialPassword: string }).initialPassword;
    expect(codeOf(await send())).toBe('IDEMPOTENCY_ANSWER_LOST');
    for (const table of ['platform.idempotency', 'audit.entry', 'access.person', 'platform.outbox']) {
      const rows = await app.database.query<{ text: string }>(`select t::text as text from ${table} t`);
      expect(rows.filter(({ text }) => text.includes(password))).toEqual([]);
    }
  });

  it('never answers with a password hash', async () => {
    const { person } = await added(county);
    const one = await app.as(county).get(`/api/v1/people/${person.id}`).expect(200);
    const list = await app.as(county).get('/api/v1/people').expect(200);
    expect(one.text + list.text).not.toMatch(/scrypt|hash/i);
  });

  it('tells the state of each account and when its person last signed in, and finds accounts by state', async () => {
    const name = '示例·状态';
    const [fresh, active, locked, disabled] = [
      await added(county, { name }),
      await added(county, { name }),
      await added(county, { name }),
      await added(county, { name }),
    ] as const;
    const signedIn = await login(active.person.username, active.initialPassword);
    const { accessToken } = signedIn.body as { accessToken: string };
    await app.http
      .post('/api/v1/auth/password')
      .set('authorization', `Bearer ${accessToken}`)
      .send({ currentPassword: active.initialPassword, password: 'Another-horse-2' })
      .expect(204);
    for (let i = 0; i < 5; i += 1) await login(locked.person.username, 'wrong-password-1');
    await app.as(county).post(`/api/v1/people/${disabled.person.id}/disable`).expect(200);
    const inState = async (state: string) => {
      const query = `q=${encodeURIComponent(name)}&state=${state}`;
      const answer = await app.as(county).get(`/api/v1/people?limit=100&${query}`).expect(200);
      return (answer.body as { items: (Person & { state: string; lastSignInAt: string | null })[] }).items;
    };
    expect(await inState('ACTIVE')).toMatchObject([
      { id: active.person.id, state: 'ACTIVE', lastSignInAt: app.clock.now().toISOString() },
    ]);
    expect(await inState('LOCKED')).toMatchObject([
      { id: locked.person.id, state: 'LOCKED', lastSignInAt: null },
    ]);
    expect(await inState('DISABLED')).toMatchObject([{ id: disabled.person.id, state: 'DISABLED' }]);
    expect(await inState('INITIAL_PASSWORD')).toMatchObject([
      { id: fresh.person.id, state: 'INITIAL_PASSWORD', lastSignInAt: null },
    ]);
    await app.as(county).get('/api/v1/people?state=ASLEEP').expect(422);
  });

  it('lists the accounts of the own districts, page by page, by role and by name', async () => {
    const mine = await added(county, { name: '示例·独特', roles: ['INSPECTOR'] });
    const other = await added(national, { districts: ['610102'], name: '示例·独特' });
    const both = await added(national, { districts: ['610102', '610116'], name: '示例·独特' });
    const local = await added(county, {
      roles: ['OPERATOR'],
      districts: [],
      departments: [],
      homeDistrict: '610116',
      name: '示例·独特',
    });
    const idsOf = async (admin: TestPerson, query: string): Promise<string[]> => {
      const answer = await app.as(admin).get(`/api/v1/people?limit=100&${query}`).expect(200);
      return (answer.body as { items: Person[] }).items.map(({ id }) => id);
    };
    const q = `q=${encodeURIComponent('独特')}`;
    expect(await idsOf(county, q)).toEqual([local.person.id, mine.person.id]);
    expect(await idsOf(national, q)).toEqual([
      local.person.id,
      both.person.id,
      other.person.id,
      mine.person.id,
    ]);
    expect(await idsOf(county, `${q}&role=INSPECTOR`)).toEqual([mine.person.id]);
    expect(await idsOf(county, 'q=%25')).toEqual([]);
    const first = await app.as(national).get('/api/v1/people?limit=2');
    const page = first.body as { items: Person[]; nextCursor: string };
    const next = await app.as(national).get(`/api/v1/people?limit=2&cursor=${page.nextCursor}`);
    expect(new Set([...page.items, ...(next.body as typeof page).items].map(({ id }) => id)).size).toBe(4);
  });

  it('refuses a taken name, a bad one, and rights that are not the administrator’s to give', async () => {
    const { person } = await added(county);
    expect(codeOf(await add(county, { username: person.username }))).toBe('USERNAME_TAKEN');
    expect((await add(county, { username: 'Has Space' })).status).toBe(422);
    for (const districts of [['610102'], ['610100'], ['*'], ['610116', '610102']]) {
      expect(codeOf(await add(county, { districts }))).toBe('BEYOND_OWN_DISTRICTS');
    }
    expect(codeOf(await add(county, { districts: ['999999'] }))).toBe('UNKNOWN_DISTRICT');
    expect((await add(county, { roles: ['ROOT'] })).status).toBe(422);
    expect((await add(county, { roles: [] })).status).toBe(422);
    expect((await add(county, { roles: 'REGISTRAR' })).status).toBe(422);
  });

  it('takes nothing from a body but what is described', async () => {
    const { person } = await added(county, {
      id: randomUUID(),
      passwordHash: 'scrypt:1:1:1:a:b',
      mustChangePassword: false,
      tokenGeneration: 7,
      permissions: ['audit.read'],
    });
    const [row] = await app.database.query<Record<string, unknown>>(
      'select * from access.person where id = $1',
      [person.id],
    );
    expect(row).toMatchObject({ must_change_password: true, token_generation: 0, disabled_at: null });
    expect(row?.['password_hash']).not.toContain('scrypt:1:');
  });

  it('changes rights at once, within the own districts, against the version that was read', async () => {
    const { person, initialPassword } = await added(county);
    const { body: signedIn } = await login(person.username, initialPassword);
    const token = (signedIn as { accessToken: string }).accessToken;
    const patch = (change: object, version?: number): Promise<Response> => {
      const request = app.as(county).patch(`/api/v1/people/${person.id}`).send(change);
      return version === undefined ? request : request.set('if-match', `"${version}"`);
    };
    const changed = await patch({ roles: ['REVIEWER'] }, 1);
    expect([changed.status, changed.headers['etag']]).toEqual([200, '"2"']);
    expect(changed.body).toMatchObject({ roles: ['REVIEWER'], districts: ['610116'], name: '示例·张某' });
    expect((await me(token)).body).toMatchObject({ roles: ['REVIEWER'] });
    expect(codeOf(await patch({ name: 'x' }, 1))).toBe('STALE_VERSION');
    expect(codeOf(await patch({ districts: ['610100'] }))).toBe('BEYOND_OWN_DISTRICTS');
    for (const member of ['name', 'roles', 'districts', 'departments']) {
      const refused = await patch({ [member]: null });
      expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, `/${member}`]);
    }
    expect(codeOf(await patch({ roles: ['OPERATOR'] }))).toBe('ROLES_INCOMPATIBLE');
    expect((await patch({ username: 'other', id: randomUUID() })).body).toMatchObject({
      username: person.username,
      version: 2,
    });
    expect((await patch({ roles: ['REVIEWER'] }, 2)).headers['etag']).toBe('"2"');
  });

  it('hides accounts of other districts, of wider ones, and of the whole country', async () => {
    const foreign = await added(national, { districts: ['610102'] });
    const wider = await added(national, { districts: ['610100'] });
    const partly = await added(national, { districts: ['610116', '610102'] });
    for (const id of [foreign.person.id, wider.person.id, partly.person.id, national.id, randomUUID()]) {
      expect((await app.as(county).get(`/api/v1/people/${id}`)).status).toBe(404);
      for (const action of ['disable', 'enable', 'reset-password'])
        expect((await app.as(county).post(`/api/v1/people/${id}/${action}`)).status).toBe(404);
      expect((await app.as(county).patch(`/api/v1/people/${id}`).send({ name: 'x' })).status).toBe(404);
    }
    expect((await app.as(county).get('/api/v1/people/x')).status).toBe(400);
  });

  it('leaves to a functional area the accounts of its officials, though the street lies in the county', async () => {
    const { person } = await added(national, { districts: ['610116005'] });
    const city = await app.person('ADMINISTRATOR', { districts: ['610100'] });
    const area = await app.person('ADMINISTRATOR', { districts: ['610116005'] });
    const listed = async (by: TestPerson): Promise<boolean> => {
      const answer = await app.as(by).get('/api/v1/people?limit=100').expect(200);
      return (answer.body as { items: Person[] }).items.some(({ id }) => id === person.id);
    };
    for (const admin of [county, city]) {
      expect(codeOf(await add(admin, { districts: ['610116005'] }))).toBe('BEYOND_OWN_DISTRICTS');
      expect((await app.as(admin).get(`/api/v1/people/${person.id}`)).status).toBe(404);
      expect((await app.as(admin).post(`/api/v1/people/${person.id}/reset-password`)).status).toBe(404);
      expect(await listed(admin)).toBe(false);
    }
    expect((await app.as(area).get(`/api/v1/people/${person.id}`)).status).toBe(200);
    expect([await listed(area), await listed(national)]).toEqual([true, true]);
    await added(area, { districts: ['610116005'] });
    await added(county, { districts: ['610116001'] });
  });

  it('is closed to every other role and to nobody signed in', async () => {
    for (const role of [
      'OPERATOR',
      'REGISTRAR',
      'PLANNER',
      'INSPECTOR',
      'REVIEWER',
      'CASE_OFFICER',
    ] as const) {
      const person = await app.person(role);
      const own = `/api/v1/people/${person.id}`;
      expect((await app.as(person).get('/api/v1/people')).status).toBe(403);
      expect((await app.as(person).post('/api/v1/people').send(body())).status).toBe(403);
      expect(
        (
          await app
            .as(person)
            .patch(own)
            .send({ roles: ['ADMINISTRATOR'] })
        ).status,
      ).toBe(403);
      expect((await app.as(person).get('/api/v1/jobs/dead')).status).toBe(403);
    }
    expect((await app.http.get('/api/v1/people')).status).toBe(401);
  });

  it('records every act on an account where its district’s administrator reads it', async () => {
    const { person } = await added(county);
    await app.as(county).post(`/api/v1/people/${person.id}/disable`).expect(200);
    await app
      .as(county)
      .patch(`/api/v1/people/${person.id}`)
      .send({ roles: ['INSPECTOR'] })
      .expect(200);
    const { body: page } = await app
      .as(county)
      .get(`/api/v1/audit-entries?subjectType=person&subjectId=${person.id}`)
      .expect(200);
    const items = (page as { items: { action: string; actorId: string }[] }).items;
    expect(items.map(({ action }) => action)).toEqual([
      'access.rights-changed',
      'access.person-disabled',
      'access.person-created',
    ]);
    expect(new Set(items.map(({ actorId }) => actorId))).toEqual(new Set([county.id]));
  });
});
