import { TestApp, type TestPerson } from '@zhaoguan/testing';

const [HOME, SHOP] = ['526101160000000199', '9261011600000006X8'];

describe('the legal person type of a first application', () => {
  let app: TestApp;
  let operator: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    operator = await app.person('OPERATOR');
  });
  afterAll(() => app.stop());

  const drafted = async (more: object = {}) => {
    const institution = { name: '示例·榆荫养老院', uscc: HOME, district: '610116', ...more };
    const draft = { type: 'INITIAL', kind: 'ELDERLY_CARE', institution };
    return (await app.as(operator).post('/api/v1/filings').send(draft).expect(201)).body;
  };
  const edited = async ({ id, version }: { id: string; version: number }, institution: object) =>
    (
      await app
        .as(operator)
        .patch(`/api/v1/filings/${id}`)
        .set('if-match', `"${version}"`)
        .send({ institution })
        .expect(200)
    ).body;

  it('is what the code says, and follows the code when that is corrected', async () => {
    const draft = await drafted();
    expect(draft.institution.legalForm).toBe('PRIVATE_NON_ENTERPRISE');
    expect((await edited(draft, { uscc: SHOP })).institution.legalForm).toBe('SOLE_PROPRIETOR');
  });

  it('stands as it is said by hand, also that it is not said', async () => {
    const draft = await drafted({ uscc: SHOP });
    const cleared = await edited(draft, { legalForm: null });
    expect(cleared.institution.legalForm ?? null).toBeNull();
    const named = await edited(cleared, { name: '示例·榆荫新苑养老院' });
    expect(named.institution.legalForm ?? null).toBeNull();
    const said = await edited(named, { uscc: HOME, legalForm: 'PRIVATE_NON_ENTERPRISE' });
    expect(said.institution.legalForm).toBe('PRIVATE_NON_ENTERPRISE');
  });
});
