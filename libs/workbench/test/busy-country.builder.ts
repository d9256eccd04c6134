import { fillTable, manyInstitutions, type TestDatabase } from '@zhaoguan/testing';

/**
 * A country at work, straight into the tables: institutions over all counties, every second one with a filing, every
 * second one with an inspection, some of each still waiting. Enough to tell an index from a scan.
 */
export async function fillCountry(database: TestDatabase, institutions: number): Promise<void> {
  await fillTable(database, 'institutions.institution', manyInstitutions(institutions));
  await database.query(PEOPLE);
  await database.query(OPERATORS);
  await fillTable(database, 'filings.filing', FILINGS);
  for (const sql of [OPINIONS, VERIFICATIONS, COMMITMENTS, DRAWS, TASKS, RESULTS, FAILURES, CASES])
    await database.query(sql);
  for (const table of ANALYZED) await database.query(`vacuum analyze ${table}`);
}

const ANALYZED = [
  'institutions.institution',
  'filings.filing',
  'filings.opinion',
  'filings.verification',
  'filings.commitment',
  'inspections.task',
  'inspections.task_member',
  'inspections.result',
  'inspections.draw',
  'enforcement.penalty_case',
];

/** 500 people stand for the operators and inspectors of the country: each has hundreds of institutions. */
const PEOPLE = `
  insert into access.person (id, username, name, password_hash, roles, districts, departments, must_change_password,
                             failed_count, created_at)
  select uuidv7(), 'invented-' || i, '示例·人员' || i, '', '{OPERATOR}', '{}', '{}', false, 0, timestamptz '2026-11-01'
    from generate_series(1, 500) i`;

/** One institution in sixteen has an account. */
const OPERATORS = `
  update institutions.institution i set operator_id = p.id
    from (select id, row_number() over (order by id) - 1 as place from access.person where username like 'invented-%') p
   where right(i.id::text, 1) = '0' and p.place = ('x' || right(i.id::text, 6))::bit(24)::integer / 16 % 500`;

/** A nursery that is being decided asks for a licence, and has not been told whether that is taken in. */
const FILINGS = `
  insert into filings.filing (id, type, kind, status, name, uscc, address, district, application, personal, applicant_id,
    round, due_on, submitted_at, filing_number, filed_on, institution_id, created_at, updated_at, version, regime, licence_law, admit_by)
  select uuidv7(), 'INITIAL', kind, stage, name, uscc, address, district, '{}', '', p.id, (stage <> 'DRAFT')::integer,
         case stage when 'SUBMITTED' then date '2026-11-20' + (n % 7)::integer end,
         case when stage <> 'DRAFT' then timestamptz '2026-10-01' + n * interval '10 seconds' end,
         case stage when 'ACCEPTED' then district || '-YL-2026-' || n end,
         case stage when 'ACCEPTED' then date '2026-10-20' end, case stage when 'ACCEPTED' then i.id end,
         timestamptz '2026-10-01', timestamptz '2026-10-20', 1, case when asks then 'LICENCE' else 'FILING' end,
         case when asks then '示例' end, case when asks then date '2026-11-25' end
    from (select *, kind = 'CHILDCARE' and stage = 'SUBMITTED' as asks
            from (select *, row_number() over (order by id) as n,
                 (array['SUBMITTED', 'DRAFT', 'ACCEPTED', 'ACCEPTED', 'ACCEPTED', 'REFUSED', 'ACCEPTED', 'ACCEPTED'])
                   [1 + (row_number() over (order by id)) % 8] as stage
            from institutions.institution where right(id::text, 1) < '8') i) i
    join (select id, row_number() over (order by id) - 1 as place from access.person) p on p.place = i.n % 499`;

/** Every filing that is being decided has been sent to another department; every second one has got no answer in time. */
const OPINIONS = `
  insert into filings.opinion (id, filing_id, round, kind, district, township, department, question, materials, status, due_on,
    asked_by, asked_at)
  select uuidv7(), id, 1, kind, district, township, 'fire', '示例', '{}', 'ASKED',
         date '2026-11-10' + case when n % 2 = 0 then 0 else 20 end, applicant_id, timestamptz '2026-11-01'
    from (select *, row_number() over (order by id) as n from filings.filing where status = 'SUBMITTED') f`;

const VERIFICATIONS = `
  insert into filings.verification (id, filing_id, institution_id, applicant_id, kind, district, status, due_on, correct_by, opened_at, since)
  select uuidv7(), id, institution_id, applicant_id, kind, district, stage, case stage when 'OPEN' then date '2026-11-30' end,
         case stage when 'MISMATCH_FOUND' then date '2026-12-10' end, updated_at, updated_at
    from (select *, case right(id::text, 1) when '0' then 'OPEN' when '1' then 'MISMATCH_FOUND' else 'VERIFIED' end as stage
            from filings.filing where status = 'ACCEPTED') f`;

/** Nearly every accepted filing has had one; of one in sixteen somebody has to look at what was handed in. */
const COMMITMENTS = `
  insert into filings.commitment (id, filing_id, code, name, text, days, basis_law, status, given_by, given_at)
  select uuidv7(), id, 'M', '示例材料', '示例', 30, '示例', 'GIVEN', applicant_id, updated_at
    from filings.filing where status = 'ACCEPTED';
  update filings.commitment
     set due_on = date '2098-11-20', status = case right(id::text, 1) when '0' then 'HANDED_IN' else 'KEPT' end,
         check_by = case right(id::text, 1) when '0' then date '2098-12-20' end`;

const DRAWS = `
  alter table inspections.draw disable trigger draw_begins;
  with county as (select code from reference.district where level = 'COUNTY'),
  plan as (
    insert into inspections.plan (id, title, year, kind, districts, excluded_townships, items, strata, demands, max_load,
                                  task_working_days, created_by, created_at, version)
    select uuidv7(), '示例·抽查', 2026, 'ELDERLY_CARE', array[code], '{}', '[1]', '[1]', '[1]', 1, 1, gen_random_uuid(), timestamptz '2026-11-01', 1
      from county returning id, districts)
  insert into inspections.draw (id, plan_id, title, kind, districts, status, announcement, announcement_sm3, commitment,
    nonce_sealed, beacon_source, beacon_round, target_count, announced_by, announced_at, beacon_value, beacon_entered_by,
    beacon_confirmed_by, result_digest, seed_sealed, drawn_at, version)
  select uuidv7(), id, '示例·抽查', 'ELDERLY_CARE', districts, 'DRAWN', '{}', '', '', '', 'drand', '1', 1,
         gen_random_uuid(), timestamptz '2026-11-01', '', gen_random_uuid(), gen_random_uuid(), '', '', timestamptz '2026-11-01', 1
    from plan;
  alter table inspections.draw enable trigger draw_begins`;

const TASKS = `
  insert into inspections.task (id, draw_id, plan_id, plan_title, rank, institution_id, institution_name,
    institution_address, kind, district, items, team, assignees, due_on, status, started_at, submitted_at, result_id,
    result_code, created_at, version)
  select uuidv7(), d.id, d.plan_id, d.title, 1, i.id, i.name, i.address, i.kind, i.district, '[]', '[]', team.ids,
         date '2026-11-20' + (n % 20)::integer, i.stage, timestamptz '2026-11-01', case i.stage when 'SUBMITTED' then timestamptz '2026-11-01' end,
         case i.stage when 'SUBMITTED' then uuidv7() end,
         case when i.stage = 'SUBMITTED' then case when n % 100 = 7 then 'CLOSED' else 'NO_PROBLEM' end end, timestamptz '2026-11-01', 1
    from (select id, name, address, kind, district, row_number() over (order by id) as n,
                 case (row_number() over (order by id)) % 10 when 0 then 'ASSIGNED' when 1 then 'IN_PROGRESS' else 'SUBMITTED' end
                   as stage
            from institutions.institution where right(id::text, 1) >= '8') i
    join inspections.draw d on d.districts = array[i.district]
    join (select place, array[id, lead(id, 1, id) over (order by place)] as ids
            from (select id, row_number() over (order by id) - 1 as place from access.person) p) team
      on team.place = i.n % 499`;

const RESULTS = `
  insert into inspections.result (id, task_id, plan_id, plan_title, institution_id, institution_name, kind, district,
    inspected_on, result_code, result_label, failures, agency, certificate_numbers, members, due_on, status,
    submitted_by, created_at, published_at, published_by, version)
  select result_id, id, plan_id, plan_title, institution_id, institution_name, kind, district, date '2026-11-01',
         result_code, '未发现问题', '[]', '示例', '{1,2}', assignees, due_on,
         case when n % 10 = 3 then 'PENDING' else 'PUBLISHED' end, assignees[1], timestamptz '2026-11-01',
         case when n % 10 <> 3 then timestamptz '2026-11-01' end, case when n % 10 <> 3 then assignees[1] end, 1
    from (select *, row_number() over (order by id) as n from inspections.task where status = 'SUBMITTED') t`;

const FAILURES = `
  alter table inspections.result disable trigger result_published_is_fixed;
  update inspections.result
     set failures = '[{"findingId": "019a9f2e-7c00-7000-8000-000000000001", "itemId": "019a9f2e-7c00-7000-8000-000000000002",
       "itemCode": "A1", "title": "示例·疏散通道畅通", "severity": "H", "legalBasis": [{"law": "示例", "binding": true}]}]'
   where right(id::text, 1) < '4';
  alter table inspections.result enable trigger result_published_is_fixed`;

const CASES = `
  insert into enforcement.penalty_case (id, case_number, institution_id, kind, district, department, authority_name,
    party_name, party_uscc, party_address, basis_code, basis, investigators, status, opened_by, opened_on, decide_by, version)
  select uuidv7(), '示例-' || row_number() over (), institution_id, kind, district, 'civil-affairs', '示例',
         institution_name, '', '', 'YL_46_3', '{}', '{1,2}', 'OPENED', gen_random_uuid(), date '2026-11-10',
         date '2027-02-08', 1
    from inspections.result where right(id::text, 2) < '10'`;
