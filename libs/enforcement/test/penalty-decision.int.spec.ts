import { CaseScene, PENALTY } from './case-scene.builder';

const DAY_MS = 86_400_000;

describe('the decision of a penalty case', () => {
  let app: CaseScene['app'];
  let county: CaseScene['county'];
  let officer: CaseScene['officer'];
  let operator: CaseScene['operator'];
  let post: CaseScene['post'];
  let opened: CaseScene['opened'];
  let noticed: CaseScene['noticed'];
  let stated: CaseScene['stated'];
  beforeAll(async () => {
    ({ app, county, officer, operator, post, opened, noticed, stated } = await CaseScene.start(12));
  });
  afterAll(() => app.stop());

  it('is decided by nobody who was of the team that found it', async () => {
    const { inspections } = county;
    const [member] = inspections.inspectors;
    await inspections.addRole(member!, 'CASE_OFFICER');
    const id = await opened();
    const dismissal = { outcome: 'NO_PENALTY', text: '示例·情节轻微，不予处罚。' };
    const own = await post(member!, `/${id}/decide`, dismissal).expect(403);
    expect(own.body.code).toBe('OWN_INSPECTION');
    await post(officer, `/${id}/decide`, dismissal).expect(200);
  });

  it('cannot be decided before the notice', async () => {
    const id = await opened();
    const answer = await post(officer, `/${id}/decide`, PENALTY).expect(409);
    expect(answer.body).toMatchObject({
      code: 'INVALID_TRANSITION',
      from: 'OPENED',
      allowed: ['notice', 'prepare', 'dismiss'],
    });
  });

  it('waits for an unheard party until the period of five working days is over', async () => {
    const id = await noticed();
    const early = await post(officer, `/${id}/decide`, PENALTY).expect(409);
    expect(early.body).toMatchObject({ code: 'STATEMENT_PERIOD_RUNNING', until: '2026-11-27' });
    app.clock.advance(8 * DAY_MS);
    try {
      const late = await app.person('CASE_OFFICER');
      const open = await app.as(late).get(`/api/v1/penalty-cases/${id}`).expect(200);
      expect(open.body.availableActions).toContain('penalise');
      const decided = await post(late, `/${id}/decide`, PENALTY).expect(200);
      expect(decided.body.decision).toMatchObject({ decidedOn: '2026-11-28', servedOn: '2026-11-28' });
    } finally {
      app.clock.advance(-8 * DAY_MS);
    }
  });

  it('answers the statement and is never heavier than the notice', async () => {
    const id = await stated();
    const silent = await post(officer, `/${id}/decide`, PENALTY).expect(422);
    expect(silent.body).toMatchObject({
      code: 'STATEMENT_REVIEW_REQUIRED',
      errors: [{ pointer: '/statementReview' }],
    });
    const reviewed = { ...PENALTY, statementReview: '不予采纳。' };
    const heavier = await post(officer, `/${id}/decide`, { ...reviewed, amountFen: 500_001 }).expect(422);
    expect(heavier.body).toMatchObject({ code: 'PENALTY_HEAVIER_THAN_NOTICE' });
    const other = await post(officer, `/${id}/decide`, {
      ...reviewed,
      measures: ['CORRECTION_ORDER', 'WARNING'],
    });
    expect(other.body).toMatchObject({ status: 422, code: 'PENALTY_HEAVIER_THAN_NOTICE' });
    const lighter = await post(officer, `/${id}/decide`, { ...reviewed, amountFen: 300_000 }).expect(200);
    expect(lighter.body).toMatchObject({
      status: 'DECIDED',
      availableActions: [],
      deadline: null,
      publicity: { class: 'GENERAL', label: '一般失信', published: true },
      decision: {
        number: expect.stringMatching(/^610116-YL-罚决-2026-\d{4}$/),
        penalty: { measureLabels: ['警告', '罚款'], amountFen: 300_000, paymentDueOn: '2026-12-07' },
        statementReview: '不予采纳。',
        reconsiderationUntil: '2027-01-19',
        litigationUntil: '2027-05-20',
      },
    });
    expect(lighter.body.history.map((step: { action: string }) => step.action)).toEqual([
      'notice',
      'state',
      'penalise',
    ]);
  });

  it('is decided once when two decide at the same time', async () => {
    const id = await stated();
    const body = { ...PENALTY, statementReview: '予以采纳。', amountFen: 200_000 };
    const answers = await Promise.all([1, 2, 3].map(() => post(officer, `/${id}/decide`, body)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409]);
    const rows = await app.database.query(
      'select seq, action from enforcement.case_transition where case_id = $1',
      [id],
    );
    expect(rows).toHaveLength(3);
  });

  it('stays decided as it was decided, in the database as well', async () => {
    const id = await stated();
    const body = { ...PENALTY, statementReview: '予以采纳。', amountFen: 200_000 };
    await post(officer, `/${id}/decide`, body).expect(200);
    for (const set of [`status = 'STATED'`, `status = 'NOT_PENALISED'`, 'decision_amount_fen = 1']) {
      await expect(
        app.database.query(`update enforcement.penalty_case set ${set} where id = $1`, [id]),
      ).rejects.toThrow(/keep what they say/);
    }
  });

  it('refuses a stale version', async () => {
    const id = await stated();
    const answer = await app
      .as(officer)
      .post(`/api/v1/penalty-cases/${id}/decide`)
      .set('if-match', '"1"')
      .send({ ...PENALTY, statementReview: '予以采纳。' });
    expect(answer.status).toBe(412);
  });

  it('leaves nothing public and nothing for the credit when it is dismissed', async () => {
    const id = await opened();
    const answer = await post(officer, `/${id}/decide`, {
      outcome: 'NO_PENALTY',
      text: '违法行为轻微并及时改正。',
    });
    expect(answer.body).toMatchObject({
      status: 'NOT_PENALISED',
      publicity: null,
      decision: { number: expect.stringMatching(/不罚/), penalty: null },
    });
    await app.idle();
    const jobs = await app.database.query<{ job: string }>(
      `select job from platform.outbox where payload ->> 'caseId' = $1`,
      [id],
    );
    expect(jobs.filter(({ job }) => !job.startsWith('workbench.'))).toEqual([]);
    const seen = await app.as(operator).get(`/api/v1/penalty-cases/${id}`);
    expect(seen.status).toBe(404);
  });
});
