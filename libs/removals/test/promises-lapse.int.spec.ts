import type { TestPerson } from '@zhaoguan/testing';
import { CommitmentScene } from '../../filings/test/commitment-scene.builder';
import { PDF } from '../../filings/test/filing.builder';
import { codeOf, NOTICE } from './removal-scene.builder';

const DAY = 24 * 60 * 60 * 1000;
const FELL = { document: '示例复决字〔2026〕1号', reason: '事实不清' };

describe('what was promised in place of a material', () => {
  let scene: CommitmentScene;
  let reviewer: TestPerson;
  let chief: TestPerson;
  let advanced = 0;
  beforeAll(async () => {
    scene = await CommitmentScene.start();
  });
  beforeEach(async () => {
    await scene.newPeople();
    reviewer = await scene.app.person('REVIEWER', { departments: ['health'] });
    chief = await scene.app.person('REVIEWER', { departments: ['health'] });
  });
  afterEach(() => {
    scene.app.clock.advance(-advanced * DAY);
    advanced = 0;
  });
  afterAll(() => scene.app.stop());

  const post = (by: TestPerson, path: string, body: object = {}) =>
    scene.app.as(by).post(`/api/v1/removals${path}`).send(body);

  /** The filing is revoked (撤销): the id of the removal. */
  async function revoked(institutionId: string | null): Promise<string> {
    const { app, operator, health } = scene;
    const opened = await post(health, '', { institutionId, ground: 'FALSE_MATERIALS', clue: '群众反映' });
    const { id } = opened.body as { id: string };
    await app
      .as(health)
      .post(`/api/v1/removals/${id}/files`)
      .attach('file', PDF, { filename: '核实意见.pdf', contentType: 'application/pdf' })
      .expect(201);
    await post(health, `/${id}/notice`, NOTICE).expect(200);
    await post(operator, `/${id}/statement`, { text: '没有意见', waived: true }).expect(200);
    await post(health, `/${id}/propose`, { text: '证据充分，情形成立。' }).expect(200);
    await post(reviewer, `/${id}/decide`).expect(200);
    await app.idle();
    return id;
  }

  const annulled = async (id: string): Promise<void> => {
    await post(chief, `/${id}/annul`, FELL).expect(200);
    await scene.app.idle();
  };

  const promise = async (id: string, reader = scene.operator) => {
    const { body } = await scene.app.as(reader).get(`/api/v1/filings/${id}`).expect(200);
    return scene.of(body).commitment;
  };

  async function after(days: number): Promise<void> {
    scene.app.clock.advance(days * DAY);
    advanced += days;
    [scene.operator, scene.health] = [
      await scene.signedInAgain(scene.operator),
      await scene.signedInAgain(scene.health),
    ];
    [reviewer, chief] = [await scene.signedInAgain(reviewer), await scene.signedInAgain(chief)];
  }

  it('is owed again, with the days that were left, once the revocation is annulled', async () => {
    const { id, institutionId } = await scene.accepted();
    expect(await promise(id)).toMatchObject({ status: 'OPEN', dueOn: '2026-12-21' });
    await after(11);
    const removal = await revoked(institutionId);
    await after(28);
    await annulled(removal);
    // Twenty days were left on 1 December; 18 January is a working day.
    expect(await promise(id)).toMatchObject({
      status: 'OPEN',
      dueOn: '2027-01-18',
      reason: expect.stringContaining('恢复执行'),
      acts: [{ action: 'lapse' }, { action: 'restore', actorName: '系统' }],
    });
    const work = await scene.app.as(scene.operator).get('/api/v1/work-items').expect(200);
    expect(work.body.items).toMatchObject([{ type: 'COMMITMENT_TO_FULFIL', dueOn: '2027-01-18' }]);
    const told = await scene.app.as(scene.operator).get('/api/v1/notifications').expect(200);
    expect(JSON.stringify(told.body.items)).toContain('COMMITMENT_RESTORED');
    expect(codeOf(await scene.judge(id, 'breach', { reason: '没有补交场地证明' }))).toBe(
      'COMMITMENT_NOT_DUE',
    );
    await scene.handIn(id).expect(200);
    await scene.judge(id, 'confirm').expect(200);
  });

  it('keeps its old day where nothing of the time was lost, or it was late before', async () => {
    const { id, institutionId } = await scene.accepted();
    const { dueOn } = (await promise(id)) ?? {};
    await annulled(await revoked(institutionId));
    expect(await promise(id)).toMatchObject({ status: 'OPEN', dueOn });
    await after(40);
    const removal = await revoked(institutionId);
    await after(10);
    await annulled(removal);
    expect(await promise(id)).toMatchObject({ status: 'OPEN', dueOn });
    expect(await promise(id, scene.health)).toMatchObject({ availableActions: ['breach'] });
  });

  it('waits to be looked at again, within days of its own, where it had been handed in', async () => {
    const { id, institutionId } = await scene.accepted();
    await scene.handIn(id).expect(200);
    const { checkBy } = (await promise(id)) ?? {};
    const removal = await revoked(institutionId);
    expect(await promise(id)).toMatchObject({ status: 'LAPSED', checkBy: null });
    await annulled(removal);
    expect(await promise(id)).toMatchObject({ status: 'HANDED_IN', checkBy });
    await scene.judge(id, 'confirm').expect(200);
  });

  it('stays ended where another removal ended it, and ends with no removal that was annulled before', async () => {
    const { id, institutionId } = await scene.accepted();
    const first = await revoked(institutionId);
    await annulled(first);
    await revoked(institutionId);
    const rows = await scene.app.database.query<{ removal_id: string }>(
      `select removal_id from filings.commitment_transition t join filings.commitment c on c.id = t.commitment_id
        where c.filing_id = '${id}' and t.action in ('lapse', 'restore') order by t.seq`,
    );
    expect(rows.map(({ removal_id: of }) => of === first)).toEqual([true, true, false]);
    expect(await promise(id)).toMatchObject({ status: 'LAPSED' });
  });

  it('is owed and broken no more once the filing is revoked of which it was promised', async () => {
    const { app, operator } = scene;
    const { id, institutionId } = await scene.accepted();
    await revoked(institutionId);

    expect(await promise(id)).toMatchObject({
      status: 'LAPSED',
      reason: expect.stringContaining('不再执行'),
      availableActions: [],
    });
    const work = await app.as(operator).get('/api/v1/work-items').expect(200);
    expect(JSON.stringify(work.body.items)).not.toContain('COMMITMENT');
    await after(60);
    expect(codeOf(await scene.judge(id, 'breach', { reason: '没有补交场地证明' }))).toBe(
      'INVALID_TRANSITION',
    );
  });
});
