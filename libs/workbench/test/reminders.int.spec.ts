import { JobRunner } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../filings/test/filing.builder';
import { InspectionBuilder } from '../../inspections/test/inspection.builder';
import { toldTo } from './notified.builder';

describe('reminders of last days', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let runs = 0;
  const cast: Record<string, TestPerson> = {};
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    cast['operator'] = await app.person('OPERATOR');
    cast['registrar'] = await app.person('REGISTRAR');
    cast['registrar of health'] = await app.person('REGISTRAR', { departments: ['health'] });
    cast['registrar of the city'] = await app.person('REGISTRAR', { districts: ['610100'] });
    cast['administrator'] = await app.person('ADMINISTRATOR');
    cast['administrator elsewhere'] = await app.person('ADMINISTRATOR', { districts: ['500152'] });
  });
  afterAll(() => app.stop());

  /** As at eight in the morning of that day; @returns what was told about the subject, by whom it was told to */
  async function morningOf(date: string, subject: RegExp): Promise<Record<string, string>> {
    app.clock.set(`${date}T00:00:00Z`);
    await app.nest.get(JobRunner).run('workbench.remind', `test-remind-${(runs += 1)}`, {});
    await app.idle();
    const told: Record<string, string> = {};
    for (const [name, person] of Object.entries(cast)) {
      const fresh = (await toldTo(app, person)).filter(
        ({ type, title, createdAt }) =>
          type.startsWith('TERM_') && subject.test(title) && createdAt.startsWith(date),
      );
      if (fresh.length > 0) told[name] = fresh.map(({ title }) => title).join('|');
    }
    return told;
  }

  it('come three working days and one before the end and when it has passed, each once', async () => {
    app.clock.set('2026-11-20T02:00:00Z'); // a Friday: due on Friday, 27 November
    await filings.submitted(cast['operator']!, 'ELDERLY_CARE', { name: '示例·甲院' });
    const of = (date: string) => morningOf(date, /甲院|“待办理申请”/);
    expect(await of('2026-11-23')).toEqual({});
    const three = { registrar: '待办理申请：示例·甲院，还有 3 个工作日' };
    expect(await of('2026-11-24')).toEqual(three);
    expect(await of('2026-11-24')).toEqual(three);
    expect(await of('2026-11-25')).toEqual({});
    expect(await of('2026-11-26')).toEqual({ registrar: '待办理申请：示例·甲院，还有 1 个工作日' });
    expect(await of('2026-11-27')).toEqual({});
    expect(await of('2026-11-28')).toEqual({}); // a Saturday
    expect(await of('2026-11-30')).toEqual({
      registrar: '待办理申请：示例·甲院，已超期 1 个工作日',
      administrator: '长安区有 1 项“待办理申请”已超期，请督促办理',
    });
    expect(await of('2026-12-01')).toEqual({});
  });

  it('do not come for what has been decided', async () => {
    app.clock.set('2026-12-04T02:00:00Z');
    const { id } = await filings.submitted(cast['operator']!, 'ELDERLY_CARE', { name: '示例·乙院' });
    await filings.act(cast['registrar']!, id, 'accept');
    expect(await morningOf('2026-12-08', /乙院/)).toEqual({});
  });

  it('go on where a batch ended, until everybody has been reminded', async () => {
    app.clock.set('2026-12-04T02:00:00Z');
    const { id } = await filings.submitted(cast['operator']!, 'CHILDCARE', { name: '示例·丙园' });
    await app.database.query(
      `insert into filings.filing (id, type, kind, status, name, uscc, address, district, application, personal,
         applicant_id, round, due_on, submitted_at, created_at, updated_at, version)
       select uuidv7(), type, kind, status, '示例·丙园' || i, uscc, '示例路' || i, district, application, personal,
              applicant_id, round, due_on, submitted_at, created_at, updated_at, 1
         from filings.filing, generate_series(1, 449) i where id = $1`,
      [id],
    );
    await morningOf('2026-12-08', /丙园/);
    const [{ count } = { count: '' }] = await app.database.query<{ count: string }>(
      `select count(*) as count from workbench.notification where person_id = $1 and type = 'TERM_NEAR' and title like '%示例·丙园%'`,
      [cast['registrar of health']!.id],
    );
    expect(Number(count)).toBe(450);
    // What is late goes up besides: these are not, for the mornings that follow.
    await app.database.query(`update filings.filing set due_on = '2099-12-31' where name like '示例·丙园%'`);
  });

  it('come to the team of an inspection, not to the officials who must not know of it', async () => {
    const county = await new InspectionBuilder(app).prepare({ inspectors: 2, institutions: 1 });
    const drawId = await county.drawn();
    const [{ due_on: dueOn } = { due_on: '' }] = await app.database.query<{ due_on: string }>(
      'select due_on::text from inspections.task where draw_id = $1',
      [drawId],
    );
    county.inspectors.forEach((inspector, i) => (cast[`inspector ${i + 1}`] = inspector));
    cast['planner'] = county.planner;
    const nextWorkday = new Date(`${dueOn}T00:00:00Z`);
    do nextWorkday.setUTCDate(nextWorkday.getUTCDate() + 1);
    while ([0, 6].includes(nextWorkday.getUTCDay()));
    const told = await morningOf(nextWorkday.toISOString().slice(0, 10), /待实施检查/);
    expect(Object.keys(told).sort()).toEqual(['administrator', 'inspector 1', 'inspector 2']);
    expect(told['administrator']).toBe('长安区有 1 项“待实施检查”已超期，请督促办理');
    expect(told['inspector 1']).toMatch(/^待实施检查：示例·.+，已超期 1 个工作日$/);
  });

  it('come on the days that the list names for the district and the kind', async () => {
    app.clock.set('2027-03-05T02:00:00Z'); // a Friday: due on Friday, 12 March
    const { id } = await filings.submitted(cast['operator']!, 'CHILDCARE', { name: '示例·丁园' });
    await app.database.query(
      `insert into reference.entry (id, list, key, position, data)
       select uuidv7(), list, 'example', 9999, data || $1::jsonb
         from reference.entry where list = 'terms' and data ->> 'code' = 'REMINDER_FIRST'`,
      [JSON.stringify({ kind: 'CHILDCARE', jurisdiction: '610116', value: 4 })],
    );
    const of = (date: string) => morningOf(date, /丁园/);
    expect(await of('2027-03-08')).toEqual({
      'registrar of health': '待办理申请：示例·丁园，还有 4 个工作日',
    });
    expect(await of('2027-03-09')).toEqual({});
    await filings.act(cast['registrar of health']!, id, 'return', {
      reasons: [{ pointer: '', message: '请核对' }],
    });
    expect(await of('2027-03-11')).toEqual({}); // the applicant has the case
  });
});
