import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from './filing.builder';

const DAY = 86_400_000;

describe('the day of a visit to what was filed', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  let inspector: TestPerson;
  beforeEach(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
    inspector = await app.person('INSPECTOR', { departments: ['civil-affairs'] });
  });
  afterEach(() => app.stop());

  const signIn = async ({ username, password, ...person }: TestPerson): Promise<TestPerson> => {
    const { body } = await app.http.post('/api/v1/auth/login').send({ username, password }).expect(200);
    return { ...person, username, password, token: body.accessToken as string };
  };
  /** Whoever signed in days ago signs in again. */
  const afterDays = async (days: number): Promise<void> => {
    app.clock.advance(days * DAY);
    operator = await signIn(operator);
    registrar = await signIn(registrar);
  };
  const of = async (person: TestPerson, id: string) =>
    (await app.as(person).get(`/api/v1/filings/${id}/verifications`).expect(200)).body.items[0];
  const send = async (person: TestPerson, id: string, what: string, body: object) =>
    app
      .as(person)
      .post(`/api/v1/filings/${id}/verification/${what}`)
      .set('if-match', `"${(await of(person, id)).version}"`)
      .send(body);
  const visit = async (id: string, visitedOn: string, capacity?: string) => {
    const { facts } = (await of(registrar, id)) as { facts: { pointer: string }[] };
    const found = facts.map(({ pointer }) =>
      pointer === '/institution/capacity' && capacity !== undefined
        ? { pointer, matches: false, found: capacity }
        : { pointer, matches: true },
    );
    return send(registrar, id, 'record', {
      visitedOn,
      officerIds: [registrar.id, inspector.id],
      facts: found,
    });
  };
  const isRefusedBefore = async (id: string, visitedOn: string, earliest: { day: string; label: string }) => {
    expect(await of(registrar, id)).toMatchObject({ earliestVisit: earliest });
    const answer = await visit(id, visitedOn);
    const message = `核查日期不能早于${earliest.label}（${earliest.day}）`;
    expect([answer.status, answer.body.errors]).toEqual([
      422,
      [{ pointer: '/visitedOn', code: 'TOO_EARLY', message }],
    ]);
  };

  it('is not before the acceptance, the visit that found a mismatch, and the report that it was put right', async () => {
    const { id } = await filings.accepted(operator, registrar);
    await afterDays(5);
    await isRefusedBefore(id, '2026-11-19', { day: '2026-11-20', label: '准予的日期' });
    expect((await visit(id, '2026-11-24', '96 张')).status).toBe(200);
    await isRefusedBefore(id, '2026-11-23', { day: '2026-11-24', label: '上一次现场核查的日期' });
    expect((await visit(id, '2026-11-24', '98 张')).status).toBe(200);
    await afterDays(2);
    expect((await send(operator, id, 'correct', { statement: '已恢复为 120 张' })).status).toBe(200);
    expect(await of(operator, id)).toMatchObject({ earliestVisit: null });
    await afterDays(1);
    await isRefusedBefore(id, '2026-11-26', { day: '2026-11-27', label: '申请人报告改正的日期' });
    const done = await visit(id, '2026-11-27');
    expect(done.body).toMatchObject({ status: 'VERIFIED', visits: [{}, {}, { visitedOn: '2026-11-27' }] });
  });

  it('is not before the change that was accepted in answer to the mismatch', async () => {
    const { id, institutionId } = await filings.accepted(operator, registrar);
    expect((await visit(id, '2026-11-20', '96 张')).status).toBe(200);
    await afterDays(3);
    const change = await filings.filedAbout(operator, institutionId, 'CHANGE', { capacity: 96 });
    await filings.act(registrar, change.id, 'accept');
    await afterDays(1);
    await isRefusedBefore(id, '2026-11-22', { day: '2026-11-23', label: '准予变更的日期' });
    expect((await visit(id, '2026-11-24')).body).toMatchObject({ status: 'VERIFIED' });
  });
});
