import { JobRunner } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../filings/test/filing.builder';
import { InspectionBuilder } from '../../inspections/test/inspection.builder';
import { toldTo } from './notified.builder';
import { waitingOf, whomItWaitsFor } from './waiting.builder';

interface Row {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly due_on: string;
  readonly level: string;
  readonly place: string;
  readonly status: string;
}

describe('what is overdue', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let runs = 0;
  const cast: Record<string, TestPerson> = {};
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    cast['operator'] = await app.person('OPERATOR');
    cast['registrar'] = await app.person('REGISTRAR');
    cast['head'] = await app.person('REVIEWER');
    cast['head of health'] = await app.person('REVIEWER', { departments: ['health'] });
    cast['head elsewhere'] = await app.person('REVIEWER', { districts: ['610113'] });
    cast['city'] = await app.person('REVIEWER', { districts: ['610100'] });
  });
  afterAll(() => app.stop());

  async function morningOf(date: string): Promise<void> {
    app.clock.set(`${date}T00:10:00Z`);
    await app.nest.get(JobRunner).run('workbench.seek-overdue', `test-seek-${(runs += 1)}`, {});
    await app.idle();
  }

  const raised = (subjectId: string): Promise<Row[]> =>
    app.database.query<Row>(
      `select id, type, title, due_on::text, level, place, status from workbench.overdue where subject_id = $1 order by due_on`,
      [subjectId],
    );

  const stepsOf = async (id: string): Promise<string[]> => {
    const rows = await app.database.query<{ action: string }>(
      'select action from workbench.overdue_step where overdue_id = $1 order by seq',
      [id],
    );
    return rows.map(({ action }) => action);
  };

  const logged = async (id: string): Promise<string[]> => {
    const rows = await app.database.query<{ action: string }>(
      'select action from audit.entry where subject_id = $1 order by at, id',
      [id],
    );
    return rows.map(({ action }) => action);
  };

  async function toldOf(type: string, title: RegExp): Promise<string[]> {
    const names: string[] = [];
    for (const [name, person] of Object.entries(cast)) {
      const told = await toldTo(app, person);
      for (const each of told) if (each.type === type && title.test(each.title)) names.push(name);
    }
    return names;
  }

  /** Handed in on Friday, 20 November: due on Friday, 27 November. */
  async function filed(name: string): Promise<string> {
    app.clock.set('2026-11-20T02:00:00Z');
    const { id } = await filings.submitted(cast['operator']!, 'ELDERLY_CARE', { name });
    return id;
  }

  it('goes up once to the person above, however often it is sought, and then to the city', async () => {
    const id = await filed('示例·甲院');
    await morningOf('2026-11-27');
    await morningOf('2026-11-28'); // a Saturday
    expect(await raised(id)).toEqual([]);
    await morningOf('2026-11-30');
    await morningOf('2026-11-30');
    const [row, ...more] = await raised(id);
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      type: 'FILING_TO_DECIDE',
      title: '示例·甲院',
      due_on: '2026-11-27',
      level: 'FIRST',
      place: '610116',
      status: 'RAISED',
    });
    expect(await logged(row!.id)).toEqual(['overdue.raised']);
    expect(await toldOf('OVERDUE_RAISED', /甲院/)).toEqual(['head']);
    expect(await whomItWaitsFor(app, cast, row!.id)).toEqual({ head: 'OVERDUE_TO_SUPERVISE' });
    await morningOf('2026-12-03');
    expect((await raised(id))[0]).toMatchObject({ level: 'FIRST' });
    await morningOf('2026-12-04');
    await morningOf('2026-12-07');
    expect(await raised(id)).toEqual([{ ...row, level: 'SECOND', place: '610100' }]);
    expect(await stepsOf(row!.id)).toEqual(['raiseFurther']);
    expect(await logged(row!.id)).toEqual(['overdue.raised', 'overdue.raised-further']);
    expect((await toldOf('OVERDUE_RAISED', /甲院/)).sort()).toEqual(['city', 'head']);
    expect(await whomItWaitsFor(app, cast, row!.id)).toEqual({ city: 'OVERDUE_TO_SUPERVISE' });
    // Of many counties the city reads in which it lies.
    for (const query of ['', '&type=OVERDUE_TO_SUPERVISE'])
      expect(await waitingOf(app, cast['city']!, query)).toMatchObject([
        { title: '示例·甲院', district: '610116' },
      ]);
  });

  it('stands equally high when it is equally late, also where nothing was sought for weeks', async () => {
    const ids: string[] = [];
    for (const name of ['示例·戊院', '示例·己院', '示例·庚院', '示例·辛院']) ids.push(await filed(name));
    await morningOf('2026-12-14');
    for (const id of ids) {
      const [row] = await raised(id);
      expect(row).toMatchObject({ level: 'SECOND', place: '610100', status: 'RAISED' });
      expect(await stepsOf(row!.id)).toEqual(['raiseFurther']);
      expect(await whomItWaitsFor(app, cast, row!.id)).toEqual({ city: 'OVERDUE_TO_SUPERVISE' });
    }
    expect((await toldOf('OVERDUE_RAISED', /戊院/)).sort()).toEqual(['city', 'head']);
  });

  it('goes to the city at once where the office has nobody who may supervise it, and no further', async () => {
    const { id: head } = cast['head of health']!;
    cast['city of health'] = await app.person('REVIEWER', { districts: ['610100'], departments: ['health'] });
    await app.database.query('update access.person set disabled_at = now() where id = $1', [head]);
    app.clock.set('2026-11-20T02:00:00Z');
    const { id } = await filings.submitted(cast['operator']!, 'CHILDCARE', { name: '示例·壬园' });
    await morningOf('2026-12-04');
    await app.database.query('update access.person set disabled_at = null where id = $1', [head]);
    const [row] = await raised(id);
    expect(row).toMatchObject({ level: 'SECOND', place: '610100' });
    expect(await stepsOf(row!.id)).toEqual([]);
    expect(await whomItWaitsFor(app, cast, row!.id)).toEqual({ 'city of health': 'OVERDUE_TO_SUPERVISE' });
    expect(await toldOf('OVERDUE_RAISED', /壬园/)).toEqual(['city of health']);
    const { body } = await app
      .as(cast['city of health']!)
      .get(`/api/v1/overdue-items/${row!.id}`)
      .expect(200);
    expect(body).toMatchObject({
      level: 'SECOND',
      raisedTo: '已报上级：西安市卫生健康部门',
      history: [{ label: '报上级督办（本级没有可以督办的负责人）' }],
    });
  });

  it('ends as soon as it is done, and waits for nobody then', async () => {
    const id = await filed('示例·乙院');
    await morningOf('2026-11-30');
    await filings.act(cast['registrar']!, id, 'accept');
    await app.idle();
    const [row] = await raised(id);
    expect(row).toMatchObject({ status: 'ENDED' });
    expect(await stepsOf(row!.id)).toEqual(['end']);
    expect(await whomItWaitsFor(app, cast, row!.id)).toEqual({});
    await morningOf('2026-12-04');
    expect(await stepsOf(row!.id)).toEqual(['end']);
  });

  it('is another one when the applicant hands in again and the office lets the new last day pass', async () => {
    const id = await filed('示例·丙院');
    await morningOf('2026-11-30');
    await filings.act(cast['registrar']!, id, 'return', { reasons: [{ pointer: '', message: '请核对' }] });
    await app.idle();
    expect(await raised(id)).toMatchObject([{ due_on: '2026-11-27', status: 'ENDED' }]);
    await morningOf('2026-12-01'); // the applicant has the case
    expect(await raised(id)).toHaveLength(1);
    app.clock.set('2026-12-02T02:00:00Z');
    await filings.act(cast['operator']!, id, 'submit');
    await morningOf('2026-12-09');
    expect(await raised(id)).toHaveLength(1);
    await morningOf('2026-12-10');
    expect(await raised(id)).toMatchObject([
      { due_on: '2026-11-27', status: 'ENDED' },
      { due_on: '2026-12-09', status: 'RAISED', level: 'FIRST' },
    ]);
  });

  it('goes on where a batch ended, until everything has been raised', async () => {
    const id = await filed('示例·丁院');
    await app.database.query(
      `insert into filings.filing (id, type, kind, status, name, uscc, address, district, application, personal,
         applicant_id, round, due_on, submitted_at, created_at, updated_at, version)
       select uuidv7(), type, kind, status, '示例·丁院' || i, uscc, '示例路' || i, district, application, personal,
              applicant_id, round, due_on, submitted_at, created_at, updated_at, 1
         from filings.filing, generate_series(1, 229) i where id = $1`,
      [id],
    );
    await morningOf('2026-11-30');
    const [{ count } = { count: '' }] = await app.database.query<{ count: string }>(
      `select count(*) as count from workbench.overdue where title like '示例·丁院%' and status = 'RAISED'`,
    );
    expect(Number(count)).toBe(230);
  });

  it('does not name the institution of an inspection that has not begun, and is of its department', async () => {
    const county = await new InspectionBuilder(app).prepare({ inspectors: 2, institutions: 1 });
    const drawId = await county.drawn();
    const [task] = await app.database.query<{ id: string; due_on: string; name: string; kind: string }>(
      'select id, due_on::text, institution_name as name, kind from inspections.task where draw_id = $1',
      [drawId],
    );
    const monday = new Date(`${task!.due_on}T00:00:00Z`);
    monday.setUTCDate(monday.getUTCDate() + 7);
    while ([0, 6].includes(monday.getUTCDay())) monday.setUTCDate(monday.getUTCDate() + 1);
    await morningOf(monday.toISOString().slice(0, 10));
    const [row] = await raised(task!.id);
    expect(row).toMatchObject({ type: 'INSPECTION_TO_START' });
    expect(row!.title).not.toContain(task!.name);
  });
});
