import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Search across what a person may see: each module tells in a view what it can be found as, under the row-level security of
 * the reader, and finds ids by a fragment of a name past it, for no operator on arrays is leakproof (docs/adr/0006).
 */
export class Search1764230700000 implements MigrationInterface {
  name = 'Search1764230700000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(NAMES);
    await db.query(REGISTRY);
    await db.query(SUPERVISION);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop view access.person_hit, enforcement.case_hit, inspections.task_hit, inspections.plan_hit,
        filings.filing_hit, institutions.institution_hit;
      drop function access.matching(text, text[]), inspections.plans_matching(text, text[]), filings.matching(text, text[]);
      drop index access.person_search_terms, inspections.plan_search_terms, filings.filing_search_terms, filings.filing_uscc,
        institutions.institution_uscc;
      drop function platform.search_terms(text, text[]);
    `);
  }
}

const NAMES = `
  create function platform.search_terms(name text, districts text[]) returns text[]
    language sql immutable parallel safe
    return platform.bigrams(name) || (
      select array_agg(distinct 'd:' || left(district, digits))
        from unnest(districts) as district, unnest(array[2, 4, 6]) as digits where district is not null);
  comment on function platform.search_terms(text, text[]) is
    'What something is found by: pairs of characters of its name, and its districts (province, city, county) under a d and a colon';
  grant execute on function platform.search_terms(text, text[]) to zhaoguan_app;

  create index filing_search_terms on filings.filing using gin (platform.search_terms(name, array[district]))
    where status <> 'DRAFT';
  create function filings.matching(fragment text, places text[]) returns setof uuid
    language sql stable security definer set search_path = pg_catalog
    begin atomic
      select id from filings.filing
       where status <> 'DRAFT'
         and platform.search_terms(name, array[district]) @> platform.bigrams(fragment)
         and (places is null or platform.search_terms(name, array[district]) && places)
         and strpos(lower(name), lower(fragment)) > 0;
    end;
  comment on function filings.matching(text, text[]) is
    'Ids of filings handed in, with a fragment of two characters or more in the name; only for joining under row-level security';

  create index plan_search_terms on inspections.plan using gin (platform.search_terms(title, districts));
  create function inspections.plans_matching(fragment text, places text[]) returns setof uuid
    language sql stable security definer set search_path = pg_catalog
    begin atomic
      select id from inspections.plan
       where platform.search_terms(title, districts) @> platform.bigrams(fragment)
         and (places is null or platform.search_terms(title, districts) && places)
         and strpos(lower(title), lower(fragment)) > 0;
    end;
  comment on function inspections.plans_matching(text, text[]) is
    'Ids of plans with a fragment of two characters or more in the title; only for joining under row-level security';

  create index person_search_terms on access.person using gin (platform.search_terms(name, districts || home_district));
  create function access.matching(fragment text, places text[]) returns setof uuid
    language sql stable
    begin atomic
      select id from access.person
       where platform.search_terms(name, districts || home_district) @> platform.bigrams(fragment)
         and (places is null or platform.search_terms(name, districts || home_district) && places)
         and strpos(lower(name), lower(fragment)) > 0;
    end;
  comment on function access.matching(text, text[]) is 'Ids of accounts with a fragment of two characters or more in the name';

  revoke execute on function filings.matching, inspections.plans_matching, access.matching from public;
  grant execute on function filings.matching, inspections.plans_matching, access.matching to zhaoguan_app;
`;

const REGISTRY = `
  create index institution_uscc on institutions.institution (uscc);
  create index filing_uscc on filings.filing (uscc);

  create view institutions.institution_hit with (security_invoker = true) as
    select 'institution' as subject_type, id as subject_id, id as found_by, name as title, uscc as detail, district,
           filing_number as number, uscc as other_number, 'institution.read' as permission, null::text as department,
           null::uuid as assignee
      from institutions.institution
    union all
    select 'institution', id, id, name, uscc, district, filing_number, uscc, 'institution.read', null, operator_id
      from institutions.institution where operator_id is not null;
  comment on view institutions.institution_hit is 'What institutions are found as';

  create view filings.filing_hit with (security_invoker = true) as
    select 'filing' as subject_type, id as subject_id, id as found_by, name as title,
           coalesce(filing_number, uscc) as detail, district, filing_number as number, uscc as other_number,
           'filing.read' as permission, platform.lead_department(kind) as department, null::uuid as assignee
      from filings.filing where status <> 'DRAFT'
    union all
    select 'filing', id, id, name, coalesce(filing_number, uscc), district, filing_number, uscc, 'filing.read', null,
           applicant_id
      from filings.filing;
  comment on view filings.filing_hit is 'What filings are found as';

  -- Accounts have no row-level security, so the view asks who looks after them.
  create view access.person_hit with (security_invoker = true) as
    select 'person' as subject_type, id as subject_id, id as found_by, name as title, username as detail,
           coalesce(home_district, districts[1]) as district, username as number, null::text as other_number,
           'person.manage' as permission, null::text as department, null::uuid as assignee
      from access.person where access.looks_after(districts, home_district);
  comment on view access.person_hit is 'What accounts are found as, by those who look after them';

  grant select on institutions.institution_hit, filings.filing_hit, access.person_hit to zhaoguan_app;
`;

const SUPERVISION = `
  create view inspections.plan_hit with (security_invoker = true) as
    select 'inspection-plan' as subject_type, id as subject_id, id as found_by, title, year || '年' as detail,
           case when cardinality(districts) = 1 then districts[1] end as district, null::text as number,
           null::text as other_number, 'plan.read' as permission, null::text as department, null::uuid as assignee
      from inspections.plan;
  comment on view inspections.plan_hit is 'What plans are found as';

  -- As the list of tasks (maySee), but for what is still secret there: that an official looks at it must be written down.
  create view inspections.task_hit with (security_invoker = true) as
    select 'inspection-task' as subject_type, id as subject_id, institution_id as found_by, institution_name as title,
           plan_title as detail, district, null::text as number, null::text as other_number,
           'draw.read' as permission, null::text as department, null::uuid as assignee
      from inspections.task where status <> 'ASSIGNED'
    union all
    select 'inspection-task', id, institution_id, institution_name, plan_title, district, null, null, 'case.read', null, null
      from inspections.task where status = 'SUBMITTED'
    union all
    select 'inspection-task', t.id, t.institution_id, t.institution_name, t.plan_title, t.district, null, null,
           'task.inspect', null, m.person_id
      from inspections.task_member m join inspections.task t on t.id = m.task_id
    union all
    select 'inspection-task', t.id, t.institution_id, t.institution_name, t.plan_title, t.district, null, null,
           'task.own', null, i.operator_id
      from institutions.institution i join inspections.task t on t.institution_id = i.id
     where i.operator_id is not null and t.status in ('IN_PROGRESS', 'SUBMITTED');
  comment on view inspections.task_hit is 'What inspections are found as; what is drawn and not begun by its team alone';

  create view enforcement.case_hit with (security_invoker = true) as
    select 'penalty-case' as subject_type, id as subject_id, institution_id as found_by, party_name as title,
           case_number as detail, district, case_number as number, decision_number as other_number,
           'case.read' as permission, department, null::uuid as assignee
      from enforcement.penalty_case
    union all
    select 'penalty-case', c.id, c.institution_id, c.party_name, c.case_number, c.district, c.case_number,
           c.decision_number, 'case.state', null, i.operator_id
      from institutions.institution i join enforcement.penalty_case c on c.institution_id = i.id
     where i.operator_id is not null and c.noticed_on is not null;
  comment on view enforcement.case_hit is 'What penalty cases are found as';

  grant select on inspections.plan_hit, inspections.task_hit, enforcement.case_hit to zhaoguan_app;
`;
