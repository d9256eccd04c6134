import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { CHILDCARE, ELDERLY } from '../../forms/test/forms.builder';
import { FilingBuilder, type FilingAnswer } from './filing.builder';

const BASE = '/institution/particulars';

describe('the further answers of a filing', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  let health: TestPerson;
  beforeAll(async () => {
    // The first day of the forms that ask for them is 27 November.
    app = await TestApp.start({ now: '2026-12-01T02:00:00Z' });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
    health = await app.person('REGISTRAR', { departments: ['health'] });
  });
  afterAll(() => app.stop());

  const patch = (filing: FilingAnswer, particulars: object) =>
    app
      .as(operator)
      .patch(`/api/v1/filings/${filing.id}`)
      .set('if-match', `"${filing.version}"`)
      .send({ institution: { particulars } });

  it('are saved one by one, and what no form asks for is dropped', async () => {
    const draft = await filings.draft(operator);
    expect(draft.form.version).toBe(5);
    const { body } = await patch(draft, { insurer: ' 示例·保险 ', dayBeds: 10, nobodyAsked: 1 }).expect(200);
    // The level of the registry is read from the code.
    const registryLevel = 'COUNTY';
    expect(body.institution.particulars).toEqual({ registryLevel, insurer: '示例·保险', dayBeds: 10 });
    const after = await patch(body, { dayBeds: null }).expect(200);
    expect(after.body.institution.particulars).toEqual({ registryLevel, insurer: '示例·保险' });
  });

  it.each([
    [{ dayBeds: '10' }, `${BASE}/dayBeds`, 'IS_INT'],
    [{ dayBeds: 5, residentialBeds: 116 }, `${BASE}/residentialBeds`, 'BEDS_EXCEED_CAPACITY'],
    [{ staff: [{ post: 'NEVER', people: 1 }] }, `${BASE}/staff/0/post`, 'IS_IN'],
    [
      { fees: [{ item: 'BED', amount: { from: 2, to: 1 }, per: 'DAY' }] },
      `${BASE}/fees/0/amount`,
      'RANGE_REVERSED',
    ],
  ])('that are wrong are refused at their place: %j', async (particulars, pointer, code) => {
    const draft = await filings.draft(operator);
    const { body } = await patch(draft, particulars).expect(422);
    expect(body.errors).toEqual([expect.objectContaining({ pointer, code, message: expect.any(String) })]);
  });

  it('that are no object are refused', async () => {
    const draft = await filings.draft(operator);
    for (const wrong of ['x', 5, [1]]) await patch(draft, wrong as object).expect(422);
  });

  it('of a minimal filing hinder nothing: the main path stays as it is', async () => {
    for (const [kind, person] of [
      ['ELDERLY_CARE', registrar],
      ['CHILDCARE', health],
    ] as const) {
      expect(await filings.accepted(operator, person, kind)).toMatchObject({ status: 'ACCEPTED' });
    }
  });

  it('are accepted into the register, published as far as the public may know, and changed by a filing', async () => {
    const { name, uscc, legalForm, legalRepresentative, district: _district, ...rest } = ELDERLY;
    const identity = { name, uscc, legalForm, legalRepresentative };
    const accepted = await filings.accepted(operator, registrar, 'ELDERLY_CARE', {
      ...rest,
      ...identity,
      address: '陕西省西安市长安区韦曲街道示例路88号',
    });
    expect(accepted).toMatchObject({ status: 'ACCEPTED', incomplete: [], warnings: [] });
    const { institutionId } = accepted;
    const { body: held } = await app.as(registrar).get(`/api/v1/institutions/${institutionId}`).expect(200);
    expect(held.details.particulars).toMatchObject({ fireProof: 'RECORD', residentsAble: 20 });

    const { body: shown } = await app.http.get(`/api/v1/public/institutions/${institutionId}`).expect(200);
    expect(shown.particulars).toEqual([
      { name: 'inclusive', label: '普惠养老', value: '否' },
      {
        name: 'staff',
        label: '人员配备',
        value: '负责人 1 人、1 人持证、1 人专职；养老护理员 12 人、10 人持证、12 人专职',
      },
      {
        name: 'fees',
        label: '收费标准',
        value: '床位费 1,200.00 元至 3,000.00 元、每月；押金 5,000.00 元、一次性',
      },
    ]);
    expect(JSON.stringify(shown)).not.toContain('JY36101160000001');

    const fees = [{ item: 'BED', amount: { from: 130_000, to: 300_000 }, per: 'MONTH' }];
    const { body: change } = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({ type: 'CHANGE', kind: 'ELDERLY_CARE', institutionId, institution: { particulars: { fees } } })
      .expect(201);
    expect(change.institution.particulars).toMatchObject({
      fireProof: 'RECORD',
      insurer: expect.any(String),
    });
    expect(change.amendments).toEqual([
      {
        pointer: `${BASE}/fees`,
        label: '收费标准',
        old: '床位费 1,200.00 元至 3,000.00 元、每月；押金 5,000.00 元、一次性',
        new: '床位费 1,300.00 元至 3,000.00 元、每月',
      },
    ]);
    const ready = await filings.upload(operator, change);
    await filings.act(operator, ready.id, 'submit');
    await filings.act(registrar, ready.id, 'accept');
    const again = await app.as(registrar).get(`/api/v1/institutions/${institutionId}`).expect(200);
    expect(again.body.details.particulars).toMatchObject({ fees, fireProof: 'RECORD' });
  });

  it('that were promised in the first filing are asked of no change, and stay as they were promised', async () => {
    const pledges = ['TRUTH', 'BUILDING', 'FIRE', 'FOOD', 'MEDICAL', 'EQUIPMENT'];
    const { district: _district, address: _address, ...rest } = ELDERLY;
    const address = '陕西省西安市长安区韦曲街道示例路98号';
    const first = await filings.accepted(operator, registrar, 'ELDERLY_CARE', {
      ...rest,
      address,
      particulars: { ...ELDERLY.particulars, pledges },
    });
    const held = () => app.as(registrar).get(`/api/v1/institutions/${first.institutionId}`).expect(200);
    expect((await held()).body.details.particulars.pledges).toEqual(pledges);
    const { body: form } = await app
      .as(operator)
      .get('/api/v1/filing-forms')
      .query({ kind: 'ELDERLY_CARE', type: 'CHANGE' })
      .expect(200);
    expect(JSON.stringify(form)).not.toContain('pledges');
    // The step that is read, and not filled in, stays.
    expect(form.steps.at(-1)).toMatchObject({ key: 'confirm', fields: [] });
    const { body: change } = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({
        type: 'CHANGE',
        kind: 'ELDERLY_CARE',
        institutionId: first.institutionId,
        institution: { capacity: 121, particulars: { pledges: [], residentialBeds: 111 } },
      })
      .expect(201);
    const pointers = (change.amendments as { pointer: string }[]).map(({ pointer }) => pointer);
    expect(pointers).toEqual(['/institution/capacity', `${BASE}/residentialBeds`]);
    // What a change is promised for stands in its letter.
    const letter = (change as FilingAnswer).materials.find(({ code }) => code === 'COMMITMENT_LETTER');
    expect(letter).toMatchObject({ required: true });
    const ready = await filings.upload(operator, change);
    await filings.act(operator, ready.id, 'submit');
    await filings.act(registrar, ready.id, 'accept');
    expect((await held()).body.details.particulars).toMatchObject({ pledges, residentialBeds: 111 });
  });

  it('of a 托育机构 that has too few carers are refused when they are filled in', async () => {
    const { district: _district, address: _address, ...rest } = CHILDCARE;
    const staff = [{ post: 'CARER', people: 8 }];
    const { body } = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({
        type: 'INITIAL',
        kind: 'CHILDCARE',
        institution: {
          ...rest,
          district: '610116',
          address: '陕西省西安市长安区示例路99号',
          particulars: { ...CHILDCARE.particulars, staff },
        },
      })
      .expect(422);
    expect(body.errors).toMatchObject([{ pointer: `${BASE}/staff`, code: 'CARERS_FEW' }]);
  });
});
