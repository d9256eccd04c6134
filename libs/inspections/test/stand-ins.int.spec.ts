import { pickStandIn, type DrawInput, type DrawResult } from '@zhaoguan/draw';
import { nodeSm3 } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { InspectionBuilder, type Inspector, type TaskAnswer } from './inspection.builder';

type Bundle = DrawInput & { result: DrawResult };
interface Member {
  readonly certificateNumber: string;
  readonly isAbsent: boolean;
}

const REASON = '示例·已调离本单位';

describe('an inspector who cannot go any more', () => {
  let app: TestApp;
  let county: InspectionBuilder;
  let drawId: string;
  let task: TaskAnswer;
  let member: Inspector;
  let other: Inspector;
  beforeEach(async () => {
    app = await TestApp.start();
    county = await new InspectionBuilder(app).prepare({ inspectors: 5, institutions: 2 });
    drawId = await county.drawn();
    ({ task, member } = await county.someTask());
    other = await county.otherMemberOf(task.id, member);
  });
  afterEach(() => app.stop());

  /** As the administrator closes an account. */
  const close = async ({ id }: TestPerson): Promise<void> => {
    await app
      .as(await app.person('ADMINISTRATOR'))
      .post(`/api/v1/people/${id}/disable`)
      .expect(200);
  };
  const suspend = ({ inspectorId }: Inspector) =>
    app
      .as(county.planner)
      .patch(`/api/v1/inspectors/${inspectorId}`)
      .set('If-Match', '"1"')
      .send({ active: false, reason: REASON })
      .expect(200);
  const standIn = (by: TestPerson, { certificateNumber }: Inspector, reason = REASON, id = task.id) =>
    app.as(by).post(`/api/v1/inspection-tasks/${id}/stand-in`).send({ certificateNumber, reason });
  const codeOf = async (answer: PromiseLike<{ body: { code: string } }>): Promise<string> =>
    (await answer).body.code;
  const read = async (by: TestPerson) =>
    (await app.as(by).get(`/api/v1/inspection-tasks/${task.id}`).expect(200)).body;
  const waiting = async (by: TestPerson, type: string) =>
    (
      (await app.as(by).get('/api/v1/work-items?limit=100').expect(200)).body.items as {
        type: string;
        title: string;
        subject: { id: string };
      }[]
    ).filter((item) => item.type === type && item.subject.id === task.id);
  const heirOf = ({ team }: { team: readonly Member[] }): Inspector =>
    county.inspectors.find(
      ({ certificateNumber }) =>
        team.some((one) => one.certificateNumber === certificateNumber) &&
        certificateNumber !== member.certificateNumber &&
        certificateNumber !== other.certificateNumber,
    )!;

  it('gives the place to whom the draw’s random numbers pick, as anybody can verify afterwards', async () => {
    await close(other);
    expect(await codeOf(app.as(member).post(`/api/v1/inspection-tasks/${task.id}/start`))).toBe(
      'TEAM_INCOMPLETE',
    );
    expect((await read(county.reviewer)).availableActions).toEqual(['standInBefore', 'callOff']);

    const { body } = await standIn(county.reviewer, other).expect(200);
    const heir = heirOf(body);
    expect(body.standIns).toMatchObject([{ leftName: other.caller.name, joinedName: heir.caller.name }]);
    expect(await waiting(heir, 'INSPECTION_TO_START')).toHaveLength(1);
    await app.idle();
    const told = await app.as(heir).get('/api/v1/notifications').expect(200);
    expect(told.body.items[0]).toMatchObject({
      type: 'TASK_STOOD_IN',
      subject: { type: 'inspection-task', id: task.id },
      readAt: null,
      doneAt: null,
    });

    const sealed = await app.http.get(`/api/v1/public/draws/${drawId}`).expect(200);
    expect(sealed.body.standIns).toEqual([]);
    const [entry] = await app.database.query<{ canonical: string }>(
      `select canonical from audit.entry where action = 'task.stood-in' and subject_id = $1`,
      [task.id],
    );
    for (const told of [other.certificateNumber, heir.certificateNumber, REASON])
      expect(entry?.canonical).toContain(told);

    // Whose account is closed does not sign in any more.
    county.inspectors.splice(county.inspectors.indexOf(other), 1);
    await county.inspectAll();
    await app.as(county.planner).post(`/api/v1/draws/${drawId}/open`).expect(200);
    const published = await app.http.get(`/api/v1/public/draws/${drawId}`).expect(200);
    const { seq, reason, decidedAt: _, absences, ...picked } = published.body.standIns[0];
    expect([seq, reason]).toEqual([1, REASON]);
    expect(absences).toEqual([
      {
        certificateNumber: other.certificateNumber,
        cause: 'ACCOUNT',
        since: expect.any(String),
        endedAt: null,
      },
    ]);
    const bundle = await app.http.get(`/api/v1/public/draws/${drawId}/bundle`).expect(200);
    const { result, ...draw } = JSON.parse(bundle.text ?? (bundle.body as Buffer).toString()) as Bundle;
    const again = pickStandIn(
      {
        ...draw,
        result,
        replacements: [],
        standIns: [],
        target: draw.targets.find(({ id }) => id === task.institution.id)!,
        left: picked.left,
        absent: new Set(picked.absent),
      },
      nodeSm3,
    );
    expect(again).toEqual(picked);
  });

  it('leaves to an heir who signs, when the institution is gone', async () => {
    await county.start(member, task.id);
    const { resultId } = await county.submit(member, task.id, 'CLOSED');
    await close(other);
    expect(await waiting(county.reviewer, 'INSPECTOR_TO_REPLACE')).toHaveLength(1);
    // Who has submitted has done the part, closed or not.
    await close(member);
    expect(await codeOf(standIn(county.reviewer, member))).toBe('INSPECTOR_PRESENT');

    const heir = heirOf((await standIn(county.reviewer, other).expect(200)).body);
    expect(await waiting(heir, 'INSPECTION_TO_CO_SIGN')).toHaveLength(1);
    expect(await codeOf(standIn(county.reviewer, other))).toBe('NOT_IN_TEAM');
    await county.coSign(heir, task.id).expect(200);
    expect(await codeOf(standIn(county.reviewer, heir))).toBe('ALREADY_CO_SIGNED');
    // The public reads the numbers of those who answer for it, and an heir does not publish the own word.
    await county.addRole(heir, 'REVIEWER');
    const publish = (by: TestPerson) => app.as(by).post(`/api/v1/inspection-results/${resultId}/publish`);
    expect(await codeOf(publish(heir))).toBe('OWN_INSPECTION');
    const { body } = await publish(county.reviewer).expect(200);
    expect([...body.certificateNumbers].sort()).toEqual(
      [member.certificateNumber, heir.certificateNumber].sort(),
    );
  });

  it('keeps the name under what was recorded before, and has no more to do with the inspection', async () => {
    await county.record(other, await county.start(other, task.id));
    await suspend(other);
    const body = (await standIn(county.reviewer, other).expect(200)).body;
    expect(body.findings[0].recordedByName).toBe(other.caller.name);
    const url = `/api/v1/inspection-tasks/${task.id}`;
    await app.as(other).get(url).expect(404);
    expect(await codeOf(app.as(other).post(`${url}/submit`).send({ result: 'NO_PROBLEM' }))).toBe(
      'NOT_FOUND',
    );
    expect(await waiting(other, 'INSPECTION_TO_SUBMIT')).toEqual([]);
    const heir = heirOf(body);
    const [first] = body.items as { id: string }[];
    await app
      .as(heir)
      .put(`${url}/findings`)
      .send([{ itemId: first?.id, outcome: 'FAIL', note: '示例·现场发现不符合' }])
      .expect(200);
    await app.idle();
    const told = await app.as(other).get('/api/v1/notifications').expect(200);
    expect(JSON.stringify(told.body)).not.toContain('FINDING_CHANGED');
    // The public reads the numbers of all who have recorded something of it.
    const { resultId } = await county.submit(heir, task.id, 'PROBLEMS_PENDING');
    const result = await app.as(county.reviewer).get(`/api/v1/inspection-results/${resultId}`).expect(200);
    expect([...result.body.certificateNumbers].sort()).toEqual(
      [member, heir, other].map(({ certificateNumber }) => certificateNumber).sort(),
    );
  });

  it('stays no stranger to it: neither publishes its result nor replaces its institution nor throws the draw away', async () => {
    await suspend(other);
    await standIn(county.reviewer, other).expect(200);
    await county.addRole(other, 'REVIEWER');
    const voided = app.as(other).post(`/api/v1/draws/${drawId}/void`).send({ reason: '示例·重新抽取' });
    expect(await codeOf(voided)).toBe('SAME_OFFICIAL');
    await county.start(member, task.id);
    const { resultId } = await county.submit(member, task.id, 'CLOSED');
    const heir = await county.otherMemberOf(task.id, member);
    await county.coSign(heir, task.id).expect(200);
    const replaced = app
      .as(other)
      .post(`/api/v1/inspection-tasks/${task.id}/replace`)
      .send({ reason: '机构已关闭' });
    expect(await codeOf(replaced)).toBe('SAME_OFFICIAL');
    expect(await codeOf(app.as(other).post(`/api/v1/inspection-results/${resultId}/publish`))).toBe(
      'OWN_INSPECTION',
    );
  });

  it('can neither be let go nor be followed by choice', async () => {
    expect(await codeOf(standIn(county.reviewer, other))).toBe('INSPECTOR_PRESENT');
    // Who is in the team is a secret of which no answer tells.
    const outsider = county.inspectors.find(({ id }) => id !== member.id && id !== other.id)!;
    expect(await codeOf(standIn(county.reviewer, outsider))).toBe('INSPECTOR_PRESENT');
    await suspend(other);
    for (const by of [county.planner, member, await app.person('REGISTRAR')])
      await standIn(by, other).expect(403);
    const elsewhere = await app.person('REVIEWER', { districts: ['500152'] });
    await standIn(elsewhere, other).expect(404);
    const ofHealth = await app.person('REVIEWER', { departments: ['health'] });
    expect(await codeOf(standIn(ofHealth, other))).toBe('WRONG_DEPARTMENT');
    expect((await standIn(county.reviewer, other, ' . ').expect(422)).body.errors[0].pointer).toBe('/reason');
    await county.addRole(member, 'REVIEWER');
    expect(await codeOf(standIn(member, other))).toBe('SAME_OFFICIAL');

    const answers = await Promise.all([standIn(county.reviewer, other), standIn(county.reviewer, other)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it('is followed by nobody when nobody of the department can go', async () => {
    const others = county.inspectors.filter(({ id }) => id !== member.id);
    for (const inspector of others) await suspend(inspector);
    const { body } = await standIn(county.reviewer, other);
    expect(body.code).toBe('INFEASIBLE');
    // Which institution was drawn is a secret still.
    expect(JSON.stringify(body)).not.toContain(task.institution.id);
    expect(await app.database.query('select 1 from inspections.draw_stand_in')).toEqual([]);
  });

  it('is taken out of a team by the record alone, also in the database', async () => {
    const attempt = (sql: string) => app.database.query(sql).catch(({ code }: { code: string }) => code);
    const REFUSED = '23001';
    const set = `assignees = assignees[1:1] || array[(select id from access.person limit 1)]`;
    expect(await attempt(`update inspections.task set ${set} where id = '${task.id}'`)).toBe(REFUSED);
    const team = `team = team || '[{"personId": "${member.id}"}]'`;
    expect(await attempt(`update inspections.task set ${team} where id = '${task.id}'`)).toBe(REFUSED);
    await county.start(member, task.id);
    const { resultId } = await county.submit(member, task.id, 'CLOSED');
    expect(await attempt(`update inspections.result set members = '{}' where id = '${resultId}'`)).toBe(
      REFUSED,
    );
    expect(await attempt(`delete from inspections.task_member where task_id = '${task.id}'`)).toBe(REFUSED);
  });
});
