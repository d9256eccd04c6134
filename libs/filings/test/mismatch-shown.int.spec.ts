import type { TestApp, TestPerson } from '@zhaoguan/testing';
import { VerificationScene } from './verification-scene.builder';

describe('what a visit found, where it is answered', () => {
  let scene: VerificationScene;
  let app: TestApp;
  beforeAll(async () => {
    scene = await VerificationScene.start();
    ({ app } = scene);
  });
  afterAll(() => app.stop());

  const open = async (person: TestPerson, institutionId: string | null) =>
    (await app.as(person).get(`/api/v1/verifications?institutionId=${institutionId}`).expect(200)).body.items;

  it('stands at its institution until it is put right, for who operates it and for the office', async () => {
    const { filings, operator, registrar } = scene;
    const { id, institutionId } = await scene.mismatched();
    const told = {
      filingId: id,
      status: 'MISMATCH_FOUND',
      visitedOn: '2026-11-20',
      items: [{ pointer: '/institution/capacity', label: '床位数', found: '96 张' }],
    };
    expect(await open(operator, institutionId)).toMatchObject([told]);
    expect(await open(registrar, institutionId)).toMatchObject([told]);
    expect(await open(await app.person('OPERATOR'), institutionId)).toEqual([]);
    const change = await filings.filedAbout(operator, institutionId, 'CHANGE', { capacity: 96 });
    await filings.act(registrar, change.id, 'accept');
    expect(await open(registrar, institutionId)).toMatchObject([{ status: 'RECHECK', correctBy: null }]);
    await scene.post(registrar, id, 'record', { ...scene.visit, facts: await scene.found(id) }, 200);
    expect(await open(registrar, institutionId)).toEqual([]);
  });

  it('is foreseen before the acceptance of a 养老机构, for who decides alone', async () => {
    const { filings, operator, registrar } = scene;
    const { id } = await filings.submitted(operator);
    const path = `/api/v1/filings/${id}/if-accepted`;
    const { body } = await app.as(registrar).get(path).expect(200);
    expect(body).toEqual({ visit: { workingDays: 20, dueOn: '2026-12-18' }, commitments: [], closure: null });
    await app.as(operator).get(path).expect(403);
    const health = await app.person('REGISTRAR', { departments: ['health'] });
    const childcare = await filings.submitted(operator, 'CHILDCARE');
    expect(
      (await app.as(health).get(`/api/v1/filings/${childcare.id}/if-accepted`).expect(200)).body.visit,
    ).toBeNull();
  });
});
