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
  }, 60_000);
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
    await standIn(county.reviewer, other).expect(200);
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

  it('end no inspection that has begun', async () => {
    await county.start(member, task.id);
    for (const one of county.inspectors.filter(({ id }) => id !== member.id)) await keep(one, false);
    app.clock.set('2026-12-04T02:00:00Z');
    expect(await codeOf(callOff(county.reviewer))).toBe('INVALID_TRANSITION');
  });
});
