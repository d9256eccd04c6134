import { UnitOfWork } from '@zhaoguan/platform';
import { manyInstitutions, TestApp, type TestPerson } from '@zhaoguan/testing';

const INSTITUTIONS = 600;

/** Every third one accepted with two commitments each; the others are at every other place of a filing's life. */
const FILINGS = `
  insert into filings.filing (id, type, kind, status, name, uscc, address, district, township, application, personal, applicant_id,
    round, due_on, correct_by, submitted_at, filing_number, filed_on, institution_id, created_at, updated_at, version)
  select uuidv7(), 'INITIAL', kind, stage, name, uscc, address, district, case when n % 5 = 0 then '610116005' end, '{}', '',
         ($1::uuid[])[1 + n % 3], (stage <> 'DRAFT')::integer, case stage when 'SUBMITTED' then date '2026-11-30' end,
         case stage when 'RETURNED' then date '2026-12-01' end,
         case when stage <> 'DRAFT' then timestamptz '2026-10-01' end, case stage when 'ACCEPTED' then '示例-' || n end,
         case stage when 'ACCEPTED' then date '2026-10-20' end, case stage when 'ACCEPTED' then id end,
         timestamptz '2026-10-01', timestamptz '2026-10-20', 1
    from (select *, (array['ACCEPTED', 'DRAFT', 'ACCEPTED', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'REFUSED'])[1 + n % 7] as stage
            from (select *, row_number() over (order by id)::integer as n from institutions.institution) numbered) i`;

const GIVEN = `
  insert into filings.commitment (id, filing_id, code, name, text, days, basis_law, status, given_by, given_at)
  select uuidv7(), f.id, 'M' || g, '示例材料' || g, '示例', 30, '示例', 'GIVEN', f.applicant_id, f.created_at + g * interval '1 hour'
    from filings.filing f cross join generate_series(1, 3) g where right(f.id::text, 1) < 'c'`;

/** The application writes state and last day; the rest of the row is filled in by the database. */
const BOUND = `
  update filings.commitment c
     set due_on = (now() at time zone 'Asia/Shanghai')::date + (('x' || right(c.id::text, 4))::bit(16)::integer % 40 - 20),
         status = s.status, check_by = case s.status when 'HANDED_IN' then (now() at time zone 'Asia/Shanghai')::date + 7 end
    from (select g.id, (array['OPEN', 'OPEN', 'HANDED_IN', 'KEPT', 'BREACHED'])[1 + ('x' || right(g.id::text, 6))::bit(24)::integer % 5] as status
            from filings.commitment g join filings.filing f on f.id = g.filing_id where f.status = 'ACCEPTED') s
   where s.id = c.id`;

/** What waited while each commitment was asked of its filing. */
const former = (type: string, where: string, due: string, department: string, assignee: string): string => `
  select '${type}' as type, f.id as subject_id, f.name as title, string_agg(c.name, '、' order by c.name) as named,
         f.district, f.township, min(c.given_at) as since, ${due} as due_on, ${department} as department, ${assignee} as assignee
    from filings.commitment c join filings.filing f on f.id = c.filing_id where ${where} group by f.id`;
const OVERDUE = `c.due_on < (now() at time zone 'Asia/Shanghai')::date`;
const FORMER = [
  former('COMMITMENT_TO_FULFIL', `c.status = 'OPEN'`, 'min(c.due_on)', 'null::text', 'f.applicant_id'),
  former(
    'COMMITMENT_TO_CHECK',
    `c.status = 'HANDED_IN' or c.status = 'OPEN' and ${OVERDUE}`,
    `least(min(c.due_on) filter (where c.status = 'OPEN'), min(c.check_by))`,
    'platform.lead_department(f.kind)',
    'null::uuid',
  ),
].join(' union all ');
const NOW = `
  select type, subject_id, title, split_part(detail, '：', 2) as named, district, township, since, due_on, department, assignee
    from filings.work_item where type like 'COMMITMENT%'`;

describe(`what waits of commitments in ${INSTITUTIONS} institutions`, () => {
  let app: TestApp;
  const people: Record<string, TestPerson> = {};
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    for (const name of ['operator', 'second', 'third']) people[name] = await app.person('OPERATOR');
    for (const [name, districts] of [
      ['county', ['610116']],
      ['area', ['610116005']],
      ['city', ['610100']],
      ['province', ['610000']],
      ['nation', ['*']],
    ] as const)
      people[name] = await app.person('REGISTRAR', { districts });
    await app.database.query(manyInstitutions(INSTITUTIONS));
    const applicants = [people['operator']!.id, people['second']!.id, people['third']!.id];
    await app.database.query(FILINGS, [applicants]);
    await app.database.query(GIVEN);
    await app.database.query(BOUND);
  });
  afterAll(() => app.stop());

  const read = (who: string, sql: string): Promise<object[]> =>
    app.nest
      .get(UnitOfWork)
      .read(people[who]!.caller, (manager) =>
        manager.query(`select * from (${sql}) w order by type, subject_id, assignee`),
      );

  it.each(['operator', 'area', 'county', 'city', 'province', 'nation'])(
    'is for the %s what it was while each was asked of its filing',
    async (who) => {
      const found = await read(who, NOW);
      expect(found).toEqual(await read(who, FORMER));
      if (who !== 'area') expect(found.length).toBeGreaterThan(0);
    },
  );

  it.each(['operator', 'area', 'county', 'nation'])(
    'lets the %s see those of the filings that they see',
    async (who) => {
      const seen = 'select id as type, filing_id as subject_id, null as assignee from filings.commitment';
      const ofFilings = `${seen} where filing_id in (select id from filings.filing)`;
      expect(await read(who, seen)).toEqual(await read(who, ofFilings));
    },
  );

  it('keeps of whose and where it is what the filing says, from the day on which it binds', async () => {
    const [count] = await app.database.query<Record<string, string>>(
      `select count(*) filter (where c.due_on is null) as given, count(*) filter (where c.due_on is not null) as bound,
              count(*) filter (where case when c.due_on is null then c.district is not null else
                (c.applicant_id, c.kind, c.district, c.township, c.filing_name)
                  is distinct from (f.applicant_id, f.kind, f.district, f.township, f.name) end) as other
         from filings.commitment c join filings.filing f on f.id = c.filing_id`,
    );
    expect(count).toMatchObject({ other: '0' });
    expect(Math.min(Number(count?.['given']), Number(count?.['bound']))).toBeGreaterThan(100);
    await expect(
      app.database.query(`update filings.commitment set district = '110101' where district is not null`),
    ).rejects.toThrow('what was promised does not change');
  });
});
