import { commitmentProcess } from '../src/domain/commitment.process';
import { CommitmentScene, PROMISED } from './commitment-scene.builder';
import type { FilingAnswer } from './filing.builder';

const DAY = 24 * 60 * 60 * 1000;

describe('what was promised, handed in later', () => {
  let scene: CommitmentScene;
  beforeAll(async () => {
    scene = await CommitmentScene.start();
  });
  beforeEach(() => scene.newPeople());
  afterAll(() => scene.app.stop());

  it('is kept by what is handed in later, after the authority has looked at it', async () => {
    const { id, version } = await scene.accepted();
    const { body } = await scene.handIn(id).expect(200);
    expect(scene.of(body as FilingAnswer)).toMatchObject({
      uploaded: true,
      commitment: { status: 'HANDED_IN', checkBy: '2026-12-18' },
    });
    expect(body.version).toBe(Number(version) + 1);
    const seen = await scene.app.as(scene.health).get(`/api/v1/filings/${id}`).expect(200);
    expect(scene.of(seen.body as FilingAnswer)).toMatchObject({
      uploaded: true,
      commitment: { availableActions: ['confirm', 'return', 'breach'] },
    });
    await scene.app.as(scene.health).get(`/api/v1/filings/${id}/materials/${PROMISED}`).expect(200);
    await scene.judge(id, 'return').expect(422);
    const returned = await scene.judge(id, 'return', { reason: '第二页看不清' }).expect(200);
    expect(scene.of(returned.body as FilingAnswer).commitment).toMatchObject({
      status: 'OPEN',
      checkBy: null,
      reason: '第二页看不清',
    });
    await scene.handIn(id).expect(200);
    const kept = await scene.judge(id, 'confirm').expect(200);
    expect(scene.of(kept.body as FilingAnswer).commitment).toMatchObject({
      status: 'KEPT',
      checkBy: null,
      availableActions: [],
    });
    await scene.handIn(id).expect(409);
    await scene.judge(id, 'breach', { reason: '又有问题' }).expect(409);
  });

  it('tells both sides who handed in what and when, who returned it and why, and keeps what was returned', async () => {
    const { id, institutionId } = await scene.accepted();
    await scene.handIn(id).expect(200);
    await scene.judge(id, 'return', { reason: '第二页看不清' }).expect(200);
    const asked = await scene.app.as(scene.operator).get(`/api/v1/filings/${id}`).expect(200);
    expect(scene.of(asked.body as FilingAnswer).commitment).toMatchObject({
      statusLabel: '已退回，待重新补交',
    });
    const anew = await scene.handIn(id).expect(200);
    expect(scene.of(anew.body as FilingAnswer).commitment).toMatchObject({
      statusLabel: '已重新补交，待核实',
      reason: null,
    });
    await scene.judge(id, 'confirm').expect(200);
    for (const person of [scene.operator, scene.health]) {
      const { body } = await scene.app.as(person).get(`/api/v1/filings/${id}`).expect(200);
      expect(scene.of(body as FilingAnswer).commitment).toMatchObject({
        status: 'KEPT',
        statusLabel: '已履行',
        reason: null,
        acts: [
          { label: '补交材料', file: { version: 1, fileName: '场地证明.pdf', outcome: 'RETURNED' } },
          { label: '退回重交', reason: '第二页看不清', file: null },
          { label: '再次补交材料', file: { version: 2, outcome: 'CURRENT' } },
          { label: '核实无误', reason: null },
        ],
      });
      const [first, second] = (scene.of(body as FilingAnswer).commitment as unknown as { acts: object[] })
        .acts;
      expect(first).toMatchObject({ actorName: expect.stringMatching(/./), at: expect.stringMatching(/T/) });
      expect(second).toMatchObject({ actorName: expect.stringMatching(/./) });
      await scene.app.as(person).get(`/api/v1/filings/${id}/materials/${PROMISED}/versions/1`).expect(200);
      await scene.app.as(person).get(`/api/v1/filings/${id}/materials/${PROMISED}/versions/2`).expect(200);
      await scene.app.as(person).get(`/api/v1/filings/${id}/materials/${PROMISED}/versions/3`).expect(404);
    }
    const list = await scene.app
      .as(scene.health)
      .get(`/api/v1/commitments?institutionId=${institutionId}`)
      .expect(200);
    expect(list.body.items).toMatchObject([{ status: 'KEPT', statusLabel: '已履行', reason: null }]);
  });

  it('is looked at by a day that is counted anew for every file', async () => {
    const { id } = await scene.accepted();
    await scene.handIn(id).expect(200);
    scene.app.clock.advance(3 * DAY);
    [scene.operator, scene.health] = [
      await scene.signedInAgain(scene.operator),
      await scene.signedInAgain(scene.health),
    ];
    const { body } = await scene.handIn(id).expect(200);
    expect(scene.of(body as FilingAnswer).commitment).toMatchObject({ checkBy: '2026-12-21' });
    const { institutionId } = body as FilingAnswer;
    const list = await scene.app
      .as(scene.health)
      .get(`/api/v1/commitments?institutionId=${institutionId}`)
      .expect(200);
    expect(list.body.items).toMatchObject([{ code: PROMISED, checkBy: '2026-12-21' }]);
    scene.app.clock.advance(-3 * DAY);
  });

  it('is judged as the file that was read, not as one that was handed in since', async () => {
    const { id } = await scene.accepted();
    await scene.handIn(id).expect(200);
    const { headers } = await scene.app.as(scene.health).get(`/api/v1/filings/${id}`).expect(200);
    const judged = (action: string, etag: string) =>
      scene.app
        .as(scene.health)
        .post(`${scene.path(id)}/${action}`)
        .set('if-match', etag)
        .send({ reason: '第二页看不清' });
    await scene.handIn(id).expect(200);
    for (const action of ['confirm', 'return', 'breach']) {
      const { body } = await judged(action, String(headers['etag'])).expect(412);
      expect(body.code).toBe('STALE_VERSION');
    }
    const now = await scene.app.as(scene.health).get(`/api/v1/filings/${id}`).expect(200);
    await judged('return', String(now.headers['etag'])).expect(200);
  });

  it('is kept in the database as it was promised', async () => {
    const rows = await scene.app.database.query<{ definition: string }>(
      `select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'commitment_status_check'`,
    );
    for (const state of commitmentProcess.states) expect(rows[0]?.definition).toContain(`'${state}'`);
    await expect(scene.app.database.query(`update filings.commitment set text = 'x'`)).rejects.toThrow(
      'what was promised does not change',
    );
    await expect(scene.app.database.query(`delete from filings.commitment`)).rejects.toThrow(
      'keep what they say',
    );
    await expect(
      scene.app.database.query(`update filings.commitment_transition set reason = 'x'`),
    ).rejects.toThrow('append-only');
    const folded = await scene.app.database.query<{ id: string; status: string; acts: never[] }>(
      `select c.id, c.status, coalesce(json_agg(json_build_object('action', t.action, 'from', t.from_status,
              'to', t.to_status) order by t.seq) filter (where t.seq is not null), '[]') as acts
         from filings.commitment c left join filings.commitment_transition t on t.commitment_id = c.id group by c.id`,
    );
    expect(folded.length).toBeGreaterThan(3);
    for (const { status, acts } of folded) expect(commitmentProcess.fold(acts)).toBe(status);
  });
});
