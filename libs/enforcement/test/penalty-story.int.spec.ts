import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { InspectedCounty, type Inspected } from './inspected.builder';

const JOBS = ['publication.publish-penalty', 'credit.record-penalty', 'credit.record-result'];

/** The whole way of a penalty: inspection, case, decision, publication, credit, grade in the registry. */
describe.each([
  ['PostgreSQL', false],
  ['Redis', true],
])('a penalty with its jobs on %s', (_, redis) => {
  let app: TestApp;
  let officer: TestPerson;
  let operator: TestPerson;
  let county: InspectedCounty;
  let fined: Inspected;
  let warned: Inspected;
  let fineCase: string;
  let warningCase: string;

  beforeAll(async () => {
    app = await TestApp.start({ redis });
    officer = await app.person('CASE_OFFICER');
    operator = await app.person('OPERATOR');
    const own = { operatorId: operator.id };
    county = await InspectedCounty.build(app, officer, [own, own]);
    [fined, warned] = [county.take(), county.take()];
    fineCase = await decide(fined, { measures: ['WARNING', 'FINE'], amountFen: 500_000 });
    warningCase = await decide(warned, { measures: ['WARNING'] });
    await app.idle();
  });
  afterAll(() => app.stop());

  async function decide({ institution, binding }: Inspected, penalty: object): Promise<string> {
    const opened = await app
      .as(officer)
      .post('/api/v1/penalty-cases')
      .send({ institutionId: institution.id, findingIds: [binding], basisCode: 'YL_46_3' })
      .expect(201);
    const path = `/api/v1/penalty-cases/${opened.body.id}`;
    await app
      .as(officer)
      .post(`${path}/notice`)
      .send({ ...penalty, facts: '事实', reasons: '情节严重' })
      .expect(200);
    await app.as(operator).post(`${path}/statement`).send({ text: '已改正' }).expect(200);
    await app
      .as(officer)
      .post(`${path}/decide`)
      .send({ outcome: 'PENALTY', text: '决定处罚', statementReview: '不予采纳' })
      .expect(200);
    return opened.body.id as string;
  }

  it('is public at once for twelve months, without a natural person', async () => {
    const { body } = await app.http
      .get(`/api/v1/public/penalties?institutionId=${fined.institution.id}`)
      .expect(200);
    expect(body.items).toMatchObject([
      {
        id: fineCase,
        institutionName: fined.institution.name,
        authority: '西安市长安区民政局',
        decisionNumber: expect.stringMatching(/^610116-YL-罚决-2026-\d{4}$/),
        decidedOn: '2026-11-20',
        violation: '未按照有关强制性国家标准提供服务',
        basisArticle: '第四十六条第三项',
        measureLabels: ['警告', '罚款'],
        amountFen: 500_000,
        publicFrom: '2026-11-20',
        publicUntil: '2027-11-20',
      },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/已改正|情节严重|不予采纳/);
  });

  it('is not public when it is a mere warning, neither as a penalty nor as a reason of the grade', async () => {
    await app.http.get(`/api/v1/public/penalties/${warningCase}`).expect(404);
    const [row] = await app.database.query<{ reasons: unknown[] }>(
      'select reasons from credit.credit_public where institution_id = $1',
      [warned.institution.id],
    );
    expect(row?.reasons).toEqual([]);
  });

  it('lowers the grade, which says why, and the registry carries it', async () => {
    const { body } = await app
      .as(operator)
      .get(`/api/v1/institutions/${fined.institution.id}/credit`)
      .expect(200);
    expect(body).toMatchObject({ grade: 'C', gradeLabel: '信用较低', gradeSince: '2026-11-20', start: 80 });
    expect(body.score).toBe(70);
    expect(body.events).toMatchObject([
      { ruleCode: 'PENALTY_GENERAL', source: { type: 'PENALTY', id: fineCase } },
    ]);
    expect(body.changes[0]).toMatchObject({ from: 'B', to: 'C', score: 70, events: [body.events[0].id] });
    expect(body.changes[0].cause).toContain('受到一般失信类行政处罚');
    expect(body.outlook[0]).toEqual({ on: '2027-05-20', score: 75, grade: 'B' });
    const registry = await app.http.get(`/api/v1/public/institutions/${fined.institution.id}`).expect(200);
    expect(registry.body).toMatchObject({ grade: 'C', gradeSince: '2026-11-20' });
    const slight = await app
      .as(operator)
      .get(`/api/v1/institutions/${warned.institution.id}/credit`)
      .expect(200);
    expect(slight.body).toMatchObject({ grade: 'B', score: 77 });
  });

  it('counts the findings besides, once the inspection result is published', async () => {
    await county.publish(app, fined.resultId);
    await app.idle();
    const { body } = await app
      .as(officer)
      .get(`/api/v1/institutions/${fined.institution.id}/credit`)
      .expect(200);
    expect(body).toMatchObject({ grade: 'C', score: 63 });
    const rules = (body.events as { ruleCode: string }[]).map((event) => event.ruleCode);
    expect(rules.sort()).toEqual(['FINDING_MEDIUM', 'FINDING_SERIOUS', 'PENALTY_GENERAL']);
  });

  it('counts once when its jobs are delivered again', async () => {
    const count = async (): Promise<unknown> =>
      app.database
        .query(`select (select count(*) from credit.event) as events, (select count(*) from credit.grade_change) as
        changes, (select count(*) from publication.entry) as entries`);
    const before = await count();
    await app.database.query(
      `insert into platform.outbox (job, payload, not_before, created_at)
       select job, payload, not_before, created_at from platform.outbox where job = any($1)`,
      [JOBS],
    );
    await app.database.query(`select pg_notify('zhaoguan_outbox', '')`);
    await app.idle();
    expect(await count()).toEqual(before);
  });

  it('disappears from the public when its term is over or it is withdrawn, and stays in the file', async () => {
    const shownOn = async (day: string): Promise<unknown> => {
      await app.database.query(`select set_config('app.today', $1, false)`, [day]);
      return app.database.query('select id from publication.penalty_public where id = $1', [fineCase]);
    };
    expect(await shownOn('2027-11-20')).toHaveLength(1);
    expect(await shownOn('2027-11-21')).toEqual([]);
    await shownOn('');
    await app.database.query(
      `insert into publication.entry (subject_type, subject_id, seq, action, district, at, reason, by)
       values ('PENALTY', $1, 2, 'WITHDRAW', '610116', now(), '决定被撤销', $1)`,
      [fineCase],
    );
    await app.http.get(`/api/v1/public/penalties/${fineCase}`).expect(404);
    await app.as(officer).get(`/api/v1/penalty-cases/${fineCase}`).expect(200);
    await expect(app.database.query('delete from publication.entry')).rejects.toThrow(/append-only/);
  });
});
