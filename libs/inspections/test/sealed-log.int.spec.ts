import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { InspectionBuilder, type Inspector, type TaskAnswer } from './inspection.builder';

interface Entry {
  readonly action: string;
  readonly subjectId: string | null;
  readonly district: string;
  readonly detail: object;
}

const REASON = '示例·已调离本单位';
const TOWNSHIP = '610116001';

describe('the log of a sealed inspection', () => {
  let app: TestApp;
  /** Draws by township: its tasks are entered under that. */
  let township: InspectionBuilder;
  let administrator: TestPerson;
  let drawId: string;
  let task: TaskAnswer;
  let member: Inspector;
  let other: Inspector;
  beforeEach(async () => {
    app = await TestApp.start();
    township = await new InspectionBuilder(app, 'ELDERLY_CARE', '610116', [TOWNSHIP]).prepare({
      inspectors: 5,
      institutions: 0,
    });
    for (let i = 0; i < 2; i += 1) await township.addInstitution({ township: TOWNSHIP });
    administrator = await app.person('ADMINISTRATOR');
    drawId = await township.drawn({ strata: [{ key: 'B', basisPoints: 10_000, minimum: 1 }] });
    ({ task, member } = await township.someTask());
    other = await township.otherMemberOf(task.id, member);
  });
  afterEach(() => app.stop());

  const read = async (query = '', by = administrator): Promise<Entry[]> =>
    (await app.as(by).get(`/api/v1/audit-entries?subjectType=task&limit=100${query}`).expect(200)).body
      .items as Entry[];
  const actionsOf = (entries: readonly Entry[]): string[] => entries.map(({ action }) => action);
  const keep = async ({ inspectorId }: Inspector, active: boolean, version = 1): Promise<void> => {
    await app
      .as(township.planner)
      .patch(`/api/v1/inspectors/${inspectorId}`)
      .set('If-Match', `"${version}"`)
      .send({ active, reason: REASON })
      .expect(200);
  };
  const post = (by: TestPerson, path: string, body: object = {}) =>
    app.as(by).post(`/api/v1/${path}`).send(body).expect(200);
  const standIn = async (): Promise<void> => {
    await keep(other, false);
    const left = { certificateNumber: other.certificateNumber, reason: REASON };
    await post(township.reviewer, `inspection-tasks/${task.id}/stand-in`, left);
  };

  it('tells what was done and by whom, but not to which task, where, or who left and came', async () => {
    await standIn();
    const entries = await read();
    expect(new Set(actionsOf(entries))).toEqual(new Set(['task.stood-in', 'task.looked-at']));
    for (const entry of entries) {
      expect(entry).toMatchObject({ actorId: township.reviewer.id, subjectId: null, subjectName: null });
      expect([entry.district, entry.detail]).toEqual(['610116', {}]);
    }
    // Else whoever guesses a number learns that it is right.
    expect(await read(`&subjectId=${task.id}`)).toEqual([]);
    const national = await app.person('ADMINISTRATOR', { districts: ['*'] });
    expect(JSON.stringify(await read('', national))).not.toContain(task.id);
  });

  it('tells of an inspection once its result is public, and of the others when the draw is laid open', async () => {
    await standIn();
    await township.record(member, await township.start(member, task.id));
    const { resultId } = await township.submit(member, task.id, 'NO_PROBLEM');
    const submitted = async (): Promise<Entry | undefined> =>
      (await read()).find(({ action }) => action === 'task.submitted');
    expect(await submitted()).toMatchObject({ subjectId: null });
    expect((await submitted())?.detail).toEqual({});

    await post(township.reviewer, `inspection-results/${resultId}/publish`);
    const detail = { resultId, institutionId: task.institution.id, result: 'NO_PROBLEM' };
    expect(await submitted()).toMatchObject({ subjectId: task.id, district: TOWNSHIP, detail });
    const known = await read(`&subjectId=${task.id}`);
    expect(actionsOf(known)).toContain('task.stood-in');

    await keep(other, true, 2);
    await township.inspectAll();
    const unpublished = (await read()).filter(({ subjectId }) => subjectId === null);
    expect(actionsOf(unpublished)).toContain('task.submitted');
    await post(township.planner, `draws/${drawId}/open`);
    expect((await read()).filter(({ subjectId }) => subjectId === null)).toEqual([]);
  });

  it('keeps for itself what was called off until the draw is laid open', async () => {
    const others = township.inspectors.filter(({ id }) => id !== member.id);
    for (const one of others) await keep(one, false);
    app.clock.set('2026-12-04T02:00:00Z');
    await post(township.reviewer, `inspection-tasks/${task.id}/call-off`, { reason: REASON });
    const calledOff = async (): Promise<Entry | undefined> =>
      (await read()).find(({ action }) => action === 'task.called-off');
    expect(await calledOff()).toMatchObject({ subjectId: null });
    expect((await calledOff())?.detail).toEqual({});
    for (const one of others) await keep(one, true, 2);
    await township.inspectAll();
    await post(township.planner, `draws/${drawId}/open`);
    expect(await calledOff()).toMatchObject({ subjectId: task.id, detail: { drawId, reason: REASON } });
  });
});
