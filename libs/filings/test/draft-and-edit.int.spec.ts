import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { DRAFTS, ELDERLY_APPLICATION, FilingBuilder } from './filing.builder';

describe('drafting and editing a filing', () => {
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

  const draft = (institution: object, more: object = {}) =>
    app
      .as(operator)
      .post('/api/v1/filings')
      .send({ ...DRAFTS.ELDERLY_CARE, ...more, institution: { ...ELDERLY_APPLICATION, ...institution } });
  const edit = (id: string, version: number | null, institution: object, person = operator) => {
    const request = app.as(person).patch(`/api/v1/filings/${id}`);
    return (version === null ? request : request.set('if-match', `"${version}"`)).send({ institution });
  };

  it.each([
    ['a wrong check digit', { uscc: '526101160000000198' }, '/institution/uscc', 'INVALID_USCC'],
    [
      'a code that is published as real but fails',
      { uscc: '91350211M0000XUF46' },
      '/institution/uscc',
      'INVALID_USCC',
    ],
    ['a letter that no code has', { uscc: '91350100M000100I43' }, '/institution/uscc', 'INVALID_USCC'],
    ['a code that is a number', { uscc: 911000 }, '/institution/uscc', 'INVALID_USCC'],
    [
      'a wrong resident id',
      { legalRepresentative: { name: '王', residentId: '610116189001010018', phone: '13800000001' } },
      '/institution/legalRepresentative/residentId',
      'INVALID_RESIDENT_ID',
    ],
    [
      'a day that does not exist',
      { legalRepresentative: { residentId: '500223189102290017' } },
      '/institution/legalRepresentative/residentId',
      'INVALID_RESIDENT_ID',
    ],
    [
      'the resident id of somebody born tomorrow',
      { legalRepresentative: { residentId: '610116202611210011' } },
      '/institution/legalRepresentative/residentId',
      'INVALID_RESIDENT_ID',
    ],
    [
      'a wrong phone',
      { legalRepresentative: { phone: '12345' } },
      '/institution/legalRepresentative/phone',
      'INVALID_PHONE',
    ],
    ['an unknown district', { district: '610199' }, '/institution/district', 'UNKNOWN_DISTRICT'],
    ['a city for a county', { district: '610100' }, '/institution/district', 'UNKNOWN_DISTRICT'],
    ['no district code at all', { district: '长安区' }, '/institution/district', 'UNKNOWN_DISTRICT'],
    ['no township code', { township: '610116' }, '/institution/township', 'UNKNOWN_DISTRICT'],
    ['a township of another county', { township: '610112002' }, '/institution/township', 'UNKNOWN_DISTRICT'],
    ['too long a name', { name: '长'.repeat(101) }, '/institution/name', 'TOO_LONG'],
    ['no name', { name: '　' }, '/institution/name', 'REQUIRED'],
    ['a name that nobody sees', { name: '\u200b\u2060' }, '/institution/name', 'REQUIRED'],
    ['a billionth of a square metre', { floorAreaM2: 1e-9 }, '/institution/floorAreaM2', 'IS_NUMBER'],
    ['area to the millimetre', { floorAreaM2: 100.123 }, '/institution/floorAreaM2', 'IS_NUMBER'],
    ['half a bed', { capacity: 10.5 }, '/institution/capacity', 'IS_INT'],
    ['no bed', { capacity: 0 }, '/institution/capacity', 'TOO_SMALL'],
    ['beds as text', { capacity: '120' }, '/institution/capacity', 'IS_INT'],
    ['nine beds', { capacity: 9 }, '/institution/capacity', 'CAPACITY_TOO_SMALL'],
    ['another legal form', { legalForm: 'ENTERPRISE' }, '/institution/legalForm', 'LEGAL_FORM_MISMATCH'],
    [
      'a day of the lease that does not exist',
      { leaseEndsOn: '2027-02-29' },
      '/institution/leaseEndsOn',
      'INVALID_DATE',
    ],
  ])('refuses %s, naming the field in Chinese', async (_name, institution, pointer, code) => {
    const answer = await draft(institution).expect(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body.code).toBe('VALIDATION_FAILED');
    expect(answer.body.errors).toEqual([
      { pointer, code, message: expect.stringMatching(/[\u4e00-\u9fff]/) },
    ]);
  });

  it('names every wrong field at once', async () => {
    const answer = await draft({ uscc: 'x', capacity: -1, name: '长'.repeat(101), district: '0' }).expect(
      422,
    );
    expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/institution/capacity',
      '/institution/district',
      '/institution/name',
      '/institution/uscc',
    ]);
  });

  it('needs kind, type, name, code and district, and lets the rest be filled in later', async () => {
    const empty = await app.as(operator).post('/api/v1/filings').send({ institution: {} }).expect(422);
    expect(empty.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/type', '/kind']);
    const nameless = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({ type: 'INITIAL', kind: 'CHILDCARE', institution: {} })
      .expect(422);
    expect(nameless.body.errors).toEqual(
      ['name', 'uscc', 'district'].map((field) => ({
        pointer: `/institution/${field}`,
        code: 'REQUIRED',
        message: field === 'district' ? '请选择' : '请填写',
      })),
    );
    const { name, uscc, district } = ELDERLY_APPLICATION;
    const least = { type: 'INITIAL', kind: 'ELDERLY_CARE', institution: { name, uscc, district } };
    const answer = await app.as(operator).post('/api/v1/filings').send(least).expect(201);
    expect(answer.body.status).toBe('DRAFT');
  });

  it.each(['CHANGE', 'SUSPENSION', 'RESUMPTION', 'CLOSURE'])(
    'asks which institution a %s is about',
    async (type) => {
      const answer = await draft({}, { type }).expect(422);
      expect(answer.body.errors).toEqual([
        { pointer: '/institutionId', code: 'REQUIRED', message: '请写明是哪一家机构' },
      ]);
    },
  );

  it('answers a repeat with the same Idempotency-Key with the first draft', async () => {
    const once = () => draft({ address: '重复路1号' }).set('idempotency-key', 'draft-1');
    const first = await once().expect(201);
    const second = await once().expect(201);
    expect(second.body).toEqual(first.body);
    const other = await draft({ address: '重复路2号' }).set('idempotency-key', 'draft-1').expect(422);
    expect(other.body.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it.each([
    ['institution', { institution: null }],
    ['institution', { institution: [] }],
    ['institution/classes', { institution: { classes: [null] } }],
    ['institution/classes', { institution: { classes: [1] } }],
    [
      'institution/classes/0/type',
      { institution: { classes: [{ type: '__proto__', classes: 1, places: 1 }] } },
    ],
    ['institution/legalRepresentative', { institution: { legalRepresentative: 'x' } }],
    ['institution/contact', { institution: { contact: [] } }],
  ])('refuses a body that is not what it should be: %s', async (field, body) => {
    const answer = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({ ...DRAFTS.CHILDCARE, ...body })
      .expect(422);
    const pointers = answer.body.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers.join(' ')).toContain(`/${field}`);
  });

  it('stores no characters that no database keeps, and nothing that nobody asked for', async () => {
    const named = await draft({ name: '示例\u0007·养老院\ud800' }).expect(201);
    expect(named.body.institution.name).toBe('示例·养老院');
    const broken = await draft({ name: '示例\u0000·养老院' }).expect(422);
    expect(broken.body).toMatchObject({ errors: [{ pointer: '/institution/name', code: 'UNREADABLE' }] });
    const answer = await draft({ status: 'ACCEPTED', filingNumber: 'X', address: '多余路1号' }).expect(201);
    expect(answer.body).toMatchObject({ status: 'DRAFT', filingNumber: null });
    expect(answer.body.institution).not.toHaveProperty('status');
  });

  it('is not for officials', async () => {
    await app.as(registrar).post('/api/v1/filings').send(DRAFTS.ELDERLY_CARE).expect(403);
    await app.http.post('/api/v1/filings').send(DRAFTS.ELDERLY_CARE).expect(401);
  });

  it('is edited only with the version in hand', async () => {
    const { id, version } = await filings.draft(operator);
    expect((await edit(id, null, { capacity: 20 }).expect(428)).body.code).toBe('VERSION_REQUIRED');
    const edited = await edit(id, version, { capacity: 20, township: '610116001' }).expect(200);
    expect(edited.headers['etag']).toBe(`"${version + 1}"`);
    expect(edited.body).toMatchObject({
      version: version + 1,
      institution: { capacity: 20, township: '610116001' },
    });
    const stale = await edit(id, version, { capacity: 30 }).expect(412);
    expect(stale.body).toMatchObject({ code: 'STALE_VERSION', currentVersion: version + 1 });
    const cleared = await edit(id, version + 1, { township: null }).expect(200);
    expect(cleared.body.institution).toMatchObject({ township: null, capacity: 20 });
    expect((await edit(id, version + 2, { name: '' }).expect(422)).body.errors[0].pointer).toBe(
      '/institution/name',
    );
  });

  it('lets one of two edits of the same version through', async () => {
    const { id, version } = await filings.draft(operator);
    const answers = await Promise.all([
      edit(id, version, { capacity: 20 }),
      edit(id, version, { capacity: 30 }),
    ]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 412]);
  });

  it('is edited by its applicant only', async () => {
    const { id, version } = await filings.draft(operator);
    await edit(id, version, { capacity: 20 }, await app.person('OPERATOR')).expect(404);
    await edit(id, version, { capacity: 20 }, registrar).expect(404);
  });

  it('is not edited while it lies with the authority', async () => {
    const { id, version } = await filings.submitted(operator);
    const answer = await edit(id, version, { capacity: 20 }).expect(409);
    expect(answer.body).toMatchObject({
      code: 'INVALID_TRANSITION',
      from: 'SUBMITTED',
      allowed: ['return', 'refuse', 'accept', 'withdraw'],
    });
  });

  it('cannot wander to another district once it was returned', async () => {
    const { id, version } = await filings.returned(operator, registrar);
    const answer = await edit(id, version, { district: '500152' }).expect(422);
    expect(answer.body.errors).toEqual([expect.objectContaining({ code: 'DISTRICT_FIXED' })]);
    const seen = await edit(id, version, { address: '陕西省西安市长安区韦曲街道示例路8号' }).expect(200);
    expect(seen.body).toMatchObject({ status: 'RETURNED', editable: true });
  });

  it('cannot wander to the functional area that holds another township once it was returned', async () => {
    const { id } = await filings.submitted(operator, 'ELDERLY_CARE', { township: '610116001' });
    const reasons = [{ pointer: '/institution/capacity', message: '示例·请核对' }];
    const returned = await filings.act(registrar, id, 'return', { reasons });
    const answer = await edit(id, returned.version, { township: '610116005' }).expect(422);
    expect(answer.body.errors).toEqual([
      expect.objectContaining({ pointer: '/institution/township', code: 'AUTHORITY_FIXED' }),
    ]);
    await edit(id, returned.version, { township: '610116002' }).expect(200);
  });
});
