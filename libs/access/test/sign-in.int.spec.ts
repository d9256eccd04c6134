import { TestApp } from '@zhaoguan/testing';

describe('sign-in', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  it('answers with a token, the person and an HttpOnly refresh cookie', async () => {
    const person = await app.person('REGISTRAR');
    const answer = await app.http
      .post('/api/v1/auth/login')
      .send({ username: person.username, password: person.password })
      .expect(200);
    expect(answer.body).toMatchObject({
      expiresIn: 900,
      user: { id: person.id, roles: ['REGISTRAR'], districts: ['610116'] },
    });
    const cookies = answer.headers['set-cookie'] as unknown as string[];
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
  });

  it('takes the name as it is meant, with the space that a phone puts behind it', async () => {
    const { username, password } = await app.person('REGISTRAR');
    for (const typed of [`${username} `, ` ${username}`, `\u3000${username}\u3000`])
      await app.http.post('/api/v1/auth/login').send({ username: typed, password }).expect(200);
    await app.http.post('/api/v1/auth/login').send({ username: '  ', password }).expect(422);
    await app.http
      .post('/api/v1/auth/login')
      .send({ username, password: `${password} ` })
      .expect(401);
  });

  it('refuses a wrong password without saying which part was wrong', async () => {
    const person = await app.person('REGISTRAR');
    for (const username of [person.username, 'nobody']) {
      const answer = await app.http
        .post('/api/v1/auth/login')
        .send({ username, password: 'wrong-1234' })
        .expect(401);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.body).toMatchObject({ code: 'BAD_CREDENTIALS', status: 401 });
    }
  });

  it('locks the account after five wrong passwords, also for the right one', async () => {
    const person = await app.person('REGISTRAR');
    for (let i = 0; i < 5; i += 1) {
      await app.http
        .post('/api/v1/auth/login')
        .send({ username: person.username, password: 'wrong-1234' })
        .expect(401);
    }
    const right = { username: person.username, password: person.password };
    const locked = await app.http.post('/api/v1/auth/login').send(right).expect(429);
    expect(locked.body.code).toBe('ACCOUNT_LOCKED');
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(0);
    app.clock.advance(16 * 60_000);
    await app.http.post('/api/v1/auth/login').send(right).expect(200);
  });

  it('rests a name that nobody has in the same way', async () => {
    const guess = { username: `nobody-${app.clock.now().getTime()}`, password: 'wrong-1234' };
    for (let i = 0; i < 5; i += 1) await app.http.post('/api/v1/auth/login').send(guess).expect(401);
    const resting = await app.http.post('/api/v1/auth/login').send(guess).expect(429);
    expect(resting.body.code).toBe('ACCOUNT_LOCKED');
    app.clock.advance(16 * 60_000);
    await app.http.post('/api/v1/auth/login').send(guess).expect(401);
    const kept = await app.database.query('select * from access.unknown_name');
    expect(JSON.stringify(kept)).not.toContain('nobody');
  });

  it('lets a person in from a known browser while strangers have the account resting', async () => {
    const person = await app.person('REGISTRAR');
    const right = { username: person.username, password: person.password };
    const login = (body: object, cookie = '') =>
      app.http.post('/api/v1/auth/login').set('cookie', cookie).send(body);
    const first = await login(right).expect(200);
    const device = deviceOf(first);
    for (let i = 0; i < 5; i += 1) await login({ ...right, password: 'wrong-1234' }).expect(401);
    await login(right).expect(429);
    const again = await login(right, device).expect(200);
    expect(deviceOf(again)).toBe(device);
    // The known browser has five attempts of its own, and is no way round them.
    for (let i = 0; i < 5; i += 1) await login({ ...right, password: 'wrong-1234' }, device).expect(401);
    expect((await login(right, device).expect(429)).body.code).toBe('ACCOUNT_LOCKED');
  });

  it('takes the token of a browser for nobody else', async () => {
    const [mine, other] = [await app.person('REGISTRAR'), await app.person('REGISTRAR')];
    const login = (person: { username: string }, password: string, cookie = '') =>
      app.http.post('/api/v1/auth/login').set('cookie', cookie).send({ username: person.username, password });
    const device = deviceOf(await login(mine, mine.password).expect(200));
    for (let i = 0; i < 5; i += 1) await login(other, 'wrong-1234', device).expect(401);
    await login(other, other.password, device).expect(429);
    await login(mine, mine.password, device).expect(200);
  });

  it('names the missing field of a login in Chinese', async () => {
    const answer = await app.http.post('/api/v1/auth/login').send({ username: 'x' }).expect(422);
    expect(answer.body).toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ pointer: '/password', code: 'REQUIRED', message: '请填写' }],
    });
  });

  it('names a field of a login that is no text', async () => {
    for (const name of [{ toString: 'x' }, ['a'], 7, null]) {
      for (const [field, sent] of [
        ['username', { username: name, password: 'wrong-1234' }],
        ['password', { username: 'nobody', password: name }],
      ] as const) {
        const { status, body } = await app.http.post('/api/v1/auth/login').send(sent);
        expect([status, body.errors[0].pointer]).toEqual([422, `/${field}`]);
      }
    }
  });

  it('answers malformed JSON with 400 and a body over 1 MB with 413', async () => {
    const malformed = await app.http
      .post('/api/v1/auth/login')
      .set('content-type', 'application/json')
      .send('{"username":')
      .expect(400);
    expect(malformed.body.code).toBe('MALFORMED_JSON');
    const huge = await app.http
      .post('/api/v1/auth/login')
      .send({ username: 'x'.repeat(10_000_000) })
      .expect(413);
    expect(huge.body.code).toBe('PAYLOAD_TOO_LARGE');
  });

  it('refuses a call without a token', async () => {
    const answer = await app.http.get('/api/v1/auth/me').expect(401);
    expect(answer.body).toMatchObject({ code: 'NOT_SIGNED_IN', type: 'urn:zhaoguan:error:NOT_SIGNED_IN' });
  });
});

/** The cookie by which a browser is known again. */
function deviceOf(answer: { headers: Record<string, unknown> }): string {
  const cookies = answer.headers['set-cookie'] as unknown as string[];
  return cookies.find((cookie) => cookie.startsWith('zhaoguan_device='))!.split(';')[0]!;
}
