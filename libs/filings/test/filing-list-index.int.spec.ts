import { fillTable, manyInstitutions, rowsRead, TestApp, type TestPerson } from '@zhaoguan/testing';

const ROWS = 60_000;
/** One county of some dozens has its hundreds. */
const MOST_ROWS_READ = ROWS / 10;

const FILINGS = `
  insert into filings.filing (id, type, kind, status, name, uscc, address, district, application, personal, applicant_id, round, due_on,
                              submitted_at, correct_by, created_at, updated_at, version, regime, licence_law, renews, renews_until, renews_in_time)
  select uuidv7(), 'INITIAL', i.kind, i.filed_as, i.name, i.uscc, i.address, i.district, '{}', 'sealed', $1, 1,
         case when i.filed_as = 'SUBMITTED' then date '2026-11-20' + i.place % 30 end, i.registered_at,
         case when i.filed_as = 'RETURNED' then date '2026-12-01' end, i.registered_at, i.registered_at, 1,
         case when i.renews is null then 'FILING' else 'LICENCE' end, case when i.renews is not null then '示例' end,
         i.renews, case when i.renews is not null then date '2027-01-01' end, i.renews is not null or null
    from (select *, (array['SUBMITTED', 'RETURNED', 'REFUSED', 'LAPSED'])[1 + place / 7 % 4] as filed_as,
                 case when kind = 'CHILDCARE' then id end as renews
            from (select *, (row_number() over (order by id))::integer as place from institutions.institution) n) i`;

describe(`the officials' list of ${ROWS} filings`, () => {
  let app: TestApp;
  const people: Record<string, TestPerson> = {};
  let renewed: string;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    people['applicant'] = await app.person('OPERATOR');
    people['operator'] = await app.person('OPERATOR');
    people['county'] = await app.person('REGISTRAR');
    people['city'] = await app.person('REGISTRAR', { districts: ['610100'] });
    people['nation of health'] = await app.person('REGISTRAR', { departments: ['health'], districts: ['*'] });
    people['nation'] = await app.person('REGISTRAR', { districts: ['*'] });
    await fillTable(app.database, 'institutions.institution', manyInstitutions(ROWS));
    await fillTable(app.database, 'filings.filing', FILINGS, [people['applicant'].id]);
    const [row] = await app.database.query<{ id: string; district: string }>(
      'select renews as id, district from filings.filing where renews is not null limit 1',
    );
    if (row === undefined) throw new Error('nothing is renewed');
    renewed = row.id;
    people['county of health'] = await app.person('REGISTRAR', {
      departments: ['health'],
      districts: [row.district],
    });
    await app.database.query(
      `insert into filings.case_holder (filing_id, person_id, since)
       select id, case when row_number() over (order by id) % 997 = 0 then $1::uuid else $2 end, now()
         from filings.filing where status in ('SUBMITTED', 'RETURNED')`,
      [people['nation'].id, people['applicant'].id],
    );
    await app.database.query('vacuum analyze institutions.institution, filings.filing, filings.case_holder');
  }, 180_000);
  afterAll(() => app.stop());

  it.each([
    ['county', ''],
    ['county', '?assignee=me'],
    ['county', '?assignee=none'],
    ['county', '?status=REFUSED'],
    ['county', '?sort=-submittedAt'],
    ['county', '/export?assignee=none'],
    ['nation', '/export?assignee=me'],
    ['city', '?assignee=me'],
    ['nation', ''],
    ['nation', '?assignee=me'],
    ['operator', ''],
  ])('reads few rows for the %s asking %o', async (who, query) => {
    const path = `/api/v1/filings${query}`;
    expect(await rowsRead(app, people[who]!, path, 'filings.filing')).toBeLessThan(MOST_ROWS_READ);
  });

  it.each(['county of health', 'nation of health', 'applicant'])(
    'reads for the %s of one institution what is about it or asks for its licence to go on',
    async (who) => {
      const path = `/api/v1/filings?institutionId=${renewed}&sort=-createdAt`;
      const { body } = await app.as(people[who]!).get(path).expect(200);
      expect((body as { items: unknown[] }).items.length).toBeGreaterThan(0);
      expect(await rowsRead(app, people[who]!, path, 'filings.filing')).toBeLessThan(100);
    },
  );

  it('finds the cases that somebody conducts, wherever they are', async () => {
    const { body } = await app.as(people['nation']!).get('/api/v1/filings?assignee=me&limit=100').expect(200);
    expect((body as { items: unknown[] }).items.length).toBeGreaterThan(10);
  });
});
