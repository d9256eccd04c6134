import { Client } from 'pg';

export interface Numbers {
  readonly institutions: number;
  readonly inspectors: number;
  readonly districts: number;
  readonly recusals: number;
}

/** Departments of the bench's inspectors, half each. */
export const DEPARTMENTS = ['civil-affairs', 'health'] as const;

/**
 * A registry of so many institutions and a directory of so many inspectors, written by the owner of the database: nobody
 * could file a million of them one by one. Most stand in grade B, as after an import; each inspector covers two counties.
 * @returns the county codes in use
 */
export async function fillRegistry(owner: Client, numbers: Numbers): Promise<string[]> {
  // What is generated refers to what exists, and nobody searches by name here: without both the filling takes half the time.
  await owner.query('set session_replication_role = replica; drop index institutions.institution_search');
  await owner.query(COUNTIES, [numbers.districts]);
  await owner.query(INSTITUTIONS, [numbers.institutions]);
  await owner.query(PEOPLE, [numbers.inspectors]);
  await owner.query(INSPECTORS, [DEPARTMENTS]);
  await owner.query(RECUSALS, [numbers.recusals]);
  await owner.query('set session_replication_role = default');
  await owner.query('analyze');
  const { rows } = await owner.query<{ code: string }>('select code from bench_county order by code');
  return rows.map(({ code }) => code);
}

const COUNTIES = `
  create temporary table bench_county as
    select code, row_number() over (order by code) - 1 as place
      from (select code from reference.district where level = 'COUNTY' order by code limit $1) as county`;

const INSTITUTIONS = `
  insert into institutions.institution (id, kind, name, uscc, legal_form, address, district, capacity, status, source,
                                        grade, registered_at, version)
  select uuidv7(), 'ELDERLY_CARE', '示例·第' || i || '养老院', '52610116MJY' || lpad(i::text, 7, '0'),
         'PRIVATE_NON_ENTERPRISE', '示例路' || i || '号', county.code, 100, 'OPERATING', 'IMPORT',
         (array['A', 'B', 'B', 'B', 'B', 'B', 'B', 'B', 'C', 'D'])[1 + (i / 100) % 10],
         timestamptz '2026-01-01' + i * interval '1 second', 1
    from generate_series(1, $1::integer) as i
    join bench_county county on county.place = i % (select count(*) from bench_county)`;

const PEOPLE = `
  insert into access.person (id, username, name, password_hash, roles, districts, departments, must_change_password,
                             failed_count, created_at)
  select uuidv7(), 'inspector-' || i, '示例·检查员' || i, 'none', '{INSPECTOR}', '{}', '{}', false, 0, now()
    from generate_series(1, $1::integer) as i`;

const INSPECTORS = `
  insert into inspections.inspector (id, person_id, name, certificate_number, department, districts, valid_until, active,
                                     created_at, version)
  select uuidv7(), person.id, person.name, 'ZF-' || lpad(person.i::text, 6, '0'), ($1::text[])[1 + person.i % 2],
         array[one.code, other.code], '2029-12-31', true, now(), 1
    from (select id, name, row_number() over (order by id) as i from access.person where username like 'inspector-%') as person
    join bench_county one on one.place = person.i / 2 % (select count(*) from bench_county)
    join bench_county other on other.place = (person.i / 2 + 7) % (select count(*) from bench_county)`;

const RECUSALS = `
  insert into inspections.recusal (id, inspector_id, person_id, institution_id, reason, declared_by, declared_at)
  select uuidv7(), inspector.id, inspector.person_id, institution.id, '近亲属在该机构任职', inspector.person_id, now()
    from (select id, person_id, row_number() over (order by id) as i from inspections.inspector) as inspector
    join (select id, row_number() over (order by id) as i from institutions.institution) as institution
      on institution.i = inspector.i
   where inspector.i <= $1`;
