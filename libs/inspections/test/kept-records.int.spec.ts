import { TestApp } from '@zhaoguan/testing';
import { nextBeacon } from './beacon.builder';
import { InspectionBuilder } from './inspection.builder';

const REFUSED = '23001';

/** What whoever has the running system's own login could do to the records, responsible for the whole country. */
describe('the database keeps', () => {
  let app: TestApp;
  let county: InspectionBuilder;
  let opened: string;
  let announced: string;
  let drawn: string;
  let taskId: string;

  beforeAll(async () => {
    app = await TestApp.start();
    county = await new InspectionBuilder(app).prepare({ inspectors: 3, institutions: 4 });
    opened = await county.drawn();
    await county.inspectAll();
    await app.as(county.planner).post(`/api/v1/draws/${opened}/open`).expect(200);
    drawn = await county.drawn();
    const { task, member } = await county.someTask();
    taskId = task.id;
    await county.reportGone(member, taskId);
    announced = await county.announce((await county.plan()).id);
  });
  afterAll(() => app.stop());

  /** In a transaction of its own that leaves nothing behind. @returns the SQLSTATE, or `done` */
  const attempt = async (...statements: string[]): Promise<string> => {
    await app.database.query('begin');
    try {
      await app.database.query(
        `select set_config('app.actor', '${county.planner.id}', true), set_config('app.districts', '1,2,3,4,5,6,7,8,9', true)`,
      );
      await app.database.query('set local role zhaoguan_app');
      for (const sql of statements) await app.database.query(sql);
      return 'done';
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await app.database.query('rollback');
    }
  };
  const change = (id: () => string, set: string) => () =>
    attempt(`update inspections.draw set ${set} where id = '${id()}'`);

  it.each([
    ['the beacon of an opened draw', change(() => opened, `beacon_value = 'x'`)],
    ['its digest', change(() => opened, `result_digest = repeat('0', 64)`)],
    ['its seed', change(() => opened, `seed = 'x'`)],
    ['its nonce', change(() => opened, `nonce = 'x'`)],
    ['its sealed seed', change(() => opened, `seed_sealed = 'x'`)],
    ['its state', change(() => opened, `status = 'ANNOUNCED'`)],
    ['an opened draw at all', change(() => opened, 'version = version + 1')],
    ['the confirmed beacon of a drawn one', change(() => drawn, `beacon_value = 'x'`)],
    [
      'who entered it',
      change(() => drawn, 'beacon_entered_by = beacon_confirmed_by, beacon_confirmed_by = null'),
    ],
    ['its digest', change(() => drawn, `result_digest = repeat('0', 64)`)],
    ['its state', change(() => drawn, `status = 'BEACON_CONFIRMED'`)],
    ['an announced one from being drawn by hand', change(() => announced, `status = 'DRAWN'`)],
    [
      'the announcer from confirming',
      change(() => announced, `status = 'BEACON_ENTERED', beacon_confirmed_by = announced_by`),
    ],
  ])('%s', async (_, act) => {
    expect(await act()).toBe(REFUSED);
  });

  const TARGET = `'019a9d3c-7a00-7000-8000-000000000001'`;
  const insert = (id: () => string, table: string, columns: string, values: string) => () =>
    attempt(
      // Touched in the same transaction, a draw is no younger.
      `update inspections.draw set version = version where id = '${announced}'`,
      `insert into inspections.${table} (draw_id, ${columns}) values ('${id()}', ${values})`,
    );
  it.each([
    [
      'the hat',
      insert(() => announced, 'draw_target', 'target_id, stratum, district', `${TARGET}, 'B', '610116'`),
    ],
    [
      'the hat of an opened draw',
      insert(() => opened, 'draw_target', 'target_id, stratum, district', `${TARGET}, 'B', '610116'`),
    ],
    [
      'the recusals',
      insert(
        () => announced,
        'draw_conflict',
        'certificate_number, target_id',
        `'610116-YL-0001', ${TARGET}`,
      ),
    ],
    [
      'the inspectors',
      () =>
        attempt(
          `insert into inspections.draw_inspector (draw_id, certificate_number, inspector_id, person_id, name, department, districts)
           select '${announced}', 'X', inspector_id, person_id, name, department, districts
             from inspections.draw_inspector where draw_id = '${announced}' limit 1`,
        ),
    ],
    [
      'the selection of a drawn draw',
      insert(
        () => drawn,
        'draw_selection',
        'rank, target_id, stratum, ticket, teams',
        `9, ${TARGET}, 'B', repeat('0', 64), '[]'`,
      ),
    ],
    [
      'the selection before anything is drawn',
      insert(
        () => announced,
        'draw_selection',
        'rank, target_id, stratum, ticket, teams',
        `1, ${TARGET}, 'B', repeat('0', 64), '[]'`,
      ),
    ],
    [
      'the reserves',
      insert(() => drawn, 'draw_reserve', 'stratum, first, targets', `'B', 99, array[${TARGET}]::uuid[]`),
    ],
    [
      'the replacements of an opened draw',
      insert(
        () => opened,
        'draw_replacement',
        'seq, voided_target, target_id, stratum, ticket, teams, reason, replaced_by, replaced_at',
        `9, ${TARGET}, ${TARGET}, 'B', repeat('0', 64), '[]', 'x', ${TARGET}, now()`,
      ),
    ],
  ])('%s as they were when they counted', async (_, act) => {
    expect(await act()).toBe(REFUSED);
  });

  it('the hat also from somebody to whom the draw is invisible', async () => {
    await county.addInstitution({ district: '610113' });
    const wide = await app.person('PLANNER', { districts: ['610100'] });
    const body = await county.planBody({
      districts: ['610116', '610113'],
      strata: [{ key: 'B', basisPoints: 5000, minimum: 1 }],
    });
    const inspector = await app.person('INSPECTOR', { districts: ['610113'] });
    const second = await app.person('INSPECTOR', { districts: ['610113'] });
    for (const { id } of [inspector, second]) {
      await app
        .as(wide)
        .post('/api/v1/inspectors')
        .send({
          personId: id,
          certificateNumber: `ZF-${id}`,
          department: 'civil-affairs',
          districts: ['610113'],
          validUntil: '2029-12-31',
        })
        .expect(201);
    }
    const plan = await app.as(wide).post('/api/v1/inspection-plans').send(body).expect(201);
    const draw = await app
      .as(wide)
      .post(`/api/v1/inspection-plans/${plan.body.id}/draws`)
      .send({ beacon: nextBeacon(app) })
      .expect(202);
    expect(
      await attempt(
        `select set_config('app.districts', '610116', true)`,
        `insert into inspections.draw_target (draw_id, target_id, stratum, district)
         values ('${draw.body.id}', ${TARGET}, 'B', '610116')`,
      ),
    ).toBe(REFUSED);
  });

  it.each([
    ['reopened', `status = 'IN_PROGRESS'`],
    ['signed by somebody else', `co_signed_by = submitted_by`],
    ['given another wording', `result_code = 'NO_PROBLEM'`],
    [
      'reopened without its report',
      `status = 'IN_PROGRESS', submitted_at = null, submitted_by = null, result_id = null, result_code = null`,
    ],
  ])('a submitted inspection from being %s', async (_, set) => {
    expect(await attempt(`update inspections.task set ${set} where id = '${taskId}'`)).toBe(REFUSED);
  });

  it('a replaced inspection and a pending result in their states', async () => {
    await app
      .as(county.reviewer)
      .post(`/api/v1/inspection-tasks/${taskId}/replace`)
      .send({ reason: '机构已关闭' })
      .expect(201);
    for (const set of [`status = 'SUBMITTED'`, 'version = version + 1']) {
      expect(await attempt(`update inspections.task set ${set} where id = '${taskId}'`)).toBe(REFUSED);
    }
    const [row] = await app.database.query<{ id: string }>(
      `update inspections.result set status = 'PUBLISHED', published_at = now(), published_by = submitted_by
        where task_id = '${taskId}' returning id`,
    );
    expect(await attempt(`update inspections.result set status = 'PENDING' where id = '${row?.id}'`)).toBe(
      REFUSED,
    );
  });

  it('nothing else from being written in its time', async () => {
    expect(
      await attempt(
        `update inspections.draw set status = 'BEACON_ENTERED', beacon_value = 'x' where id = '${announced}'`,
      ),
    ).toBe('done');
    expect(
      await attempt(
        `insert into inspections.draw_target values ('${TARGET.slice(1, -1)}', ${TARGET}, 'B', '610116')`,
      ),
    ).toBe('done');
  });
});
