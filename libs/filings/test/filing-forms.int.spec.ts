import type { FormDefinition } from '@zhaoguan/contracts';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { CHILDCARE, CHILDCARE_FORM, ELDERLY, ELDERLY_FORM, formOf } from '../../forms/test/forms.builder';
import { DRAFTS, FilingBuilder, type FilingAnswer } from './filing.builder';

const DAY = 86_400_000;

describe('the forms of filings', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
  });
  afterAll(() => app.stop());

  const today = (query: string, person = operator) => app.as(person).get(`/api/v1/filing-forms?${query}`);
  const version = (path: string) => app.as(operator).get(`/api/v1/filing-forms/${path}`);

  it('are given to whoever has signed in, with the numbers that their rules need', async () => {
    const elderly = await today('kind=ELDERLY_CARE&type=INITIAL').expect(200);
    // As the file says it: what a field does not have is not there.
    const asStored = JSON.parse(JSON.stringify(formOf('ELDERLY_CARE_INITIAL', 1))) as FormDefinition;
    expect(elderly.body).toEqual({
      ...asStored,
      today: '2026-11-20',
      terms: { ELDERLY_MINIMUM_BEDS: 10 },
      divisions: [],
    });
    const childcare = await today('kind=CHILDCARE&type=INITIAL&district=610116', registrar).expect(200);
    expect(childcare.body).toMatchObject({
      code: 'CHILDCARE_INITIAL',
      terms: { HOME_MAXIMUM_CHILDREN: 5, LEASE_MINIMUM: 3 },
    });
    expect(childcare.body.divisions).toContainEqual({ code: '610113', name: '雁塔区' });
    expect(childcare.body.divisions).not.toContainEqual({ code: '500152', name: '潼南区' });
    const named = await version('CHILDCARE_INITIAL/1?district=610116').expect(200);
    expect(named.body).toEqual(childcare.body);
    await app.http.get('/api/v1/filing-forms?kind=ELDERLY_CARE&type=INITIAL').expect(401);
  });

  it('take their numbers from where the site stands', async () => {
    const nearer = { ...(await termRow('ELDERLY_MINIMUM_BEDS')), jurisdiction: '500152', value: 20 };
    await app.database.query(
      `insert into reference.entry (id, list, key, position, data) values (uuidv7(), 'terms', 'example', 9999, $1)`,
      [JSON.stringify(nearer)],
    );
    app.clock.advance(61_000);
    const there = await today('kind=ELDERLY_CARE&type=INITIAL&district=500152').expect(200);
    expect(there.body.terms).toEqual({ ELDERLY_MINIMUM_BEDS: 20 });
    const here = await today('kind=ELDERLY_CARE&type=INITIAL&district=610116').expect(200);
    expect(here.body.terms).toEqual({ ELDERLY_MINIMUM_BEDS: 10 });
    const draft = { ...DRAFTS.ELDERLY_CARE.institution, district: '500152', capacity: 19 };
    const answer = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({ ...DRAFTS.ELDERLY_CARE, institution: draft })
      .expect(422);
    expect(answer.body.errors).toEqual([
      {
        pointer: '/institution/capacity',
        code: 'CAPACITY_TOO_SMALL',
        message: '养老机构床位数不少于 20 张（依据：《养老机构管理办法》（民政部令第66号））',
      },
    ]);
  });

  const termRow = async (code: string): Promise<object> => {
    const rows = await app.database.query<{ data: object }>(
      `select data from reference.entry where list = 'terms' and data ->> 'code' = $1`,
      [code],
    );
    return rows[0]?.data ?? {};
  };

  it('are the same for a change as for the first filing, where nothing is promised on line', async () => {
    const [first, change] = [
      await today('kind=ELDERLY_CARE&type=INITIAL').expect(200),
      await today('kind=ELDERLY_CARE&type=CHANGE').expect(200),
    ];
    expect(change.body).toEqual(first.body);
  });

  it.each([
    ['kind=ELDERLY_CARE', 422, 'VALIDATION_FAILED'],
    ['kind=HOSPITAL&type=INITIAL', 422, 'VALIDATION_FAILED'],
    ['kind=ELDERLY_CARE&type=INITIAL&district=x', 422, 'VALIDATION_FAILED'],
  ])('are not given for %s', async (query, status, code) => {
    expect((await today(query).expect(status)).body.code).toBe(code);
  });

  it.each([
    ['ELDERLY_CARE_INITIAL/99', 404],
    ['NOTHING/1', 404],
    ['ELDERLY_CARE_INITIAL/x', 400],
  ])('have no version %s', async (path, status) => {
    await version(path).expect(status);
  });

  it('tell applicant and authority what is not filled in, and do not turn away who sends only what the interface names', async () => {
    const submitted = await filings.submitted(operator);
    const incomplete = [
      { pointer: '/institution/premisesTenure', label: '服务场所权属' },
      { pointer: '/institution/floorAreaM2', label: '服务设施面积' },
      { pointer: '/institution/contact/name', label: '联系人姓名' },
      { pointer: '/institution/contact/phone', label: '联系人电话' },
    ];
    expect(submitted).toMatchObject({
      status: 'SUBMITTED',
      form: { code: 'ELDERLY_CARE_INITIAL', version: 1 },
      incomplete,
      warnings: [],
    });
    const seen = await app.as(registrar).get(`/api/v1/filings/${submitted.id}`).expect(200);
    expect(seen.body.incomplete).toEqual(incomplete);
    const reasons = incomplete.map(({ pointer, label }) => ({ pointer, message: `请填写${label}` }));
    await filings.act(registrar, submitted.id, 'return', { reasons });
  });

  it('are left with nothing open by a complete application, which then shows the food licence', async () => {
    const elderly = await filings.draft(operator, 'ELDERLY_CARE', ELDERLY);
    expect(elderly.incomplete).toEqual([]);
    const childcare = await filings.draft(operator, 'CHILDCARE', { ...CHILDCARE, mealsProvided: true });
    expect(childcare).toMatchObject({ incomplete: [], warnings: [], form: { code: CHILDCARE_FORM.code } });
    const food = childcare.materials.find(({ code }) => code === 'FOOD_LICENCE');
    expect(food).toMatchObject({ required: true });
    const draft = await filings.draft(operator, 'CHILDCARE');
    expect(draft.incomplete.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['班型与托位', '提供餐饮服务']),
    );
  });

  it('warn without hindering', async () => {
    const filing = await filings.submitted(operator, 'CHILDCARE', { name: '示例·小树苗' });
    expect(filing.warnings).toEqual([
      {
        pointer: '/institution/name',
        code: 'NAME_WITHOUT_CHILDCARE',
        message:
          '托育机构名称中一般应当注明“托育”，请核对登记证书（依据：《托育机构登记和备案办法（试行）》（国卫办人口发〔2019〕25号））',
      },
    ]);
  });

  it('warn of an address that names another district of the city', async () => {
    const filing = await filings.submitted(operator, 'CHILDCARE', { address: '西安市雁塔区示例路9号' });
    expect(filing.warnings).toContainEqual({
      pointer: '/institution/address',
      code: 'ADDRESS_ELSEWHERE',
      message: '地址写的是“雁塔区”，不在所选的区县，请核对',
    });
  });

  it('let it be said that it is a 家庭托育点 although what was typed before does not fit, which then hinders handing in', async () => {
    const draft = await filings.draft(operator, 'CHILDCARE', { name: '示例·小梨子之家', capacity: 60 });
    const edit = ({ version }: { version: number }, institution: object) =>
      app
        .as(operator)
        .patch(`/api/v1/filings/${draft.id}`)
        .set('if-match', `"${version}"`)
        .send({ institution });
    const home = (await edit(draft, { siteType: 'HOME' }).expect(200)).body;
    expect(home.institution).toMatchObject({ siteType: 'HOME', name: '示例·小梨子之家' });
    const codes = (materials: FilingAnswer['materials']) => materials.map(({ code }) => code);
    expect(codes(home.materials)).not.toEqual(codes(draft.materials));
    // Nor does it hinder the next answer, while a new wrong one is refused as ever.
    const small = (await edit(home, { capacity: 5, floorAreaM2: 80 }).expect(200)).body;
    await filings.upload(operator, small);
    const submit = await app.as(operator).post(`/api/v1/filings/${draft.id}/submit`).send({}).expect(422);
    expect(submit.body.errors).toMatchObject([
      { pointer: '/institution/name', code: 'NAME_WITHOUT_CHILDCARE' },
    ]);
    const now = (await app.as(operator).get(`/api/v1/filings/${draft.id}`).expect(200)).body;
    const named = (await edit(now, { name: '示例·小梨子家庭托育点' }).expect(200)).body;
    const refused = await edit(named, { capacity: 60 }).expect(422);
    expect(refused.body.errors).toMatchObject([{ pointer: '/institution/capacity' }]);
  });

  it('stay with a filing in the version with which it was drafted', async () => {
    const begun = await filings.draft(operator);
    await replaceForm({ effectiveTo: '2026-11-20' }, { version: 99, effectiveFrom: '2026-11-21' }, 30);
    app.clock.advance(DAY);
    const later = await app.person('OPERATOR');
    const current = await today('kind=ELDERLY_CARE&type=INITIAL', later).expect(200);
    expect(current.body.version).toBe(99);
    const draft = (capacity: number) =>
      app
        .as(later)
        .post('/api/v1/filings')
        .send({ ...DRAFTS.ELDERLY_CARE, institution: { ...DRAFTS.ELDERLY_CARE.institution, capacity } });
    const refused = await draft(29).expect(422);
    expect(refused.body.errors).toEqual([
      {
        pointer: '/institution/capacity',
        code: 'CAPACITY_TOO_SMALL',
        message: '养老机构床位数不少于 30 张（依据：《养老机构管理办法》（民政部令第66号）第二条）',
      },
    ]);
    expect((await draft(30).expect(201)).body.form).toEqual({ code: 'ELDERLY_CARE_INITIAL', version: 99 });
    const again = await signedInAgain(operator);
    const edited = await app
      .as(again)
      .patch(`/api/v1/filings/${begun.id}`)
      .set('if-match', `"${begun.version}"`)
      .send({ institution: { capacity: 20 } })
      .expect(200);
    expect(edited.body).toMatchObject({ form: { version: 1 }, institution: { capacity: 20 } });
    await app.as(again).get('/api/v1/filing-forms/ELDERLY_CARE_INITIAL/1').expect(200);
  });

  it('let nothing be handed in whose lease has run out meanwhile, and ask to look twice at an address', async () => {
    app.clock.advance(6 * DAY);
    const later = await app.person('OPERATOR');
    const draft = await filings.draft(later, 'CHILDCARE', {
      ...CHILDCARE,
      address: '郭杜',
      leaseStartsOn: '2020-01-01',
      leaseEndsOn: '2026-12-10',
    });
    expect(draft).toMatchObject({
      form: { code: 'CHILDCARE_INITIAL', version: 3 },
      warnings: [{ pointer: '/institution/address', code: 'ADDRESS_WITHOUT_NUMBER' }],
    });
    await filings.upload(later, draft);
    app.clock.advance(20 * DAY);
    const again = await signedInAgain(later);
    const submit = () => app.as(again).post(`/api/v1/filings/${draft.id}/submit`);
    const refused = await submit().expect(422);
    expect(refused.body.errors).toEqual([
      {
        pointer: '/institution/leaseEndsOn',
        code: 'LEASE_ENDED',
        message:
          '租期已经届满；已续租的，请填写续租合同的租期（依据：《托育机构设置标准（试行）》（国卫人口发〔2019〕58号）第十一条）',
      },
    ]);
    const { body } = await app.as(again).get(`/api/v1/filings/${draft.id}`).expect(200);
    await app
      .as(again)
      .patch(`/api/v1/filings/${draft.id}`)
      .set('if-match', `"${body.version}"`)
      .send({ institution: { leaseEndsOn: '2029-12-10' } })
      .expect(200);
    await submit().expect(200);
  });

  /** Ends the version in force and begins another, in which the least number of beds is fixed. */
  async function replaceForm(ended: object, begun: object, minimum: number): Promise<void> {
    await app.database.query(
      `update reference.entry set data = data || $1 where list = 'forms' and data ->> 'code' = 'ELDERLY_CARE_INITIAL'`,
      [JSON.stringify(ended)],
    );
    const rules = ELDERLY_FORM.rules.map((rule) =>
      rule.rule === 'minimum' ? { ...rule, parameters: { minimum } } : rule,
    );
    await app.database.query(
      `insert into reference.entry (id, list, key, position, data) values (uuidv7(), 'forms', 'example', 9999, $1)`,
      [JSON.stringify({ ...ELDERLY_FORM, ...begun, rules })],
    );
  }

  async function signedInAgain(person: TestPerson): Promise<TestPerson> {
    const { username, password } = person;
    const answer = await app.http.post('/api/v1/auth/login').send({ username, password }).expect(200);
    return { ...person, token: answer.body.accessToken as string };
  }
});
