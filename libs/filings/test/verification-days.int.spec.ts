import type { TestPerson } from '@zhaoguan/testing';
import { VerificationScene } from './verification-scene.builder';

const DAY = 86_400_000;

describe('the day of a visit to what was filed', () => {
  let scene: VerificationScene;
  beforeEach(async () => {
    scene = await VerificationScene.start();
  });
  afterEach(() => scene.app.stop());

  const signIn = async ({ username, password, ...person }: TestPerson): Promise<TestPerson> => {
    const { body } = await scene.app.http.post('/api/v1/auth/login').send({ username, password }).expect(200);
    return { ...person, username, password, token: body.accessToken as string };
  };
  /** Whoever signed in days ago signs in again. */
  const afterDays = async (days: number): Promise<void> => {
    scene.app.clock.advance(days * DAY);
    scene.operator = await signIn(scene.operator);
    scene.registrar = await signIn(scene.registrar);
  };
  const visit = async (id: string, visitedOn: string, capacity?: string) => {
    const otherwise: Record<string, string> =
      capacity === undefined ? {} : { '/institution/capacity': capacity };
    const facts = await scene.found(id, otherwise);
    return scene.send(scene.registrar, id, 'record', { ...scene.visit, visitedOn, facts });
  };
  const isRefusedBefore = async (id: string, visitedOn: string, earliest: { day: string; label: string }) => {
    expect(await scene.of(scene.registrar, id)).toMatchObject({ earliestVisit: earliest });
    const answer = await visit(id, visitedOn);
    const message = `核查日期不能早于${earliest.label}（${earliest.day}）`;
    expect([answer.status, answer.body.errors]).toEqual([
      422,
      [{ pointer: '/visitedOn', code: 'TOO_EARLY', message }],
    ]);
  };

  it('is not before the acceptance, the visit that found a mismatch, and the report that it was put right', async () => {
    const { id } = await scene.filings.accepted(scene.operator, scene.registrar);
    await afterDays(5);
    await isRefusedBefore(id, '2026-11-19', { day: '2026-11-20', label: '准予的日期' });
    expect((await visit(id, '2026-11-24', '96 张')).status).toBe(200);
    await isRefusedBefore(id, '2026-11-23', { day: '2026-11-24', label: '上一次现场核查的日期' });
    expect((await visit(id, '2026-11-24', '98 张')).status).toBe(200);
    await afterDays(2);
    expect((await scene.send(scene.operator, id, 'correct', { statement: '已恢复为 120 张' })).status).toBe(
      200,
    );
    expect(await scene.of(scene.operator, id)).toMatchObject({ earliestVisit: null });
    await afterDays(1);
    await isRefusedBefore(id, '2026-11-26', { day: '2026-11-27', label: '申请人报告改正的日期' });
    const done = await visit(id, '2026-11-27');
    expect(done.body).toMatchObject({ status: 'VERIFIED', visits: [{}, {}, { visitedOn: '2026-11-27' }] });
  });

  it('is not before the change that was accepted in answer to the mismatch', async () => {
    const { id, institutionId } = await scene.filings.accepted(scene.operator, scene.registrar);
    expect((await visit(id, '2026-11-20', '96 张')).status).toBe(200);
    await afterDays(3);
    const change = await scene.filings.filedAbout(scene.operator, institutionId, 'CHANGE', { capacity: 96 });
    await scene.filings.act(scene.registrar, change.id, 'accept');
    await afterDays(1);
    await isRefusedBefore(id, '2026-11-22', { day: '2026-11-23', label: '准予变更的日期' });
    expect((await visit(id, '2026-11-24')).body).toMatchObject({ status: 'VERIFIED' });
  });
});
