import type { TestPerson } from '@zhaoguan/testing';
import { Ear } from '../../workbench/test/notified.builder';
import { codeOf, NOTICE, RemovalScene, type RemovalAnswer } from './removal-scene.builder';

const DAY_MS = 24 * 3_600_000;

interface Paper {
  readonly number: string;
  readonly kind: string;
  readonly endedAs: string | null;
}

describe('a notice of a removal on paper', () => {
  let scene: RemovalScene;
  beforeAll(async () => {
    scene = await RemovalScene.start();
  });
  afterAll(() => scene.app.stop());

  const prepared = async (facts = NOTICE.facts): Promise<RemovalAnswer> => {
    const { id } = await scene.opened();
    await scene.upload(scene.registrar, id).expect(201);
    return (await scene.post(scene.registrar, `/${id}/notice-paper`, { facts }).expect(200))
      .body as RemovalAnswer;
  };
  const papersOf = async (id: string, by: TestPerson): Promise<Paper[]> => {
    const { body } = await scene.app.as(by).get(`/api/v1/removals/${id}/papers`).expect(200);
    return (body as { items: Paper[] }).items;
  };
  const waiting = async (by: TestPerson, id: string): Promise<string[]> => {
    const { body } = await scene.app.as(by).get('/api/v1/work-items?limit=100').expect(200);
    const { items } = body as { items: { type: string; subject: { id: string } }[] };
    return items.filter(({ subject }) => subject.id === id).map(({ type }) => type);
  };
  const delivered = { service: 'DELIVERED', serviceNote: '由机构负责人当面签收' };

  it('is drawn up and printed first, and the institution learns of it when its service is entered', async () => {
    const { app, operator, registrar, post } = scene;
    const ear = new Ear(app, { operator, registrar });
    const { id, ...drawnUp } = await prepared();
    await ear.listen();
    expect(drawnUp).toMatchObject({
      status: 'PREPARED',
      prepared: { facts: NOTICE.facts, preparedOn: '2026-11-20' },
      notice: null,
      availableActions: ['prepare', 'serve', 'drop'],
    });
    expect(await waiting(registrar, id)).toEqual(['REMOVAL_TO_SERVE']);
    const [paper] = await papersOf(id, registrar);
    expect(paper).toMatchObject({ kind: 'REVOCATION_NOTICE', endedAs: null });
    await app.as(operator).get(`/api/v1/removals/${id}`).expect(404);
    await app.as(operator).get(`/api/v1/removals/${id}/papers`).expect(404);
    expect(codeOf(await post(operator, `/${id}/statement`, { text: '示例' }).expect(404))).toBe('NOT_FOUND');

    const now = app.clock.now();
    app.clock.advance(4 * DAY_MS);
    expect(
      codeOf(await post(registrar, `/${id}/service`, { ...delivered, servedOn: '2026-11-19' }).expect(422)),
    ).toBe('SERVICE_DAY_WRONG');
    const served = await post(registrar, `/${id}/service`, { ...delivered, servedOn: '2026-11-21' }).expect(
      200,
    );
    expect(served.body).toMatchObject({
      status: 'NOTICED',
      prepared: null,
      notice: { facts: NOTICE.facts, servedOn: '2026-11-21', statementUntil: '2026-12-01' },
    });
    expect(await ear.listen()).toEqual({ operator: ['REMOVAL_NOTICED'] });
    expect((await papersOf(id, operator)).map(({ number }) => number)).toEqual([paper?.number]);
    expect(await scene.get(id, operator)).toMatchObject({ status: 'NOTICED', prepared: null });
    const seen = (await scene.get(id, operator))['history'] as { action: string }[];
    expect(seen.map(({ action }) => action)).toEqual(['serve']);
    await post(operator, `/${id}/statement`, { text: '没有意见', waived: true }).expect(200);
    await post(registrar, `/${id}/propose`, { text: '情形成立。' }).expect(200);
    await post(registrar, `/${id}/drop`, { reason: '证据不足' }).expect(200);
    app.clock.set(now);
  });

  it('is handed over by nobody before it is drawn up, and served once', async () => {
    const { post, registrar } = scene;
    const { id } = await scene.opened();
    await scene.upload(registrar, id).expect(201);
    const handed = { ...NOTICE, ...delivered };
    expect(codeOf(await post(registrar, `/${id}/notice`, handed).expect(422))).toBe('NOTICE_PAPER_FIRST');
    expect(codeOf(await post(registrar, `/${id}/service`, delivered).expect(409))).toBe('INVALID_TRANSITION');
    await post(registrar, `/${id}/notice-paper`, { facts: NOTICE.facts }).expect(200);
    expect(codeOf(await post(registrar, `/${id}/notice`, NOTICE).expect(409))).toBe('INVALID_TRANSITION');
    const both = await Promise.all([1, 2].map(() => post(registrar, `/${id}/service`, delivered)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    await post(registrar, `/${id}/drop`, { reason: '证据不足' }).expect(200);
  });

  it('needs evidence, and can be drawn up anew as long as it is not served', async () => {
    const { post, registrar, operator, app } = scene;
    const { id } = await scene.opened();
    const first = { facts: '示例·初稿。' };
    expect(codeOf(await post(registrar, `/${id}/notice-paper`, first).expect(422))).toBe('EVIDENCE_REQUIRED');
    await scene.upload(registrar, id).expect(201);
    await post(registrar, `/${id}/notice-paper`, first).expect(200);
    app.clock.advance(60_000);
    await post(registrar, `/${id}/notice-paper`, { facts: NOTICE.facts }).expect(200);
    app.clock.advance(60_000);
    const { body } = await post(registrar, `/${id}/service`, { service: 'ONLINE' }).expect(200);
    expect(body).toMatchObject({ notice: { facts: NOTICE.facts, service: 'ONLINE', serviceNote: null } });
    const [second, replaced] = await papersOf(id, registrar);
    expect([second?.endedAs, replaced?.endedAs]).toEqual([null, 'REPLACED']);
    // What was never served is nobody's to read but the office's.
    expect((await papersOf(id, operator)).map(({ number }) => number)).toEqual([second?.number]);
    await post(registrar, `/${id}/drop`, { reason: '证据不足' }).expect(200);
  });

  it('is not read before it is served where the case was sent back, nor ever where it is dropped', async () => {
    const { post, registrar, reviewer, operator, app } = scene;
    const { id } = await scene.proposed();
    await post(reviewer, `/${id}/send-back`, { reason: '证据不足' }).expect(200);
    app.clock.advance(60_000);
    await post(registrar, `/${id}/notice-paper`, { facts: '示例·补充以后的事实。' }).expect(200);
    const seen = async (by: TestPerson): Promise<[number, unknown, unknown]> => {
      const { prepared: drawnUp, notice } = await scene.get(id, by);
      return [(await papersOf(id, by)).length, drawnUp, (notice as { facts: string }).facts];
    };
    expect(await seen(operator)).toEqual([1, null, NOTICE.facts]);
    const toNotice = { status: 'OPENED', statusLabel: '待事先告知' };
    expect(await scene.get(id, operator)).toMatchObject(toNotice);
    const listed = async (status: string) => {
      const { body } = await app.as(operator).get(`/api/v1/removals?limit=100&status=${status}`).expect(200);
      return (body as { items: RemovalAnswer[] }).items.find((each) => each.id === id);
    };
    expect(await listed('OPENED')).toMatchObject(toNotice);
    expect(await listed('PREPARED')).toBeUndefined();
    expect(await scene.get(id, registrar)).toMatchObject({ status: 'PREPARED' });
    expect(await seen(registrar)).toMatchObject([2, { facts: '示例·补充以后的事实。' }, NOTICE.facts]);
    await post(registrar, `/${id}/drop`, { reason: '证据不足' }).expect(200);
    expect(await seen(operator)).toEqual([1, null, NOTICE.facts]);
    expect((await papersOf(id, registrar)).map(({ endedAs }) => endedAs)).toEqual(['DROPPED', 'REPLACED']);
  });

  it('keeps another case of the institution from being begun, and its words from the public', async () => {
    const { app, post, registrar } = scene;
    const { id, institutionId } = await prepared('示例·不公开的事实');
    const other = { institutionId, ground: 'FALSE_MATERIALS', clue: '示例·另一线索' };
    expect(codeOf(await post(registrar, '', other).expect(409))).toBe('REMOVAL_PENDING');
    const { text } = await app.http.get('/removals').expect(200);
    expect(text).not.toContain('不公开的事实');
    const announced = { service: 'ANNOUNCED', serviceNote: '多次上门，大门紧锁' };
    const { body } = await post(registrar, `/${id}/service`, announced).expect(200);
    expect(body).toMatchObject({ status: 'NOTICED', notice: { service: 'ANNOUNCED' } });
    expect((await app.http.get('/removals').expect(200)).text).toContain('公告送达的事先告知');
    await post(registrar, `/${id}/drop`, { reason: '证据不足' }).expect(200);
  });
});
