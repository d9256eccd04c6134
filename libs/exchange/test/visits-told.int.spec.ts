import type { TestPerson } from '@zhaoguan/testing';
import {
  ELDERLY_APPLICATION,
  FilingBuilder,
  PDF,
  type FilingAnswer,
} from '../../filings/test/filing.builder';
import { PartnerScene, type Credential } from './partner-scene.builder';

const APPLICANT = { userReference: 'u-1', name: '示例·王建国', uscc: ELDERLY_APPLICATION.uscc };
const TOLD_BY_HAND = '核查记录和改正期限已当面告知，由经办人签收';

interface Told {
  readonly reference: string;
  readonly event: string;
  readonly seq: number;
}

/** @law 养老机构管理办法（民政部令第66号）监督检查的规定：核实备案信息 */
describe('partner platforms, of visits on the spot,', () => {
  let scene: PartnerScene;
  let filings: FilingBuilder;
  let registrar: TestPerson;
  let colleague: TestPerson;
  let partner: Credential;
  let count = 0;
  beforeAll(async () => {
    scene = await PartnerScene.start();
    filings = new FilingBuilder(scene.app);
    registrar = await scene.app.person('REGISTRAR');
    colleague = await scene.app.person('REGISTRAR');
    partner = await scene.register({ webhookUrl: scene.webhookUrl });
  });
  afterAll(() => scene.stop());

  /** Handed in by the platform, and accepted. */
  const filed = async () => {
    count += 1;
    const reference = `BJ-${count}`;
    const institution = { ...ELDERLY_APPLICATION, address: `${ELDERLY_APPLICATION.address}丙${count}` };
    const entry = { reference, applicant: APPLICANT, kind: 'ELDERLY_CARE', institution };
    const { body } = await scene.send(partner, 'POST', '/filings', entry).expect(201);
    for (const { code, required } of (body as FilingAnswer).materials)
      if (required) await scene.upload(partner, `/filings/${reference}/materials/${code}`, PDF).expect(200);
    const { id } = (await scene.send(partner, 'POST', `/filings/${reference}/submit`).expect(200))
      .body as FilingAnswer;
    return { reference, filing: await filings.act(registrar, id, 'accept') };
  };
  const visit = async (id: string, otherwise: Readonly<Record<string, string>> = {}): Promise<void> => {
    const { body } = await scene.app.as(registrar).get(`/api/v1/filings/${id}/verifications`).expect(200);
    const [{ version, facts }] = body.items as [{ version: number; facts: { pointer: string }[] }];
    await scene.app
      .as(registrar)
      .post(`/api/v1/filings/${id}/verification/record`)
      .set('if-match', `"${version}"`)
      .send({
        officerIds: [registrar.id, colleague.id],
        visitedOn: '2026-11-20',
        note: TOLD_BY_HAND,
        facts: facts.map(({ pointer }) => {
          const found = otherwise[pointer];
          return found === undefined ? { pointer, matches: true } : { pointer, matches: false, found };
        }),
      })
      .expect(200);
  };
  const isLater = (reference: string) => (each: Told) => each.reference === reference && each.seq > 2;
  const told = async (reference: string): Promise<Told[]> => {
    await scene.app.idle();
    const { body } = await scene.send(partner, 'GET', '/changes').expect(200);
    return (body as { items: Told[] }).items.filter(isLater(reference));
  };
  const sent = (reference: string): Told[] =>
    scene.received.map(({ body }) => JSON.parse(body) as Told).filter(isLater(reference));

  it('are told once which items do not agree, what is to be done and until when, and when all agrees again', async () => {
    const { reference, filing } = await filed();
    await visit(filing.id, {
      '/institution/capacity': '96 张',
      '/institution/legalRepresentative/name': '示例·赵换人',
    });
    const mismatch = {
      event: 'verification.mismatch-found',
      seq: 3,
      status: 'ACCEPTED',
      filingNumber: filing.filingNumber,
      institutionStatus: 'OPERATING',
      filingEnd: null,
      effectiveOn: null,
      dueOn: null,
      correctBy: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
      paper: null,
      removal: null,
      verification: {
        visitedOn: '2026-11-20',
        items: ['法定代表人（主要负责人）姓名', '床位数'],
        toDo: expect.stringMatching(
          /^请在\d{4}年\d+月\d+日前（含当日）到主管部门办理变更备案，或者改正后告知主管部门复核$/,
        ) as string,
      },
    };
    expect(await told(reference)).toMatchObject([mismatch]);
    await visit(filing.id);
    const items = await told(reference);
    expect(items).toMatchObject([
      mismatch,
      {
        event: 'verification.matched',
        seq: 4,
        correctBy: null,
        verification: { items: [], toDo: null },
      },
    ]);
    expect(sent(reference)).toEqual(items);
    for (const { body } of scene.received) expect(body).not.toMatch(/王建国|赵换人|96 张|签收/);
  });

  it('are told nothing of a visit that found all as it was filed, nor of what others filed', async () => {
    const { reference, filing } = await filed();
    await visit(filing.id);
    const operator = await scene.app.person('OPERATOR');
    const other = await filings.accepted(operator, registrar);
    await visit(other.id, { '/institution/capacity': '96 张' });
    expect(await told(reference)).toEqual([]);
  });
});
