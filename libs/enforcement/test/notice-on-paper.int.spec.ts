import { execFileSync } from 'node:child_process';
import type { TestPerson } from '@zhaoguan/testing';
import { PDF } from '../../filings/test/filing.builder';
import { CaseScene, HANDED, NOTICE, PENALTY } from './case-scene.builder';

const DAY_MS = 24 * 3_600_000;

/** @law 行政处罚法第四十四条、第四十五条 */
describe('a notice that is handed over on paper', () => {
  let scene: CaseScene;
  beforeAll(async () => {
    scene = await CaseScene.start(12);
  }, 120_000);
  afterAll(() => scene.app.stop());

  const prepare = (id: string, change: object = {}) =>
    scene.post(scene.officer, `/${id}/notice-paper`, { ...NOTICE, ...change });
  const serve = (id: string, change: object = {}) =>
    scene.post(scene.officer, `/${id}/service`, { ...HANDED, ...change });
  const seenBy = async (id: string, person = scene.officer) =>
    (await scene.app.as(person).get(`/api/v1/penalty-cases/${id}`).expect(200)).body;
  const printed = async (id: string, name: 'notice' | 'decision', person = scene.officer) => {
    const { body } = await scene.app
      .as(person)
      .get(`/api/v1/penalty-cases/${id}/${name}.pdf`)
      .buffer(true)
      .expect(200);
    const words = execFileSync('pdftotext', ['-layout', '-', '-'], { input: body as Buffer });
    return words.toString().replace(/\s/g, '');
  };
  const waitingFor = async (person: TestPerson, id: string): Promise<string[]> => {
    const { body } = await scene.app.as(person).get('/api/v1/work-items?limit=100').expect(200);
    const items = (body as { items: { type: string; subject: { id: string } }[] }).items;
    return items.filter(({ subject }) => subject.id === id).map(({ type }) => type);
  };
  const toldOf = async (id: string): Promise<string[]> => {
    await scene.app.idle();
    const rows = await scene.app.database.query<{ type: string }>(
      'select type from workbench.notification where person_id = $1 and subject_id = $2',
      [scene.operator.id, id],
    );
    return rows.map(({ type }) => type);
  };
  const nextDays = (days: number) => scene.app.clock.advance(days * DAY_MS);

  it('is printed first, nothing to the party before it is served, and its period begins when that is entered', async () => {
    const { app, officer, operator, post } = scene;
    const before = app.clock.now();
    const party = scene.ordinary();
    const id = await scene.opened('YL_46_3', party);
    const { body: made } = await prepare(id).expect(200);
    expect(made).toMatchObject({
      status: 'PREPARED',
      statusLabel: '告知书待送达',
      nextTerm: { term: 'DECISION' },
      availableActions: ['prepare', 'serve', 'dismiss'],
      notice: {
        measures: NOTICE.measures,
        amountFen: NOTICE.amountFen,
        paperOn: '2026-11-20',
        noticedOn: null,
        statementUntil: null,
        service: null,
        servedOn: null,
        rights: expect.stringContaining('自收到本告知书之日起五个工作日内'),
      },
    });
    const paper = await printed(id, 'notice');
    expect(paper).toContain('自收到本告知书之日起五个工作日内在线提交');
    expect(paper).toContain('2026年11月20日');
    expect(paper).not.toContain('2026年11月27日');

    // Drawn up anew, as after a slip of the pen.
    await prepare(id).expect(200);
    const files = ['', '/notice.pdf', '/decision.pdf'];
    for (const path of files) await app.as(operator).get(`/api/v1/penalty-cases/${id}${path}`).expect(404);
    await post(operator, `/${id}/statement`, { text: '示例·我不知道' }).expect(404);
    await app
      .as(operator)
      .post(`/api/v1/penalty-cases/${id}/statement-files`)
      .attach('file', PDF, { filename: '照片.pdf', contentType: 'application/pdf' })
      .expect(404);
    const { body: own } = await app.as(operator).get('/api/v1/penalty-cases?limit=100').expect(200);
    expect(JSON.stringify(own)).not.toContain(id);
    const { body: found } = await app
      .as(operator)
      .get(`/api/v1/search?q=${encodeURIComponent(made.caseNumber)}`)
      .expect(200);
    expect(JSON.stringify(found)).not.toContain(id);
    expect([await waitingFor(operator, id), await toldOf(id)]).toEqual([[], []]);
    expect(await waitingFor(officer, id)).toEqual(['CASE_TO_SERVE']);
    await post(officer, `/${id}/decide`, PENALTY).expect(409);
    for (const body of [
      { text: '示例·口头', recordedForParty: true },
      { waived: true, note: '示例·放弃' },
    ])
      await post(officer, `/${id}/statement`, body).expect(409);

    nextDays(3);
    const early = await serve(id, { servedOn: '2026-11-19' }).expect(422);
    expect(early.body).toMatchObject({ code: 'SERVICE_DAY_WRONG', errors: [{ pointer: '/servedOn' }] });
    expect(early.body.errors[0].message).toContain('不能早于告知书的日期');
    await serve(id, { servedOn: '2026-11-24' }).expect(422);
    const bare = await post(officer, `/${id}/service`, { service: 'DELIVERED' }).expect(422);
    expect(bare.body).toMatchObject({ errors: [{ pointer: '/serviceNote' }] });
    const { body: served } = await serve(id, { servedOn: '2026-11-21', amountFen: 1 }).expect(200);
    const notice = {
      amountFen: NOTICE.amountFen,
      paperOn: '2026-11-20',
      noticedOn: '2026-11-23',
      servedOn: '2026-11-21',
      statementUntil: '2026-11-30',
    };
    expect(served).toMatchObject({ status: 'NOTICED', notice: { ...notice, ...HANDED } });
    expect(await seenBy(id, operator)).toMatchObject({ notice: { ...notice, serviceNote: null } });
    expect(await printed(id, 'notice', operator)).toBe(paper);
    expect([await waitingFor(operator, id), await toldOf(id)]).toEqual([
      ['STATEMENT_TO_MAKE'],
      ['PENALTY_NOTICED'],
    ]);
    expect(await waitingFor(officer, id)).toEqual([]);

    await post(operator, `/${id}/statement`, { text: '没有意见' }).expect(200);
    await post(officer, `/${id}/decide`, { ...PENALTY, statementReview: '不予采纳' }).expect(200);
    const decision = await printed(id, 'decision');
    for (const part of [
      '于2026年11月21日告知你单位',
      '罚款应当自收到本决定书之日起十五日内',
      '自收到本决定书之日起六十日内向',
      '自收到本决定书之日起六个月内依法向',
    ])
      expect(decision).toContain(part);
    const rows = await app.database.query<{ action: string }>(
      'select action from audit.entry where subject_id = $1 order by id',
      [id],
    );
    expect(rows.map(({ action }) => action).slice(0, 4)).toEqual([
      'penalty-case.opened',
      'penalty-case.prepared',
      'penalty-case.prepared',
      'penalty-case.noticed',
    ]);
    const { body: shown } = await app.as(operator).get(`/api/v1/penalty-cases/${id}`).expect(200);
    const acts = (shown.history as { action: string }[]).map(({ action }) => action);
    expect([acts.includes('serve'), acts.includes('prepare')]).toEqual([true, false]);
    app.clock.set(before);
  });

  it('is checked as one that is read online, and made anew with the day on which it was put right', async () => {
    const { app, officer } = scene;
    const before = app.clock.now();
    const id = await scene.opened();
    for (const [change, code] of [
      [{ amountFen: 99_000_000 }, 'PENALTY_OUT_OF_RANGE'],
      [{ amountFen: 1_000_000 }, 'HEARING_REQUIRED'],
      [{ facts: ' ' }, 'VALIDATION_FAILED'],
    ] as const)
      expect((await prepare(id, change).expect(422)).body).toMatchObject({ code });
    await serve(id).expect(409);
    await prepare(id).expect(200);
    const again = await scene.post(officer, `/${id}/notice`, NOTICE).expect(409);
    expect(again.body).toMatchObject({ code: 'INVALID_TRANSITION' });
    nextDays(3);
    const { body: preview } = await app
      .as(officer)
      .get(`/api/v1/penalty-cases/${id}/preview?measures=WARNING&measures=FINE&amountFen=600000`)
      .expect(200);
    expect(preview).toMatchObject({ refusal: null, statementUntil: '2026-11-30' });
    const { body } = await prepare(id, { amountFen: 600_000, facts: '更正后的事实。' }).expect(200);
    expect(body.notice).toMatchObject({
      amountFen: 600_000,
      facts: '更正后的事实。',
      paperOn: '2026-11-23',
    });
    expect(body.history.map(({ action }: { action: string }) => action)).toEqual(['prepare', 'prepare']);
    await serve(id, { servedOn: '2026-11-20' }).expect(422);
    await serve(id, { servedOn: '2026-11-23' }).expect(200);
    await prepare(id).expect(409);
    app.clock.set(before);
  });

  it('may be served online in the end, where the party signs in, and keeps the words of its paper', async () => {
    const id = await scene.prepared();
    nextDays(1);
    const { body } = await scene.post(scene.officer, `/${id}/service`, { service: 'ONLINE' }).expect(200);
    expect(body.notice).toMatchObject({ service: 'ONLINE', serviceNote: null, servedOn: '2026-11-21' });
    expect(body.notice.rights).toContain('自收到本告知书之日起五个工作日内');
    nextDays(-1);
    const party = scene.ordinary();
    await scene.app.database.query('update institutions.institution set operator_id = null where id = $1', [
      party.institution.id,
    ]);
    const ofNobody = await scene.prepared(party);
    const refused = await scene
      .post(scene.officer, `/${ofNobody}/service`, { service: 'ONLINE' })
      .expect(422);
    expect(refused.body).toMatchObject({ code: 'NO_OPERATOR', errors: [{ pointer: '/service' }] });
  });

  it('is served once, whoever enters it at the same time', async () => {
    const id = await scene.prepared();
    const answers = await Promise.all([serve(id), serve(id), prepare(id, { amountFen: 1_000 })]);
    const { status, notice, history } = await seenBy(id);
    expect(status).toBe('NOTICED');
    const served = answers.slice(0, 2).filter((answer) => answer.status === 200);
    expect(served).toHaveLength(1);
    expect(history.filter(({ action }: { action: string }) => action === 'serve')).toHaveLength(1);
    expect(notice.amountFen).toBe(answers[2]!.status === 200 ? 1_000 : NOTICE.amountFen);
  });

  it('is served as it was read: who has an older version is refused', async () => {
    const id = await scene.prepared();
    await prepare(id, { amountFen: 600_000 }).expect(200);
    await serve(id).set('if-match', '"2"').expect(412);
    await serve(id).set('if-match', '"3"').expect(200);
  });

  it('is nothing when the case is dropped: the party never hears of it, and the decision names no notice', async () => {
    const { app, officer, operator, post } = scene;
    const id = await scene.prepared();
    const none = { outcome: 'NO_PENALTY', text: '违法行为轻微并及时改正。' };
    const { body } = await post(officer, `/${id}/decide`, none).expect(200);
    expect(body).toMatchObject({
      status: 'NOT_PENALISED',
      notice: { paperOn: '2026-11-20', noticedOn: null },
    });
    const text = await printed(id, 'decision');
    expect(text).toContain('不予行政处罚决定书');
    expect(text).not.toContain('告知你单位');
    await app.as(operator).get(`/api/v1/penalty-cases/${id}`).expect(404);
    expect(await toldOf(id)).toEqual([]);
    expect(await waitingFor(officer, id)).toEqual(['CASE_DECISION_TO_SERVE']);
  });

  it('keeps what it proposes when its service is entered, in the database as well', async () => {
    const id = await scene.prepared();
    const enter = `status = 'NOTICED', noticed_on = '2026-11-20', statement_until = '2026-11-27'`;
    for (const change of ['notice_amount_fen = 1', `notice_facts = 'x'`, `notice_paper_on = '2026-11-19'`])
      await expect(
        scene.app.database.query(`update enforcement.penalty_case set ${enter}, ${change} where id = $1`, [
          id,
        ]),
      ).rejects.toThrow(/keep what they say/);
    await expect(
      scene.app.database.query(
        `update enforcement.penalty_case set noticed_on = '2026-11-20' where id = $1`,
        [id],
      ),
    ).rejects.toThrow(/case_noticed/);
  });
});
