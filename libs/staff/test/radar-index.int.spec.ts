import { fillTable, manyInstitutions, rowsRead, TestApp, type TestPerson } from '@zhaoguan/testing';

const ROWS = 60_000;
/** One county of some dozens has its hundreds. */
const MOST_ROWS_READ = ROWS / 10;

const EXPIRIES = `
  insert into staff.expiry (id, institution_id, kind, district, thing, what, ends_on, status, stage, opened_at, version)
  select uuidv7(), id, kind, district, 'LEASE', 'LEASE',
         case when place % 7 = 0 then date '2026-10-01' else date '2026-11-20' + place % 300 end,
         case when place % 7 = 0 then 'EXPIRED' else 'WATCHED' end, 0, '2026-10-01', 1
    from (select *, (row_number() over (order by id))::integer as place from institutions.institution) i`;

describe(`what ends next in ${ROWS} institutions`, () => {
  let app: TestApp;
  const people: Record<string, TestPerson> = {};
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    people['county'] = await app.person('REGISTRAR');
    people['nation'] = await app.person('REGISTRAR', { districts: ['*'] });
    await fillTable(app.database, 'institutions.institution', manyInstitutions(ROWS));
    await fillTable(app.database, 'staff.expiry', EXPIRIES);
    await app.database.query('vacuum analyze institutions.institution, staff.expiry');
  }, 180_000);
  afterAll(() => app.stop());

  it.each([
    ['county', 'expiries', 'staff.expiry'],
    ['county', 'expiries?what=FIRE_PROOF', 'staff.expiry'],
    ['county', 'expiries?status=CHECKED', 'staff.expiry'],
    ['county', 'expiries/months', 'staff.expiry'],
    ['county', 'work-items', 'staff.work_item'],
    ['county', 'work-items/summary', 'staff.work_item'],
    ['nation', 'expiries', 'staff.expiry'],
    ['nation', 'expiries?what=FIRE_PROOF', 'staff.expiry'],
  ])('reads few rows for the %s asking for %s', async (who, path, table) => {
    expect(await rowsRead(app, people[who]!, `/api/v1/${path}`, table)).toBeLessThan(MOST_ROWS_READ);
  });

  it.each([
    ['expiries/months', 'staff.expiry', 1.25],
    ['work-items', 'staff.work_item', 1.5],
    ['work-items/summary', 'staff.work_item', 1.5],
  ])('counts the country in one reading of what ends, asked for %s', async (path, table, times) => {
    const rows = await rowsRead(app, people['nation']!, `/api/v1/${path}`, table);
    expect(rows).toBeLessThan(times * ROWS);
  });

  it('counts by month what the list shows one by one', async () => {
    const { body } = await app.as(people['county']!).get('/api/v1/expiries/months').expect(200);
    const counted = await app.database.query(
      `select case when ends_on >= date '2026-11-20' then to_char(ends_on, 'YYYY-MM') end as month, what, count(*)::integer as count
         from staff.expiry where district = '610116' and kind = 'ELDERLY_CARE' and ends_on <= date '2027-10-31'
        group by 1, 2 order by 1 nulls first, 2`,
    );
    expect(counted.length).toBeGreaterThan(5);
    expect(body).toMatchObject(counted);
  });

  it('turns the pages of work without a last day to its end', async () => {
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await app
        .as(people['county']!)
        .get(`/api/v1/work-items?type=EXPIRY_TO_CHECK&limit=20${cursor}`)
        .expect(200);
      const page = body as { items: { subject: { id: string } }[]; nextCursor: string | null };
      seen.push(...page.items.map(({ subject }) => subject.id));
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    const [expired] = await app.database.query<{ count: string }>(
      `select count(*) from staff.expiry where status = 'EXPIRED' and district = '610116'
          and kind = 'ELDERLY_CARE'`,
    );
    expect(seen.length).toBeGreaterThan(20);
    expect(new Set(seen).size).toBe(Number(expired?.count));
  });
});
