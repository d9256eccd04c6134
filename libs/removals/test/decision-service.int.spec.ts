import type { TestPerson } from '@zhaoguan/testing';
import { Ear } from '../../workbench/test/notified.builder';
import { codeOf, NOTICE, RemovalScene } from './removal-scene.builder';

const DAY_MS = 24 * 3_600_000;
const HANDED = { service: 'DELIVERED', serviceNote: '由机构负责人当面签收' };

interface Decision {
  readonly servedOn: string | null;
  readonly services: object[];
  readonly [other: string]: unknown;
}

/** @law 行政许可法第四十四条；行政复议法第二十条；行政诉讼法第四十六条 */
describe('the service of a decision of a removal', () => {
  let scene: RemovalScene;
  let start: Date;
  beforeAll(async () => {
    scene = await RemovalScene.start();
    start = scene.app.clock.now();
  });
  afterAll(() => scene.app.stop());
  afterEach(() => scene.app.clock.set(start));

  const serve = (id: string, change: object = {}, by = scene.registrar) =>
    scene.post(by, `/${id}/decision-service`, { ...HANDED, ...change });
  const decisionOf = async (id: string, by?: TestPerson): Promise<Decision> =>
    (await scene.get(id, by))['decision'] as Decision;
  const waiting = async (id: string) => {
    const { body } = await scene.app.as(scene.registrar).get('/api/v1/work-items?limit=100').expect(200);
    const { items } = body as { items: { type: string; dueOn: string; subject: { id: string } }[] };
    return items.filter(({ subject }) => subject.id === id).map(({ type, dueOn }) => [type, dueOn]);
  };
  /** Its notice was handed over on paper: the decision is to be handed over as well. */
  const decided = async (): Promise<string> => {
    const { id } = await scene.opened();
    await scene.upload(scene.registrar, id).expect(201);
    await scene.served(id);
    await scene.post(scene.operator, `/${id}/statement`, { text: '没有意见', waived: true }).expect(200);
    await scene.post(scene.registrar, `/${id}/propose`, { text: '情形成立。' }).expect(200);
    await scene.post(scene.reviewer, `/${id}/decide`).expect(200);
    return id;
  };

  it('is the system’s where the institution was told online and reads there', async () => {
    const { id } = await scene.decided();
    expect(await decisionOf(id)).toMatchObject({
      serveBy: null,
      servedOn: '2026-11-20',
      reconsiderationUntil: '2027-01-19',
      litigationUntil: '2027-05-20',
      services: [{ number: 1, service: 'ONLINE', paymentDueOn: null, enteredByName: null }],
    });
    expect(await waiting(id)).toEqual([]);
    expect(codeOf(await serve(id).expect(409))).toBe('DECISION_SERVED');
    const right = { corrects: 1, reason: '当事人实际由本人到场领取纸质决定书' };
    const { body } = await serve(id, right).expect(200);
    expect(body.decision.services).toMatchObject([{ service: 'ONLINE' }, { ...HANDED, number: 2 }]);
  });

  it('is entered by the office within its term, and the institution hears from when on its periods run', async () => {
    const { app, operator, registrar, post } = scene;
    const ear = new Ear(app, { operator });
    const id = await decided();
    await ear.listen();
    expect(await decisionOf(id)).toMatchObject({
      serveBy: '2026-12-04',
      servedOn: null,
      reconsiderationUntil: null,
      mayEnterService: true,
    });
    expect(await waiting(id)).toEqual([['REMOVAL_DECISION_TO_SERVE', '2026-12-04']]);
    app.clock.advance(4 * DAY_MS);
    for (const servedOn of ['2026-11-19', '2026-11-25'])
      expect((await serve(id, { servedOn }).expect(422)).body).toMatchObject({
        code: 'SERVICE_DAY_WRONG',
        errors: [{ pointer: '/servedOn' }],
      });
    const { body } = await serve(id, { servedOn: '2026-11-23' }).expect(200);
    const days = {
      servedOn: '2026-11-23',
      reconsiderationUntil: '2027-01-22',
      litigationUntil: '2027-05-24',
    };
    expect(body).toMatchObject({ status: 'DECIDED', decision: { ...days, serveBy: null } });
    expect(await ear.listen()).toEqual({ operator: ['REMOVAL_DECISION_SERVED'] });
    expect(await decisionOf(id, operator)).toMatchObject({
      ...days,
      mayEnterService: false,
      services: [{ serviceNote: null, enteredByName: null }],
    });
    expect(await waiting(id)).toEqual([]);
    expect((await serve(id, { corrects: 1 }).expect(422)).body).toMatchObject({
      code: 'SERVICE_REASON_REQUIRED',
      errors: [{ pointer: '/reason' }],
    });
    await serve(id, { corrects: 1, servedOn: '2026-11-24', reason: '日期录入有误' }).expect(200);
    expect(codeOf(await serve(id, { corrects: 1, reason: '日期录入有误' }).expect(409))).toBe(
      'DECISION_SERVICE_CHANGED',
    );
    expect(await decisionOf(id)).toMatchObject({ servedOn: '2026-11-24' });
    const logged = await app.database.query<{ action: string; canonical: string }>(
      `select action, canonical from audit.entry where subject_id = $1 and action like 'removal.decision-serv%' order by id`,
      [id],
    );
    expect(logged.map(({ action }) => action)).toEqual([
      'removal.decision-served',
      'removal.decision-service-corrected',
    ]);
    expect(JSON.stringify(logged)).not.toContain('签收');

    // One that fell is served to nobody any more.
    await post(scene.chief, `/${id}/annul`, { document: '示例复决字〔2026〕1号', reason: '程序违法' }).expect(
      200,
    );
    expect(codeOf(await serve(id, { corrects: 2, reason: '有误' }).expect(409))).toBe('INVALID_TRANSITION');
    expect(await decisionOf(id)).toMatchObject({ mayEnterService: false });
    await app.as(registrar).get(`/api/v1/removals/${id}`).expect(200);
  });

  it('by announcement counts when its days are over', async () => {
    const id = await decided();
    scene.app.clock.advance(2 * DAY_MS);
    const announced = { service: 'ANNOUNCED', serviceNote: '多次上门，大门紧锁；在政府网站公告' };
    const { body } = await serve(id, { ...announced, servedOn: '2026-11-20' }).expect(200);
    expect(body.decision).toMatchObject({
      servedOn: '2026-11-20',
      // Thirty days end on a Sunday; the sixty of the review begin then.
      services: [{ receivedOn: '2026-12-21', reconsiderationUntil: '2027-02-19' }],
    });
  });

  it('is entered once, by the office in charge, and of a decision only', async () => {
    const { app, post, operator } = scene;
    const id = await decided();
    const strangers: [TestPerson, number][] = [
      [operator, 403],
      [scene.reviewer, 403],
      [await app.person('CASE_OFFICER'), 403],
      [await app.person('REGISTRAR', { districts: ['610113'] }), 404],
      [await app.person('REGISTRAR', { departments: ['health'] }), 403],
    ];
    for (const [person, status] of strangers) expect((await serve(id, {}, person)).status).toBe(status);
    const answers = await Promise.all([serve(id), serve(id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const noticed = await scene.noticed('FALSE_MATERIALS', (await scene.registered()).institutionId, NOTICE);
    expect(codeOf(await serve(noticed.id).expect(409))).toBe('INVALID_TRANSITION');
    await post(scene.registrar, `/${noticed.id}/drop`, { reason: '证据不足' }).expect(200);
  });
});
