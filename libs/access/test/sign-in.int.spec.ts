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
    expect(answer.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Strict/);
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

  it('ends the whole family when a refresh token is used twice', async () => {
    const person = await app.person('REGISTRAR');
    const signedIn = await app.http
      .post('/api/v1/auth/login')
      .send({ username: person.username, password: person.password });
    const cookieOf = (answer: { headers: Record<string, unknown> }): string =>
      (answer.headers['set-cookie'] as string[])[0]?.split(';')[0] ?? '';
    const first = cookieOf(signedIn as never);
    const second = await app.http.post('/api/v1/auth/refresh').set('cookie', first).expect(200);
    await app.http.post('/api/v1/auth/refresh').set('cookie', first).expect(401);
    await app.http
      .post('/api/v1/auth/refresh')
      .set('cookie', cookieOf(second as never))
      .expect(401);
  });

  it('names the missing field of a login in Chinese', async () => {
    const answer = await app.http.post('/api/v1/auth/login').send({ username: 'x' }).expect(422);
    expect(answer.body).toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ pointer: '/password', code: 'REQUIRED', message: '请填写' }],
    });
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
