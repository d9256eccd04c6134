import { CommitmentScene } from '../../filings/test/commitment-scene.builder';
import { PDF } from '../../filings/test/filing.builder';
import { codeOf, NOTICE } from './removal-scene.builder';

describe('what was promised in place of a material', () => {
  let scene: CommitmentScene;
  beforeAll(async () => {
    scene = await CommitmentScene.start();
    await scene.newPeople();
  });
  afterAll(() => scene.app.stop());

  it('is owed and broken no more once the filing is revoked of which it was promised', async () => {
    const { app, operator, health } = scene;
    const { id, institutionId } = await scene.accepted();
    const reviewer = await app.person('REVIEWER', { departments: ['health'] });
    const post = (by: typeof health, path: string, body: object = {}) =>
      app.as(by).post(`/api/v1/removals${path}`).send(body);
    const opened = await post(health, '', { institutionId, ground: 'FALSE_MATERIALS', clue: '群众反映' });
    const of = `/${(opened.body as { id: string }).id}`;
    await app
      .as(health)
      .post(`/api/v1/removals${of}/files`)
      .attach('file', PDF, { filename: '核实意见.pdf', contentType: 'application/pdf' })
      .expect(201);
    await post(health, `${of}/notice`, NOTICE).expect(200);
    await post(operator, `${of}/statement`, { text: '没有意见', waived: true }).expect(200);
    await post(health, `${of}/propose`, { text: '证据充分，情形成立。' }).expect(200);
    await post(reviewer, `${of}/decide`).expect(200);
    await app.idle();

    const { body } = await app.as(operator).get(`/api/v1/filings/${id}`).expect(200);
    expect(scene.of(body).commitment).toMatchObject({
      status: 'LAPSED',
      reason: expect.stringContaining('不再执行'),
      availableActions: [],
    });
    const work = await app.as(operator).get('/api/v1/work-items').expect(200);
    expect(JSON.stringify(work.body.items)).not.toContain('COMMITMENT');
    app.clock.advance(60 * 24 * 60 * 60 * 1000);
    expect(codeOf(await scene.judge(id, 'breach', { reason: '没有补交场地证明' }))).toBe(
      'INVALID_TRANSITION',
    );
  });
});
