import { TestApp, type TestPerson } from '@zhaoguan/testing';
import type { Response } from 'supertest';
import { FilingBuilder, PDF, type FilingAnswer } from './filing.builder';

interface ChangeAnswer extends FilingAnswer {
  readonly type: string;
  readonly amendments: { pointer: string; label: string; old: string; new: string }[];
  readonly fixedFields: { pointer: string; instead: string }[];
  readonly institution: Record<string, unknown>;
}

describe('a change filing', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  let childcareRegistrar: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
    childcareRegistrar = await app.person('REGISTRAR', { departments: ['health'] });
  });
  afterAll(() => app.stop());

  const draft = (institutionId: string | null, institution?: object, by = operator, kind = 'ELDERLY_CARE') =>
    app
      .as(by)
      .post('/api/v1/filings')
      .send({ type: 'CHANGE', kind, institutionId, ...(institution === undefined ? {} : { institution }) });

  const registered = async (kind: 'ELDERLY_CARE' | 'CHILDCARE' = 'ELDERLY_CARE') => {
    const by = kind === 'ELDERLY_CARE' ? registrar : childcareRegistrar;
    return filings.accepted(operator, by, kind, { contact: { name: '示例·张联络', phone: '13800000009' } });
  };

  const begun = async (institution?: object, kind: 'ELDERLY_CARE' | 'CHILDCARE' = 'ELDERLY_CARE') => {
    const first = await registered(kind);
    const answer = await draft(first.institutionId, institution, operator, kind).expect(201);
    return { first, change: answer.body as ChangeAnswer };
  };

  const submitted = async (institution: object): Promise<{ first: FilingAnswer; change: ChangeAnswer }> => {
    const { first, change } = await begun(institution);
    await filings.upload(operator, change);
    return { first, change: (await filings.act(operator, change.id, 'submit')) as ChangeAnswer };
  };

  const edit = (filing: FilingAnswer, institution: object) =>
    app
      .as(operator)
      .patch(`/api/v1/filings/${filing.id}`)
      .set('if-match', `"${filing.version}"`)
      .send({ institution });

  const codesOf = ({ body }: Response) => [
    (body as { code: string }).code,
    ...((body as { errors?: { pointer: string; code: string }[] }).errors ?? []).map(
      ({ pointer, code }) => `${pointer} ${code}`,
    ),
  ];

  it('begins with everything that is filed, and shows as a difference what is changed', async () => {
    const { first, change } = await begun();
    expect(change).toMatchObject({
      type: 'CHANGE',
      status: 'DRAFT',
      institutionId: first.institutionId,
      amendments: [],
      institution: { name: '示例·长安颐养院', capacity: 120, contact: { name: '示例·张联络' } },
    });
    const { body } = await edit(change, {
      capacity: 150,
      legalRepresentative: { name: '示例·赵新任' },
    }).expect(200);
    const said = (body as ChangeAnswer).amendments.map((line) => [line.pointer, line.old, line.new]);
    expect(said).toEqual([
      ['/institution/capacity', '120 张', '150 张'],
      ['/institution/legalRepresentative/name', '示例·王建国', '示例·赵新任'],
      ['/institution/legalRepresentative/residentId', '**************0019', '未填报'],
      ['/institution/legalRepresentative/phone', '138****0001', '未填报'],
    ]);
  });

  it('does not give the number and the phone of the head before to another one', async () => {
    const { change } = await begun({ capacity: 130 });
    const heads = async (filing: ChangeAnswer, legalRepresentative: object) => {
      const { body } = await edit(filing, { legalRepresentative }).expect(200);
      return body as ChangeAnswer;
    };
    const renamed = await heads(change, { name: '示例·赵新任' });
    expect(renamed.institution['legalRepresentative']).toEqual({
      name: '示例·赵新任',
      residentId: null,
      phone: null,
    });
    await filings.upload(operator, renamed);
    const early = await app.as(operator).post(`/api/v1/filings/${change.id}/submit`).expect(422);
    expect(codesOf(early)).toEqual([
      'FIELDS_INCOMPLETE',
      '/institution/legalRepresentative/residentId REQUIRED',
      '/institution/legalRepresentative/phone REQUIRED',
    ]);
    const { body: open } = await app.as(operator).get(`/api/v1/filings/${change.id}`).expect(200);
    const filled = await heads(open as ChangeAnswer, {
      residentId: '610116189002020024',
      phone: '13800000005',
    });
    const spelled = await heads(filled, { name: '示例·赵新人', residentId: '610116189002020024' });
    expect(spelled.institution['legalRepresentative']).toMatchObject({ phone: null });
    const back = await heads(spelled, { name: '示例·王建国' });
    expect(back.amendments.map(({ pointer }) => pointer)).toEqual(['/institution/capacity']);
  });

  it('asks for what proves the change, and for nothing else again', async () => {
    const { change } = await begun({ capacity: 130 });
    const needed = ({ materials }: ChangeAnswer) =>
      materials.filter(({ required }) => required).map(({ code }) => code);
    expect(needed(change)).toEqual(['CHANGE_APPLICATION', 'COMMITMENT_LETTER']);
    const { body } = await edit(change, { capacity: 120, name: '示例·长安颐养中心' }).expect(200);
    expect(needed(body as ChangeAnswer)).toEqual(['CHANGE_APPLICATION', 'REGISTRATION_CERTIFICATE']);
  });

  it('is not handed in while nothing is changed', async () => {
    const { change } = await begun();
    await filings.upload(operator, change);
    const answer = await app.as(operator).post(`/api/v1/filings/${change.id}/submit`).expect(422);
    expect(codesOf(answer)).toEqual(['NOTHING_CHANGED']);
  });

  it('leaves as it is what would be another institution or another site, and says what to do instead', async () => {
    const { change } = await begun();
    const uscc = '52610116000000058W';
    const answer = await edit(change, { uscc }).expect(422);
    expect(codesOf(answer)[0]).toBe('VALIDATION_FAILED');
    const other = await edit(change, { district: '610113', township: null }).expect(422);
    expect(codesOf(other)).toContain('/institution/district FIXED_ON_CHANGE');
    const { change: childcare } = await begun(undefined, 'CHILDCARE');
    const moved = await edit(childcare, { address: '陕西省西安市长安区郭杜街道示例路99号' }).expect(422);
    expect(codesOf(moved)).toEqual(['VALIDATION_FAILED', '/institution/address FIXED_ON_CHANGE']);
    expect(moved.body.errors[0].message).toContain('首次备案');
    expect(childcare.fixedFields.map(({ pointer }) => pointer)).toContain('/institution/address');
  });

  it('stays with the authority that has the institution', async () => {
    const place = (township: string | null) => ({ township });
    const first = await filings.accepted(operator, registrar, 'ELDERLY_CARE', place('610116001'));
    const { body } = await draft(first.institutionId).expect(201);
    const change = body as ChangeAnswer;
    for (const township of [null, '610116005']) {
      const moved = await edit(change, { ...place(township), address: '陕西省西安市长安区示例路77号' });
      expect([moved.status, ...codesOf(moved)]).toEqual([
        422,
        'VALIDATION_FAILED',
        '/institution/township FIXED_ON_CHANGE',
      ]);
    }
    await edit(change, place('610116002')).expect(200);
  });

  it('asks a childcare site for what proves each change', async () => {
    const { change } = await begun({ capacity: 90 }, 'CHILDCARE');
    const needed = (body: unknown) =>
      (body as ChangeAnswer).materials.filter(({ required }) => required).map(({ code }) => code);
    expect(needed(change)).toEqual(['CHANGE_FORM', 'COMMITMENT_LETTER', 'FIRE_SAFETY_CERTIFICATE']);
    const meals = await edit(change, { capacity: 60, mealsProvided: true }).expect(200);
    expect(needed(meals.body)).toEqual(['CHANGE_FORM', 'COMMITMENT_LETTER', 'FOOD_LICENCE']);
    const bought = await edit(meals.body as ChangeAnswer, { mealsProvided: null, premisesTenure: 'OWNED' });
    expect(needed(bought.body)).toEqual(['CHANGE_FORM', 'COMMITMENT_LETTER', 'PREMISES_PROOF']);
  });

  it('carries nothing into the register that the authority is not shown', async () => {
    const { first, change } = await begun({ capacity: 130, leaseEndsOn: '2041-12-31' });
    await filings.upload(operator, change);
    const handedIn = await filings.act(operator, change.id, 'submit');
    expect((handedIn as ChangeAnswer).institution).toMatchObject({ capacity: 130, leaseEndsOn: null });
    await filings.act(registrar, change.id, 'accept');
    const [row] = await app.database.query<{ details: object }>(
      'select details from institutions.institution where id = $1',
      [first.institutionId],
    );
    expect(JSON.stringify(row!.details)).not.toContain('2041');
  });

  it('is what a registered site needs, and no second first filing', async () => {
    const first = await registered();
    const { institution } = (await app.as(operator).get(`/api/v1/filings/${first.id}`).expect(200)).body;
    const stranger = await app.person('OPERATOR');
    const second = await filings.draft(stranger, 'ELDERLY_CARE', { address: institution.address as string });
    await filings.upload(stranger, second);
    const answer = await app.as(stranger).post(`/api/v1/filings/${second.id}/submit`).expect(409);
    expect(codesOf(answer)).toEqual(['DUPLICATE_INSTITUTION']);
  });

  it('is accepted into the register under the same number, as the next version of the receipt', async () => {
    const { first, change } = await submitted({ capacity: 160, name: '示例·长安颐养新院' });
    const seen = await app.as(registrar).get(`/api/v1/filings/${change.id}`).expect(200);
    expect((seen.body as ChangeAnswer).amendments.map(({ pointer }) => pointer)).toEqual([
      '/institution/name',
      '/institution/capacity',
    ]);
    const accepted = await filings.act(registrar, change.id, 'accept');
    expect(accepted).toMatchObject({ status: 'ACCEPTED', filingNumber: first.filingNumber });
    const now = await app.as(registrar).get(`/api/v1/institutions/${first.institutionId}`).expect(200);
    expect(now.body).toMatchObject({
      name: '示例·长安颐养新院',
      capacity: 160,
      filingNumber: first.filingNumber,
      filedOn: '2026-11-20',
      grade: 'B',
    });
    await app.idle();
    const receipt = await app.http.get(`/api/v1/public/receipts/${first.filingNumber}`).expect(200);
    expect(receipt.body).toMatchObject({
      genuine: true,
      name: '示例·长安颐养新院',
      type: 'CHANGE',
      version: 2,
    });
    expect(
      (receipt.body.versions as { version: number; type: string }[]).map(({ version, type }) => [
        version,
        type,
      ]),
    ).toEqual([
      [2, 'CHANGE'],
      [1, 'INITIAL'],
    ]);
    const pdf = await app.as(operator).get(`/api/v1/filings/${change.id}/receipt.pdf`).expect(200);
    expect(decodeURIComponent(pdf.headers['content-disposition'] as string)).toContain('第2版');
    const entries = await app.database.query(
      `select canonical::jsonb -> 'detail' -> 'changed' as changed from audit.entry
        where action = 'institution.changed' and subject_id = $1`,
      [first.institutionId],
    );
    expect(entries).toEqual([{ changed: ['/institution/name', '/institution/capacity'] }]);
    const listed = await app
      .as(operator)
      .get(`/api/v1/filings?institutionId=${first.institutionId}&sort=-createdAt`)
      .expect(200);
    expect((listed.body.items as { type: string }[]).map(({ type }) => type)).toEqual(['CHANGE', 'INITIAL']);
  });

  it('is returned, put right and handed in again like any other', async () => {
    const { change } = await submitted({ floorAreaM2: 4000 });
    await filings.act(registrar, change.id, 'return', {
      reasons: [{ pointer: '/institution/floorAreaM2', message: '与产权证书不一致' }],
    });
    const back = await app.as(operator).get(`/api/v1/filings/${change.id}`).expect(200);
    await edit(back.body as FilingAnswer, { floorAreaM2: 4100 }).expect(200);
    const again = (await filings.act(operator, change.id, 'submit')) as ChangeAnswer;
    expect(again.amendments.map(({ pointer }) => pointer)).toEqual(['/institution/floorAreaM2']);
    expect((await filings.act(registrar, change.id, 'accept')).status).toBe('ACCEPTED');
  });

  it('is one at a time for an institution, and only for who operates it', async () => {
    const { first } = await begun();
    expect(codesOf(await draft(first.institutionId).expect(409))).toEqual(['CHANGE_UNDER_WAY']);
    const stranger = await app.person('OPERATOR');
    await draft(first.institutionId, undefined, stranger).expect(404);
    await draft(first.institutionId, undefined, operator, 'CHILDCARE').expect(404);
    await draft(null).expect(422);
    const unnamed = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({ type: 'CHANGE', kind: 'ELDERLY_CARE' })
      .expect(422);
    expect(codesOf(unnamed)).toEqual(['VALIDATION_FAILED', '/institutionId REQUIRED']);
  });

  it('makes room for another one once it is deleted, refused or accepted', async () => {
    const { first, change } = await begun();
    await app.as(operator).post(`/api/v1/filings/${change.id}/abandon`).expect(200);
    const second = (await draft(first.institutionId, { capacity: 99 }).expect(201)).body as ChangeAnswer;
    await filings.upload(operator, second);
    await filings.act(operator, second.id, 'submit');
    await filings.act(registrar, second.id, 'refuse', { reason: '示例·与登记证书不符' });
    await draft(first.institutionId).expect(201);
  });

  it('is not accepted over what the register has learned meanwhile', async () => {
    const { first, change } = await submitted({ capacity: 140 });
    await app.database.query('update institutions.institution set nursing_beds = 30 where id = $1', [
      first.institutionId,
    ]);
    const answer = await app.as(registrar).post(`/api/v1/filings/${change.id}/accept`).expect(409);
    expect(codesOf(answer)).toEqual(['REGISTER_CHANGED']);
  });

  it('is not refused for what was filed long ago and is left as it was', async () => {
    const { institutionId } = await registered('CHILDCARE');
    const lease = { premisesTenure: 'LEASED', leaseStartsOn: '2025-06-01', leaseEndsOn: '2027-01-01' };
    await app.database.query('update institutions.institution set details = details || $2 where id = $1', [
      institutionId,
      JSON.stringify(lease),
    ]);
    const answer = await draft(institutionId, { servicePhone: '029-85290009' }, operator, 'CHILDCARE').expect(
      201,
    );
    const change = answer.body as ChangeAnswer;
    expect(change.warnings.map(({ pointer }) => pointer)).toContain('/institution/leaseEndsOn');
    const shorter = await edit(change, { leaseEndsOn: '2026-12-31' }).expect(422);
    expect(codesOf(shorter)[1]).toContain('/institution/leaseEndsOn');
    await filings.upload(operator, change);
    expect((await filings.act(operator, change.id, 'submit')).status).toBe('SUBMITTED');
  });

  it('ends with the institution', async () => {
    const first = await registered();
    await app.database.query(`update institutions.institution set status = 'CLOSED' where id = $1`, [
      first.institutionId,
    ]);
    expect(codesOf(await draft(first.institutionId).expect(409))).toEqual(['INSTITUTION_CLOSED']);
  });

  it('keeps personal data of the base sealed and masked', async () => {
    const { change } = await submitted({
      legalRepresentative: { name: '示例·钱新任', residentId: '610116189002020024', phone: '13800000005' },
    });
    const seen = await app.as(registrar).get(`/api/v1/filings/${change.id}`).expect(200);
    expect(JSON.stringify(seen.body)).not.toMatch(/610116189001010019|610116189002020024|13800000001/);
    const [row] = await app.database.query<{ base: string }>(
      'select base_application::text || base_personal as base from filings.filing where id = $1',
      [change.id],
    );
    expect(row!.base).not.toContain('610116189001010019');
    await app
      .as(operator)
      .put(`/api/v1/filings/${change.id}/materials/CHANGE_APPLICATION`)
      .attach('file', PDF, 'a.pdf')
      .expect(409);
  });
});
