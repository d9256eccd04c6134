import type { TestApp, TestPerson } from '@zhaoguan/testing';
import { ChangeScene, codesOf, type ChangeAnswer } from './change-scene.builder';
import { PDF, type FilingAnswer } from './filing.builder';

describe('a change filing', () => {
  let scene: ChangeScene;
  let app: TestApp;
  let filings: ChangeScene['filings'];
  let operator: TestPerson;
  let registrar: TestPerson;
  let draft: ChangeScene['draft'];
  let registered: ChangeScene['registered'];
  let begun: ChangeScene['begun'];
  let submitted: ChangeScene['submitted'];
  let edit: ChangeScene['edit'];
  beforeAll(async () => {
    scene = await ChangeScene.start();
    ({ app, filings, operator, registrar, draft, registered, begun, submitted, edit } = scene);
  });
  afterAll(() => app.stop());

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

  it('points out a head with another name and the number of before, to who files and who decides', async () => {
    const { change } = await begun();
    const warnings = async (by: TestPerson): Promise<unknown[]> => {
      const { body } = await app.as(by).get(`/api/v1/filings/${change.id}`).expect(200);
      return (body as { warnings: { pointer: string; code: string }[] }).warnings.filter(({ pointer }) =>
        pointer.startsWith('/institution/legalRepresentative'),
      );
    };
    const kept = { name: '示例·赵新任', residentId: '610116189001010019', phone: '13800000002' };
    const { body: edited } = await edit(change, { legalRepresentative: kept }).expect(200);
    const told = [expect.objectContaining({ code: 'HEAD_NUMBER_KEPT' })];
    expect(await warnings(operator)).toEqual(told);
    await filings.upload(operator, edited as ChangeAnswer);
    await filings.act(operator, change.id, 'submit');
    expect(await warnings(registrar)).toEqual(told);
  });

  it('points out a lease that ends sooner than it was filed, to who files and who decides', async () => {
    const leased = { premisesTenure: 'LEASED', leaseStartsOn: '2026-01-01', leaseEndsOn: '2031-12-31' };
    const first = await filings.accepted(operator, registrar, 'ELDERLY_CARE', leased);
    const { body: change } = await draft(first.institutionId, { leaseEndsOn: '2028-12-31' }).expect(201);
    const told = expect.objectContaining({
      pointer: '/institution/leaseEndsOn',
      code: 'LEASE_SHORTENED',
      message: expect.stringContaining('2031年12月31日'),
    });
    expect(change.warnings).toContainEqual(told);
    await filings.upload(operator, change as FilingAnswer);
    expect((await filings.act(operator, change.id, 'submit')).warnings).toContainEqual(told);
    const { body: seen } = await app.as(registrar).get(`/api/v1/filings/${change.id}`).expect(200);
    expect(seen.warnings).toContainEqual(told);
  });

  it('is not handed in while nothing is changed', async () => {
    const { change } = await begun();
    await filings.upload(operator, change);
    const answer = await app.as(operator).post(`/api/v1/filings/${change.id}/submit`).expect(422);
    expect(codesOf(answer)).toEqual(['NOTHING_CHANGED']);
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
    const { first, change } = await begun();
    const refused = await draft(first.institutionId).expect(409);
    expect(codesOf(refused)).toEqual(['CHANGE_UNDER_WAY']);
    expect((refused.body as { filingId?: string }).filingId).toBe(change.id);
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
