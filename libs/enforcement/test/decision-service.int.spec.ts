import type { TestPerson } from '@zhaoguan/testing';
import { CaseScene, HANDED, PENALTY } from './case-scene.builder';

const DAY_MS = 24 * 3_600_000;
const REVIEWED = { ...PENALTY, statementReview: '不予采纳' };
const NONE = { outcome: 'NO_PENALTY', text: '违法行为轻微并及时改正。' };

/** @law 行政处罚法第六十一条、第六十七条；行政复议法第二十条；行政诉讼法第四十六条 */
describe('the service of a penalty decision', () => {
  let scene: CaseScene;
  let start: Date;
  beforeAll(async () => {
    scene = await CaseScene.start(14);
    start = scene.app.clock.now();
  }, 120_000);
  afterAll(() => scene.app.stop());
  afterEach(() => scene.app.clock.set(start));

  const serve = (id: string, change: object = {}, by = scene.officer) =>
    scene.post(by, `/${id}/decision-service`, { ...HANDED, ...change });
  const seenBy = async (id: string, person = scene.officer) =>
    (await scene.app.as(person).get(`/api/v1/penalty-cases/${id}`).expect(200)).body;
  const waiting = async (id: string, person = scene.officer) => {
    const { body } = await scene.app.as(person).get('/api/v1/work-items?limit=100').expect(200);
    const { items } = body as { items: { type: string; dueOn: string; subject: { id: string } }[] };
    return items.filter(({ subject }) => subject.id === id).map(({ type, dueOn }) => [type, dueOn]);
  };
  const toldOf = async (id: string): Promise<{ type: string; title: string }[]> => {
    await scene.app.idle();
    return scene.app.database.query(
      'select type, title from workbench.notification where person_id = $1 and subject_id = $2 order by id',
      [scene.operator.id, id],
    );
  };
  const loggedOf = async (id: string) => {
    const rows = await scene.app.database.query<{ action: string; canonical: string }>(
      `select action, canonical from audit.entry where subject_id = $1 and action like '%decision-serv%' order by id`,
      [id],
    );
    return rows.map(({ action, canonical }) => {
      expect(canonical).not.toContain('签收');
      const { detail } = JSON.parse(canonical) as { detail: Record<string, unknown> };
      return [action, detail['channel'], detail['servedOn']];
    });
  };
  /** Its notice was handed over on paper: the decision is to be handed over as well. */
  const decided = async (): Promise<string> => {
    const id = await scene.prepared();
    await scene.post(scene.officer, `/${id}/service`, HANDED).expect(200);
    await scene.post(scene.operator, `/${id}/statement`, { text: '没有意见' }).expect(200);
    await scene.post(scene.officer, `/${id}/decide`, REVIEWED).expect(200);
    return id;
  };

  it('is the system’s where the party was told online and reads there, in one transaction with the decision', async () => {
    const id = await scene.stated();
    const { body } = await scene.post(scene.officer, `/${id}/decide`, REVIEWED).expect(200);
    expect(body.decision).toMatchObject({
      serveBy: null,
      servedOn: '2026-11-20',
      reconsiderationUntil: '2027-01-19',
      litigationUntil: '2027-05-20',
      // 5 December is a Saturday (民法典第二百零三条).
      penalty: { paymentPeriod: '十五日', paymentDueOn: '2026-12-07' },
      services: [{ number: 1, service: 'ONLINE', serviceNote: null, reason: null, enteredByName: null }],
    });
    expect(await loggedOf(id)).toEqual([['penalty-case.decision-served', 'ONLINE', '2026-11-20']]);
    expect(await waiting(id)).toEqual([]);
    expect((await serve(id).expect(409)).body.code).toBe('DECISION_SERVED');
  });

  it('waits for the office where the account reads nothing any more, whatever the notice', async () => {
    const { app, operator } = scene;
    const id = await scene.stated();
    await app.database.query('update access.person set disabled_at = now() where id = $1', [operator.id]);
    const { body } = await scene.post(scene.officer, `/${id}/decide`, REVIEWED).expect(200);
    expect(body).toMatchObject({
      servesOnline: false,
      decision: { serveBy: '2026-12-01', servedOn: null, services: [] },
    });
    const refused = await scene
      .post(scene.officer, `/${id}/decision-service`, { service: 'ONLINE' })
      .expect(422);
    expect(refused.body).toMatchObject({ code: 'NO_OPERATOR', errors: [{ pointer: '/service' }] });
    await app.database.query('update access.person set disabled_at = null where id = $1', [operator.id]);
    expect(await seenBy(id)).toMatchObject({ servesOnline: true });
    expect(await seenBy(id, operator)).toMatchObject({ servesOnline: false });
  });

  it('is entered by the office: the days run from it, and not from the decision', async () => {
    const { app, officer, operator } = scene;
    const id = await decided();
    const before = (await seenBy(id)).decision;
    expect(before).toMatchObject({
      decidedOn: '2026-11-20',
      serveBy: '2026-12-01',
      servedOn: null,
      reconsiderationUntil: null,
      litigationUntil: null,
      penalty: { paymentPeriod: '十五日', paymentDueOn: null },
      services: [],
      mayEnterService: true,
    });
    expect(await waiting(id)).toEqual([['CASE_DECISION_TO_SERVE', '2026-12-01']]);
    expect((await seenBy(id, operator)).decision).toMatchObject({ servedOn: null, mayEnterService: false });

    app.clock.advance(6 * DAY_MS);
    for (const [servedOn, words] of [
      ['2026-11-19', '送达日期不能早于决定书的日期（2026-11-20）'],
      ['2026-11-27', '送达日期不能晚于今天'],
    ] as const)
      expect((await serve(id, { servedOn }).expect(422)).body).toMatchObject({
        code: 'SERVICE_DAY_WRONG',
        errors: [{ pointer: '/servedOn', message: words }],
      });
    const bare = await scene.post(officer, `/${id}/decision-service`, { service: 'DELIVERED' }).expect(422);
    expect(bare.body).toMatchObject({ code: 'SERVICE_NOTE_REQUIRED', errors: [{ pointer: '/serviceNote' }] });
    await serve(id, { service: 'ANNOUNCED' }).expect(422);
    expect((await serve(id, { corrects: 1, reason: '有误' }).expect(409)).body.code).toBe(
      'DECISION_SERVICE_CHANGED',
    );

    const { body } = await serve(id, { servedOn: '2026-11-25' }).expect(200);
    const days = {
      servedOn: '2026-11-25',
      // 24 January 2027 is a Sunday.
      reconsiderationUntil: '2027-01-25',
      litigationUntil: '2027-05-25',
    };
    expect(body).toMatchObject({
      status: 'DECIDED',
      decision: {
        ...days,
        serveBy: null,
        penalty: { paymentDueOn: '2026-12-10' },
        services: [
          {
            number: 1,
            ...HANDED,
            ...days,
            receivedOn: '2026-11-25',
            enteredByName: expect.stringContaining('case-officer'),
          },
        ],
      },
    });
    expect((await seenBy(id, operator)).decision).toMatchObject({
      ...days,
      services: [{ serviceNote: null, enteredByName: null, ...days }],
    });
    expect(await waiting(id)).toEqual([]);
    expect(await loggedOf(id)).toEqual([['penalty-case.decision-served', 'DELIVERED', '2026-11-25']]);
    const told = (await toldOf(id)).filter(({ type }) => type === 'PENALTY_DECISION_SERVED');
    expect(told).toHaveLength(1);
    expect(told[0]?.title).toContain('已于2026年11月25日送达，缴纳罚款至2026年12月10日');
  });

  it('is put right by a further record with a reason, by who has read the one that holds', async () => {
    const { app } = scene;
    const id = await decided();
    app.clock.advance(5 * DAY_MS);
    await serve(id, { servedOn: '2026-11-25' }).expect(200);
    expect((await serve(id).expect(409)).body.code).toBe('DECISION_SERVED');
    const silent = await serve(id, { corrects: 1 }).expect(422);
    expect(silent.body).toMatchObject({ code: 'SERVICE_REASON_REQUIRED', errors: [{ pointer: '/reason' }] });
    const right = { servedOn: '2026-11-24', corrects: 1, reason: '送达回证的日期录入有误' };
    const { body } = await serve(id, right).expect(200);
    expect(body.decision).toMatchObject({ servedOn: '2026-11-24', penalty: { paymentDueOn: '2026-12-09' } });
    expect(body.decision.services).toMatchObject([
      { number: 1, servedOn: '2026-11-25', reason: null },
      { number: 2, servedOn: '2026-11-24', reason: right.reason },
    ]);
    const late = await serve(id, right).expect(409);
    expect(late.body).toMatchObject({ code: 'DECISION_SERVICE_CHANGED', errors: [{ pointer: '/corrects' }] });
    expect((await loggedOf(id)).map(([action]) => action)).toEqual([
      'penalty-case.decision-served',
      'penalty-case.decision-service-corrected',
    ]);
    for (const change of [
      `update enforcement.decision_service set served_on = '2026-11-21'`,
      'delete from enforcement.decision_service',
    ])
      await expect(app.database.query(change)).rejects.toThrow('append-only');
  });

  it('is entered once, whoever enters it at the same time', async () => {
    const id = await decided();
    const answers = await Promise.all([serve(id), serve(id), serve(id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect((await seenBy(id)).decision.services).toHaveLength(1);
    const corrected = await Promise.all(
      [1, 2].map((n) => serve(id, { corrects: 1, reason: `第 ${n} 次更正` })),
    );
    expect(corrected.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('is entered by who manages the case in its district and department, and not by the party', async () => {
    const { app, operator, stranger, post } = scene;
    const id = await decided();
    const elsewhere = await app.person('CASE_OFFICER', { districts: ['610113'] });
    const otherOffice = await app.person('CASE_OFFICER', { departments: ['health'] });
    const expected: [TestPerson, number][] = [
      [operator, 403],
      [stranger, 403],
      [await app.person('REVIEWER'), 403],
      [await app.person('INSPECTOR'), 403],
      [elsewhere, 404],
      [otherOffice, 404],
    ];
    for (const [person, status] of expected) expect((await serve(id, {}, person)).status).toBe(status);
    await serve(id).set('if-match', '"1"').expect(412);
    const open = await scene.noticed();
    expect((await serve(open).expect(409)).body.code).toBe('INVALID_TRANSITION');
    expect((await seenBy(open)).decision).toBeNull();
    await post(scene.officer, `/${id}/decision-service`, { service: 'ONLINE' }).expect(200);
  });

  it('of a decision not to penalise is the office’s too, and never online where the party was told nothing', async () => {
    const id = await scene.prepared();
    const { body } = await scene.post(scene.officer, `/${id}/decide`, NONE).expect(200);
    expect(body).toMatchObject({
      servesOnline: false,
      decision: { serveBy: '2026-12-01', servedOn: null, penalty: null },
    });
    expect(await waiting(id)).toEqual([['CASE_DECISION_TO_SERVE', '2026-12-01']]);
    const online = await scene
      .post(scene.officer, `/${id}/decision-service`, { service: 'ONLINE' })
      .expect(422);
    expect(online.body.code).toBe('NO_OPERATOR');
    const served = await serve(id).expect(200);
    expect(served.body.decision).toMatchObject({
      services: [{ paymentDueOn: null, reconsiderationUntil: '2027-01-19' }],
    });
    expect(await toldOf(id)).toEqual([]);
  });
});
