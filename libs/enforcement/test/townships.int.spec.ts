import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { InspectionBuilder } from '../../inspections/test/inspection.builder';
import { HANDED, NOTICE, PENALTY } from './case-scene.builder';

/** A township of 长安区 that 西咸新区 holds (jurisdictions.json). */
const HELD = '610116005';

describe('a penalty case where a functional area holds the township', () => {
  let app: TestApp;
  let area: InspectionBuilder;
  let county: TestPerson;
  let holder: TestPerson;
  let resultId: string;
  let institutionId: string;
  const cases = (person: TestPerson, path: string, body: object) =>
    app.as(person).post(`/api/v1/penalty-cases${path}`).send(body);
  const open = (person: TestPerson) => cases(person, '', { institutionId, resultId, basisCode: 'YL_46_3' });

  beforeAll(async () => {
    app = await TestApp.start();
    area = await new InspectionBuilder(app, 'ELDERLY_CARE', '610116', [HELD]).prepare({
      inspectors: 2,
      institutions: 0,
    });
    await area.addInstitution({ township: HELD });
    county = await app.person('CASE_OFFICER');
    holder = await area.official('CASE_OFFICER');
    await area.drawn({ strata: [{ key: 'B', basisPoints: 10_000, minimum: 0 }] });
    const { task, member } = await area.someTask();
    const begun = await area.start(member, task.id);
    await area.record(
      member,
      begun,
      begun.items.map(({ code }) => code),
    );
    const submitted = await area.submit(member, task.id, 'PROBLEMS_PENDING');
    resultId = submitted.resultId ?? '';
    institutionId = task.institution.id;
  });
  afterAll(() => app.stop());

  it('is not for the county around it to open', async () => {
    const refused = await open(county).expect(403);
    expect(refused.body.code).toBe('WRONG_DISTRICT');
  });

  it('is opened, noticed and decided by the area, with what it does to the grade', async () => {
    const { body: opened } = await open(holder).expect(201);
    expect(opened.authorityName).toContain('西咸新区');
    const path = `/${opened.id as string}`;
    const offered = async (person: TestPerson): Promise<string[]> =>
      (await app.as(person).get(`/api/v1/penalty-cases${path}`).expect(200)).body
        .availableActions as string[];
    expect(await offered(holder)).toEqual(opened.availableActions);
    expect(opened.availableActions).toContain('notice');
    expect(await offered(county)).toEqual([]);
    await cases(county, `${path}/notice`, NOTICE)
      .expect(403)
      .expect(({ body }) => expect(body.code).toBe('WRONG_DISTRICT'));
    // Nobody has an account for it.
    await cases(holder, `${path}/notice-paper`, NOTICE).expect(200);
    expect((await cases(county, `${path}/service`, HANDED)).status).toBe(403);
    await cases(holder, `${path}/service`, HANDED).expect(200);
    const waiver = { recordedForParty: true, waived: true, note: '示例·书面表示放弃' };
    expect((await cases(county, `${path}/statement`, waiver)).status).toBe(403);
    await cases(holder, `${path}/statement`, waiver).expect(200);
    expect((await cases(county, `${path}/decide`, PENALTY)).status).toBe(403);
    const afterTheirPeriod = 8 * 86_400_000;
    app.clock.advance(afterTheirPeriod);
    const later = await area.official('CASE_OFFICER');
    const decided = await cases(later, `${path}/decide`, PENALTY).expect(200);
    app.clock.advance(-afterTheirPeriod);
    expect(decided.body.status).toBe('DECIDED');
    await app.idle();
    const credit = await app.as(holder).get(`/api/v1/institutions/${institutionId}/credit`).expect(200);
    expect(credit.body).toMatchObject({ grade: expect.any(String) as unknown });
  });

  it('shows the number of its head to the area, not to the county', async () => {
    const body = { fields: ['legalRepresentative.phone'], reason: '示例·联系整改' };
    const reveal = (person: TestPerson) =>
      app.as(person).post(`/api/v1/institutions/${institutionId}/reveal`).send(body);
    expect((await reveal(county).expect(403)).body.code).toBe('WRONG_DISTRICT');
    await reveal(holder).expect(200);
  });
});
