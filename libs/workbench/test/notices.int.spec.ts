import { JobRunner } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { CaseScene, NOTICE, PENALTY } from '../../enforcement/test/case-scene.builder';
import { InspectionBuilder } from '../../inspections/test/inspection.builder';
import { Ear, toldTo } from './notified.builder';

const HEALTH = { departments: ['health'] };
const ELSEWHERE = { districts: ['500152'] };
const CITY = { districts: ['610100'] };

describe('what becomes of a draw and its inspections', () => {
  let app: TestApp;
  let county: InspectionBuilder;
  let ear: Ear;
  let institution: string;
  const cast: Record<string, TestPerson> = {};
  beforeAll(async () => {
    app = await TestApp.start();
    county = await new InspectionBuilder(app).prepare({ inspectors: 2, institutions: 0 });
    cast['operator'] = await app.person('OPERATOR');
    institution = (await county.addInstitution({ operatorId: cast['operator'].id })).name;
    await county.addInstitution();
    cast['planner'] = county.planner;
    cast['reviewer'] = county.reviewer;
    cast['planner of health'] = await app.person('PLANNER', HEALTH);
    cast['planner elsewhere'] = await app.person('PLANNER', ELSEWHERE);
    cast['reviewer of the city'] = await app.person('REVIEWER', CITY);
    cast['another inspector'] = await app.person('INSPECTOR');
    county.inspectors.forEach((inspector, i) => (cast[`inspector ${i + 1}`] = inspector));
    ear = new Ear(app, cast);
  });
  afterAll(() => app.stop());
  const everyGrade = {
    strata: ['A', 'B', 'C', 'D'].map((key) => ({ key, basisPoints: 10_000, minimum: 1 })),
  };

  it('is told to planners and reviewers, and the tasks to their inspectors, without the institutions', async () => {
    const drawId = await county.announce((await county.plan(everyGrade)).id);
    expect(await ear.listen()).toEqual({ planner: ['DRAW_ANNOUNCED'], reviewer: ['DRAW_ANNOUNCED'] });
    await county.draw(drawId);
    expect(await ear.listen()).toEqual({
      planner: ['DRAW_DRAWN'],
      reviewer: ['DRAW_DRAWN'],
      'inspector 1': ['TASKS_ASSIGNED'],
      'inspector 2': ['TASKS_ASSIGNED'],
    });
    const told = JSON.stringify(await toldTo(app, county.inspectors[0]!));
    expect(told).toContain('您有 2 项新的检查任务');
    expect(told).not.toContain(institution);
  });

  it('is told to the reviewers when a result comes in, and to the institution when it is public', async () => {
    const [member] = county.inspectors;
    for (const { id, institution: target } of await county.tasksOf(member!)) {
      const task = await county.start(member!, id);
      await county.record(member!, task);
      const { resultId } = await county.submit(member!, id, 'NO_PROBLEM');
      expect(await ear.listen()).toEqual({
        reviewer: ['INSPECTION_SUBMITTED'],
        'inspector 2': ['COLLEAGUE_SUBMITTED'],
      });
      const [told] = await toldTo(app, county.inspectors[1]!);
      expect(told).toMatchObject({ subject: { type: 'inspection-task', id } });
      expect(told!.title).toContain(`已提交${target.name}的检查结果`);
      await app.as(county.reviewer).post(`/api/v1/inspection-results/${resultId}/publish`).expect(200);
      expect(await ear.listen()).toEqual(
        target.name === institution ? { operator: ['RESULT_PUBLISHED'] } : {},
      );
    }
  });

  it('is told to the inspector who had found otherwise when a colleague records another outcome, until it is submitted', async () => {
    await county.draw(await county.announce((await county.plan(everyGrade)).id));
    await ear.listen();
    const [first, second] = county.inspectors;
    const [line] = await county.tasksOf(first!);
    const task = await county.start(first!, line!.id);
    await county.record(first!, task);
    await county.record(second!, task);
    await county.record(first!, task, [task.items[0]!.code]);
    expect((await ear.listen())['inspector 2']).toEqual(['FINDING_CHANGED']);
    const [told] = await toldTo(app, second!);
    expect(told!.title).toMatch(/您记录为“符合”，.+改记为“不符合”/);
    await county.submit(first!, task.id, 'PROBLEMS_CORRECTED');
    await app.idle();
    const after = (await toldTo(app, second!)).find(({ id }) => id === told!.id);
    expect(after?.doneAt).not.toBeNull();
    await ear.listen();
  });

  it('is told to the team when a report that nobody is there wants a second signature, and when it is taken back', async () => {
    const [first, second] = county.inspectors;
    const [task] = await county.tasksOf(first!);
    await county.start(first!, task!.id);
    await county.submit(first!, task!.id, 'CLOSED');
    expect(await ear.listen()).toEqual({
      reviewer: ['INSPECTION_SUBMITTED'],
      'inspector 2': ['COLLEAGUE_SUBMITTED'],
    });
    const [asked] = await toldTo(app, second!);
    expect(asked!.title).toContain('请核实后会签');
    expect((await toldTo(app, county.reviewer))[0]!.title).toContain('会签以后，请复核公布');
    await county.withdraw(second!, task!.id).expect(200);
    expect(await ear.listen()).toEqual({
      reviewer: ['REPORT_WITHDRAWN'],
      'inspector 1': ['REPORT_WITHDRAWN'],
    });
    const done = async (person: TestPerson, type: string) =>
      (await toldTo(app, person)).find((told) => told.type === type)?.doneAt;
    expect(await done(second!, 'COLLEAGUE_SUBMITTED')).not.toBeNull();
    expect(await done(county.reviewer, 'INSPECTION_SUBMITTED')).not.toBeNull();
    await county.submit(second!, task!.id, 'CLOSED');
    expect(await ear.listen()).toEqual({
      reviewer: ['INSPECTION_SUBMITTED'],
      'inspector 1': ['COLLEAGUE_SUBMITTED'],
    });
  });

  it('begins with who can be sent: a lifted recusal is told to its inspector, without a reason', async () => {
    const [first] = county.inspectors;
    const [of] = county.institutions;
    const path = `/api/v1/inspectors/${first!.inspectorId}/recusals`;
    const own = { institutionId: of!.id, reason: '示例·近亲属在该机构任职' };
    const { body } = await app.as(first!).post(path).send(own).expect(201);
    expect(await ear.listen()).toEqual({});
    const revoked = { reason: '示例·亲属已离职' };
    await app.as(county.planner).post(`${path}/${body.id}/revoke`).send(revoked).expect(200);
    expect(await ear.listen()).toEqual({ 'inspector 1': ['RECUSAL_REVOKED'] });
    const byKeeper = { institutionId: county.institutions[1]!.id, reason: '示例·亲属在该机构入住' };
    const kept = await app.as(county.planner).post(path).send(byKeeper).expect(201);
    expect(await ear.listen()).toEqual({ 'inspector 1': ['RECUSAL_DECLARED'] });
    await app.as(county.planner).post(`${path}/${kept.body.id}/revoke`).send(revoked).expect(200);
    expect(await ear.listen()).toEqual({ 'inspector 1': ['RECUSAL_REVOKED'] });
    const told = (await toldTo(app, first!)).find(({ title }) => title.includes(of!.name));
    expect(told).toMatchObject({ typeLabel: '回避已解除', subject: null });
    expect(told!.title).toContain(`您对${of!.name}的回避已被解除`);
    expect(told!.title).not.toContain('示例·亲属');
  });

  it('is told to whoever had a task when it is thrown away', async () => {
    const drawId = await county.announce((await county.plan(everyGrade)).id);
    await county.draw(drawId);
    await ear.listen();
    await app
      .as(county.reviewer)
      .post(`/api/v1/draws/${drawId}/void`)
      .send({ reason: '示例·有误' })
      .expect(200);
    expect(await ear.listen()).toEqual({
      planner: ['DRAW_VOIDED'],
      reviewer: ['DRAW_VOIDED'],
      'inspector 1': ['TASKS_CANCELLED'],
      'inspector 2': ['TASKS_CANCELLED'],
    });
  });
});

describe('what becomes of a penalty case', () => {
  let scene: CaseScene;
  let ear: Ear;
  beforeAll(async () => {
    scene = await CaseScene.start(6);
    const { operator, stranger, officer } = scene;
    ear = new Ear(scene.app, {
      party: operator,
      'another operator': stranger,
      officer,
      reviewer: await scene.app.person('REVIEWER'),
      'reviewer of health': await scene.app.person('REVIEWER', HEALTH),
      'officer of health': await scene.app.person('CASE_OFFICER', HEALTH),
      'officer elsewhere': await scene.app.person('CASE_OFFICER', ELSEWHERE),
      'officer of the city': await scene.app.person('CASE_OFFICER', CITY),
    });
    await ear.listen();
  }, 120_000);
  afterAll(() => scene.app.stop());

  it('is told to the party from the notice on, and to the officers whenever it is theirs to go on', async () => {
    const { officer, operator, app } = scene;
    const party = scene.ordinary();
    await scene.county.publish(app, party.resultId);
    expect(await ear.listen()).toEqual({
      party: ['RESULT_PUBLISHED', 'GRADE_CHANGED'],
      officer: ['FINDINGS_TO_TAKE_UP'],
    });
    const id = await scene.opened('YL_46_3', party);
    expect(await ear.listen()).toEqual({});
    await scene.post(officer, `/${id}/notice`, NOTICE).expect(200);
    expect(await ear.listen()).toEqual({ party: ['PENALTY_NOTICED'] });
    await scene.post(operator, `/${id}/statement`, { text: '已改正' }).expect(200);
    expect(await ear.listen()).toEqual({ officer: ['STATEMENT_MADE'] });
    await scene.post(officer, `/${id}/decide`, { ...PENALTY, statementReview: '不予采纳' }).expect(200);
    expect(await ear.listen()).toEqual({ party: ['PENALTY_DECIDED'] });
  });

  it('is not told to the officers when they have taken the findings up before the result is public', async () => {
    const party = scene.ordinary();
    await scene.opened('YL_46_3', party);
    await scene.county.publish(scene.app, party.resultId);
    expect((await ear.listen())['officer']).toBeUndefined();
  });

  it('is told to the party when an official records in its name that it waives its statement', async () => {
    const id = await scene.noticed();
    await ear.listen();
    const waiver = { nature: 'WAIVER', text: '当事人放弃陈述申辩。', recordedForParty: true };
    await scene.post(scene.officer, `/${id}/statement`, waiver).expect(200);
    expect(await ear.listen()).toEqual({ party: ['STATEMENT_RECORDED'] });
  });

  it('is told to the officers on the working day after the party has let its period pass, once', async () => {
    const id = await scene.noticed();
    await ear.listen();
    const now = scene.app.clock.now();
    let runs = 0;
    const morningOf = async (date: string) => {
      scene.app.clock.set(`${date}T00:00:00Z`);
      runs += 1;
      await scene.app.nest.get(JobRunner).run('workbench.tell-statements-ended', `statements-${runs}`, {});
      return ear.listen();
    };
    expect(await morningOf('2026-11-27')).toEqual({}); // the last day of the period, a Friday
    expect(await morningOf('2026-11-28')).toEqual({}); // a Saturday
    expect(await morningOf('2026-11-30')).toEqual({ officer: ['STATEMENT_ENDED'] });
    expect(await morningOf('2026-12-01')).toEqual({});
    const [told] = await toldTo(scene.app, scene.officer);
    expect(told?.subject).toEqual({ type: 'penalty-case', id });
    scene.app.clock.set(now);
  });

  it('is told to the reviewers when nothing is imposed, and to the party unless it never heard of the case', async () => {
    const { officer } = scene;
    const noticed = await scene.opened();
    await scene.post(officer, `/${noticed}/notice`, NOTICE).expect(200);
    await ear.listen();
    const none = { outcome: 'NO_PENALTY', text: '违法行为轻微并及时改正，不予行政处罚。' };
    await scene.post(officer, `/${noticed}/decide`, none).expect(200);
    expect(await ear.listen()).toEqual({ party: ['CASE_DISMISSED'], reviewer: ['CASE_DISMISSED'] });
    const opened = await scene.opened();
    await scene.post(officer, `/${opened}/decide`, none).expect(200);
    expect(await ear.listen()).toEqual({ reviewer: ['CASE_DISMISSED'] });
  });
});
