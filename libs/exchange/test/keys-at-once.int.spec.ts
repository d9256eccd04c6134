import { PartnerScene } from './partner-scene.builder';

describe('partner platforms', () => {
  let scene: PartnerScene;
  beforeAll(async () => {
    scene = await PartnerScene.start();
  });
  afterAll(() => scene.stop());

  it('are given one new key when two rotate it at once', async () => {
    const { partnerId } = await scene.register();
    const path = `/api/v1/partners/${partnerId}`;
    const administrator = scene.app.as(scene.administrator);
    const { headers } = await administrator.get(path).expect(200);
    const rotate = () => administrator.post(`${path}/rotate-key`).set('If-Match', headers['etag'] as string);
    const answers = await Promise.all([rotate(), rotate()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});
