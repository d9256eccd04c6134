import { ELDERLY_APPLICATION, PDF, type FilingAnswer } from '../../filings/test/filing.builder';
import { PartnerScene } from './partner-scene.builder';

const REFERENCE = 'BACK-1';

describe('a case that a partner platform takes back', () => {
  let scene: PartnerScene;
  beforeAll(async () => {
    scene = await PartnerScene.start();
  });
  afterAll(() => scene.stop());

  it('is taken back in the name of its applicant, by that partner alone, and told as every step', async () => {
    const partner = await scene.register({ webhookUrl: scene.webhookUrl });
    const other = await scene.register({ name: '示例·别的平台' });
    const given = {
      reference: REFERENCE,
      applicant: { userReference: 'u-1', name: '示例·王建国', uscc: ELDERLY_APPLICATION.uscc },
      kind: 'ELDERLY_CARE',
      institution: ELDERLY_APPLICATION,
    };
    const { body } = await scene.send(partner, 'POST', '/filings', given).expect(201);
    for (const { code, required } of (body as FilingAnswer).materials)
      if (required) await scene.upload(partner, `/filings/${REFERENCE}/materials/${code}`, PDF).expect(200);
    await scene.send(partner, 'POST', `/filings/${REFERENCE}/submit`).expect(200);
    const path = `/filings/${REFERENCE}/withdraw`;
    await scene.send(other, 'POST', path).expect(404);
    const answer = await scene.send(partner, 'POST', path, { reason: '用户撤回' }).expect(200);
    expect(answer.body).toMatchObject({ status: 'WITHDRAWN', dueOn: null });
    await scene.app.idle();
    const feed = await scene.send(partner, 'GET', '/changes?after=0').expect(200);
    expect(feed.body.items.at(-1)).toMatchObject({
      event: 'filing.withdrawn',
      status: 'WITHDRAWN',
      dueOn: null,
    });
    expect(JSON.parse(scene.received.at(-1)?.body ?? '{}')).toMatchObject({ event: 'filing.withdrawn' });
  });
});
