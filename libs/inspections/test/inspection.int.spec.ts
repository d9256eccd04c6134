import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { createHash } from 'node:crypto';
import { InspectionBuilder, PNG } from './inspection.builder';

describe('an inspection', () => {
  let app: TestApp;
  let county: InspectionBuilder;
  beforeAll(async () => {
    app = await TestApp.start();
    county = await new InspectionBuilder(app).prepare({ inspectors: 3, institutions: 6 });
    await county.drawn({ strata: [{ key: 'B', basisPoints: 10_000, minimum: 0 }] });
  });
  afterAll(() => app.stop());

  const submitted = async (member: TestPerson, id: string, result: string): Promise<unknown> =>
    (await app.as(member).post(`/api/v1/inspection-tasks/${id}/submit`).send({ result })).body.code;

  it('is visible to its team only, and its officials leave a trace when they look before it begins', async () => {
    const { task, member } = await county.someTask();
    const [row] = await app.database.query<{ assignees: string[] }>(
      'select assignees from inspections.task where id = $1',
      [task.id],
    );
    const stranger = county.inspectors.find(({ id }) => !row?.assignees.includes(id));
    if (!stranger) throw new Error('every inspector is in this team');
    await app.as(stranger).get(`/api/v1/inspection-tasks/${task.id}`).expect(404);
    await app.as(stranger).post(`/api/v1/inspection-tasks/${task.id}/start`).expect(404);
    await app.as(stranger).put(`/api/v1/inspection-tasks/${task.id}/findings`).send([]).expect(404);
    await app.as(member).get(`/api/v1/inspection-tasks/${task.id}`).expect(200);
    const seen = await app.as(county.planner).get(`/api/v1/inspection-tasks/${task.id}`).expect(200);
    expect(seen.body.availableActions).toEqual([]);
    const traces = await app.database.query<{ actor_id: string }>(
      `select actor_id from audit.entry where action = 'task.looked-at' and subject_id = $1`,
      [task.id],
    );
    expect(traces).toEqual([{ actor_id: county.planner.id }]);
  });

  it('is shown to the operator only from its beginning, and without findings that may still change', async () => {
    const operator = await app.person('OPERATOR');
    const { task, member } = await county.someTask();
    await app.database.query('update institutions.institution set operator_id = $1 where id = $2', [
      operator.id,
      task.institution.id,
    ]);
    const mine = await app.as(operator).get('/api/v1/inspection-tasks').expect(200);
    expect(mine.body.items).toEqual([]);
    await app.as(operator).get(`/api/v1/inspection-tasks/${task.id}`).expect(404);
    const started = await county.start(member, task.id);
    await county.record(member, started);
    const seen = await app.as(operator).get(`/api/v1/inspection-tasks/${task.id}`).expect(200);
    expect(seen.body).toMatchObject({ status: 'IN_PROGRESS', findings: [], availableActions: [] });
    await county.submit(member, task.id, 'NO_PROBLEM');
    const after = await app.as(operator).get(`/api/v1/inspection-tasks/${task.id}`).expect(200);
    expect(after.body.findings).toHaveLength(3);
  });

  it('refuses findings that are wrong, naming each place', async () => {
    const { task, member } = await county.someTask();
    const { items } = await county.start(member, task.id);
    const put = (body: unknown) =>
      app
        .as(member)
        .put(`/api/v1/inspection-tasks/${task.id}/findings`)
        .send(body as object);
    const wrong = await put([
      { itemId: items[0]?.id, outcome: 'FAIL' },
      { itemId: '018f0000-0000-7000-8000-000000000000', outcome: 'PASS' },
      { itemId: items[1]?.id, outcome: 'PASS', evidenceIds: ['018f0000-0000-7000-8000-000000000000'] },
      { itemId: items[1]?.id, outcome: 'PASS' },
    ]).expect(422);
    expect(
      wrong.body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code]),
    ).toEqual([
      ['/0/note', 'FINDING_NOTE_REQUIRED'],
      ['/1/itemId', 'UNKNOWN_ITEM'],
      ['/2/evidenceIds/0', 'UNKNOWN_EVIDENCE'],
      ['/3/itemId', 'DUPLICATE_ENTRY'],
    ]);
    const malformed = await put([{ itemId: items[0]?.id, outcome: 'MAYBE' }]).expect(422);
    expect(malformed.body.errors[0].pointer).toBe('/0/outcome');
    const noList = await put({ itemId: items[0]?.id }).expect(422);
    expect(noList.body.errors).toEqual([{ pointer: '', code: 'IS_ARRAY', message: '应为列表' }]);

    const unsaid = await put([{ itemId: items[0]?.id, outcome: 'FAIL', note: null }]).expect(422);
    expect(unsaid.body.errors[0]).toMatchObject({ pointer: '/0/note', code: 'FINDING_NOTE_REQUIRED' });
    // As the answer had it: a phone that was offline may send it back so.
    const asRead = { itemId: items[0]?.id, outcome: 'PASS', note: null, evidenceIds: [] };
    expect((await put([asRead]).expect(200)).body.findings).toContainEqual(expect.objectContaining(asRead));

    const evidence = await app
      .as(member)
      .post(`/api/v1/inspection-tasks/${task.id}/evidence`)
      .attach('file', PNG, '疏散通道.png')
      .expect(201);
    expect(evidence.body).toMatchObject({
      mediaType: 'image/png',
      sm3: createHash('sm3').update(PNG).digest('hex'),
    });
    await put([
      {
        itemId: items[0]?.id,
        outcome: 'FAIL',
        note: '通道堆放杂物，电话138/1234/5678',
        evidenceIds: [evidence.body.id],
      },
    ]).expect(200);
    const noted = await app.as(member).get(`/api/v1/inspection-tasks/${task.id}`).expect(200);
    expect(JSON.stringify(noted.body)).toContain('通道堆放杂物，电话138****5678');
    const file = await app
      .as(county.reviewer)
      .get(`/api/v1/inspection-tasks/${task.id}/evidence/${evidence.body.id}`)
      .expect(200);
    expect(file.headers['content-type']).toBe('image/png');
    expect(file.headers['content-disposition']).toContain(
      `attachment; filename="____.png"; filename*=UTF-8''${encodeURIComponent('疏散通道')}.png`,
    );
    const page = await app
      .as(member)
      .post(`/api/v1/inspection-tasks/${task.id}/evidence`)
      .attach('file', Buffer.from('%PDF-1.4\n<html><script>alert(1)</script>'), 'p.html')
      .expect(201);
    const both = await app
      .as(member)
      .get(`/api/v1/inspection-tasks/${task.id}/evidence/${page.body.id}`)
      .expect(200);
    expect(both.headers['content-disposition']).toContain('attachment; filename="p.pdf"');
    const nothing = await put([{ itemId: items[0]?.id, outcome: 'PASS', evidenceIds: null }]).expect(422);
    expect(nothing.body.errors[0].pointer).toBe('/0/evidenceIds');

    const submit = (result: string) =>
      app.as(member).post(`/api/v1/inspection-tasks/${task.id}/submit`).send({ result });
    expect((await submit('PROBLEMS_CORRECTED').expect(422)).body).toMatchObject({
      code: 'FINDINGS_INCOMPLETE',
      count: 2,
      errors: items.slice(1).map(({ id }) => ({
        pointer: `/findings/${id}`,
        message: expect.stringMatching(/^“.+”还没有结论$/) as string,
      })),
    });
    await put(items.slice(1).map(({ id }) => ({ itemId: id, outcome: 'NOT_APPLICABLE' }))).expect(200);
    expect((await submit('NO_PROBLEM').expect(422)).body.code).toBe('RESULT_CONTRADICTS_FINDINGS');
    expect((await submit('PERFECT').expect(422)).body.code).toBe('UNKNOWN_RESULT');
    await submit('PROBLEMS_PENDING').expect(200);
    expect((await submit('PROBLEMS_PENDING').expect(409)).body).toMatchObject({
      code: 'INVALID_TRANSITION',
      from: 'SUBMITTED',
      allowed: ['coSign', 'withdrawReport', 'replace', 'standInToSign', 'callOffUnsigned'],
    });
    await put([{ itemId: items[0]?.id, outcome: 'PASS' }]).expect(409);
  });

  it('ends without findings where the institution is gone, and names nobody who published it by number', async () => {
    const { task, member } = await county.someTask();
    const started = await county.start(member, task.id);
    expect(await submitted(member, started.id, 'NO_PROBLEM')).toBe('FINDINGS_INCOMPLETE');
    const { resultId } = await county.submit(member, task.id, 'RELOCATED');
    const seen = await app.as(member).get(`/api/v1/inspection-tasks/${task.id}`).expect(200);
    expect(seen.body).toMatchObject({ findings: [], coSignedAt: null, availableActions: ['withdrawReport'] });
    const path = `/api/v1/inspection-results/${resultId}`;
    const pending = await app.as(county.reviewer).get(path).expect(200);
    expect(pending.body).toMatchObject({ awaitsCoSignature: true, availableActions: [] });
    expect((await app.as(county.reviewer).post(`${path}/publish`).expect(409)).body.code).toBe(
      'NOT_CO_SIGNED',
    );
    const other = await county.otherMemberOf(task.id, member);
    await county.coSign(other, task.id).expect(200);
    const signed = await app.as(county.reviewer).get(path).expect(200);
    expect(signed.body).toMatchObject({ awaitsCoSignature: false, availableActions: ['publish'] });
    const published = await app.as(county.reviewer).post(`${path}/publish`).expect(200);
    expect(published.body).toMatchObject({ publishedByName: county.reviewer.caller.name, failures: [] });
    expect(JSON.stringify(published.body)).not.toContain(county.reviewer.id);
    const list = await app.as(county.reviewer).get('/api/v1/inspection-results?status=PUBLISHED').expect(200);
    expect(list.body.items[0]).toMatchObject({ publishedByName: county.reviewer.caller.name });
  });

  it('refuses a stale version', async () => {
    const { task, member } = await county.someTask();
    const started = await county.start(member, task.id);
    const put = (version: string) =>
      app
        .as(member)
        .put(`/api/v1/inspection-tasks/${task.id}/findings`)
        .set('if-match', version)
        .send([{ itemId: started.items[0]?.id, outcome: 'PASS' }]);
    await put(`"${started.version}"`).expect(200);
    expect((await put(`"${started.version}"`).expect(412)).body.code).toBe('STALE_VERSION');
  });

  it('is published by itself when its term ends, but not on the word of one inspector that nobody is there', async () => {
    const { task, member } = await county.someTask();
    await county.start(member, task.id);
    const { resultId: unsigned } = await county.submit(member, task.id, 'CLOSED');
    const pending = await app
      .as(county.reviewer)
      .get('/api/v1/inspection-results?status=PENDING')
      .expect(200);
    const others = (pending.body.items as { id: string; dueOn: string }[]).filter(
      ({ id }) => id !== unsigned,
    );
    const [due] = others;
    if (!due) throw new Error('nothing is pending');
    // Friday 2026-11-20 and twenty working days.
    expect(due.dueOn).toBe('2026-12-18');
    app.clock.advance(28 * 86_400_000);
    await app.database.query(
      `insert into platform.outbox (job, payload, not_before, created_at)
       values ('inspections.publish-due-results', '{}', $1, $1)`,
      [app.clock.now()],
    );
    await app.database.query(`select pg_notify('zhaoguan_outbox', '')`);
    await app.idle();
    const [published] = await app.database.query<{ status: string; published_by: string }>(
      'select status, published_by from inspections.result where id = $1',
      [due.id],
    );
    expect(published).toEqual({ status: 'PUBLISHED', published_by: '00000000-0000-0000-0000-000000000000' });
    const waiting = await app.database.query('select id from inspections.result where published_at is null');
    expect(waiting).toEqual([{ id: unsigned }]);
    await expect(
      app.database.query(`update inspections.result set result_label = '未发现问题' where id = $1`, [due.id]),
    ).rejects.toThrow(/correct it by a new row/);
  });

  it('has a state that is the fold of its history', async () => {
    const states = await app.database.query<{ id: string; status: string; last: string | null }>(
      `select t.id, t.status, (select h.to_status from inspections.transition h
          where h.subject = 'task' and h.subject_id = t.id order by seq desc limit 1) as last from inspections.task t`,
    );
    expect(states.length).toBeGreaterThan(0);
    for (const { status, last } of states) expect(last ?? 'ASSIGNED').toBe(status);
  });
});
