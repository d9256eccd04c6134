import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, type FilingAnswer } from './filing.builder';

const HOUSE = '陕西省西安市长安区韦曲街道示例承接路12号';
const COMER = { uscc: '916100000000000518', legalForm: 'ENTERPRISE', address: HOUSE };
const REMARK = { pointer: '/takeover', message: '原机构何时搬离没有写明，请写明日期' };

describe('what was said of the register, when a filing is returned', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let comer: TestPerson;
  let registrar: TestPerson;
  let id: string;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    comer = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
    const holder = await app.person('OPERATOR');
    await filings.accepted(holder, registrar, 'ELDERLY_CARE', { address: HOUSE, name: '示例·前一家院' });
    const draft = await filings.draft(comer, 'ELDERLY_CARE', COMER);
    const stated = await state(draft.id, '');
    await filings.upload(comer, stated);
    ({ id } = draft);
    await submit();
  });
  afterAll(() => app.stop());

  async function state(of: string, explanation: string): Promise<FilingAnswer> {
    // What is said at the very moment of the handing in counts as handed in.
    app.clock.advance(1000);
    const said = { relation: 'SUCCESSOR', ground: 'CONTRACT_ENDED', explanation };
    const { body } = await app.as(comer).put(`/api/v1/filings/${of}/takeover`).send(said).expect(200);
    return body as FilingAnswer;
  }
  const submit = () => app.as(comer).post(`/api/v1/filings/${id}/submit`).expect(200);
  const returned = (...reasons: object[]) =>
    app.as(registrar).post(`/api/v1/filings/${id}/return`).send({ reasons });
  const changes = async (person: TestPerson) =>
    (await app.as(person).get(`/api/v1/filings/${id}/changes`).expect(200)).body as {
      takeover: object | null;
      remarks: object[];
      openToRemarks: string[] | null;
    };

  it('is something that a remark points at, where the applicant is asked for it', async () => {
    const seen = await app.as(registrar).get(`/api/v1/filings/${id}`).expect(200);
    expect(seen.body.takeover).toMatchObject({ remarkable: true });
    const other = await filings.submitted(comer, 'ELDERLY_CARE', {
      ...COMER,
      address: '陕西省西安市长安区韦曲街道示例承接路13号',
    });
    const unknown = await app
      .as(registrar)
      .post(`/api/v1/filings/${other.id}/return`)
      .send({ reasons: [REMARK] })
      .expect(422);
    expect(unknown.body.code).toBe('UNKNOWN_POINTER');

    await returned(REMARK).expect(200);
    const read = await app.as(comer).get(`/api/v1/filings/${id}`).expect(200);
    expect(read.body).toMatchObject({ remarks: [REMARK], takeover: { remarkable: false } });
    const papers = await app.database.query(`select content from filings.paper where filing_id = $1`, [id]);
    expect(JSON.stringify(papers)).toContain('“与名录中已有机构的关系”的说明');
  });

  it('shows both sides whether it was changed since: the same said again is not', async () => {
    expect(await changes(comer)).toMatchObject({ takeover: null, remarks: [{ touched: false }] });
    await state(id, '');
    expect(await changes(comer)).toMatchObject({ takeover: null, remarks: [{ touched: false }] });
    await state(id, '示例·2026年10月31日搬离');
    const told = {
      takeover: {
        old: '承接原机构的场地，原机构不再经营：原机构的租赁合同、委托运营合同已经终止',
        new: expect.stringContaining('2026年10月31日搬离'),
      },
      remarks: [{ pointer: '/takeover', place: '与名录中已有机构的关系', touched: true }],
    };
    expect(await changes(comer)).toMatchObject(told);
    await submit();
    expect(await changes(registrar)).toMatchObject({
      ...told,
      openToRemarks: expect.arrayContaining(['/takeover']),
    });
  });

  it('is cited once more because it was cited before, and never for the first time in a later round', async () => {
    await returned(REMARK).expect(200);
    await submit();
    await returned({ pointer: '/institution/name', message: '示例·名称不全' }).expect(422);
    const again = [{ ...REMARK, message: '还是没有写明' }];
    await app
      .as(registrar)
      .post(`/api/v1/filings/${id}/return`)
      .send({ reasons: again, call: '示例·已电话说明' })
      .expect(200);

    const house = '陕西省西安市长安区韦曲街道示例承接路14号';
    await filings.accepted(await app.person('OPERATOR'), registrar, 'ELDERLY_CARE', { address: house });
    const draft = await filings.draft(comer, 'ELDERLY_CARE', { ...COMER, address: house });
    await filings.upload(comer, await state(draft.id, ''));
    id = draft.id;
    await submit();
    await returned({ pointer: '/institution/name', message: '示例·名称不全' }).expect(200);
    await submit();
    const late = await returned(REMARK).expect(422);
    expect(late.body).toMatchObject({
      code: 'REMARK_TOO_LATE',
      places: ['与名录中已有机构的关系'],
      errors: [{ pointer: '/reasons/0/pointer' }],
    });
  });
});
