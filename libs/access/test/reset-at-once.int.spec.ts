import { TestApp, type TestPerson } from '@zhaoguan/testing';

describe('the password of one account, reset by two', () => {
  let app: TestApp;
  let one: TestPerson;
  let other: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    one = await app.person('ADMINISTRATOR', { districts: ['610116'] });
    other = await app.person('ADMINISTRATOR', { districts: ['610116'] });
  });
  afterAll(() => app.stop());

  const reset = (by: TestPerson, { id }: TestPerson) =>
    app.as(by).post(`/api/v1/people/${id}/reset-password`);
  const opens = async ({ username }: TestPerson, password: string) =>
    (await app.http.post('/api/v1/auth/login').send({ username, password })).status;

  it('is shown to one of them alone when both do it at once, and opens the account', async () => {
    const clerk = await app.person('REGISTRAR');
    const answers = await Promise.all([one, other, one, other].map((by) => reset(by, clerk)));
    const shown = answers.filter(({ status }) => status === 200);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(shown.length).toBeGreaterThan(0);
    for (const { body } of refused)
      expect(body).toMatchObject({
        status: 409,
        code: 'ACCOUNT_CHANGED_MEANWHILE',
        detail: expect.stringContaining('以对方得到的初始密码为准'),
      });
    const opened = await Promise.all(shown.map(({ body }) => opens(clerk, body.initialPassword as string)));
    expect(opened.filter((status) => status === 200)).toHaveLength(1);
    const [{ acts } = { acts: 0 }] = await app.database.query<{ acts: number }>(
      `select count(*)::int as acts from audit.entry where subject_id = $1 and action = 'access.password-reset'`,
      [clerk.id],
    );
    expect(acts).toBe(shown.length);
  });

  it('is not reset by a page that shows the account as it was before the other had done it', async () => {
    const clerk = await app.person('REGISTRAR');
    const { headers } = await app.as(one).get(`/api/v1/people/${clerk.id}`).expect(200);
    const read = String(headers['etag']);
    const { body: first } = await reset(other, clerk).set('if-match', read).expect(200);
    expect(first.person.version).toBeGreaterThan(1);
    const { body: late } = await reset(one, clerk).set('if-match', read).expect(412);
    expect(late.code).toBe('STALE_VERSION');
    expect(await opens(clerk, first.initialPassword as string)).toBe(200);
  });
});
