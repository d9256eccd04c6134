import { TestApp, type TestPerson } from '@zhaoguan/testing';
import type { Response } from 'supertest';
import { InspectionBuilder, type TaskAnswer } from './inspection.builder';

describe('a report that an institution is gone', () => {
  let app: TestApp;
  let county: InspectionBuilder;
  beforeAll(async () => {
    app = await TestApp.start();
    county = await new InspectionBuilder(app).prepare({ inspectors: 3, institutions: 9 });
    await county.drawn({ strata: [{ key: 'B', basisPoints: 10_000, minimum: 0 }] });
  });
  afterAll(() => app.stop());

  const codeOf = async (request: PromiseLike<Response>): Promise<unknown> =>
    ((await request).body as { code: string }).code;

  const reported = async (result = 'CLOSED') => {
    const { task, member } = await county.someTask();
    const other = await county.otherMemberOf(task.id, member);
    await county.start(member, task.id);
    const { resultId } = await county.submit(member, task.id, result);
    return { id: task.id, member, other, resultId };
  };

  const statusOf = async (resultId: string | null): Promise<string | undefined> => {
    const rows = await app.database.query<{ status: string }>(
      'select status from inspections.result where id = $1',
      [resultId],
    );
    return rows[0]?.status;
  };

  it('is taken back by the colleague who found otherwise, and the inspection goes on to another result', async () => {
    const { id, member, other, resultId } = await reported();
    const { body } = await county.withdraw(other, id).expect(200);
    expect(body).toMatchObject({
      status: 'IN_PROGRESS',
      submittedAt: null,
      resultId: null,
      resultCode: null,
    });
    expect(await statusOf(resultId)).toBe('WITHDRAWN');
    expect(
      (await app.as(county.reviewer).post(`/api/v1/inspection-results/${resultId}/publish`)).body,
    ).toMatchObject({ status: 409, code: 'INVALID_TRANSITION', from: 'WITHDRAWN' });
    await county.record(other, body as TaskAnswer);
    const again = await county.submit(member, id, 'NO_PROBLEM');
    expect(again.resultId).not.toBe(resultId);
    const own = await app.as(county.reviewer).get(`/api/v1/inspection-results/${again.resultId}`).expect(200);
    expect(own.body).toMatchObject({ status: 'PENDING', availableActions: ['publish'] });
    await app.as(county.reviewer).post(`/api/v1/inspection-results/${again.resultId}/publish`).expect(200);
    const kept = await app.database.query<{ action: string; actor_id: string; reason: string | null }>(
      `select action, actor_id, reason from inspections.transition where subject_id in ($1, $2) and reason is not null`,
      [id, resultId],
    );
    expect(kept).toEqual([
      { action: 'withdrawReport', actor_id: other.id, reason: '示例·到场核实，机构仍在营业' },
    ]);
    const entries = await app.database.query<{ result: string }>(
      `select canonical::jsonb -> 'detail' ->> 'result' as result from audit.entry
        where action = 'task.report-withdrawn' and subject_id = $1`,
      [id],
    );
    expect(entries).toEqual([{ result: 'CLOSED' }]);
  });

  it('is taken back by whoever reported it by mistake', async () => {
    const { id, member } = await reported('RELOCATED');
    await county.withdraw(member, id).expect(200);
    const seen = await app.as(member).get(`/api/v1/inspection-tasks/${id}`).expect(200);
    expect(seen.body).toMatchObject({ status: 'IN_PROGRESS', availableActions: ['record', 'submit'] });
  });

  it('stays once a second inspector has signed it, and with a reason only, and for nobody else', async () => {
    const { id, member, other } = await reported();
    expect(await codeOf(county.withdraw(other, id, ' '))).toBe('VALIDATION_FAILED');
    await county.withdraw(county.reviewer, id).expect(403);
    const stranger = county.inspectors.find((one: TestPerson) => one.id !== member.id && one.id !== other.id);
    await county.withdraw(stranger!, id).expect(404);
    await county.coSign(other, id).expect(200);
    expect(await codeOf(county.withdraw(member, id))).toBe('ALREADY_CO_SIGNED');
  });

  it('is either signed or taken back where both come at once', async () => {
    const { id, member, other, resultId } = await reported();
    const answers = await Promise.all([county.coSign(other, id), county.withdraw(member, id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await statusOf(resultId)).toBe(answers[0].status === 200 ? 'PENDING' : 'WITHDRAWN');
  });

  it('that is none is not taken back', async () => {
    const { task, member } = await county.someTask();
    await county.record(member, await county.start(member, task.id));
    expect(await codeOf(county.withdraw(member, task.id))).toBe('INVALID_TRANSITION');
    await county.submit(member, task.id, 'NO_PROBLEM');
    expect(await codeOf(county.withdraw(member, task.id))).toBe('NOT_REPORTED_GONE');
  });

  it('grounds no case before it is signed, and none once it is taken back', async () => {
    const officer = await app.person('CASE_OFFICER');
    const { task, member } = await county.someTask();
    const other = await county.otherMemberOf(task.id, member);
    const begun = await county.start(member, task.id);
    await county.record(member, begun, [begun.items[0]!.code]);
    const { resultId } = await county.submit(member, task.id, 'NOT_FOUND');
    const open = async (): Promise<unknown[]> =>
      (await app.as(officer).get(`/api/v1/failed-findings?resultId=${resultId}`).expect(200)).body
        .items as unknown[];
    expect(await open()).toEqual([]);
    await county.withdraw(other, task.id).expect(200);
    expect(await open()).toEqual([]);
    const again = await county.submit(member, task.id, 'NOT_FOUND');
    await county.coSign(other, task.id).expect(200);
    const found = await app.as(officer).get(`/api/v1/failed-findings?resultId=${again.resultId}`).expect(200);
    expect(found.body.items).toHaveLength(1);
  });

  it.each([
    ['leaves its inspection behind', `status = 'WITHDRAWN'`],
    ['begins again', `status = 'PENDING'`],
  ])('is refused by the database where it %s', async (_, set) => {
    const { id, other, resultId } = await reported();
    if (set.includes('PENDING')) await county.withdraw(other, id).expect(200);
    await expect(
      app.database.query(`update inspections.result set ${set} where id = $1`, [resultId]),
    ).rejects.toThrow(/rests on it|refuses the change|is not changed/);
  });
});
