import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { ELDERLY_APPLICATION, FilingBuilder } from './filing.builder';

describe('handing a filing in', () => {
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

  const submit = (id: string, person = operator) => app.as(person).post(`/api/v1/filings/${id}/submit`);

  it('names each field that is missing, without the legal form, which the code says', async () => {
    const { name, uscc, district } = ELDERLY_APPLICATION;
    const created = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({ type: 'INITIAL', kind: 'ELDERLY_CARE', institution: { name, uscc, district } })
      .expect(201);
    const answer = await submit(created.body.id).expect(422);
    expect(answer.body.code).toBe('FIELDS_INCOMPLETE');
    expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/institution/address',
      '/institution/capacity',
      '/institution/legalRepresentative/name',
      '/institution/legalRepresentative/residentId',
      '/institution/legalRepresentative/phone',
    ]);
  });

  it('names each material that is missing', async () => {
    const draft = await filings.draft(operator);
    await filings.upload(operator, draft, ['COMMITMENT_LETTER']);
    const answer = await submit(draft.id).expect(422);
    expect(answer.body).toMatchObject({
      code: 'MATERIALS_INCOMPLETE',
      missing: ['备案申请书', '养老机构登记证书'],
      detail: '还缺少：备案申请书、养老机构登记证书。请上传后再提交。',
      errors: [
        { pointer: '/materials/FILING_APPLICATION' },
        { pointer: '/materials/REGISTRATION_CERTIFICATE' },
      ],
    });
  });

  it('a second time is refused with the state and what is possible now', async () => {
    const { id } = await filings.submitted(operator);
    const answer = await submit(id).expect(409);
    expect(answer.body).toMatchObject({
      code: 'INVALID_TRANSITION',
      from: 'SUBMITTED',
      allowed: ['return', 'refuse', 'accept', 'withdraw'],
    });
  });

  it('is answered again, and done once, with the same Idempotency-Key', async () => {
    const draft = await filings.upload(operator, await filings.draft(operator));
    const once = () => submit(draft.id).set('idempotency-key', `submit-${draft.id}`).expect(200);
    const first = await once();
    expect((await once()).body).toEqual(first.body);
    const rows = await app.database.query('select seq from filings.transition where filing_id = $1', [
      draft.id,
    ]);
    expect(rows).toEqual([{ seq: 1 }]);
  });

  it('wins once when done twice at the same time', async () => {
    const draft = await filings.upload(operator, await filings.draft(operator));
    const answers = await Promise.all([submit(draft.id), submit(draft.id), submit(draft.id)]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409, 409]);
  });

  it('with a stale version is refused', async () => {
    const draft = await filings.upload(operator, await filings.draft(operator));
    const answer = await submit(draft.id).set('if-match', '"1"').expect(412);
    expect(answer.body.code).toBe('STALE_VERSION');
  });

  it('is refused for a site that has another open filing, and possible again when that is decided', async () => {
    const site = { address: '陕西省西安市长安区同一地址1号' };
    const first = await filings.submitted(operator, 'ELDERLY_CARE', site);
    const other = await filings.upload(operator, await filings.draft(operator, 'ELDERLY_CARE', site));
    expect((await submit(other.id).expect(409)).body.code).toBe('DUPLICATE_FILING');
    await filings.act(registrar, first.id, 'refuse', { reason: '示例理由' });
    await submit(other.id).expect(200);
  });

  it('takes an address for the same however it is typed, and keeps nothing that nobody sees', async () => {
    const name = '\u202e示例·隐形养老院\u200b';
    const first = await filings.submitted(operator, 'ELDERLY_CARE', { name, address: '长安路88号\u200b' });
    const seen = await app.as(registrar).get(`/api/v1/filings/${first.id}`).expect(200);
    expect(seen.body.institution).toMatchObject({ name: '示例·隐形养老院', address: '长安路88号' });
    const again = await filings.upload(
      operator,
      await filings.draft(operator, 'ELDERLY_CARE', { address: '长安路 ８８ 号' }),
    );
    expect((await submit(again.id).expect(409)).body.code).toBe('DUPLICATE_FILING');
  });

  it('does not take an invisible character for an answer', async () => {
    const draft = await filings.upload(
      operator,
      await filings.draft(operator, 'ELDERLY_CARE', { address: '\u200b\u2060' }),
    );
    const answer = await submit(draft.id).expect(422);
    expect(answer.body.errors).toEqual([
      { pointer: '/institution/address', code: 'REQUIRED', message: '请填写' },
    ]);
  });

  it('is the applicant’s', async () => {
    const draft = await filings.upload(operator, await filings.draft(operator));
    await submit(draft.id, await app.person('OPERATOR')).expect(404);
    await submit(draft.id, registrar).expect(404);
  });

  it.each([
    ['Friday', '2026-11-20T02:00:00Z', '2026-11-27'],
    ['Friday, one minute before midnight in Shanghai', '2026-11-20T15:59:00Z', '2026-11-27'],
    ['Saturday, one minute later', '2026-11-20T16:00:00Z', '2026-11-27'],
    ['before the National Day, with a Saturday that is worked', '2026-09-28T02:00:00Z', '2026-10-10'],
  ])('begins a term of five working days: %s', async (_name, now, dueOn) => {
    const then = await TestApp.start({ now });
    try {
      const someone = await then.person('OPERATOR');
      expect(await new FilingBuilder(then).submitted(someone)).toMatchObject({ status: 'SUBMITTED', dueOn });
    } finally {
      await then.stop();
    }
  });
});
