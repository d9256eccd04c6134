import { rowsRead, TestApp, type TestPerson } from '@zhaoguan/testing';
import { fillCountry } from './busy-country.builder';
import { waitingOf } from './waiting.builder';

const INSTITUTIONS = 40_000;
/** The invented ones stand in 82 counties: a county has some hundred items of each sort, each table tens of thousands of rows. */
const MOST_ROWS_READ = 5_000;

describe(`among ${INSTITUTIONS} institutions`, () => {
  let app: TestApp;
  const people: Record<string, TestPerson> = {};
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    await fillCountry(app.database, INSTITUTIONS);
    for (const role of ['REGISTRAR', 'PLANNER', 'REVIEWER', 'CASE_OFFICER', 'INSPECTOR', 'OPERATOR'] as const)
      people[role] = await app.person(role);
    const [nurseries] = await app.database.query<{ district: string }>(
      `select district from filings.filing where admit_by is not null limit 1`,
    );
    people['health'] = await app.person('REGISTRAR', {
      departments: ['health'],
      districts: [nurseries!.district],
    });
    people['city'] = await app.person('REGISTRAR', { districts: ['610100'] });
    people['area'] = await app.person('REGISTRAR', { districts: ['610116005'] });
    await takeOver(people['OPERATOR']!, people['INSPECTOR']!);
  }, 180_000);
  afterAll(() => app.stop());

  /** One invented operator's institutions and filings, and one inspector's tasks, get a person who can sign in. */
  async function takeOver(operator: TestPerson, inspector: TestPerson): Promise<void> {
    const [one] = await app.database.query<{ id: string }>(
      `select operator_id as id from institutions.institution where operator_id is not null limit 1`,
    );
    for (const sql of [
      'update institutions.institution set operator_id = $1 where operator_id = $2',
      'update filings.filing set applicant_id = $1 where applicant_id = $2',
    ])
      await app.database.query(sql, [operator.id, one!.id]);
    await app.database.query(
      `insert into inspections.task_member (person_id, task_id)
       select $1, id from inspections.task where status = 'ASSIGNED' order by id limit 40`,
      [inspector.id],
    );
    // A team changes by a stand-in alone; here forty of them are invented.
    const guard = (act: 'disable' | 'enable') =>
      app.database.query(`alter table inspections.task ${act} trigger task_team_follows_stand_in`);
    await guard('disable');
    await app.database.query(
      `update inspections.task t set assignees = array_append(assignees, $1) from inspections.task_member m
        where m.task_id = t.id and m.person_id = $1`,
      [inspector.id],
    );
    await guard('enable');
  }

  it.each([
    ['REGISTRAR', 20],
    ['health', 20],
    ['city', 0],
    ['PLANNER', 0],
    ['REVIEWER', 10],
    ['CASE_OFFICER', 20],
    ['INSPECTOR', 40],
    ['OPERATOR', 3],
    ['area', 0],
  ])('what waits is found for the %s of a county without reading a whole table', async (who, atLeast) => {
    const person = people[who]!;
    expect((await waitingOf(app, person)).length).toBeGreaterThanOrEqual(atLeast);
    for (const path of ['/api/v1/work-items', '/api/v1/work-items/summary'])
      expect(await rowsRead(app, person, path, 'filings.work_item')).toBeLessThan(MOST_ROWS_READ);
  });

  it.each([
    ['REGISTRAR', 'FILING_OPINION_OVERDUE'],
    ['health', 'LICENCE_TO_ADMIT'],
  ])('the %s of a county finds what is %s there, not in the country', async (who, type) => {
    const person = people[who]!;
    expect(await waitingOf(app, person, `&type=${type}`)).not.toHaveLength(0);
    const rows = await rowsRead(app, person, `/api/v1/work-items?type=${type}`, 'filings.work_item');
    expect(rows).toBeLessThan(400);
  });

  it.each([
    ['REGISTRAR', '养老院', 'institutions.institution_hit'],
    ['REGISTRAR', '琉璃', 'institutions.institution_hit'],
    ['REGISTRAR', '52610116MJY0000017', 'institutions.institution_hit'],
    ['REGISTRAR', '养老院', 'filings.filing_hit'],
    ['REGISTRAR', '琉璃', 'filings.filing_hit'],
    ['PLANNER', '抽查', 'inspections.plan_hit'],
    ['PLANNER', '养老院', 'inspections.task_hit'],
    ['INSPECTOR', '养老院', 'inspections.task_hit'],
    ['OPERATOR', '养老院', 'inspections.task_hit'],
    ['CASE_OFFICER', '养老院', 'enforcement.case_hit'],
    ['CASE_OFFICER', '示例-17', 'enforcement.case_hit'],
    ['OPERATOR', '养老院', 'filings.filing_hit'],
    ['area', '养老院', 'institutions.institution_hit'],
  ])('a search of the %s for %s in %s reads no whole table', async (who, q, view) => {
    const path = encodeURI(`/api/v1/search?q=${q}`);
    expect(await rowsRead(app, people[who]!, path, view)).toBeLessThan(MOST_ROWS_READ);
  });

  /** A figure is counted once a minute. */
  const rowsCounted = (person: TestPerson, name: string, view: string): Promise<number> => {
    app.clock.advance(60_000);
    return rowsRead(app, person, `/api/v1/figures/${name}`, view);
  };

  it.each([
    ['REGISTRAR', 'filings-by-week', 'filings.filing_facts'],
    ['REGISTRAR', 'days-to-decision', 'filings.filing_facts'],
    ['OPERATOR', 'filings-by-week', 'filings.filing_facts'],
    ['REGISTRAR', 'grades', 'institutions.institution_facts'],
    ['OPERATOR', 'grades', 'institutions.institution_facts'],
    ['CASE_OFFICER', 'findings', 'inspections.failed_result_facts'],
    ['CASE_OFFICER', 'results', 'inspections.result_facts'],
    ['CASE_OFFICER', 'districts', 'institutions.institution_facts'],
    ['CASE_OFFICER', 'districts', 'enforcement.open_problem_facts'],
    ['PLANNER', 'plans', 'inspections.progress_facts'],
    ['OPERATOR', 'grade-history', 'credit.grade_history_facts'],
  ])(
    'what the %s of a county is shown in %s is counted in %s without reading a whole table',
    async (who, name, view) => {
      expect(await rowsCounted(people[who]!, name, view)).toBeLessThan(MOST_ROWS_READ);
    },
  );

  it('the figures of the whole country look at each row a few times and no more', async () => {
    const nation = await app.person('CASE_OFFICER', { districts: ['*'] });
    for (const [name, view] of [
      ['grades', 'institutions.institution_facts'],
      ['districts', 'institutions.institution_facts'],
      ['districts', 'enforcement.open_problem_facts'],
      ['findings', 'inspections.failed_result_facts'],
      ['results', 'inspections.result_facts'],
    ] as const)
      expect(await rowsCounted(nation, name, view)).toBeLessThan(5 * INSTITUTIONS);
  });

  it('what waits for a planner of the whole country is found without reading the inspections of each draw', async () => {
    const nation = await app.person('PLANNER', { districts: ['*'] });
    expect(await rowsCounted(nation, 'waiting', 'filings.work_item')).toBeLessThan(MOST_ROWS_READ);
  });

  it.each(['work-items', 'work-items/summary'])(
    'what waits for a registrar of the whole country is found in %s without reading the filings that are accepted',
    async (path) => {
      const nation = await app.person('REGISTRAR', { districts: ['*'] });
      const rows = await rowsRead(app, nation, `/api/v1/${path}`, 'filings.work_item');
      expect(rows).toBeLessThan(0.8 * INSTITUTIONS);
    },
  );

  it('a search of the whole country looks at so many matches and no more', async () => {
    const nation = await app.person('REGISTRAR', { districts: ['*'] });
    const path = encodeURI('/api/v1/search?q=养老院');
    const rows = await rowsRead(app, nation, path, 'institutions.institution_hit');
    expect(rows).toBeLessThan(INSTITUTIONS / 2);
  });
});
