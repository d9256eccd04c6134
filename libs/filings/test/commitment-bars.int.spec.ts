import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { CHILDCARE_APPLICATION, FilingBuilder, PDF, type FilingAnswer } from './filing.builder';

const CODE = 'PREMISES_PROOF';
const BARRED = { uscc: CHILDCARE_APPLICATION.uscc, residentId: '610116189001010019' };
const OTHER = { uscc: '91610000000000052B', residentId: '610116189001010027' };

interface Promised {
  readonly code: string;
  readonly offer: { readonly text: string } | null;
}

describe('who has broken a commitment', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let first: TestPerson;
  let second: TestPerson;
  let health: TestPerson;
  /** Of another account and legal person with the same head: handed in before the breach, with a commitment. */
  let waiting: FilingAnswer;
  /** The same, not handed in. */
  let prepared: FilingAnswer;
  /** Of others; it comes to name who is barred. */
  let renamed: FilingAnswer;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    second = await app.person('OPERATOR');
    health = await app.person('REGISTRAR', { departments: ['health'] });
    first = await app.person('OPERATOR');
    const { id } = await promised(first, BARRED);
    waiting = await promised(second, { ...OTHER, residentId: BARRED.residentId });
    prepared = await promised(second, { ...OTHER, residentId: BARRED.residentId });
    renamed = await promised(second, OTHER);
    await filings.act(second, waiting.id, 'submit');
    await filings.act(first, id, 'submit');
    await filings.act(health, id, 'accept');
    const upload = app.as(first).put(`${path(id)}/material`);
    await upload
      .attach('file', PDF, { filename: '场地证明.pdf', contentType: 'application/pdf' })
      .expect(200);
    await app
      .as(health)
      .post(`${path(id)}/breach`)
      .send({ reason: '补交的材料不实' })
      .expect(200);
  });
  afterAll(() => app.stop());

  const path = (id: string) => `/api/v1/filings/${id}/commitments/${CODE}`;
  const offerOf = (filing: FilingAnswer) =>
    (filing.materials as unknown as Promised[]).find(({ code }) => code === CODE)?.offer ?? null;
  const draft = (by: TestPerson, { uscc, residentId }: typeof OTHER) => {
    const legalRepresentative = { ...CHILDCARE_APPLICATION.legalRepresentative, residentId };
    return filings.draft(by, 'CHILDCARE', { uscc, legalRepresentative });
  };
  /** Everything uploaded but the promised material. */
  const promised = async (by: TestPerson, named: typeof OTHER): Promise<FilingAnswer> => {
    const filing = await draft(by, named);
    const text = offerOf(filing)?.text;
    const given = (await app.as(by).put(path(filing.id)).send({ text }).expect(200)).body as FilingAnswer;
    const codes = given.materials.filter((each) => each.required && each.code !== CODE);
    return filings.upload(
      by,
      given,
      codes.map(({ code }) => code),
    );
  };
  const submit = (id: string) => app.as(second).post(`/api/v1/filings/${id}/submit`);

  it.each([
    ['legal person', { ...OTHER, uscc: BARRED.uscc }],
    ['head', { ...OTHER, residentId: BARRED.residentId }],
  ])('is not told to another account by a draft, by the %s', async (_, named) => {
    const filing = await draft(second, named);
    const { text } = offerOf(filing) ?? {};
    expect(text).toBe(offerOf(await draft(second, OTHER))?.text);
    await app.as(second).put(path(filing.id)).send({ text }).expect(200);
    // Nor by handing in what is not complete.
    const { code } = (await submit(filing.id).expect(422)).body as { code: string };
    expect(code).not.toBe('COMMITMENT_BARRED');
  });

  it('is offered none under the code of the own institution, whoever its head is', async () => {
    const filing = await draft(first, { ...OTHER, uscc: BARRED.uscc });
    expect(offerOf(filing)).toBeNull();
    const { body } = await app.as(first).put(path(filing.id)).send({ text: 'x' }).expect(422);
    expect(body.code).toBe('COMMITMENT_UNAVAILABLE');
    expect(offerOf(await draft(first, { ...OTHER, residentId: BARRED.residentId }))).not.toBeNull();
  });

  it('does not hand in what was promised before', async () => {
    const { body } = await submit(prepared.id).expect(422);
    expect(body).toMatchObject({
      code: 'COMMITMENT_BARRED',
      errors: [{ pointer: `/materials/${CODE}`, code: 'COMMITMENT_BARRED' }],
    });
    await filings.upload(second, prepared, [CODE]);
    await submit(prepared.id).expect(200);
  });

  it('is not helped by a draft that named somebody else when the promise was given', async () => {
    await app
      .as(second)
      .patch(`/api/v1/filings/${renamed.id}`)
      .set('if-match', `"${renamed.version}"`)
      .send({ institution: { uscc: BARRED.uscc } })
      .expect(200);
    // The code is another account's: why it files is another question.
    await filings.upload(second, await filings.stateTakeover(second, renamed), ['AUTHORISATION_LETTER']);
    expect((await submit(renamed.id).expect(422)).body.code).toBe('COMMITMENT_BARRED');
  });

  it('is not accepted on a promise that was handed in before, and is returned for the material', async () => {
    const accept = () => app.as(health).post(`/api/v1/filings/${waiting.id}/accept`);
    expect((await accept().expect(422)).body.code).toBe('COMMITMENT_BARRED');
    const reasons = [{ pointer: `/materials/${CODE}`, message: '请上传场地证明' }];
    await filings.act(health, waiting.id, 'return', { reasons });
    await filings.upload(second, waiting, [CODE]);
    await submit(waiting.id).expect(200);
    await accept().expect(200);
  });
});
