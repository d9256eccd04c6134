import type { Response } from 'supertest';
import { ELDERLY_APPLICATION, PDF, type FilingAnswer } from '../../filings/test/filing.builder';
import { PartnerScene } from './partner-scene.builder';

const codeOf = ({ body }: Response): string => (body as { code: string }).code;

describe('what partner platforms are connected for', () => {
  let scene: PartnerScene;
  beforeAll(async () => {
    scene = await PartnerScene.start();
  });
  afterAll(() => scene.stop());

  it('hand in nothing more of what was taken from their districts or kinds, and still read it', async () => {
    const admin = await scene.app.person('ADMINISTRATOR', { districts: ['*'] });
    for (const [change, code] of [
      [{ kinds: ['CHILDCARE'] }, 'KIND_NOT_CONNECTED'],
      [{ districts: ['610113'] }, 'WRONG_DISTRICT'],
    ] as const) {
      const narrowed = await scene.register();
      const reference = `BJ-${code}`;
      const given = {
        reference,
        applicant: { userReference: 'u-1', name: '示例·王建国', uscc: ELDERLY_APPLICATION.uscc },
        kind: 'ELDERLY_CARE',
        institution: { ...ELDERLY_APPLICATION, address: `${ELDERLY_APPLICATION.address}${code}` },
      };
      const { body } = await scene.send(narrowed, 'POST', '/filings', given).expect(201);
      const [first] = (body as FilingAnswer).materials;
      await scene.app
        .as(admin)
        .patch(`/api/v1/partners/${narrowed.partnerId}`)
        .set('if-match', '"1"')
        .send(change)
        .expect(200);
      const path = `/filings/${reference}`;
      expect(codeOf(await scene.upload(narrowed, `${path}/materials/${first?.code}`, PDF).expect(403))).toBe(
        code,
      );
      expect(codeOf(await scene.send(narrowed, 'POST', `${path}/submit`).expect(403))).toBe(code);
      await scene.send(narrowed, 'GET', path).expect(200);
    }
  });

  it('belong to the administrator of their districts', async () => {
    const partner = await scene.register();
    const registrar = await scene.app.person('REGISTRAR');
    const elsewhere = await scene.app.person('ADMINISTRATOR', { districts: ['500152'] });
    await scene.app.as(elsewhere).get(`/api/v1/partners/${partner.partnerId}`).expect(404);
    await scene.app.as(elsewhere).post(`/api/v1/partners/${partner.partnerId}/disable`).expect(404);
    await scene.app.as(registrar).get('/api/v1/partners').expect(403);
    const body = { name: '示例', districts: ['610116'], kinds: ['CHILDCARE'] };
    expect(codeOf(await scene.app.as(elsewhere).post('/api/v1/partners').send(body).expect(403))).toBe(
      'BEYOND_OWN_DISTRICTS',
    );
    const refused = { ...body, webhookUrl: 'http://10.0.0.1/hook' };
    expect(
      codeOf(await scene.app.as(scene.administrator).post('/api/v1/partners').send(refused).expect(422)),
    ).toBe('WEBHOOK_REFUSED');
  });

  it('are connected for counties and above, which a township is told in words', async () => {
    const admin = scene.app.as(scene.administrator);
    const body = { name: '示例', districts: ['610116001'], kinds: ['CHILDCARE'] };
    const words = { pointer: '/districts', message: expect.stringContaining('不能选乡镇、街道') };
    const refused = await admin.post('/api/v1/partners').send(body).expect(422);
    expect(refused.body.errors).toEqual([expect.objectContaining(words)]);
    const { partnerId } = await scene.register();
    const changed = await admin
      .patch(`/api/v1/partners/${partnerId}`)
      .set('if-match', '"1"')
      .send({ districts: body.districts })
      .expect(422);
    expect(changed.body.errors).toEqual([expect.objectContaining(words)]);
  });
});
