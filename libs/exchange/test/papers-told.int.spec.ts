import type { TestPerson } from '@zhaoguan/testing';
import { ELDERLY_APPLICATION, PDF, type FilingAnswer } from '../../filings/test/filing.builder';
import { PartnerScene, type Credential } from './partner-scene.builder';

describe('the papers of a case that a partner platform handed in', () => {
  let scene: PartnerScene;
  let registrar: TestPerson;
  let partner: Credential;
  let count = 0;
  beforeAll(async () => {
    scene = await PartnerScene.start();
    registrar = await scene.app.person('REGISTRAR');
    partner = await scene.register({ webhookUrl: scene.webhookUrl });
  });
  afterAll(() => scene.stop());

  const submitted = async () => {
    count += 1;
    const reference = `PAPER-${count}`;
    const given = {
      reference,
      applicant: { userReference: 'u-1', name: '示例·王建国', uscc: ELDERLY_APPLICATION.uscc },
      kind: 'ELDERLY_CARE',
      institution: { ...ELDERLY_APPLICATION, address: `${ELDERLY_APPLICATION.address}丙${count}` },
    };
    const { body } = await scene.send(partner, 'POST', '/filings', given).expect(201);
    for (const { code, required } of (body as FilingAnswer).materials)
      if (required) await scene.upload(partner, `/filings/${reference}/materials/${code}`, PDF).expect(200);
    await scene.send(partner, 'POST', `/filings/${reference}/submit`).expect(200);
    return { reference, id: (body as FilingAnswer).id };
  };
  const decide = (id: string, act: string, body: object) =>
    scene.app.as(registrar).post(`/api/v1/filings/${id}/${act}`).send(body).expect(200);
  const told = async (reference: string) => {
    await scene.app.idle();
    const { body } = await scene.send(partner, 'GET', '/changes?after=0').expect(200);
    return body.items.filter((each: { reference: string }) => each.reference === reference);
  };

  it.each([
    ['return', { reasons: [{ pointer: '/institution/capacity', message: '请核对' }] }, 'CORRECTION_NOTICE'],
    ['refuse', { reason: '示例·不符合规定' }, 'REFUSAL_NOTICE'],
  ])(
    'are named in the step of the %s and its webhook, checked by anybody, and fetched',
    async (act, body, kind) => {
      const { reference, id } = await submitted();
      await decide(id, act, body);
      const [handedIn, decided] = await told(reference);
      expect(handedIn.paper).toMatchObject({
        kind: 'INTAKE_SLIP',
        number: expect.stringMatching(/^长民备收/),
      });
      expect(decided.paper).toMatchObject({
        kind,
        issuedOn: '2026-11-20',
        number: expect.stringMatching(/^长民备/),
      });
      const webhook = scene.received
        .map((each) => JSON.parse(each.body))
        .find((each) => each.reference === reference && each.seq === 2);
      expect(webhook.paper).toEqual(decided.paper);
      const code = String(decided.paper.checkUrl).split('/').at(-1);
      const check = await scene.app.http.get(`/papers/${code}`).expect(200);
      expect(check.text).toContain(decided.paper.number);
      const list = await scene.send(partner, 'GET', `/filings/${reference}/papers`).expect(200);
      expect(list.body.items).toMatchObject([
        { id: decided.paper.id, kind, number: decided.paper.number },
        { id: handedIn.paper.id, kind: 'INTAKE_SLIP' },
      ]);
      const file = await scene
        .send(partner, 'GET', `/filings/${reference}/papers/${decided.paper.id}/file`)
        .expect(200);
      expect(file.headers['content-type']).toBe('application/pdf');
      expect(file.headers['x-content-sm3']).toBe(list.body.items[0].file.sm3);
    },
  );

  it('are those of its own cases, and of no other platform', async () => {
    const { reference, id } = await submitted();
    await decide(id, 'refuse', { reason: '示例·不符合规定' });
    const [, { paper }] = await told(reference);
    const other = await scene.register();
    await scene.send(other, 'GET', `/filings/${reference}/papers`).expect(404);
    await scene.send(other, 'GET', `/filings/${reference}/papers/${paper.id}/file`).expect(404);
    const own = await submitted();
    await scene.send(partner, 'GET', `/filings/${own.reference}/papers/${paper.id}/file`).expect(404);
  });
});
