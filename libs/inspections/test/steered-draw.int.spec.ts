import { computeDraw, verifyBundle } from '@zhaoguan/draw';
import { nodeSm3 } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { nextBeacon } from './beacon.builder';
import { InspectionBuilder, SOURCE_URL } from './inspection.builder';

/** Every way in which somebody of the county could have had the draw come out as it suited them. */
describe('nobody steers a draw', () => {
  let app: TestApp;
  let county: InspectionBuilder;
  const announce = (planId: string, beacon: object = nextBeacon(app), by = county.planner) =>
    app.as(by).post(`/api/v1/inspection-plans/${planId}/draws`).send({ beacon });
  const enter = (drawId: string, value: string, by = county.planner) =>
    app.as(by).post(`/api/v1/draws/${drawId}/beacon`).send({ value, sourceUrl: SOURCE_URL });
  const confirm = (drawId: string, value: string, by = county.reviewer) =>
    app.as(by).post(`/api/v1/draws/${drawId}/beacon/confirm`).send({ value });
  const end = (drawId: string, by: TestPerson) =>
    app.as(by).post(`/api/v1/draws/${drawId}/void`).send({ reason: '示例·重新抽取' });
  const bundleOf = (drawId: string) => app.http.get(`/api/v1/public/draws/${drawId}/bundle`);
  const statesOf = async (drawId: string): Promise<string[]> => {
    const rows = await app.database.query<{ status: string }>(
      'select status from inspections.task where draw_id = $1 order by status',
      [drawId],
    );
    return rows.map(({ status }) => status);
  };
  const waitingForLocks = async (count: number): Promise<void> => {
    for (let waiting = 0; waiting < count;) {
      const rows = await app.database.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      waiting = rows.length;
    }
  };
  const codeOf = async (request: { then: unknown }): Promise<unknown> =>
    ((await (request as unknown as Promise<{ body: { code?: string } }>)) ?? {}).body.code;

  beforeEach(async () => {
    app = await TestApp.start();
    county = await new InspectionBuilder(app).prepare({ inspectors: 4, institutions: 4 });
  });
  afterEach(() => app.stop());

  /**
   * Three institutions to which only the first two inspectors may be sent, each to one: two are drawn, so the places
   * suffice by number, but nobody is left for the second.
   */
  const infeasible = async (): Promise<{ planId: string; drawId: string }> => {
    for (const { id } of county.institutions) {
      for (const inspector of county.inspectors.slice(2)) await county.recuse(inspector, id);
    }
    const { id: planId } = await county.plan({ maxLoad: 1 });
    const drawId = await county.announce(planId);
    await county.draw(drawId);
    return { planId, drawId };
  };

  it('by recusals that leave too few inspectors for one institution: the announcement names it', async () => {
    const [chosen] = county.institutions;
    if (!chosen) throw new Error('nobody there');
    for (const inspector of county.inspectors.slice(0, 3)) await county.recuse(inspector, chosen.id);
    const plan = await county.plan();
    const refused = await announce(plan.id).expect(422);
    expect(refused.body).toMatchObject({
      code: 'NOT_ENOUGH_INSPECTORS',
      department: 'civil-affairs',
      shortages: [
        {
          department: 'civil-affairs',
          missing: [
            {
              district: '610116',
              institutionId: chosen.id,
              institutionName: chosen.name,
              needed: 2,
              capacity: 1,
            },
          ],
        },
      ],
    });
    expect(refused.body.detail).toContain(
      `“${chosen.name}”（长安区）要派 2 人，除去须回避的，能派的只有 1 人`,
    );
    const preview = await app
      .as(county.planner)
      .get(`/api/v1/inspection-plans/${plan.id}/preview`)
      .expect(200);
    expect(preview.body.shortages).toEqual(refused.body.shortages);
    // A grade that is not drawn at all asks for nobody.
    const other = {
      strata: [
        { key: 'A', basisPoints: 10_000, minimum: 1 },
        { key: 'B', basisPoints: 0, minimum: 0 },
      ],
    };
    expect(await codeOf(announce((await county.plan(other)).id))).toBe('NO_TARGETS');
  });

  it('by a draw that cannot be staffed: only another official ends it, and it is laid open then', async () => {
    const { planId, drawId } = await infeasible();
    const failed = await app.as(county.planner).get(`/api/v1/draws/${drawId}`).expect(200);
    expect(failed.body).toMatchObject({
      status: 'INFEASIBLE',
      resultDigest: null,
      failure: { department: 'civil-affairs' },
      availableActions: [],
    });
    expect(await app.database.query('select from inspections.draw_selection')).toEqual([]);
    const hidden = await app.http.get(`/api/v1/public/draws/${drawId}`).expect(200);
    expect(hidden.body).toMatchObject({ status: 'INFEASIBLE', failure: null, recusalCount: 8 });
    await bundleOf(drawId).expect(404);
    await end(drawId, county.planner).expect(403);
    // Nor is it left lying while the same institutions are drawn from under another plan.
    expect(await codeOf(announce((await county.plan({ maxLoad: 9 })).id))).toBe('INFEASIBLE_DRAW_PENDING');

    await end(drawId, county.reviewer).expect(200);
    const seen = await app.http.get(`/api/v1/public/draws/${drawId}`).expect(200);
    expect(seen.body).toMatchObject({ status: 'VOIDED', failure: failed.body.failure });
    const bundle = JSON.parse((await bundleOf(drawId).buffer(true).expect(200)).text) as Record<
      string,
      unknown
    >;
    expect(bundle['failure']).toEqual(failed.body.failure);
    expect(verifyBundle(bundle, nodeSm3)).toMatchObject({ ok: true, failure: failed.body.failure });
    const page = await app.http.get(`/draws/${drawId}`).expect(200);
    expect(page.text).toContain(
      county.institutions.find(({ id }) => id === failed.body.failure.target)?.name,
    );
    const { beacon } = hidden.body;
    const again = { source: beacon.source, round: beacon.round };
    expect(await codeOf(announce(planId, again))).toBe('BEACON_TOO_EARLY');
  });

  it('by holding both offices: who announced or entered neither confirms nor throws away', async () => {
    await county.addRole(county.planner, 'REVIEWER');
    const second = await county.official('PLANNER');
    await county.addRole(second, 'REVIEWER');
    const drawId = await county.announce((await county.plan()).id);
    const value = county.valueOf(drawId);
    await enter(drawId, value, second).expect(200);
    for (const both of [county.planner, second]) {
      expect(await codeOf(confirm(drawId, value, both).expect(403))).toBe('SAME_OFFICIAL');
      expect(await codeOf(end(drawId, both).expect(403))).toBe('SAME_OFFICIAL');
    }
    await confirm(drawId, value).expect(202);
    await app.idle();
    for (const both of [county.planner, second]) {
      expect(await codeOf(end(drawId, both).expect(403))).toBe('SAME_OFFICIAL');
    }
    // Nor anybody of a team.
    const { member } = await county.someTask();
    await county.addRole(member, 'REVIEWER');
    expect(await codeOf(end(drawId, member).expect(403))).toBe('SAME_OFFICIAL');
  });

  it('by entering a value that a colleague enters again, and confirming the own', async () => {
    const drawId = await county.announce((await county.plan()).id);
    const value = county.valueOf(drawId);
    const [first, second] = [await county.official('PLANNER'), await county.official('PLANNER')];
    await county.addRole(first, 'REVIEWER');
    await enter(drawId, value, first).expect(200);
    await enter(drawId, value, second).expect(200);
    const seen = await app.as(first).get(`/api/v1/draws/${drawId}`).expect(200);
    expect(seen.body.availableActions).not.toContain('confirmBeacon');
    expect(await codeOf(confirm(drawId, value, first).expect(403))).toBe('SAME_OFFICIAL');
    expect(await codeOf(end(drawId, first).expect(403))).toBe('SAME_OFFICIAL');
    const waiting = await app.as(first).get('/api/v1/work-items?type=BEACON_TO_CONFIRM').expect(200);
    expect(waiting.body.items).toEqual([]);
    await confirm(drawId, value).expect(202);
  });

  it('by confirming the beacon and throwing away what came of it', async () => {
    const drawId = await county.announce((await county.plan()).id);
    await county.enterBeacon(drawId);
    await confirm(drawId, county.valueOf(drawId)).expect(202);
    await app.idle();
    const actionsOf = async (by: TestPerson): Promise<unknown> =>
      (await app.as(by).get(`/api/v1/draws/${drawId}`).expect(200)).body.availableActions;
    expect(await actionsOf(county.reviewer)).toEqual([]);
    expect(await codeOf(end(drawId, county.reviewer).expect(403))).toBe('SAME_OFFICIAL');
    const another = await county.official('REVIEWER');
    expect(await actionsOf(another)).toEqual(['discard']);
    await end(drawId, another).expect(200);
  });

  it.each([
    ['the list of what was drawn', (drawId: string) => Promise.resolve(`draws/${drawId}/selection`)],
    ['one of its tasks', async () => `inspection-tasks/${(await county.someTask()).task.id}`],
  ])('by looking at %s and throwing it away', async (_, addressOf) => {
    const drawId = await county.drawn();
    const curious = await county.official('REVIEWER');
    await app
      .as(curious)
      .get(`/api/v1/${await addressOf(drawId)}`)
      .expect(200);
    await app.idle();
    const seen = await app.as(curious).get(`/api/v1/draws/${drawId}`).expect(200);
    expect(seen.body.availableActions).toEqual([]);
    expect(await codeOf(end(drawId, curious).expect(403))).toBe('RESULT_SEEN');
    await end(drawId, await county.official('REVIEWER')).expect(200);
  });

  it('by throwing it away once an inspection has begun: what was found stays', async () => {
    const drawId = await county.drawn();
    const { task, member } = await county.someTask(drawId);
    await county.record(member, await county.start(member, task.id));
    const seen = await app.as(county.reviewer).get(`/api/v1/draws/${drawId}`).expect(200);
    expect(seen.body.availableActions).toEqual([]);
    const refused = await end(drawId, county.reviewer).expect(409);
    expect(refused.body).toMatchObject({ code: 'INSPECTION_BEGUN', title: '检查已经开始', count: 1 });
    expect(await statesOf(drawId)).toEqual(['ASSIGNED', 'IN_PROGRESS']);
    await county.submit(member, task.id, 'NO_PROBLEM');
    expect(await codeOf(end(drawId, county.reviewer).expect(409))).toBe('INSPECTION_BEGUN');
  });

  it.each([
    ['is cancelled by a draw that was thrown away just before', ['end', 'start'], [200, 409], 'CANCELLED'],
    ['keeps the draw that is thrown away just after', ['start', 'end'], [200, 409], 'IN_PROGRESS'],
  ] as const)('by both at the same moment: an inspection %s', async (_, order, statuses, state) => {
    const drawId = await county.drawn();
    const { task, member } = await county.someTask(drawId);
    const acts = {
      end: () => end(drawId, county.reviewer),
      start: () => app.as(member).post(`/api/v1/inspection-tasks/${task.id}/start`),
    };
    await app.database.query('begin');
    await app.database.query('select from inspections.task where id = $1 for update', [task.id]);
    const answers: Promise<number>[] = [];
    for (const act of order) {
      answers.push(acts[act]().then(({ status }) => status));
      await waitingForLocks(answers.length);
    }
    await app.database.query('commit');
    expect(await Promise.all(answers)).toEqual(statuses);
    expect(await statesOf(drawId)).toContain(state);
  });

  it('by withdrawing an announcement once its beacon may be known, but before that its planner may', async () => {
    const known = await county.announce((await county.plan()).id);
    expect(await codeOf(end(known, county.planner).expect(403))).toBe('SAME_OFFICIAL');
    await end(known, county.reviewer).expect(200);
    const future = await county.announce((await county.plan()).id, { source: 'fucai-ssq', round: '2026150' });
    await end(future, county.planner).expect(200);
  });
});

it('nobody steers a draw by throwing it away before it is computed: it is laid open all the same', async () => {
  const app = await TestApp.start({ worker: false });
  try {
    const county = await new InspectionBuilder(app).prepare({ inspectors: 3, institutions: 4 });
    const drawId = await county.announce((await county.plan()).id);
    await county.enterBeacon(drawId);
    await county.confirmBeacon(drawId);
    const reason = '示例·名录有误';
    await app.as(county.reviewer).post(`/api/v1/draws/${drawId}/void`).send({ reason }).expect(200);
    const seen = await app.http.get(`/api/v1/public/draws/${drawId}`).expect(200);
    expect(seen.body).toMatchObject({ status: 'VOIDED', disclosed: true, resultDigest: null, failure: null });
    const bundle = await app.http.get(`/api/v1/public/draws/${drawId}/bundle`).buffer(true).expect(200);
    const inputs = JSON.parse(bundle.text) as object;
    expect(Object.keys(inputs)).not.toEqual(expect.arrayContaining(['result', 'failure']));
    expect(computeDraw(inputs, nodeSm3).selected).toHaveLength(2);
    const page = await app.http.get(`/draws/${drawId}`).expect(200);
    expect(page.text).toContain('在算出结果之前作废');
  } finally {
    await app.stop();
  }
});
