import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { InspectionBuilder } from '../../inspections/test/inspection.builder';
import { waitingOf, whomItWaitsFor } from './waiting.builder';

const HEALTH = { departments: ['health'] };
const ELSEWHERE = { districts: ['500152'] };

describe('draws, inspections and results that wait for somebody', () => {
  let app: TestApp;
  let county: InspectionBuilder;
  let operator: TestPerson;
  const cast: Record<string, TestPerson> = {};
  beforeAll(async () => {
    app = await TestApp.start();
    county = await new InspectionBuilder(app).prepare({ inspectors: 3, institutions: 0 });
    cast['operator'] = operator = await app.person('OPERATOR');
    await county.addInstitution({ operatorId: operator.id });
    cast['planner'] = county.planner;
    cast['reviewer'] = county.reviewer;
    cast['planner of health'] = await app.person('PLANNER', HEALTH);
    cast['planner elsewhere'] = await app.person('PLANNER', ELSEWHERE);
    cast['reviewer of health'] = await app.person('REVIEWER', HEALTH);
    cast['reviewer elsewhere'] = await app.person('REVIEWER', ELSEWHERE);
    cast['another operator'] = await app.person('OPERATOR');
    for (const role of ['REGISTRAR', 'CASE_OFFICER', 'ADMINISTRATOR'] as const)
      cast[role] = await app.person(role);
    county.inspectors.forEach((inspector, i) => (cast[`inspector ${i + 1}`] = inspector));
  });
  afterAll(() => app.stop());
  const whom = (id: string): Promise<Record<string, string>> => whomItWaitsFor(app, cast, id);
  const everyGrade = {
    strata: ['A', 'B', 'C', 'D'].map((key) => ({ key, basisPoints: 10_000, minimum: 1 })),
  };

  const announce = async (): Promise<string> => county.announce((await county.plan(everyGrade)).id);
  const drawn = (): Promise<string> => county.drawn(everyGrade);

  it('wait, step by step, for whoever takes the next one', async () => {
    const drawId = await announce();
    expect(await whom(drawId)).toEqual({ planner: 'BEACON_TO_ENTER' });

    // The one who enters must not confirm, whatever other role they have.
    await county.addRole(county.planner, 'REVIEWER');
    await county.enterBeacon(drawId);
    expect(await whom(drawId)).toEqual({ reviewer: 'BEACON_TO_CONFIRM' });
    await county.confirmBeacon(drawId);
    await app.idle();
    expect(await whom(drawId)).toEqual({});

    const { task, member } = await county.someTask();
    const team = Object.keys(await whom(task.id));
    expect(team).toHaveLength(2);
    expect(await whom(task.id)).toEqual(
      Object.fromEntries(team.map((name) => [name, 'INSPECTION_TO_START'])),
    );

    const begun = await county.start(member, task.id);
    expect(await whom(task.id)).toEqual({
      operator: 'INSPECTION_UNDER_WAY',
      ...Object.fromEntries(team.map((name) => [name, 'INSPECTION_TO_SUBMIT'])),
    });

    await county.record(member, begun);
    const { resultId } = await county.submit(member, task.id, 'NO_PROBLEM');
    expect(await whom(task.id)).toEqual({});
    expect(await whom(drawId)).toEqual({ planner: 'DRAW_TO_OPEN' });
    expect(await whom(resultId!)).toEqual({ planner: 'RESULT_TO_PUBLISH', reviewer: 'RESULT_TO_PUBLISH' });

    // Nor does a member of the team publish its result.
    await county.addRole(member, 'REVIEWER');
    expect(Object.keys(await whom(resultId!))).not.toContain(team[0]);
    await app.as(county.reviewer).post(`/api/v1/inspection-results/${resultId}/publish`).expect(200);
    await app.as(county.planner).post(`/api/v1/draws/${drawId}/open`).expect(200);
    expect(await whom(resultId!)).toEqual({});
    expect(await whom(drawId)).toEqual({});
  });

  it('tell an inspector no more of a task that is not begun than the list of tasks does', async () => {
    const drawId = await drawn();
    const { task, member } = await county.someTask(drawId);
    const [item] = (await waitingOf(app, member)).filter(({ subject }) => subject.id === task.id);
    const listed = JSON.stringify((await app.as(member).get('/api/v1/inspection-tasks?assignee=me')).body);
    for (const told of [item!.title, item!.detail, item!.district!, item!.dueOn!])
      expect(listed).toContain(told);
    await app
      .as(county.reviewer)
      .post(`/api/v1/draws/${drawId}/void`)
      .send({ reason: '示例·重新抽取' })
      .expect(200);
    expect(await whom(task.id)).toEqual({});
  });

  it('wait for the reviewer where the institution is gone, as long as the draw is not opened', async () => {
    const drawId = await drawn();
    const { task, member } = await county.someTask(drawId);
    await county.record(member, await county.start(member, task.id));
    const { resultId } = await county.submit(member, task.id, 'CLOSED');
    // One inspector alone must not let an institution go: the other one signs first.
    const second = await county.otherMemberOf(task.id, member);
    const [signer] = Object.entries(cast).find(([, { id }]) => id === second.id) ?? [];
    expect(await whom(task.id)).toEqual({ [signer!]: 'INSPECTION_TO_CO_SIGN' });
    // Meanwhile it is neither published nor is the draw opened.
    expect(await whom(resultId!)).toEqual({});
    expect(await whom(drawId)).toEqual({});
    await county.coSign(second, task.id).expect(200);
    expect(await whom(resultId!)).toMatchObject({ reviewer: 'RESULT_TO_PUBLISH' });
    expect(await whom(drawId)).toMatchObject({ planner: 'DRAW_TO_OPEN' });
    const waiting = await whom(task.id);
    expect(waiting['reviewer']).toBe('TARGET_TO_REPLACE');
    for (const name of Object.keys(waiting)) expect(name).not.toMatch(/operator|health|elsewhere|OFFICER/);
    expect(Object.keys(waiting)).not.toContain(signer);
    await app.as(county.planner).post(`/api/v1/draws/${drawId}/open`).expect(200);
    expect(await whom(task.id)).toEqual({});
  });

  it('wait for another official than the planner where no inspectors could be found', async () => {
    const [only] = county.institutions;
    const drawId = await announce();
    await county.enterBeacon(drawId);
    cast['confirmer'] = await app.person('REVIEWER');
    const { confirmer } = cast;
    await app.database.query(
      `update inspections.draw set status = 'BEACON_CONFIRMED', beacon_confirmed_by = $2, beacon_confirmed_at = $3 where id = $1`,
      [drawId, confirmer.id, app.clock.now()],
    );
    await app.database.query(
      `update inspections.draw set status = 'INFEASIBLE', failure = $2 where id = $1`,
      [drawId, { target: only!.id, department: 'civil-affairs' }],
    );
    const waiting = await whom(drawId);
    expect(waiting['reviewer']).toBe('DRAW_TO_VOID');
    // They announced it, entered or confirmed its beacon, and could try again until it pleases.
    expect(waiting['planner']).toBeUndefined();
    expect(waiting['confirmer']).toBeUndefined();
  });
});

describe('a beacon', () => {
  it('waits to be entered from the first moment at which it may be known', async () => {
    const app = await TestApp.start({ env: { DEMO: 'false' }, worker: false });
    const county = await new InspectionBuilder(app).prepare({ inspectors: 2, institutions: 1 });
    const drawId = await county.announce((await county.plan()).id, { source: 'fucai-ssq', round: '2026141' });
    const waiting = async () => whomItWaitsFor(app, { planner: await county.official('PLANNER') }, drawId);
    app.clock.set('2026-11-24T13:14:59Z');
    expect(await waiting()).toEqual({});
    app.clock.set('2026-11-24T13:15:00Z');
    expect(await waiting()).toEqual({ planner: 'BEACON_TO_ENTER' });
    await app.stop();
  });
});
