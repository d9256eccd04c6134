import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { InspectionBuilder, type Inspector, type TaskAnswer } from './inspection.builder';

const REASON = '示例·已调离本单位';
const MINUTE = 60_000;

interface PublishedStandIn {
  readonly left: string;
  readonly joined: string | null;
  readonly absent: readonly string[];
  readonly absences: readonly unknown[];
  readonly reason: string;
}

describe('the places of inspectors who cannot go', () => {
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

  const account = async (by: TestPerson, { id }: TestPerson, act: 'disable' | 'enable'): Promise<void> => {
    await app.as(by).post(`/api/v1/people/${id}/${act}`).expect(200);
  };
  const keep = async ({ inspectorId }: Inspector, active: boolean): Promise<void> => {
    const url = `/api/v1/inspectors/${inspectorId}`;
    const { headers } = await app.as(county.planner).get(url).expect(200);
    await app
      .as(county.planner)
      .patch(url)
      .set('If-Match', headers['etag'] as string)
      .send({ active, reason: REASON })
      .expect(200);
  };
  const standIn = (by: TestPerson, { certificateNumber }: Inspector) =>
    app
      .as(by)
      .post(`/api/v1/inspection-tasks/${task.id}/stand-in`)
      .send({ certificateNumber, reason: REASON });
  const callOff = (by: TestPerson, reason = REASON, id = task.id) =>
    app.as(by).post(`/api/v1/inspection-tasks/${id}/call-off`).send({ reason });
  const codeOf = async (answer: PromiseLike<{ body: { code: string } }>): Promise<string> =>
    (await answer).body.code;
  const strangers = () => county.inspectors.filter(({ id }) => id !== member.id && id !== other.id);
  const without = (gone: Inspector) => county.inspectors.splice(county.inspectors.indexOf(gone), 1);
  const published = async (): Promise<readonly PublishedStandIn[]> => {
    await app.as(county.planner).post(`/api/v1/draws/${drawId}/open`).expect(200);
    return (await app.http.get(`/api/v1/public/draws/${drawId}`).expect(200)).body.standIns;
  };

  it('are published with the cause of each absence, since when it lasted, and when it ended', async () => {
    const [passedOver] = strangers();
    await account(await app.person('ADMINISTRATOR'), other, 'disable');
    const closedAt = app.clock.now();
    app.clock.advance(5 * MINUTE);
    await keep(passedOver!, false);
    const suspendedAt = app.clock.now();
    app.clock.advance(MINUTE);
    await standIn(county.reviewer, other).expect(200);
    app.clock.advance(MINUTE);
    await keep(passedOver!, true);
    const resumedAt = app.clock.now();

    without(other);
    await county.inspectAll();
    const [record] = await published();
    expect(record?.absent).toEqual([passedOver!.certificateNumber]);
    expect(record?.absences).toEqual([
      {
        certificateNumber: other.certificateNumber,
        cause: 'ACCOUNT',
        since: closedAt.toISOString(),
        endedAt: null,
      },
      {
        certificateNumber: passedOver!.certificateNumber,
        cause: 'DIRECTORY',
        since: suspendedAt.toISOString(),
        endedAt: resumedAt.toISOString(),
      },
    ]);
  });

  it('say that a certificate has run out, and since which day', async () => {
    await app.database.query(`update inspections.inspector set valid_until = '2026-11-18' where id = $1`, [
      other.inspectorId,
    ]);
    await standIn(county.reviewer, other).expect(200);
    await county.inspectAll();
    expect((await published())[0]?.absences).toEqual([
      {
        certificateNumber: other.certificateNumber,
        cause: 'CERTIFICATE',
        // Midnight in China, after the last day.
        since: '2026-11-18T16:00:00.000Z',
        endedAt: null,
      },
    ]);
  });

  it('are not filled by who has emptied one, or has taken out who could have come', async () => {
    const [bystander] = strangers();
    await county.addRole(county.reviewer, 'ADMINISTRATOR');
    await account(county.reviewer, other, 'disable');
    expect(await codeOf(standIn(county.reviewer, other))).toBe('SAME_OFFICIAL');
    const administrator = await app.person('ADMINISTRATOR');
    await account(administrator, other, 'enable');
    await account(administrator, other, 'disable');
    await account(county.reviewer, bystander!, 'disable');
    expect(await codeOf(standIn(county.reviewer, other))).toBe('SAME_OFFICIAL');
    await account(county.reviewer, bystander!, 'enable');
    // Also who had a hand in it before somebody else did.
    expect(await codeOf(standIn(county.reviewer, other))).toBe('SAME_OFFICIAL');
    await standIn(await app.person('REVIEWER'), other).expect(200);
  });

  it('have stood empty since the last of somebody’s entries ended, whatever an older one says', async () => {
    // Of a certificate that ran out long ago, as after any renewal; the system does not let it back into use.
    await app.database.query(
      `insert into inspections.inspector
         (id, person_id, name, certificate_number, department, districts, valid_until, active, created_at, version)
       select gen_random_uuid(), person_id, name, 'SHILI-OLD', department, districts, '2025-12-31', false, created_at, 1
         from inspections.inspector where id = $1`,
      [other.inspectorId],
    );
    const [old] = await app.database.query<{ id: string }>(
      `select id from inspections.inspector where certificate_number = 'SHILI-OLD'`,
    );
    const back = await app
      .as(county.planner)
      .patch(`/api/v1/inspectors/${old!.id}`)
      .set('If-Match', '"1"')
      .send({ active: true, reason: '示例·换证书' });
    expect([back.status, back.body.code]).toEqual([422, 'CERTIFICATE_EXPIRED']);
    await county.addRole(county.reviewer, 'PLANNER');
    await app
      .as(county.reviewer)
      .patch(`/api/v1/inspectors/${other.inspectorId}`)
      .set('If-Match', '"1"')
      .send({ active: false, reason: REASON })
      .expect(200);
    const suspendedAt = app.clock.now();
    await app.database.query('update inspections.inspector set active = true where id = $1', [old!.id]);
    expect(await codeOf(standIn(county.reviewer, other))).toBe('SAME_OFFICIAL');
    // Nor does it help that somebody else touches the entry afterwards.
    app.clock.advance(MINUTE);
    await app
      .as(county.planner)
      .patch(`/api/v1/inspectors/${old!.id}`)
      .set('If-Match', '"1"')
      .send({ districts: ['610116001'], reason: '示例·辖区调整' })
      .expect(200);
    expect(await codeOf(standIn(county.reviewer, other))).toBe('SAME_OFFICIAL');

    const another = await app.person('REVIEWER');
    await standIn(another, other).expect(200);
    without(other);
    await county.inspectAll();
    expect((await published())[0]?.absences).toEqual([
      {
        certificateNumber: other.certificateNumber,
        cause: 'DIRECTORY',
        since: suspendedAt.toISOString(),
        endedAt: null,
      },
    ]);
  });

  it('leave a trace of whoever asks about them, and no way to throw the draw away afterwards', async () => {
    const looks = async () =>
      (await app.as(county.planner).get(`/api/v1/draws/${drawId}/looks`).expect(200)).body.items as {
        name: string;
      }[];
    expect(await codeOf(callOff(county.reviewer))).toBe('INSPECTOR_PRESENT');
    expect(await looks()).toHaveLength(1);
    const voided = (by: TestPerson) =>
      app.as(by).post(`/api/v1/draws/${drawId}/void`).send({ reason: '示例·名单有误' });
    expect(await codeOf(voided(county.reviewer))).toBe('RESULT_SEEN');

    for (const one of county.inspectors.filter(({ id }) => id !== member.id)) await keep(one, false);
    app.clock.set('2026-12-04T02:00:00Z');
    const another = await app.person('REVIEWER');
    await callOff(another).expect(200);
    expect(await codeOf(voided(another))).toBe('RESULT_SEEN');
    // What was called off stays sealed like the rest of the draw.
    const third = await app.person('REVIEWER');
    const found = await app.as(third).get('/api/v1/search').query({ q: task.institution.name }).expect(200);
    expect(JSON.stringify(found.body)).not.toContain(task.id);
    const before = (await looks()).length;
    await app.as(third).get(`/api/v1/inspection-tasks/${task.id}`).expect(200);
    expect(await looks()).toHaveLength(before + 1);
    expect(await codeOf(voided(third))).toBe('RESULT_SEEN');
  });

  it('end the inspection, with a published reason, when nobody could take one for five working days', async () => {
    const others = county.inspectors.filter(({ id }) => id !== member.id);
    expect(await codeOf(callOff(county.reviewer))).toBe('INSPECTOR_PRESENT');
    await keep(other, false);
    expect(await codeOf(callOff(county.reviewer))).toBe('SOMEBODY_CAN_GO');
    for (const one of strangers()) await keep(one, false);
    // Five working days after Friday the 20th of November.
    const early = await callOff(county.reviewer);
    expect([early.status, early.body.code, early.body.from]).toEqual([
      409,
      'ABSENCE_TOO_SHORT',
      '2026-11-27',
    ]);
    app.clock.set('2026-11-26T15:59:00Z');
    expect(await codeOf(callOff(county.reviewer))).toBe('ABSENCE_TOO_SHORT');
    app.clock.set('2026-11-26T16:00:00Z');
    await callOff(county.planner).expect(403);
    await callOff(member).expect(403);
    await callOff(await app.person('REVIEWER', { districts: ['500152'] })).expect(404);
    expect((await callOff(county.reviewer, ' ').expect(422)).body.errors[0].pointer).toBe('/reason');

    const { body } = await callOff(county.reviewer).expect(200);
    expect(body).toMatchObject({ status: 'CANCELLED', standIns: [{ joinedName: null, reason: REASON }] });
    expect(await codeOf(callOff(county.reviewer))).toBe('INVALID_TRANSITION');
    await app.idle();
    const told = await app.as(member).get('/api/v1/notifications').expect(200);
    expect(told.body.items[0]).toMatchObject({ type: 'TASKS_CANCELLED', subject: { id: task.id } });

    for (const one of others) await keep(one, true);
    await county.inspectAll();
    const [record] = await published();
    expect(record).toMatchObject({ joined: null, reason: REASON });
    expect([record!.left, ...record!.absent].sort()).toEqual(
      others.map(({ certificateNumber }) => certificateNumber).sort(),
    );
    expect(record?.absences).toHaveLength(others.length);
  });

  it('are not filled by who keeps the directory entries of who is out, whenever that was', async () => {
    await county.addRole(county.reviewer, 'PLANNER');
    await app
      .as(county.reviewer)
      .patch(`/api/v1/inspectors/${other.inspectorId}`)
      .set('If-Match', '"1"')
      .send({ validUntil: '2026-11-27', reason: '示例·换证书' })
      .expect(200);
    app.clock.set('2026-11-28T02:00:00Z');
    expect(await codeOf(standIn(county.reviewer, other))).toBe('SAME_OFFICIAL');
    await standIn(await app.person('REVIEWER'), other).expect(200);
  });

  it('go back to who was in the team before, when nobody else can go any more', async () => {
    await keep(other, false);
    const { body } = await standIn(county.reviewer, other).expect(200);
    const numbers = (body.team as { certificateNumber: string }[]).map((one) => one.certificateNumber);
    const heir = strangers().find(({ certificateNumber }) => numbers.includes(certificateNumber))!;
    await keep(other, true);
    for (const one of strangers()) await keep(one, false);
    app.clock.set('2026-12-04T02:00:00Z');
    expect(await codeOf(callOff(county.reviewer))).toBe('SOMEBODY_CAN_GO');
    const back = await standIn(county.reviewer, heir).expect(200);
    expect(back.body.standIns.at(-1)).toMatchObject({ joinedName: other.caller.name });
    await app.idle();
    const told = await app.as(other).get('/api/v1/notifications').expect(200);
    expect(told.body.items[0]).toMatchObject({ type: 'TASK_STOOD_IN', subject: { id: task.id } });
    await county.start(other, task.id);
  });

  it('end an inspection that has begun only when the whole team is gone: one of it may submit', async () => {
    await county.start(member, task.id);
    for (const one of county.inspectors.filter(({ id }) => id !== member.id)) await keep(one, false);
    app.clock.set('2026-12-04T02:00:00Z');
    expect(await codeOf(callOff(county.reviewer))).toBe('INSPECTOR_PRESENT');
    await keep(member, false);
    expect(await codeOf(callOff(county.reviewer))).toBe('ABSENCE_TOO_SHORT');
    const [heir] = strangers();
    await keep(heir!, true);
    app.clock.set('2026-12-14T02:00:00Z');
    expect(await codeOf(callOff(county.reviewer))).toBe('SOMEBODY_CAN_GO');
    await keep(heir!, false);
    app.clock.set('2026-12-30T02:00:00Z');
    const { body } = await callOff(county.reviewer).expect(200);
    expect(body.standIns).toHaveLength(2);
    // What inspectors have seen does not vanish with the draw.
    const discarded = app
      .as(await app.person('REVIEWER'))
      .post(`/api/v1/draws/${drawId}/void`)
      .send({ reason: '示例·名单有误' });
    expect(await codeOf(discarded)).toBe('INSPECTION_BEGUN');
  });
});
