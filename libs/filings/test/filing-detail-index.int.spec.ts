import {
  fillTable,
  manyInstitutions,
  rowsRead,
  rowsReadInAll,
  TestApp,
  type TestPerson,
} from '@zhaoguan/testing';
import { FilingBuilder } from './filing.builder';

const ROWS = 30_000;
/** What belongs to one filing, and the reference data. */
const MOST_ROWS_READ = 3_000;

const FILINGS = `
  insert into filings.filing (id, type, kind, status, name, uscc, address, district, application, personal, applicant_id, round,
                              submitted_at, filing_number, filed_on, institution_id, created_at, updated_at, version)
  select uuidv7(), 'INITIAL', kind, 'ACCEPTED', name, uscc, address, district,
         jsonb_build_object('name', name, 'uscc', uscc, 'address', address, 'district', district), 'sealed', $1, 1, registered_at,
         '示例-' || row_number() over (order by id), '2026-05-01', id, registered_at, registered_at, 1
    from institutions.institution where source = 'IMPORT'`;

/** Rows of every filing in each table that a page of one filing shows. */
const RECORDS = [
  `insert into filings.submission (id, filing_id, round, application, personal, materials, submitted_at, resident_id_index)
   select uuidv7(), id, 1, application, personal, '{}', created_at, md5(id::text) from filings.filing where name like '%路第%'`,
  `insert into filings.transition (filing_id, seq, action, from_status, to_status, actor_id, at, legal_basis)
   select f.id, s.seq, s.action, s.was, s.now, case s.seq when 1 then f.applicant_id else f.id end, f.created_at, '示例'
     from filings.filing f
    cross join (values (1, 'submit', 'DRAFT', 'SUBMITTED'), (2, 'accept', 'SUBMITTED', 'ACCEPTED')) s (seq, action, was, now)
    where f.name like '%路第%'`,
  `insert into filings.case_note (id, filing_id, author_id, text, at)
   select uuidv7(), id, applicant_id, '示例', created_at from filings.filing where name like '%路第%'`,
  `insert into filings.opinion (id, filing_id, round, kind, district, department, question, materials, status, due_on, asked_by, asked_at,
                                answer, ended_by, ended_at)
   select uuidv7(), id, 1, kind, district, (array['fire', 'market-regulation'])[1 + n / 7 % 2], '示例', '{}', 'ANSWERED', '2026-05-10',
          applicant_id, created_at, 'AGREE', applicant_id, created_at
     from (select *, row_number() over (order by id)::integer as n from filings.filing where name like '%路第%') f`,
  `insert into filings.commitment (id, filing_id, code, name, text, days, basis_law, status, given_by, given_at)
   select uuidv7(), id, 'M', '示例材料', '示例', 30, '示例', 'GIVEN', applicant_id, created_at from filings.filing where name like '%路第%'`,
  `update filings.commitment set status = 'KEPT', due_on = '2026-06-01'`,
  `insert into filings.verification (id, filing_id, institution_id, applicant_id, kind, district, status, opened_at, since)
   select uuidv7(), id, institution_id, applicant_id, kind, district, 'VERIFIED', created_at, created_at
     from filings.filing where name like '%路第%'`,
  `insert into staff.member (id, institution_id, name_sealed, name_index, post, employed_on, added_by, added_at, version)
   select uuidv7(), id, 'sealed', md5(id::text), 'ELDERLY_CARER', '2026-01-01', id, registered_at, 1
     from institutions.institution where source = 'IMPORT'`,
];
const TABLES = [
  'institutions.institution',
  'filings.filing',
  'filings.submission',
  'filings.transition',
  'filings.case_note',
  'filings.opinion',
  'filings.commitment',
  'filings.verification',
  'staff.member',
];

describe(`one filing among ${ROWS}`, () => {
  let app: TestApp;
  const people: Record<string, TestPerson> = {};
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    app = await TestApp.start();
    const filings = new FilingBuilder(app);
    people['operator'] = await app.person('OPERATOR');
    people['registrar'] = await app.person('REGISTRAR');
    people['adviser'] = await app.person('ADVISER', { departments: ['fire'] });
    people['adviser elsewhere'] = await app.person('ADVISER', {
      departments: ['fire'],
      districts: ['110101'],
    });
    people['adviser of the country'] = await app.person('ADVISER', {
      departments: ['fire'],
      districts: ['*'],
    });
    const accepted = await filings.accepted(people['operator'], people['registrar']);
    ids['accepted'] = accepted.id;
    ids['institution'] = accepted.institutionId!;
    ids['open'] = (await filings.submitted(people['operator'])).id;
    await app.idle();
    await fillTable(app.database, 'institutions.institution', manyInstitutions(ROWS));
    await fillTable(app.database, 'filings.filing', FILINGS, [people['registrar'].id]);
    for (const sql of RECORDS) await app.database.query(sql);
    await app.database.query(`vacuum analyze ${TABLES.join(', ')}`);
  }, 240_000);
  afterAll(() => app.stop());

  const filled = (path: string): string => path.replace(/:(\w+)/g, (_, name: string) => ids[name]!);

  it.each([
    ['registrar', 'filings/:open'],
    ['registrar', 'filings/:open/duplicates'],
    ['registrar', 'filings/:open/notes'],
    ['registrar', 'filings/:open/opinions'],
    ['registrar', 'filings/:open/history'],
    ['registrar', 'filings/:open/assignment'],
    ['registrar', 'filings/:accepted'],
    ['registrar', 'filings/:accepted/papers'],
    ['registrar', 'filings/:accepted/verifications'],
    ['registrar', 'commitments?institutionId=:institution'],
    ['registrar', 'institutions/:institution'],
    ['registrar', 'staff?institutionId=:institution'],
    ['registrar', 'staff/coverage?institutionId=:institution'],
    ['operator', 'filings/:accepted'],
    ['operator', 'filings/:accepted/history'],
    ['adviser', 'opinions'],
    ['adviser', 'opinions?status=ASKED'],
    ['adviser elsewhere', 'opinions?status=ASKED'],
    ['adviser of the country', 'opinions'],
  ])('is shown to the %s in %s without reading those of others', async (who, path) => {
    const person = people[who]!;
    const request = () =>
      app
        .as(person)
        .get(`/api/v1/${filled(path)}`)
        .expect(200);
    const rows = await rowsReadInAll(app, person, request);
    expect(rows).toBeLessThan(MOST_ROWS_READ);
  });

  /** A function of the database explains nothing of what it does; the database counts what it has fetched. */
  it('is compared with what may be the same by indexes alone', async () => {
    const [fetched] = await app.database.query<{ rows: string }>(
      `with found as materialized (
         select count(*) as likely from filings.duplicates($1, null, '52610116MJY0000017', '610116', '示例路17号', 'x', '{ELDERLY_CARE}'))
       select likely, (select sum(seq_tup_read) + sum(idx_tup_fetch) from pg_stat_xact_user_tables
                        where schemaname in ('institutions', 'filings') and likely is not null) as rows
         from found`,
      [ids['open']],
    );
    expect(Number(fetched?.rows)).toBeLessThan(MOST_ROWS_READ);
  });

  it('is looked for by an adviser in the own county, however many there are', async () => {
    const rows = await rowsRead(app, people['adviser']!, '/api/v1/opinions', 'filings.opinion');
    expect(rows).toBeLessThan(MOST_ROWS_READ);
  });
});
