import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { BEACON } from './beacon.builder';
import { InspectionBuilder } from './inspection.builder';

describe('announcing a draw', () => {
  let app: TestApp;
  let county: InspectionBuilder;
  const announce = (planId: string, beacon: object = BEACON, by: TestPerson = county.planner) =>
    app.as(by).post(`/api/v1/inspection-plans/${planId}/draws`).send({ beacon });
  /** Draws, targets, inspectors and conflicts that are there; a refusal must add none. */
  const traces = async (): Promise<unknown> =>
    app.database.query(
      `select (select count(*) from inspections.draw) as draws, (select count(*) from inspections.draw_target) as targets,
              (select count(*) from inspections.draw_inspector) as inspectors,
              (select count(*) from audit.entry where action like 'draw.%') as entries`,
    );

  beforeAll(async () => {
    app = await TestApp.start();
    county = await new InspectionBuilder(app).prepare({ inspectors: 2, institutions: 4 });
  });
  afterAll(() => app.stop());

  it.each([
    [{ source: 'fucai-ssq', round: '135' }, 'INVALID_BEACON', 422],
    [{ source: 'dice', round: '1' }, 'INVALID_BEACON', 422],
    [{ source: 'fucai-ssq+fucai-kl8', round: '2026135' }, 'INVALID_BEACON', 422],
    [{ source: 'fucai-ssq', round: '2025135' }, 'BEACON_TOO_EARLY', 409],
    [{ source: 'drand', round: '1000' }, 'BEACON_TOO_EARLY', 409],
    [{ source: 'fucai-ssq' }, 'VALIDATION_FAILED', 422],
    [[], 'VALIDATION_FAILED', 422],
  ])('refuses the beacon %j with %s', async (beacon, code, status) => {
    const plan = await county.plan();
    const before = await traces();
    const answer = await announce(plan.id, beacon).expect(status);
    expect(answer.body.code).toBe(code);
    expect(answer.body.errors[0].pointer).toMatch(/^\/beacon/);
    expect(await traces()).toEqual(before);
  });

  it('refuses a beacon value for a plan that has not been announced', async () => {
    const plan = await county.plan();
    const early = await app
      .as(county.planner)
      .post(`/api/v1/draws/${plan.id}/beacon`)
      .send({ value: '2026135:03,08,12,21,27,33|09', sourceUrl: 'https://www.cwl.gov.cn/' })
      .expect(409);
    expect(early.body.code).toBe('BEACON_NOT_ANNOUNCED');
  });

  it('refuses when a department has too few inspectors, names it and leaves nothing behind', async () => {
    const demands = [
      { department: 'civil-affairs', inspectors: 2 },
      { department: 'fire', inspectors: 1 },
    ];
    const plan = await county.plan({ demands });
    const before = await traces();
    const answer = await announce(plan.id).expect(422);
    expect(answer.body).toMatchObject({
      code: 'NOT_ENOUGH_INSPECTORS',
      department: 'fire',
      departmentName: '消防救援机构',
      shortages: [{ department: 'fire', missing: [{ district: '610116', needed: 2, capacity: 0 }] }],
    });
    expect(answer.body.detail).toContain(
      '消防救援机构：长安区每家机构要派 1 人，执法证有效、辖区包括那里的检查人员一个也没有',
    );
    expect(await traces()).toEqual(before);
  });

  it('refuses when there is work for more inspectors than the most that each may be given', async () => {
    const strata = [{ key: 'B', basisPoints: 10_000, minimum: 0 }];
    const plan = await county.plan({ strata, maxLoad: 3 });
    const answer = await announce(plan.id).expect(422);
    expect(answer.body.shortages[0].missing).toEqual([{ district: '610116', needed: 8, capacity: 6 }]);
    expect(answer.body.detail).toBe(
      '民政部门：长安区至少要派 8 人次，按每名检查人员最多 3 家，现有人员只能派 6 人次。请补充检查人员，或者照抄本计划、提高每名检查人员最多检查的家数后另行制定，再公告。',
    );
  });

  it('finds by search what counting cannot see: a recusal at an institution that is drawn in any case', async () => {
    const [inspector] = county.inspectors;
    const [institution] = county.institutions;
    if (!inspector || !institution) throw new Error('nobody there');
    const recusalId = await county.recuse(inspector, institution.id);
    const all = await county.plan({ strata: [{ key: 'B', basisPoints: 10_000, minimum: 0 }] });
    const refused = await announce(all.id).expect(422);
    expect(refused.body).toMatchObject({ code: 'NOT_ENOUGH_INSPECTORS', department: 'civil-affairs' });
    expect(refused.body.detail).toContain(`“${institution.name}”（长安区）要派 2 人`);
    await app
      .as(county.planner)
      .post(`/api/v1/inspectors/${inspector.inspectorId}/recusals/${recusalId}/revoke`)
      .send({ reason: '亲属已离职' })
      .expect(200);
    await announce(all.id).expect(202);
  });

  it('refuses a grade that the plan has no ratio for, and a county without institutions', async () => {
    const plan = await county.plan({ strata: [{ key: 'A', basisPoints: 100, minimum: 1 }] });
    expect((await announce(plan.id).expect(422)).body).toMatchObject({
      code: 'UNKNOWN_STRATUM',
      grades: ['B'],
    });
    const preview = await app
      .as(county.planner)
      .get(`/api/v1/inspection-plans/${plan.id}/preview`)
      .expect(200);
    expect(preview.body.gradesWithoutStratum).toEqual(['B']);
    const nothing = await county.plan({ strata: [{ key: 'B', basisPoints: 0, minimum: 0 }] });
    expect((await announce(nothing.id).expect(422)).body.code).toBe('NO_TARGETS');
  });

  it('lets one of two announcements of a plan through', async () => {
    const plan = await county.plan();
    const answers = await Promise.all([announce(plan.id), announce(plan.id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('DRAW_IN_PROGRESS');
    const seen = await app.as(county.planner).get(`/api/v1/inspection-plans/${plan.id}`).expect(200);
    expect(seen.body.availableActions).toEqual([]);
  });

  it('is for the planner of this county and this department', async () => {
    const plan = await county.plan();
    const other = await app.person('PLANNER', { districts: ['610113'] });
    await announce(plan.id, BEACON, other).expect(404);
    await app.as(other).get(`/api/v1/inspection-plans/${plan.id}`).expect(404);
    const health = await app.person('PLANNER', { departments: ['health'] });
    expect((await announce(plan.id, BEACON, health).expect(403)).body.code).toBe('WRONG_DEPARTMENT');
    await announce(plan.id, BEACON, county.reviewer).expect(403);
  });

  it('keeps nonce and inspectors from the public and the announcement from everybody', async () => {
    const drawId = await county.announce((await county.plan()).id);
    await app.database.query('set role zhaoguan_public');
    await expect(app.database.query('select nonce_sealed from inspections.draw')).rejects.toThrow(
      /permission denied/,
    );
    await app.database.query('reset role');
    const open = await app.database.query('select * from inspections.draw_opened_public where draw_id = $1', [
      drawId,
    ]);
    const people = await app.database.query(
      'select * from inspections.draw_inspector_public where draw_id = $1',
      [drawId],
    );
    expect([...open, ...people]).toEqual([]);
    await app.database.query('set role zhaoguan_app');
    await expect(
      app.database.query(`update inspections.draw set announcement = '{}' where id = $1`, [drawId]),
    ).rejects.toThrow(/permission denied/);
    await app.database.query('reset role');
    await expect(
      app.database.query('delete from inspections.draw_target where draw_id = $1', [drawId]),
    ).rejects.toThrow(/append-only/);
  });
});
