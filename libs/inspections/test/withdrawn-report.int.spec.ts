import { TestApp, type TestPerson } from '@zhaoguan/testing';
import type { Response } from 'supertest';
import { InspectionBuilder, PNG, type TaskAnswer } from './inspection.builder';

describe('a report that an institution is gone', () => {
  let app: TestApp;
  let county: InspectionBuilder;
  beforeAll(async () => {
    app = await TestApp.start();
    county = await new InspectionBuilder(app).prepare({ inspectors: 3, institutions: 14 });
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
    await county.withdraw(member, task.id).expect(200);
    expect(await open()).toEqual([]);
    const again = await county.submit(member, task.id, 'NOT_FOUND');
    await county.coSign(other, task.id).expect(200);
    const found = await app.as(officer).get(`/api/v1/failed-findings?resultId=${again.resultId}`).expect(200);
    expect(found.body.items).toHaveLength(1);
  });

  it('is signed only as it was read', async () => {
    const { id, member, other } = await reported('NOT_FOUND');
    const read = await app.as(other).get(`/api/v1/inspection-tasks/${id}`).expect(200);
    const etag = read.headers['etag'] as string;
    await county.withdraw(member, id).expect(200);
    await county.submit(member, id, 'LICENCE_REVOKED');
    expect(await codeOf(county.coSign(other, id).set('if-match', etag))).toBe('STALE_VERSION');
    expect(await codeOf(county.withdraw(other, id).set('if-match', etag))).toBe('STALE_VERSION');
    await county.withdraw(other, id).expect(200);
    const again = app.as(member).post(`/api/v1/inspection-tasks/${id}/submit`).send({ result: 'CLOSED' });
    expect(await codeOf(again)).toBe('REPORT_OVERRULED');
    await county.submit(other, id, 'CLOSED');
    await county.coSign(member, id).expect(200);
  });

  it('is neither made, signed nor taken back by who has declared a recusal there', async () => {
    const { id, other } = await reported();
    const { body } = await app.as(other).get(`/api/v1/inspection-tasks/${id}`).expect(200);
    const recusal = { institutionId: body.institution.id, reason: '示例·近亲属在该机构任职' };
    const waits = async (by: TestPerson, type: string): Promise<boolean> => {
      const found = await app.as(by).get(`/api/v1/work-items?type=${type}`).expect(200);
      return (found.body.items as { subject: { id: string } }[]).some(({ subject }) => subject.id === id);
    };
    expect(await waits(other, 'INSPECTION_TO_CO_SIGN')).toBe(true);
    await app.as(other).post(`/api/v1/inspectors/${other.inspectorId}/recusals`).send(recusal).expect(201);
    // Nothing waits for them any more, and somebody has to stand in.
    expect(await waits(other, 'INSPECTION_TO_CO_SIGN')).toBe(false);
    expect(await waits(county.reviewer, 'INSPECTOR_TO_REPLACE')).toBe(true);
    expect(await codeOf(county.coSign(other, id))).toBe('INSPECTOR_ABSENT');
    expect(await codeOf(county.withdraw(other, id))).toBe('INSPECTOR_ABSENT');
    const seen = await app.as(other).get(`/api/v1/inspection-tasks/${id}`).expect(200);
    expect(seen.body.availableActions).toEqual([]);
  });

  it('keeps what was found when it was taken back, and tells the reviewers before they publish another result', async () => {
    const { task, member } = await county.someTask();
    const begun = await county.start(member, task.id);
    const [item] = begun.items;
    await county.record(member, begun, [item!.code]);
    const { resultId } = await county.submit(member, task.id, 'NOT_FOUND');
    const operator = await app.person('OPERATOR');
    await app.database.query('update institutions.institution set operator_id = $1 where id = $2', [
      operator.id,
      task.institution.id,
    ]);
    const own = await app.as(operator).get(`/api/v1/own-inspections/${task.id}`).expect(200);
    expect(own.body).toMatchObject({ result: null, findings: [] });
    const unsigned = { resultId: null, resultCode: null, coSignedAt: null };
    const asTask = await app.as(operator).get(`/api/v1/inspection-tasks/${task.id}`).expect(200);
    expect(asTask.body).toMatchObject({ ...unsigned, findings: [] });
    const asList = await app.as(operator).get('/api/v1/inspection-tasks').expect(200);
    expect(asList.body.items).toEqual([expect.objectContaining({ id: task.id, ...unsigned })]);
    const { body } = await county.withdraw(member, task.id).expect(200);
    await county.record(member, body as TaskAnswer);
    const again = await county.submit(member, task.id, 'NO_PROBLEM');
    const told = await app
      .as(county.reviewer)
      .get(`/api/v1/inspection-results/${again.resultId}`)
      .expect(200);
    expect(told.body.withdrawals).toEqual([
      expect.stringMatching(/撤回前认定不符合：.+。撤回的理由：示例·到场核实/),
    ]);
    const kept = await app.as(county.reviewer).get(`/api/v1/inspection-results/${resultId}`).expect(200);
    expect(kept.body).toMatchObject({ status: 'WITHDRAWN', withdrawals: [] });
    expect(
      (kept.body.keptFindings as { itemCode: string; outcome: string; note: string | null }[]).find(
        ({ itemCode }) => itemCode === item!.code,
      ),
    ).toMatchObject({ outcome: 'FAIL', note: '示例·现场发现不符合' });
    const elsewhere = await app.person('CASE_OFFICER', { departments: ['health'] });
    await app.as(elsewhere).get(`/api/v1/inspection-results/${resultId}`).expect(404);
    const theirs = await app.as(elsewhere).get(`/api/v1/inspection-results/${again.resultId}`).expect(200);
    expect(theirs.body.withdrawals).toEqual([]);
    const list = await app.as(elsewhere).get('/api/v1/inspection-results?status=WITHDRAWN').expect(200);
    expect(list.body.items).toEqual([]);
  });

  it('grounds a case also after its place was given to a reserve', async () => {
    const officer = await app.person('CASE_OFFICER');
    const { task, member } = await county.someTask();
    const other = await county.otherMemberOf(task.id, member);
    const begun = await county.start(member, task.id);
    await county.record(member, begun, [begun.items[0]!.code]);
    const { resultId } = await county.submit(member, task.id, 'NOT_FOUND');
    await county.coSign(other, task.id).expect(200);
    await app.as(county.reviewer).post(`/api/v1/inspection-results/${resultId}/publish`).expect(200);
    await app.database.query(`update inspections.task set status = 'REPLACED' where id = $1`, [task.id]);
    const found = await app.as(officer).get(`/api/v1/failed-findings?resultId=${resultId}`).expect(200);
    expect(found.body.items).toHaveLength(1);
    await app.as(officer).get(`/api/v1/inspection-tasks/${task.id}`).expect(200);
  });

  it.each([
    ['leaves its inspection behind', `status = 'WITHDRAWN', kept_findings = '[]'`],
    ['begins again', `status = 'PENDING'`],
  ])('is refused by the database where it %s', async (_, set) => {
    const { id, other, resultId } = await reported();
    if (set.includes('PENDING')) await county.withdraw(other, id).expect(200);
    await expect(
      app.database.query(`update inspections.result set ${set} where id = $1`, [resultId]),
    ).rejects.toThrow(/rests on it|refuses the change|is not changed/);
  });

  it('may be made again once who contradicted it cannot go any more', async () => {
    const { id, member, other } = await reported();
    await county.withdraw(other, id).expect(200);
    const again = () =>
      app.as(member).post(`/api/v1/inspection-tasks/${id}/submit`).send({ result: 'CLOSED' });
    expect(await codeOf(again())).toBe('REPORT_OVERRULED');
    const { body } = await app.as(other).get(`/api/v1/inspection-tasks/${id}`).expect(200);
    const recusal = { institutionId: body.institution.id, reason: '示例·近亲属在该机构任职' };
    await app.as(other).post(`/api/v1/inspectors/${other.inspectorId}/recusals`).send(recusal).expect(201);
    const photo = app
      .as(other)
      .post(`/api/v1/inspection-tasks/${id}/evidence`)
      .attach('file', PNG, 'photo.png');
    expect(await codeOf(photo)).toBe('INSPECTOR_ABSENT');
    await again().expect(200);
  });

  it('ends with a published reason where nobody is left to sign it, and not before', async () => {
    const { id, member, resultId } = await reported();
    const callOff = () =>
      app
        .as(county.reviewer)
        .post(`/api/v1/inspection-tasks/${id}/call-off`)
        .send({ reason: '示例·无人可以到场核实' });
    expect(await codeOf(callOff())).toBe('INSPECTOR_PRESENT');
    const administrator = app.as(await app.person('ADMINISTRATOR'));
    for (const one of county.inspectors.filter((each) => each.id !== member.id))
      await administrator.post(`/api/v1/people/${one.id}/disable`).expect(200);
    expect(await codeOf(callOff())).toBe('ABSENCE_TOO_SHORT');
    app.clock.advance(14 * 86_400_000);
    // Who has reported has done the part: that nobody could take that place, too, is no reason.
    await administrator.post(`/api/v1/people/${member.id}/disable`).expect(200);
    const { body } = await callOff().expect(200);
    expect(body).toMatchObject({ status: 'CANCELLED', resultId: null });
    expect(body.standIns).toHaveLength(1);
    expect(await statusOf(resultId)).toBe('WITHDRAWN');
  });
});
