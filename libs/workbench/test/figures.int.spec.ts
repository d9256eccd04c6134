import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { CaseScene, NOTICE, PENALTY } from '../../enforcement/test/case-scene.builder';
import { FilingBuilder } from '../../filings/test/filing.builder';
import { licenseFrom } from '../../filings/test/regime.builder';
import { buildInstitution } from '../../institutions/test/institution.builder';

interface Dated<T> {
  readonly asOf: string;
  readonly figure: T;
}
type Rows = readonly Record<string, unknown>[];

async function figure<T = Rows>(app: TestApp, person: TestPerson, name: string): Promise<Dated<T>> {
  const answer = await app.as(person).get(`/api/v1/figures/${name}`).expect(200);
  return answer.body as Dated<T>;
}

describe('figures of filings', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false, now: '2026-11-10T02:00:00Z' });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
    const first = await filings.submitted(operator);
    const second = await filings.submitted(operator);
    app.clock.set('2026-11-12T02:00:00Z');
    await filings.act(registrar, first.id, 'accept');
    app.clock.set('2026-11-17T02:00:00Z');
    await filings.act(registrar, second.id, 'refuse', { reason: '不属于备案范围' });
    await filings.submitted(operator, 'CHILDCARE');
    await filings.submitted(operator);
    await filings.draft(operator);
  });
  afterAll(() => app.stop());
  const none = { SUBMITTED: 0, RETURNED: 0, DISMISSED: 0, REFUSED: 0, LAPSED: 0, WITHDRAWN: 0, ACCEPTED: 0 };

  it('show by week what was handed in and what became of it, for the kinds of the department', async () => {
    const { asOf, figure: weeks } = await figure(app, registrar, 'filings-by-week');
    expect(asOf).toBe('2026-11-17T02:00:00.000Z');
    expect(weeks).toHaveLength(26);
    expect(weeks.slice(-3)).toEqual([
      { week: '2026-W45', from: '2026-11-02', byOutcome: none },
      { week: '2026-W46', from: '2026-11-09', byOutcome: { ...none, ACCEPTED: 1, REFUSED: 1 } },
      { week: '2026-W47', from: '2026-11-16', byOutcome: { ...none, SUBMITTED: 1 } },
    ]);
    const health = await app.person('REGISTRAR', { departments: ['health'] });
    const { figure: theirs } = await figure(app, health, 'filings-by-week');
    expect(theirs.at(-1)).toMatchObject({ byOutcome: { ...none, SUBMITTED: 1 } });
    const { figure: own } = await figure(app, operator, 'filings-by-week');
    expect(own.at(-1)).toMatchObject({ byOutcome: { ...none, SUBMITTED: 2 } });
    const elsewhere = await app.person('REGISTRAR', { districts: ['500152'] });
    const { figure: nothing } = await figure(app, elsewhere, 'filings-by-week');
    expect(nothing.every(({ byOutcome }) => JSON.stringify(byOutcome) === JSON.stringify(none))).toBe(true);
  });

  it('show the median of working days to the decision', async () => {
    expect((await figure(app, registrar, 'days-to-decision')).figure).toEqual([
      { kind: 'ELDERLY_CARE', decided: 2, medianWorkingDays: 3.5 },
      { kind: 'CHILDCARE', decided: 0, medianWorkingDays: null },
    ]);
  });

  it('are counted once a minute for all who see the same, and by everybody else for themselves', async () => {
    const colleague = await app.person('REGISTRAR');
    const { asOf } = await figure(app, registrar, 'filings-by-week');
    app.clock.advance(30_000);
    await filings.submitted(operator);
    expect((await figure(app, colleague, 'filings-by-week')).asOf).toBe(asOf);
    app.clock.advance(30_000);
    const later = await figure(app, colleague, 'filings-by-week');
    expect(later.asOf).not.toBe(asOf);
    expect(later.figure.at(-1)).toMatchObject({ byOutcome: { ...none, SUBMITTED: 2 } });
  });

  it('count what was not taken in on its own, for nothing of it was refused', async () => {
    await licenseFrom(app, '2026-11-17');
    const health = await app.person('REGISTRAR', { departments: ['health'] });
    const { id } = await filings.submitted(operator, 'CHILDCARE');
    const dismissal = { ground: 'NO_LICENCE_NEEDED', reason: '不面向社会招收。' };
    await filings.act(health, id, 'dismiss', dismissal);
    app.clock.advance(60_000);
    const { figure: weeks } = await figure(app, health, 'filings-by-week');
    expect(weeks.at(-1)).toMatchObject({ byOutcome: { ...none, SUBMITTED: 1, DISMISSED: 1 } });
  });

  it('sum up the work that waits', async () => {
    const { figure: waiting } = await figure<{ total: number }>(app, registrar, 'waiting');
    expect(waiting).toMatchObject({
      byType: [
        { type: 'FILING_TO_DECIDE', count: 2 },
        { type: 'FILING_TO_VERIFY', count: 1 },
      ],
    });
    expect((await figure<{ total: number }>(app, operator, 'waiting')).figure.total).toBe(1);
  });

  it('are closed to roles that have nothing to do with what is counted, and to whoever has not signed in', async () => {
    const inspector = await app.person('INSPECTOR');
    for (const name of ['filings-by-week', 'days-to-decision', 'findings', 'results', 'plans'])
      await app.as(inspector).get(`/api/v1/figures/${name}`).expect(403);
    await app.http.get('/api/v1/figures/grades').expect(401);
  });
});

describe('figures of supervision', () => {
  let scene: CaseScene;
  beforeAll(async () => {
    scene = await CaseScene.start(2);
    await buildInstitution(scene.app.nest, { kind: 'CHILDCARE', township: '610116001' });
    await buildInstitution(scene.app.nest, { district: '610118' });
    await scene.app.idle();
  }, 120_000);
  afterAll(() => scene.app.stop());

  it('show the grades of each kind, within the jurisdiction', async () => {
    const { app, officer, operator } = scene;
    const grades = (await figure(app, officer, 'grades')).figure;
    expect(grades).toEqual([
      { kind: 'ELDERLY_CARE', byGrade: { A: 0, B: 4, C: 0, D: 0 } },
      { kind: 'CHILDCARE', byGrade: { A: 0, B: 1, C: 0, D: 0 } },
    ]);
    expect((await figure(app, operator, 'grades')).figure[0]).toMatchObject({ byGrade: { B: 3 } });
    expect((await figure(app, operator, 'districts')).figure).toEqual([]);
  });

  it('show which items are found wrong most, and how inspections end', async () => {
    const { app, officer } = scene;
    const findings = (await figure(app, officer, 'findings')).figure;
    expect(findings.map(({ count }) => count)).toEqual([4, 4]);
    expect(findings[0]).toMatchObject({ severity: 'H', itemTitle: expect.any(String) });
    expect((await figure(app, officer, 'results')).figure).toEqual([
      { resultCode: 'PROBLEMS_PENDING', resultLabel: '发现问题待后续处理', count: 4 },
    ]);
  });

  it('show how far the running inspections are', async () => {
    const { app, county } = scene;
    const { planner } = county.inspections;
    expect((await figure(app, planner, 'plans')).figure).toMatchObject([
      { districts: ['610116'], done: 4, begun: 0, waiting: 0, dueOn: expect.stringMatching(/^2026-/) },
    ]);
    const elsewhere = await app.person('PLANNER', { districts: ['500152'] });
    expect((await figure(app, elsewhere, 'plans')).figure).toEqual([]);
  });

  it('show the divisions below, with their tiles', async () => {
    const { app, officer } = scene;
    const county = (await figure(app, officer, 'districts')).figure;
    expect(county).toHaveLength(26);
    expect(county.find(({ code }) => code === '610116001')).toMatchObject({
      institutions: 1,
      openProblems: 0,
    });
    expect(county.at(-1)).toMatchObject({ code: '610116', institutions: 4, openProblems: 4, tile: null });

    const ofTheCity = await app.person('CASE_OFFICER', { districts: ['610100'] });
    const city = (await figure(app, ofTheCity, 'districts')).figure;
    expect(city).toHaveLength(13);
    expect(city.find(({ code }) => code === '610116')).toMatchObject({
      name: '长安区',
      tile: { column: 3, row: 6 },
      institutions: 5,
      openProblems: 4,
    });
    expect(city.find(({ code }) => code === '610118')).toMatchObject({ institutions: 1, openProblems: 0 });
    const nation = await app.person('REGISTRAR', { districts: ['*'] });
    const provinces = (await figure(app, nation, 'districts')).figure;
    expect(provinces.find(({ code }) => code === '610000')).toMatchObject({
      institutions: 6,
      openProblems: null,
    });
  });

  it('do not count as open what has been decided', async () => {
    const { app, officer, operator } = scene;
    const id = await scene.opened();
    await scene.post(officer, `/${id}/notice`, NOTICE).expect(200);
    await scene.post(operator, `/${id}/statement`, { text: '已改正' }).expect(200);
    await scene.post(officer, `/${id}/decide`, { ...PENALTY, statementReview: '不予采纳' }).expect(200);
    await app.idle();
    app.clock.advance(60_000);
    expect((await figure(app, officer, 'districts')).figure.at(-1)).toMatchObject({ openProblems: 3 });
  });

  it('show an operator the grades of their own institutions, and nobody else’s', async () => {
    const { app, operator, officer } = scene;
    const history = (await figure(app, operator, 'grade-history')).figure;
    expect(history.length).toBeGreaterThanOrEqual(3);
    expect(history[0]).toMatchObject({ from: null, to: 'B', score: 80 });
    expect((await figure(app, officer, 'grade-history')).figure).toEqual([]);
  });

  it('are refused, not waited for, when counting takes too long', async () => {
    const { app } = scene;
    const nation = await app.person('CASE_OFFICER', { districts: ['*'] });
    const paths = ['/api/v1/figures/grades', '/api/v1/figures/waiting', '/api/v1/work-items'];
    await app.database.query(
      'begin; lock table institutions.institution, inspections.result in access exclusive mode',
    );
    const answers = await Promise.all(paths.map((path) => app.as(nation).get(path)));
    await app.database.query('commit');
    for (const { status, body, headers } of answers) {
      expect([status, body.code]).toEqual([503, 'SERVICE_BUSY']);
      expect(headers['retry-after']).toBeDefined();
    }
    for (const path of paths) await app.as(nation).get(path).expect(200);
  });
});
