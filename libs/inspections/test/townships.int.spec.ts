import { verifyBundle, type Bundle } from '@zhaoguan/draw';
import { nodeSm3 } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { InspectionBuilder, SOURCE_URL } from './inspection.builder';

/** Two townships of 长安区 that 西咸新区 holds, and one that the county keeps (jurisdictions.json). */
const HELD = ['610116005', '610116006'];
const KEPT = '610116001';
const ALL = [{ key: 'B', basisPoints: 10_000, minimum: 0 }];

describe('a functional area and the county around it', () => {
  let app: TestApp;
  let area: InspectionBuilder;
  let county: InspectionBuilder;
  const institutionIds = async (drawId: string): Promise<string[]> => {
    const rows = await app.database.query<{ id: string }>(
      'select target_id as id from inspections.draw_target where draw_id = $1 order by 1',
      [drawId],
    );
    return rows.map(({ id }) => id);
  };
  const idsOf = ({ institutions }: InspectionBuilder): string[] => institutions.map(({ id }) => id).sort();

  beforeAll(async () => {
    app = await TestApp.start();
    area = await new InspectionBuilder(app, 'ELDERLY_CARE', '610116', HELD).prepare({
      inspectors: 2,
      institutions: 0,
    });
    for (const township of [...HELD, HELD[0] as string]) await area.addInstitution({ township });
    county = await new InspectionBuilder(app, 'ELDERLY_CARE', '610116').prepare({
      inspectors: 2,
      institutions: 2,
    });
    await county.addInstitution({ township: KEPT });
  });
  afterAll(() => app.stop());

  it('each draw from their own, and each staffs its own', async () => {
    const preview = await app
      .as(area.planner)
      .get(`/api/v1/inspection-plans/${(await area.plan()).id}/preview`)
      .expect(200);
    // The county's inspectors are not sent into the area, though their county lies around it.
    expect(preview.body).toMatchObject({ targets: 3, inspectors: 2, shortages: [] });
    const plan = await county.plan();
    expect(plan).toMatchObject({
      districts: ['610116'],
      excludedTownships: ['610116005', '610116006', '610116010', '610116020'],
    });
    const drawId = await county.announce(plan.id);
    expect(await institutionIds(drawId)).toEqual(idsOf(county));
  });

  it('plans, draws, inspects and opens for its townships, as anybody can verify', async () => {
    const drawId = await area.drawn({ strata: ALL });
    expect(await institutionIds(drawId)).toEqual(idsOf(area));
    const [task] = await area.inspectAll();
    expect(task).toMatchObject({ status: 'SUBMITTED' });
    const result = await app
      .as(area.reviewer)
      .post(`/api/v1/inspection-results/${task?.resultId}/publish`)
      .expect(200);
    expect(result.body.agency).toBe('西咸新区基层工作部');
    expect(HELD).toContain(result.body.district);
    await app.as(area.planner).post(`/api/v1/draws/${drawId}/open`).expect(200);
    const answer = await app.http.get(`/api/v1/public/draws/${drawId}/bundle`).buffer(true).expect(200);
    const bundle = JSON.parse(answer.text) as Bundle;
    expect(verifyBundle(bundle, nodeSm3)).toMatchObject({ ok: true });
    expect([...new Set(bundle.targets.map(({ district }) => district))].sort()).toEqual(HELD);
    expect(bundle.inspectors.map(({ districts }) => districts)).toEqual([HELD, HELD]);
    const page = await app.http.get(`/draws/${drawId}`).expect(200);
    expect(page.text).toContain('王寺街道');
  });

  it('do nothing in each other’s name', async () => {
    const drawId = await area.announce((await area.plan({ strata: ALL })).id);
    const value = area.valueOf(drawId);
    const codeOf = async (by: TestPerson, path: string, body: object): Promise<unknown> =>
      (await app.as(by).post(`/api/v1/${path}`).send(body)).body.code;
    expect(await codeOf(county.planner, `draws/${drawId}/beacon`, { value, sourceUrl: SOURCE_URL })).toBe(
      'WRONG_DISTRICT',
    );
    expect(await codeOf(county.reviewer, `draws/${drawId}/void`, { reason: '示例' })).toBe('WRONG_DISTRICT');
    await area.draw(drawId);
    const { task } = await area.someTask();
    await app.as(county.planner).get(`/api/v1/inspection-tasks/${task.id}`).expect(404);
    const listed = await app.as(county.planner).get(`/api/v1/inspection-tasks?drawId=${drawId}`).expect(200);
    expect(listed.body.items).toEqual([]);
    expect(
      (await app.as(area.planner).get(`/api/v1/inspection-tasks?drawId=${drawId}`).expect(200)).body.items,
    ).toHaveLength(3);

    for (const districts of [HELD, ['610116', ...HELD]]) {
      const plan = await county.planBody({ districts });
      expect(await codeOf(county.planner, 'inspection-plans', plan)).toBe('WRONG_DISTRICT');
    }
    const plan = await area.planBody({ districts: ['610116'] });
    expect(await codeOf(area.planner, 'inspection-plans', plan)).toBe('WRONG_DISTRICT');
    const [member] = area.inspectors;
    const [institution] = area.institutions;
    const recusal = { institutionId: institution?.id, reason: '示例' };
    expect(await codeOf(county.planner, `inspectors/${member?.inspectorId}/recusals`, recusal)).toBe(
      'UNKNOWN_INSTITUTION',
    );
    expect(await codeOf(area.planner, `inspectors/${member?.inspectorId}/recusals`, recusal)).toBeUndefined();
  });

  it('are both of them the province’s', async () => {
    const province = await new InspectionBuilder(app, 'ELDERLY_CARE', '610116', ['610000']).prepare({
      inspectors: 2,
      institutions: 0,
    });
    const drawId = await province.announce((await province.plan()).id);
    expect(await institutionIds(drawId)).toEqual([...idsOf(area), ...idsOf(county)].sort());
    const named = await province.plan({ districts: ['610116', HELD[1] as string] });
    expect(named).toMatchObject({
      districts: ['610116', '610116006'],
      excludedTownships: ['610116005', '610116010', '610116020'],
    });
    const some = await province.announce(named.id);
    const single = area.institutions.filter(({ township }) => township === HELD[1]).map(({ id }) => id);
    expect(await institutionIds(some)).toEqual([...single, ...idsOf(county)].sort());
  });
});
