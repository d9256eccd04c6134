import { pickReplacement, verifyBundle, type Bundle } from '@zhaoguan/draw';
import { nodeSm3 } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import type { Response } from 'supertest';
import { BEACON, BEACON_VALUE } from './beacon.builder';
import { InspectionBuilder, SOURCE_URL } from './inspection.builder';

const text = (answer: { body: unknown; text?: string }): string =>
  answer.text ?? (answer.body as Buffer).toString();

describe('the life of a draw', () => {
  let app: TestApp;
  let county: InspectionBuilder;
  const confirm = (drawId: string, value = BEACON_VALUE, by = county.reviewer) =>
    app.as(by).post(`/api/v1/draws/${drawId}/beacon/confirm`).send({ value });
  const enter = (drawId: string, value: string) =>
    app.as(county.planner).post(`/api/v1/draws/${drawId}/beacon`).send({ value, sourceUrl: SOURCE_URL });
  const statusOf = async (drawId: string): Promise<string> =>
    (await app.as(county.planner).get(`/api/v1/draws/${drawId}`).expect(200)).body.status as string;
  const again = async (job: string, drawId: string): Promise<void> => {
    await app.database.query(
      'insert into platform.outbox (job, payload, not_before, created_at) values ($1, $2, $3, $3)',
      [job, JSON.stringify({ drawId }), app.clock.now()],
    );
    await app.database.query(`select pg_notify('zhaoguan_outbox', '')`);
    await app.idle();
  };

  beforeEach(async () => {
    app = await TestApp.start();
    county = await new InspectionBuilder(app).prepare({ inspectors: 3, institutions: 4 });
  });
  afterEach(() => app.stop());

  it('takes a beacon from two officials who agree', async () => {
    const drawId = await county.announce((await county.plan()).id);
    expect((await confirm(drawId).expect(409)).body).toMatchObject({
      code: 'INVALID_TRANSITION',
      from: 'ANNOUNCED',
      allowed: ['enterBeacon', 'void'],
    });
    const wrong = await enter(drawId, '2026135:03,08,12,21,27|09').expect(422);
    expect(wrong.body.code).toBe('INVALID_BEACON');
    expect(wrong.body.detail).toContain('双色球应写作');
    expect(
      (await enter(drawId, BEACON_VALUE.replace('2026135', '2026134')).expect(422)).body.detail,
    ).toContain('2026135');
    const posing = app.as(county.planner).post(`/api/v1/draws/${drawId}/beacon`);
    const foreign = 'https://www.cwl.gov.cn@example.com/ssq/';
    await posing.send({ value: BEACON_VALUE, sourceUrl: foreign }).expect(422);
    await enter(drawId, BEACON_VALUE.replace('|09', '|10')).expect(200);
    expect((await confirm(drawId).expect(422)).body.code).toBe('BEACON_MISMATCH');
    expect(await statusOf(drawId)).toBe('BEACON_ENTERED');
    await county.enterBeacon(drawId);
    for (const [reader, seen] of [
      [county.planner, BEACON_VALUE],
      [county.reviewer, null],
    ] as const) {
      expect((await app.as(reader).get(`/api/v1/draws/${drawId}`).expect(200)).body.beacon.value).toBe(seen);
      const listed = (await app.as(reader).get('/api/v1/draws').expect(200)).body.items;
      expect(listed).toContainEqual(
        expect.objectContaining({ id: drawId, beacon: expect.objectContaining({ value: seen }) }),
      );
    }
    const history = await app.as(county.reviewer).get(`/api/v1/draws/${drawId}/history`).expect(200);
    expect(JSON.stringify(history.body)).not.toContain(BEACON_VALUE);
    // Who keeps the accounts may hold a second office.
    const keeper = await app.person('ADMINISTRATOR');
    const log = async (): Promise<{ action: string; detail: object }[]> =>
      (await app.as(keeper).get(`/api/v1/audit-entries?subjectType=draw&subjectId=${drawId}`).expect(200))
        .body.items as { action: string; detail: object }[];
    const unconfirmed = await log();
    expect(unconfirmed.map(({ action }) => action)).toContain('draw.beacon-entered');
    expect(JSON.stringify(unconfirmed)).not.toContain(BEACON_VALUE.slice(8));
    await county.addRole(county.planner, 'REVIEWER');
    expect((await confirm(drawId, BEACON_VALUE, county.planner).expect(403)).body.code).toBe('SAME_OFFICIAL');
    const confirmed = (await confirm(drawId).expect(202)).body;
    expect(confirmed).toMatchObject({ status: 'BEACON_CONFIRMED', beacon: { value: BEACON_VALUE } });
    expect(await log()).toContainEqual(
      expect.objectContaining({ action: 'draw.beacon-confirmed', detail: { value: BEACON_VALUE } }),
    );
    await enter(drawId, BEACON_VALUE).expect(409);
    await app.idle();
    expect(await statusOf(drawId)).toBe('DRAWN');
  });

  it('keeps one record of a beacon that is entered again as it was, and another of one that differs', async () => {
    const drawId = await county.announce((await county.plan()).id);
    const records = async () =>
      app.database.query(
        `select (select count(*) from inspections.transition where subject_id::text = $1 and action = 'enterBeacon') as acts,
                (select count(*) from audit.entry where subject_id = $1 and action = 'draw.beacon-entered') as entries`,
        [drawId],
      );
    for (let i = 0; i < 3; i += 1) await enter(drawId, BEACON_VALUE).expect(200);
    expect(await records()).toEqual([{ acts: '1', entries: '1' }]);
    await enter(drawId, BEACON_VALUE.replace('|09', '|10')).expect(200);
    await enter(drawId, BEACON_VALUE).expect(200);
    expect(await records()).toEqual([{ acts: '3', entries: '3' }]);
  });

  it('draws once, however often it is confirmed and delivered', async () => {
    const drawId = await county.announce((await county.plan()).id);
    await county.enterBeacon(drawId);
    const second = await app.person('REVIEWER');
    const answers = await Promise.all([confirm(drawId), confirm(drawId, BEACON_VALUE, second)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
    await app.idle();
    const state = () =>
      app.database.query(
        `select (select result_digest from inspections.draw) as digest, (select count(*) from inspections.draw_selection) as drawn,
                (select count(*) from inspections.task) as tasks,
                (select count(*) from inspections.transition) as acts, (select count(*) from audit.entry) as entries`,
      );
    const before = await state();
    expect(before).toMatchObject([{ drawn: '2', tasks: '2', acts: '3' }]);
    await again('inspections.compute-draw', drawId);
    await again('inspections.create-tasks', drawId);
    expect(await state()).toEqual(before);
  });

  it('ends its tasks when it is voided after the draw', async () => {
    const plan = await county.plan();
    const drawId = await county.announce(plan.id);
    await county.draw(drawId);
    const { task, member } = await county.someTask();
    const path = `/api/v1/draws/${drawId}/void`;
    const voiding = (body: object) => app.as(county.reviewer).post(path).send(body);
    // Who planned it may not throw the result away; and what was thrown away is laid open.
    await app.as(county.planner).post(path).send({ reason: '结果不理想' }).expect(403);
    await app.http.get(`/api/v1/public/draws/${drawId}/bundle`).expect(404);
    expect((await voiding({}).expect(422)).body.errors[0].pointer).toBe('/reason');
    // It is published at once and stays so.
    const refused = await voiding({ reason: '负责人13812345678反映名录有误' }).expect(422);
    expect(refused.body).toMatchObject({
      code: 'PERSONAL_DATA_IN_PUBLIC_WORDS',
      errors: [{ pointer: '/reason' }],
    });
    expect(JSON.stringify(refused.body)).not.toContain('13812345678');
    await voiding({ reason: '名录有误，重新抽取' }).expect(200);
    const bundle = await app.http.get(`/api/v1/public/draws/${drawId}/bundle`).expect(200);
    expect(verifyBundle(JSON.parse(text(bundle)) as unknown, nodeSm3)).toMatchObject({ ok: true });
    const ended = await app.database.query(
      `select t.status, t.version, h.seq, h.action, h.from_status as from, h.reason, h.districts,
              (select count(*) from audit.entry e where e.subject_id = t.id::text and e.action = 'task.cancelled'
                  and e.district = t.district and e.canonical::jsonb -> 'detail' ->> 'drawId' = $1) as entries
         from inspections.task t
         join inspections.transition h on h.subject_id = t.id and h.to_status = 'CANCELLED' order by h.seq`,
      [drawId],
    );
    const cancelled = { status: 'CANCELLED', action: 'cancel', reason: '名录有误，重新抽取', entries: '1' };
    expect(ended).toEqual([
      { ...cancelled, version: 2, seq: 1, from: 'ASSIGNED', districts: ['610116'] },
      { ...cancelled, version: 2, seq: 1, from: 'ASSIGNED', districts: ['610116'] },
    ]);
    await app.as(member).post(`/api/v1/inspection-tasks/${task.id}/start`).expect(409);
    const again = app.as(county.planner).post(`/api/v1/inspection-plans/${plan.id}/draws`);
    // The value of the first draw's beacon is known: drawing on it again could go on until the outcome pleases.
    expect((await again.send({ beacon: BEACON }).expect(409)).body.code).toBe('BEACON_TOO_EARLY');
    await county.announce(plan.id);
  });

  it('replaces a closed institution by the next of its reserves, as anybody can verify afterwards', async () => {
    const drawId = await county.drawn();
    const selection = await app.as(county.planner).get(`/api/v1/draws/${drawId}/selection`).expect(200);
    expect(selection.body.items).toHaveLength(2);
    const looked = await app.database.query(
      `select from audit.entry where action = 'draw.selection-looked-at'`,
    );
    expect(looked).toHaveLength(1);
    const { task, member } = await county.someTask();
    const replace = (by: typeof county.planner, id: string, reason = '机构已关闭') =>
      app.as(by).post(`/api/v1/inspection-tasks/${id}/replace`).send({ reason });
    // Nobody is left out on one official's word: two inspectors sign that it is closed, and that is published too.
    const reportGone = (id: string, by = member): Promise<void> => county.reportGone(by, id);
    await replace(county.reviewer, task.id).expect(409);
    await reportGone(task.id);
    await replace(member, task.id).expect(403);
    await replace(county.planner, task.id).expect(403);
    const named = await replace(county.reviewer, task.id, '负责人13812345678称已经关闭').expect(422);
    expect(named.body.code).toBe('PERSONAL_DATA_IN_PUBLIC_WORDS');
    const next = await replace(county.reviewer, task.id).expect(201);
    expect(next.body.status).toBe('ASSIGNED');
    await replace(county.reviewer, task.id).expect(409);
    const sealed = await app.http.get(`/api/v1/public/draws/${drawId}`).expect(200);
    expect(sealed.body.replacements).toEqual([]);
    const nextId = next.body.id as string;
    const heir = await county.memberOf(nextId);
    await reportGone(nextId, heir);
    await replace(county.reviewer, nextId).expect(201);
    const last = await county.someTask();
    await reportGone(last.task.id, last.member);
    expect((await replace(county.reviewer, last.task.id).expect(422)).body.code).toBe('RESERVES_EXHAUSTED');

    await county.inspectAll();
    await app.as(county.planner).post(`/api/v1/draws/${drawId}/open`).expect(200);
    // Its reserves are public from now on: who comes next could be known beforehand.
    expect((await replace(county.reviewer, last.task.id).expect(409)).body.code).toBe('INVALID_TRANSITION');
    const { body } = await app.http.get(`/api/v1/public/draws/${drawId}`).expect(200);
    expect(body.replacements).toMatchObject([
      { seq: 1, voided: task.institution.id, target: next.body.institution.id, reason: '机构已关闭' },
      { seq: 2, voided: next.body.institution.id },
    ]);
    const bundle = JSON.parse(
      text(await app.http.get(`/api/v1/public/draws/${drawId}/bundle`).expect(200)),
    ) as Bundle;
    const { seq: _, reason: __, replacedAt: ___, ...first } = body.replacements[0];
    expect(pickReplacement({ ...bundle, replacements: [], voided: task.institution.id }, nodeSm3)).toEqual(
      first,
    );
  });

  it('replaces nobody on the word of one inspector, whatever else that person is', async () => {
    const drawId = await county.drawn();
    const { task, member } = await county.someTask(drawId);
    await county.addRole(member, 'REVIEWER');
    const replace = (by: TestPerson) =>
      app.as(by).post(`/api/v1/inspection-tasks/${task.id}/replace`).send({ reason: '机构已关闭' });
    const codeOf = async (request: PromiseLike<Response>): Promise<unknown> =>
      ((await request).body as { code: string }).code;
    await county.start(member, task.id);
    expect(await codeOf(county.coSign(member, task.id))).toBe('INVALID_TRANSITION');
    await county.submit(member, task.id, 'CLOSED');
    expect(await codeOf(replace(member))).toBe('SAME_OFFICIAL');
    expect(await codeOf(replace(county.reviewer))).toBe('NOT_CO_SIGNED');
    expect(await codeOf(county.coSign(member, task.id))).toBe('SAME_OFFICIAL');
    const other = await county.otherMemberOf(task.id, member);
    const stranger = county.inspectors.find(({ id }) => id !== member.id && id !== other.id);
    if (!stranger) throw new Error('nobody there');
    await county.coSign(stranger, task.id).expect(404);
    await county.coSign(county.reviewer, task.id).expect(403);
    const offered = await app.as(other).get(`/api/v1/inspection-tasks/${task.id}`).expect(200);
    expect(offered.body.availableActions).toEqual(['coSign', 'withdrawReport']);
    const answers = await Promise.all([county.coSign(other, task.id), county.coSign(other, task.id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('ALREADY_CO_SIGNED');
    expect(await codeOf(replace(member))).toBe('SAME_OFFICIAL');
    await county.addRole(other, 'REVIEWER');
    expect(await codeOf(replace(other))).toBe('SAME_OFFICIAL');
    await replace(county.reviewer).expect(201);
    const entries = await app.database.query(
      `select e.actor_id, e.canonical::jsonb -> 'detail' ->> 'result' as result from audit.entry e
        where e.action = 'task.co-signed' and e.subject_id = $1`,
      [task.id],
    );
    expect(entries).toEqual([{ actor_id: other.id, result: 'CLOSED' }]);
    expect(await statusOf(drawId)).toBe('DRAWN');
  });

  it('is not opened while one inspector alone says that an institution is gone', async () => {
    const drawId = await county.drawn();
    const { task, member } = await county.someTask(drawId);
    await county.start(member, task.id);
    const { resultId } = await county.submit(member, task.id, 'CLOSED');
    await county.inspectAll();
    const open = () => app.as(county.planner).post(`/api/v1/draws/${drawId}/open`);
    await app.as(county.reviewer).post(`/api/v1/inspection-results/${resultId}/publish`).expect(409);
    expect((await open().expect(409)).body).toMatchObject({ code: 'TASKS_OUTSTANDING', count: 1 });
    await county.coSign(await county.otherMemberOf(task.id, member), task.id).expect(200);
    await open().expect(200);
  });

  it('lets no inspector publish what they found themselves', async () => {
    await county.drawn();
    const { task, member } = await county.someTask();
    const started = await county.start(member, task.id);
    await county.record(member, started);
    const { resultId } = await county.submit(member, task.id, 'NO_PROBLEM');
    await county.addRole(member, 'REVIEWER');
    const publish = (by: typeof county.reviewer) =>
      app.as(by).post(`/api/v1/inspection-results/${resultId}/publish`);
    expect((await publish(member).expect(403)).body.code).toBe('OWN_INSPECTION');
    const elsewhere = await app.person('REVIEWER', { districts: ['610113'] });
    await publish(elsewhere).expect(404);
    const stale = await publish(county.reviewer).set('if-match', '"7"').expect(412);
    expect(stale.body.code).toBe('STALE_VERSION');
    const once = () => publish(county.reviewer).set('if-match', '"1"');
    const answers = await Promise.all([once(), once()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});
