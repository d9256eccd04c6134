import { ELDERLY_APPLICATION } from '../../filings/test/filing.builder';
import { NOTICE, RemovalScene, type RemovalAnswer } from './removal-scene.builder';

describe('the party of a removal, once another account has filed for the site', () => {
  let scene: RemovalScene;
  beforeAll(async () => {
    scene = await RemovalScene.start();
  });
  afterAll(() => scene.app.stop());

  it('still reads what was decided about it and said by it, which the new one does not', async () => {
    const { app, operator, registrar, reviewer, filings } = scene;
    const address = `${ELDERLY_APPLICATION.address}甲`;
    const first = await filings.accepted(operator, registrar, 'ELDERLY_CARE', { address });
    const { id } = await scene.opened('FALSE_MATERIALS', first.institutionId);
    await scene.upload(registrar, id).expect(201);
    await scene.post(registrar, `/${id}/notice`, NOTICE).expect(200);
    await scene.post(operator, `/${id}/statement`, { text: '材料由代办提供。', waived: true }).expect(200);
    await scene
      .post(registrar, `/${id}/propose`, { text: '建议撤销。', statementReview: '不影响认定。' })
      .expect(200);
    await scene.post(reviewer, `/${id}/decide`).expect(200);
    await app.idle();
    const next = await app.person('OPERATOR');
    const again = await filings.accepted(next, registrar, 'ELDERLY_CARE', { address });
    expect(again.institutionId).toBe(first.institutionId);

    const listed = async (by: typeof operator) => {
      const { body } = await app.as(by).get('/api/v1/removals').expect(200);
      return (body as { items: RemovalAnswer[] }).items.map((line) => line.id);
    };
    expect(await listed(operator)).toEqual([id]);
    expect(await scene.get(id, operator)).toMatchObject({ status: 'DECIDED' });
    const papers = await app.as(operator).get(`/api/v1/removals/${id}/papers`).expect(200);
    expect((papers.body as { items: unknown[] }).items).toHaveLength(2);
    expect(await listed(next)).toEqual([]);
    await app.as(next).get(`/api/v1/removals/${id}`).expect(404);
    await app.as(next).get(`/api/v1/removals/${id}/papers`).expect(404);
  });
});
