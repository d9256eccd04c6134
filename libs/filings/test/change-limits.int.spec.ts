import type { TestApp, TestPerson } from '@zhaoguan/testing';
import { ChangeScene, codesOf, type ChangeAnswer } from './change-scene.builder';

describe('a change filing, in what it may change and must prove', () => {
  let scene: ChangeScene;
  let app: TestApp;
  let filings: ChangeScene['filings'];
  let operator: TestPerson;
  let registrar: TestPerson;
  let draft: ChangeScene['draft'];
  let registered: ChangeScene['registered'];
  let begun: ChangeScene['begun'];
  let edit: ChangeScene['edit'];
  beforeAll(async () => {
    scene = await ChangeScene.start();
    ({ app, filings, operator, registrar, draft, registered, begun, edit } = scene);
  });
  afterAll(() => app.stop());

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
});
