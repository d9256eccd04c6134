import type { InspectionItemRow } from '@zhaoguan/contracts';
import { JobRunner, ReferenceData } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { RatedBuilder } from '../../feedback/test/rated.builder';
import { FilingBuilder, PDF } from '../../filings/test/filing.builder';
import { InspectionBuilder } from '../../inspections/test/inspection.builder';
import { buildInstitution } from '../../institutions/test/institution.builder';
import { exportedSheet } from '../../institutions/test/exported-sheet.builder';

const HOME = { kind: 'CHILDCARE', siteType: 'HOME' };
const CALLED = /机构类型<\/dt><dd>家庭托育点/;
const APPLICATION = { siteType: 'HOME', capacity: 5, name: '示例·邻里家庭托育点' };
const EVERY_ONE = ['A', 'B', 'C', 'D'].map((key) => ({ key, basisPoints: 10_000, minimum: 1 }));

/** @law 家庭托育点管理办法（试行）（国卫人口发〔2023〕28号）: it is held to a measure of its own. */
describe('a 家庭托育点 is called so', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  let reviewer: TestPerson;
  const health = { departments: ['health'] };
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR', health);
    reviewer = await app.person('REVIEWER', health);
  });
  afterAll(() => app.stop());

  const linesOf = async (person: TestPerson, path: string): Promise<unknown[]> =>
    (await app.as(person).get(`/api/v1/${path}`).expect(200)).body.items as unknown[];
  const exported = async (person: TestPerson, path: string): Promise<string> =>
    JSON.stringify((await exportedSheet(app, person, `/api/v1/${path}/export`)).rows);
  const home = () => buildInstitution(app.nest, { ...of(operator), kind: 'CHILDCARE' });
  const of = ({ id }: TestPerson) => ({ operatorId: id, details: { siteType: 'HOME' } });

  it('where another department is asked, where a bad rating is followed up, and beside what is like it', async () => {
    const fire = await app.person('ADVISER', { departments: ['fire'] });
    const { id } = await filings.submitted(operator, 'CHILDCARE', APPLICATION);
    const question = { department: 'fire', question: '请就消防安全条件提出意见', materials: [] };
    const asked = await app.as(registrar).post(`/api/v1/filings/${id}/opinions`).send(question).expect(201);
    const opinion = asked.body.items[0].id as string;
    expect(await linesOf(fire, 'opinions')).toMatchObject([HOME]);
    expect((await app.as(fire).get(`/api/v1/opinions/${opinion}`).expect(200)).body).toMatchObject(HOME);
    expect(await exported(fire, 'opinions')).toContain('家庭托育点"');

    await app.as(fire).post(`/api/v1/opinions/${opinion}/answer`).send({ answer: 'AGREE' }).expect(200);
    await filings.act(registrar, id, 'return', {
      reasons: [{ pointer: '/institution/address', message: '住所应写到门牌号' }],
    });
    const rating = { level: 'VERY_DISSATISFIED', reasons: ['UNCLEAR_ADVICE'], words: '示例·来了三次' };
    const [{ step }] = (await app.database.query(
      'select max(seq)::int as step from filings.transition where filing_id = $1',
      [id],
    )) as [{ step: number }];
    await new RatedBuilder(app).rate(operator, id, { step, ...rating });
    expect(await linesOf(reviewer, 'rating-follow-ups')).toMatchObject([HOME]);
    expect(await exported(reviewer, 'rating-follow-ups')).toContain('家庭托育点');

    const twin = await filings.submitted(operator, 'CHILDCARE', { ...APPLICATION, capacity: 4 });
    const like = await app.as(registrar).get(`/api/v1/filings/${twin.id}/duplicates`).expect(200);
    expect(like.body.items).toContainEqual(expect.objectContaining({ what: 'FILING', id, ...HOME }));
  });

  it('in what ends next, and where its filing is removed', async () => {
    const { id: institutionId } = await home();
    await app.database.query(
      `update institutions.institution set details = details || '{"leaseEndsOn": "2026-12-10"}' where id = $1`,
      [institutionId],
    );
    await app.nest.get(JobRunner).run('staff.watch-unwatched', 'night', {});
    await app.idle();
    expect(await linesOf(registrar, `expiries?institutionId=${institutionId}`)).toMatchObject([HOME]);
    expect(await exported(registrar, 'expiries')).toContain('家庭托育点');

    const act = async (person: TestPerson, path: string, body: object = {}) =>
      (await app.as(person).post(`/api/v1/removals${path}`).send(body)).body as { id: string };
    const { id } = await act(registrar, '', { institutionId, ground: 'FALSE_MATERIALS', clue: '群众反映' });
    await app
      .as(registrar)
      .post(`/api/v1/removals/${id}/files`)
      .attach('file', PDF, { filename: '核实意见.pdf', contentType: 'application/pdf' })
      .expect(201);
    await act(registrar, `/${id}/notice`, { facts: '示例·材料并非其出具。', service: 'ONLINE' });
    await act(operator, `/${id}/statement`, { text: '没有意见', waived: true });
    await act(registrar, `/${id}/propose`, { text: '事实清楚，建议决定。' });
    await act(reviewer, `/${id}/decide`);
    for (const person of [operator, registrar])
      expect(await linesOf(person, 'removals')).toMatchObject([{ id, status: 'DECIDED', ...HOME }]);
    expect(await exported(registrar, 'removals')).toContain('家庭托育点');
    const published = await app.http.get('/api/v1/public/removals').expect(200);
    expect(published.body.items).toMatchObject([HOME]);
    expect((await app.http.get('/removals').expect(200)).text).toContain('家庭托育点，');
  });

  it('where it is inspected and penalised, for its inspectors, its operator and the public', async () => {
    const { task, member, county } = await inspected();
    expect(task).toMatchObject(HOME);
    expect(await linesOf(operator, 'own-inspections')).toMatchObject([HOME]);
    const result = await app.as(county.reviewer).get(`/api/v1/inspection-results/${task.resultId}`);
    expect(result.body).toMatchObject(HOME);
    await app.as(county.reviewer).post(`/api/v1/inspection-results/${task.resultId}/publish`).expect(200);
    const published = await app.http.get(`/api/v1/public/inspection-results/${task.resultId}`).expect(200);
    expect(published.body).toMatchObject(HOME);
    expect((await app.http.get(`/inspection-results/${task.resultId}`).expect(200)).text).toMatch(CALLED);
    expect(await linesOf(member, 'inspection-tasks?assignee=me')).toMatchObject([HOME]);

    const officer = await app.person('CASE_OFFICER', health);
    const caseId = await penalised(officer, task.institution.id);
    expect(await linesOf(officer, 'penalty-cases')).toMatchObject([HOME]);
    await app.idle();
    const penalty = await app.http.get(`/api/v1/public/penalties/${caseId}`).expect(200);
    expect(penalty.body).toMatchObject(HOME);
    expect((await app.http.get(`/penalties/${caseId}`).expect(200)).text).toMatch(CALLED);
  });

  /** A spot check that found it wrong. */
  async function inspected() {
    const county = await new InspectionBuilder(app, 'CHILDCARE').prepare({ inspectors: 2, institutions: 0 });
    await app.database.query(`update institutions.institution set status = 'CLOSED'`);
    await county.addInstitution(of(operator));
    const rows = await app.nest.get(ReferenceData).list<InspectionItemRow>('inspection-items');
    const binding = rows.filter(({ kind, siteType, guidanceOnly }) => {
      return kind === 'CHILDCARE' && siteType === null && !guidanceOnly;
    });
    const itemIds = binding.slice(0, 1).map(({ id }) => id);
    await county.drawn({ itemIds, strata: EVERY_ONE });
    const { task, member } = await county.someTask();
    const started = await county.start(member, task.id);
    await county.record(
      member,
      started,
      started.items.map(({ code }) => code),
    );
    const done = await county.submit(member, task.id, 'PROBLEMS_PENDING');
    return { task: done, member, county };
  }

  async function penalised(officer: TestPerson, institutionId: string): Promise<string> {
    const [finding] = (await linesOf(officer, 'failed-findings')) as [{ findingId: string }];
    const act = async (person: TestPerson, path: string, body: object) =>
      (
        await app
          .as(person)
          .post(`/api/v1/penalty-cases${path}`)
          .send(body)
          .expect(path === '' ? 201 : 200)
      ).body as { id: string };
    const body = { institutionId, findingIds: [finding.findingId], basisCode: 'TY_41_1' };
    const { id } = await act(officer, '', body);
    const notice = { severity: 'REFUSES', measures: ['FINE'], amountFen: 500_000, facts: '事实' };
    const priorOrder = {
      documentNumber: '610116-TY-责改-2026-7',
      orderedOn: '2026-11-02',
      dueOn: '2026-11-16',
    };
    await act(officer, `/${id}/notice`, { ...notice, priorOrder, reasons: '拒不改正' });
    await act(operator, `/${id}/statement`, { text: '已改正' });
    const decision = { outcome: 'PENALTY', text: '决定处罚', statementReview: '不予采纳' };
    await act(officer, `/${id}/decide`, decision);
    return id;
  }
});
