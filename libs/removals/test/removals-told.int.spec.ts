import type { TestPerson } from '@zhaoguan/testing';
import { Ear, toldTo } from '../../workbench/test/notified.builder';
import { NOTICE, RemovalScene } from './removal-scene.builder';

describe('what people are told of removals', () => {
  let scene: RemovalScene;
  let ear: Ear;
  beforeAll(async () => {
    scene = await RemovalScene.start();
    const { operator, registrar, reviewer } = scene;
    ear = new Ear(scene.app, { operator, registrar, reviewer });
  });
  afterAll(() => scene.app.stop());

  const waiting = async (person: TestPerson): Promise<string[]> => {
    const { body } = await scene.app.as(person).get('/api/v1/work-items?limit=100').expect(200);
    const items = (body as { items: { type: string }[] }).items;
    return items.map(({ type }) => type).filter((type) => type.startsWith('REMOVAL_'));
  };

  it('waits for whoever is next, who is told so', async () => {
    const { post, operator, registrar, reviewer } = scene;
    const { id } = await scene.opened();
    await ear.listen();
    expect(await waiting(registrar)).toEqual(['REMOVAL_TO_NOTICE']);
    await scene.upload(registrar, id).expect(201);
    await post(registrar, `/${id}/notice`, NOTICE).expect(200);
    expect(await ear.listen()).toEqual({ operator: ['REMOVAL_NOTICED'] });
    expect([await waiting(operator), await waiting(registrar)]).toEqual([['REMOVAL_TO_ANSWER'], []]);
    await post(operator, `/${id}/statement`, { text: '没有意见', waived: true }).expect(200);
    expect(await ear.listen()).toEqual({ registrar: ['REMOVAL_STATED'] });
    expect([await waiting(operator), await waiting(registrar)]).toEqual([[], ['REMOVAL_TO_PROPOSE']]);
    await post(registrar, `/${id}/propose`, { text: '建议撤销' }).expect(200);
    expect(await ear.listen()).toEqual({ reviewer: ['REMOVAL_PROPOSED'] });
    expect([await waiting(registrar), await waiting(reviewer)]).toEqual([[], ['REMOVAL_TO_DECIDE']]);
    await post(reviewer, `/${id}/send-back`, { reason: '证据不足' }).expect(200);
    expect(await ear.listen()).toEqual({ registrar: ['REMOVAL_SENT_BACK'] });
    expect(await waiting(registrar)).toEqual(['REMOVAL_TO_NOTICE']);
    await post(registrar, `/${id}/drop`, { reason: '证据不足' }).expect(200);
    expect(await ear.listen()).toEqual({ operator: ['REMOVAL_DROPPED'], reviewer: ['REMOVAL_DROPPED'] });
    expect(await waiting(registrar)).toEqual([]);
  });

  it('waits for the official once the period of the party is over, and no longer for the party', async () => {
    const { app, operator, registrar } = scene;
    const { id } = await scene.noticed();
    expect(await waiting(operator)).toEqual(['REMOVAL_TO_ANSWER']);
    const now = app.clock.now();
    app.clock.advance(30 * 24 * 3_600_000);
    expect(await waiting(operator)).toEqual([]);
    expect(await waiting(registrar)).toContain('REMOVAL_TO_PROPOSE');
    expect((await scene.get(id, operator))['statusLabel']).toBe('陈述申辩期已满，待报请决定');
    app.clock.set(now);
  });

  it('calls a waiver a waiver, and names to officials who began the case', async () => {
    const { app, post, operator, registrar } = scene;
    const { id } = await scene.noticed();
    await post(operator, `/${id}/statement`, { text: '材料由中介代办' }).expect(200);
    await post(registrar, `/${id}/statement`, { text: '电话表示放弃', waived: true }).expect(200);
    await post(operator, `/${id}/statement`, { text: '不再补充', waived: true }).expect(200);
    await app.idle();
    const labels = async (by: TestPerson): Promise<string[]> =>
      ((await scene.get(id, by))['history'] as { label: string }[]).map(({ label }) => label);
    const words = ['事先告知', '陈述申辩', '记录放弃陈述申辩', '放弃陈述申辩'];
    expect([await labels(registrar), await labels(operator)]).toEqual([words, words]);
    const [seen, own] = [await scene.get(id, registrar), await scene.get(id, operator)];
    const [notice] = seen['history'] as { actorName: string }[];
    expect([seen['openedByName'], own['openedByName']]).toEqual([notice?.actorName, null]);
    expect(notice?.actorName).toMatch(/\S/);
    const last = async (by: TestPerson): Promise<string[]> =>
      (await toldTo(app, by)).filter(({ subject }) => subject?.id === id).map(({ title }) => title);
    expect((await last(registrar)).slice(0, 2)).toEqual([
      '示例·长安颐养院已对撤销备案放弃陈述申辩，可以报请决定',
      '示例·长安颐养院已就撤销备案陈述申辩，请复核后报请决定',
    ]);
    expect((await last(operator))[0]).toBe('承办人员代示例·长安颐养院记入了对撤销备案放弃陈述申辩，请核对');
    const log = await app.database.query<{ action: string }>(
      `select action from audit.entry where subject_id = $1 and action ~ 'state|aive|Statement' order by id`,
      [id],
    );
    expect(log.map(({ action }) => action)).toEqual([
      'removal.state',
      'removal.recordWaiver',
      'removal.waive',
    ]);
    await post(registrar, `/${id}/drop`, { reason: '证据不足' }).expect(200);
    await ear.listen();
  });

  it('leaves the public the ground and the decision, and of the case nothing else', async () => {
    const { app } = scene;
    const { institutionId, filingNumber } = await scene.registered();
    const announced = { service: 'ANNOUNCED', serviceNote: '多次上门，大门紧锁' };
    const { id } = await scene.noticed('SERVICE_CEASED', institutionId, announced);
    const notice = await app.http.get('/removals').expect(200);
    expect(notice.text).toContain('公告送达的事先告知');
    // 30 days from 20 November end on a Sunday, so on Monday; five working days follow.
    expect(notice.text).toContain('陈述、申辩截至2026年12月28日');
    expect(notice.text).not.toContain(NOTICE.facts);
    expect(notice.text).not.toContain('大门紧锁');

    await scene.post(scene.operator, `/${id}/statement`, { text: '没有意见', waived: true }).expect(200);
    await scene.post(scene.registrar, `/${id}/propose`, { text: '不公开的理由' }).expect(200);
    await scene.post(scene.reviewer, `/${id}/decide`).expect(200);
    const { text } = await app.http.get('/removals').expect(200);
    expect(text).not.toContain('陈述、申辩截至');
    expect(text).toContain('已经停止服务，没有办理终止服务备案');
    expect(text).toContain('长民备注决〔2026〕1号');
    expect(text).not.toContain('不公开的理由');
    const page = await app.http.get(`/institutions/${String(institutionId)}`).expect(200);
    expect(page.text).toContain('备案机关已于2026年11月20日注销这项备案');
    const check = await app.http.get(`/receipts/${String(filingNumber)}`).expect(200);
    expect(check.text).toContain('备案已注销');
    const { body } = await app.http
      .get(`/api/v1/public/removals?institutionId=${String(institutionId)}`)
      .expect(200);
    expect((body as { items: object[] }).items).toEqual([
      expect.objectContaining({
        type: 'CANCELLATION',
        decisionNumber: '长民备注决〔2026〕1号',
        annulledOn: null,
      }),
    ]);
    await app.http.get('/api/v1/public/removals?district=1').expect(422);
  });
});
