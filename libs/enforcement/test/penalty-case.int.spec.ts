import { penaltyCaseProcess } from '@zhaoguan/enforcement';
import { CaseScene, NOTICE, PENALTY } from './case-scene.builder';

describe('a penalty case', () => {
  let app: CaseScene['app'];
  let county: CaseScene['county'];
  let officer: CaseScene['officer'];
  let operator: CaseScene['operator'];
  let stranger: CaseScene['stranger'];
  let post: CaseScene['post'];
  let ordinary: CaseScene['ordinary'];
  let opened: CaseScene['opened'];
  let noticed: CaseScene['noticed'];
  let stated: CaseScene['stated'];
  beforeAll(async () => {
    ({ app, county, officer, operator, stranger, post, ordinary, opened, noticed, stated } =
      await CaseScene.start(16));
  });
  afterAll(() => app.stop());

  it('shows itself to the party from the notice on, to another operator never', async () => {
    const party = ordinary();
    const id = await opened('YL_46_3', party);
    await app.as(operator).get(`/api/v1/penalty-cases/${id}`).expect(404);
    await post(officer, `/${id}/notice`, NOTICE).expect(200);
    const seen = await app.as(operator).get(`/api/v1/penalty-cases/${id}`).expect(200);
    expect(seen.body).toMatchObject({ status: 'NOTICED', availableActions: ['state'] });
    expect(seen.body.notice.rights).toContain('2026年11月27日前（含当日）');
    await app.as(stranger).get(`/api/v1/penalty-cases/${id}`).expect(404);
    await post(stranger, `/${id}/statement`, { text: '与我无关' }).expect(404);
    const mine = await app
      .as(operator)
      .get(`/api/v1/penalty-cases?institutionId=${party.institution.id}`)
      .expect(200);
    expect(mine.body.items.map((item: { id: string }) => item.id)).toEqual([id]);
    const theirs = await app.as(stranger).get('/api/v1/penalty-cases').expect(200);
    expect(theirs.body.items).toEqual([]);
  });

  it('is named in the log by its number alone, as the institution, the plan and the draw are by theirs', async () => {
    const party = ordinary();
    const id = await opened('YL_46_3', party);
    const reader = await app.person('ADMINISTRATOR', { districts: ['610116'] });
    const named = async (query: string): Promise<unknown[]> => {
      const { body } = await app.as(reader).get(`/api/v1/audit-entries?${query}`).expect(200);
      return (body as { items: { subjectName: unknown }[] }).items.map(({ subjectName }) => subjectName);
    };
    const { body } = await app.as(officer).get(`/api/v1/penalty-cases/${id}`).expect(200);
    const { name } = party.institution;
    expect(await named(`subjectType=penalty-case&subjectId=${id}`)).toEqual([body.caseNumber]);
    expect(await named(`subjectType=institution&subjectId=${party.institution.id}`)).toContain(name);
    for (const type of ['plan', 'draw']) {
      const names = await named(`subjectType=${type}`);
      expect(names.length).toBeGreaterThan(0);
      expect(names).not.toContain(null);
    }
    expect(new Set(await named('subjectType=task'))).toEqual(new Set([null]));
  });

  it('refuses in the notice what the basis does not allow, with the range in words, and what needs a hearing', async () => {
    const id = await opened();
    for (const member of ['amountFen', 'severity', 'priorOrder'])
      await post(officer, `/${id}/notice`, { ...NOTICE, [member]: null }).expect(422);
    const much = await post(officer, `/${id}/notice`, { ...NOTICE, amountFen: 3_000_001 }).expect(422);
    expect(much.body).toMatchObject({ code: 'PENALTY_OUT_OF_RANGE', errors: [{ pointer: '/amountFen' }] });
    expect(much.body.detail).toContain('罚款不超过30,000元');
    const large = await post(officer, `/${id}/notice`, { ...NOTICE, amountFen: 1_000_000 }).expect(422);
    expect(large.body).toMatchObject({ code: 'HEARING_REQUIRED', errors: [{ pointer: '/amountFen' }] });
    const risk = await opened('YL_LAW_45_4');
    const stop = await post(officer, `/${risk}/notice`, {
      ...NOTICE,
      measures: ['SUSPEND_FOR_RECTIFICATION'],
      amountFen: 0,
    }).expect(422);
    expect(stop.body).toMatchObject({ code: 'HEARING_REQUIRED', errors: [{ pointer: '/measures' }] });
    const trader = await opened(
      'YL_46_3',
      county.take(({ legalForm }) => legalForm === 'SOLE_PROPRIETOR'),
    );
    const small = await post(officer, `/${trader}/notice`, { ...NOTICE, amountFen: 300_000 }).expect(422);
    expect(small.body.code).toBe('HEARING_REQUIRED');
  });

  it('lets only the party state its case, or the official record what it said on paper', async () => {
    const id = await noticed();
    const byOfficial = await post(officer, `/${id}/statement`, { text: '代写' }).expect(403);
    expect(byOfficial.body.code).toBe('NOT_THE_PARTY');
    await post(operator, `/${id}/statement`, { text: '冒充记录', recordedForParty: true }).expect(403);
    await post(operator, `/${id}/statement`, { text: '  ' }).expect(422);
    const recorded = await post(officer, `/${id}/statement`, {
      text: '当事人口头陈述',
      recordedForParty: true,
    });
    expect(recorded.body).toMatchObject({
      status: 'STATED',
      statements: [{ nature: 'STATEMENT', channel: 'RECORDED', text: '当事人口头陈述' }],
    });
    const more = await post(operator, `/${id}/statement`, { text: '补充材料' }).expect(200);
    expect(more.body.statements.map((one: { channel: string }) => one.channel)).toEqual([
      'RECORDED',
      'PARTY',
    ]);
  });

  it('needs a note for a waiver, and may be decided at once when the party itself has waived', async () => {
    const id = await noticed();
    await post(officer, `/${id}/statement`, { waived: true }).expect(422);
    await post(officer, `/${id}/statement`, { waived: true, note: '\u200b' }).expect(422);
    const waived = await post(officer, `/${id}/statement`, {
      waived: true,
      note: '书面放弃，见笔录。',
    }).expect(200);
    expect(waived.body.statements).toMatchObject([{ nature: 'WAIVER', channel: 'RECORDED' }]);
    expect(waived.body).toMatchObject({ nextTerm: { term: 'STATEMENT' } });
    expect(waived.body.availableActions).not.toContain('penalise');
    await post(officer, `/${id}/statement`, { text: '示例·口头陈述', recordedForParty: true }).expect(200);
    // The period is the party's: what an official takes down does not end it.
    const early = await post(officer, `/${id}/decide`, { ...PENALTY, statementReview: '不采纳。' }).expect(
      409,
    );
    expect(early.body).toMatchObject({ code: 'STATEMENT_PERIOD_RUNNING', until: '2026-11-27' });
    await post(operator, `/${id}/statement`, { waived: true, note: '没有意见。' }).expect(200);
    await post(officer, `/${id}/decide`, { ...PENALTY, statementReview: '不采纳。' }).expect(200);
  });

  it('takes no waiver of who has stated its case: it was heard already', async () => {
    const id = await stated();
    const waived = await post(operator, `/${id}/statement`, { waived: true, note: '没有意见。' }).expect(409);
    expect(waived.body).toMatchObject({
      code: 'WAIVER_AFTER_STATEMENT',
      detail: expect.stringContaining('已经陈述、申辩'),
    });
    const { body } = await app.as(operator).get(`/api/v1/penalty-cases/${id}`).expect(200);
    expect(body.statements).toHaveLength(1);
  });

  it('takes no notice and no decision whose words nobody sees', async () => {
    const id = await opened();
    const notice = await post(officer, `/${id}/notice`, { ...NOTICE, facts: '\u200b', reasons: '\u2060' });
    expect([notice.status, notice.body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
      422,
      ['/facts', '/reasons'],
    ]);
    const given = await noticed();
    await post(operator, `/${given}/statement`, { text: '\u200b\u200b' }).expect(422);
    await post(officer, `/${given}/statement`, { waived: true, note: '书面放弃。' }).expect(200);
    await post(officer, `/${given}/decide`, { ...PENALTY, text: '\u200b' }).expect(422);
  });

  it('pages its list, newest first, and refuses a foreign cursor', async () => {
    await opened();
    await opened();
    const one = await app.as(officer).get('/api/v1/penalty-cases?limit=1&kind=ELDERLY_CARE').expect(200);
    const two = await app
      .as(officer)
      .get(`/api/v1/penalty-cases?limit=1&cursor=${one.body.nextCursor}`)
      .expect(200);
    expect(one.body.items).toHaveLength(1);
    expect(two.body.items[0].id < one.body.items[0].id).toBe(true);
    await app.as(officer).get('/api/v1/penalty-cases?cursor=WyJ4Il0').expect(400);
    const none = await app.as(officer).get('/api/v1/penalty-cases?district=500152').expect(200);
    expect(none.body.items).toEqual([]);
  });

  it('stores states that its table admits, and history that its role cannot change', async () => {
    const [row] = await app.database.query<{ def: string }>(
      `select pg_get_constraintdef(oid) as def from pg_constraint where conname = 'penalty_case_status_check'`,
    );
    const stored = [...(row?.def ?? '').matchAll(/'([A-Z_]+)'/g)].map((match) => match[1]);
    expect(stored).toEqual([...penaltyCaseProcess.states]);
    await expect(app.database.query('update enforcement.case_transition set seq = 9')).rejects.toThrow(
      /append-only/,
    );
    await expect(app.database.query('delete from enforcement.case_statement')).rejects.toThrow(/append-only/);
  });

  it('writes no personal word into the audit log', async () => {
    const id = await stated();
    const rows = await app.database.query<{ action: string; canonical: string }>(
      `select action, canonical from audit.entry where subject_id = $1 order by id`,
      [id],
    );
    expect(rows.map((row) => row.action)).toEqual([
      'penalty-case.opened',
      'penalty-case.noticed',
      'penalty-case.statement-made',
    ]);
    expect(rows.map((row) => row.canonical).join()).not.toContain('从轻');
  });
});
