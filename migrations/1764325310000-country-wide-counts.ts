import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is counted for a province or the country: each part reads its own table once and asks no other for every row. */
export class CountryWideCounts1764325310000 implements MigrationInterface {
  name = 'CountryWideCounts1764325310000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ${isActor(`person = nullif(current_setting('app.actor', true), '')::uuid`)}
      ${leadDepartment('')}
      create index transition_actor on filings.transition (actor_id, filing_id);
      ${ratings('include (kind, level, township, applicant_id, filing_id, id)')}
      ${expiryOfAThing('include (kind, district, township, institution_id)')}
      ${VERIFICATION_NAMES}
      ${titles(JOINED, ALONE)}
      ${expiries(BY_EXPIRY)}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ${expiries(BY_INSTITUTION)}
      ${titles(ALONE, JOINED)}
      drop trigger verification_named on filings.verification;
      drop function filings.name_verification();
      alter table filings.verification drop column filing_name;
      ${expiryOfAThing('')}
      ${ratings('')}
      drop index filings.transition_actor;
      ${leadDepartment('strict')}
      ${isActor(`person::text = nullif(current_setting('app.actor', true), '')`)}
    `);
  }
}

/** Compared as it is stored: an index finds what somebody did, where a text made of each row is looked at row by row. */
const isActor = (is: string): string => `
  create or replace function platform.is_actor(person uuid) returns boolean
    language sql stable parallel safe return ${is};
`;

/** Not strict: the database then writes its case into the query, where it would call a function twice for each row. */
const leadDepartment = (strict: string): string => `
  create or replace function platform.lead_department(kind text) returns text
    language sql immutable parallel safe ${strict}
    return case kind when 'ELDERLY_CARE' then 'civil-affairs' when 'CHILDCARE' then 'health' end;
`;

const ratings = (more: string): string => `
  drop index feedback.rating_district;
  create index rating_district on feedback.rating (district, rated_at) ${more};
`;

const expiryOfAThing = (more: string): string => `
  drop index staff.expiry_of_a_thing;
  create index expiry_of_a_thing on staff.expiry (what, ends_on, id) ${more}
    where status in ('WATCHED', 'EXPIRED', 'CHECKED');
`;

/** A filing that is verified is accepted, and its name stands. */
const VERIFICATION_NAMES = `
  alter table filings.verification add column filing_name text;
  comment on column filings.verification.filing_name is 'Of the filing, for lists of what waits';
  update filings.verification v set filing_name = f.name from filings.filing f where f.id = v.filing_id;
  alter table filings.verification alter column filing_name set not null;
  create function filings.name_verification() returns trigger
    language plpgsql set search_path = pg_catalog as $$
  begin
    select f.name into new.filing_name from filings.filing f where f.id = new.filing_id;
    return new;
  end $$;
  create trigger verification_named before insert on filings.verification
    for each row execute function filings.name_verification();
  revoke execute on function filings.name_verification() from public;
`;

interface Titled {
  /** As the database shows it, for a pattern. */
  readonly title: string;
  readonly from: string;
}

const JOINED: Titled = {
  title: 'f.name AS title',
  from: 'FROM (filings.verification v JOIN filings.filing f ON ((f.id = v.filing_id)))',
};
/** Who sees a verification sees its filing, by the same rule. */
const ALONE: Titled = { title: 'v.filing_name AS title', from: 'FROM filings.verification v' };

const patternOf = (shown: string): string => shown.replace(/[.()]/g, '\\$&').replaceAll(' ', '\\s+');

/** In the parts of the view that tell of verifications. */
const titles = (was: Titled, now: Titled): string => `
  do $$ declare part text; parts text[] := '{}';
  begin
    foreach part in array string_to_array(rtrim(pg_get_viewdef('filings.work_item'), ';'), 'UNION ALL') loop
      if part like '%filings.verification%' then
        if part !~ $was$${patternOf(was.title)}$was$ or part !~ $was$${patternOf(was.from)}$was$ then
          raise exception 'the view of what waits is another';
        end if;
        part := regexp_replace(regexp_replace(part, $was$${patternOf(was.title)}$was$, $now$${now.title}$now$),
                               $was$${patternOf(was.from)}$was$, $now$${now.from}$now$);
      end if;
      parts := parts || part;
    end loop;
    execute 'create or replace view filings.work_item with (security_invoker = true) as ' || array_to_string(parts, 'UNION ALL');
  end $$;
`;

interface Expired {
  readonly id: string;
  readonly kind: string;
  readonly items: string;
  readonly since: string;
  readonly from: string;
}

const BY_INSTITUTION: Expired = {
  id: 'i.id',
  kind: 'i.kind',
  items: 'count(*)',
  since: 'min(e.ends_on + 1)',
  from: `staff.expiry e join institutions.institution i on i.id = e.institution_id
   where e.status = 'EXPIRED' group by i.id, e.district`,
};
/** Counted first: the database would look for what has expired in each of all institutions. */
const BY_EXPIRY: Expired = {
  id: 'e.institution_id',
  kind: 'e.kind',
  items: 'e.items',
  since: '(e.first + 1)',
  from: `(select institution_id, kind, district, count(*) as items, min(ends_on) as first
            from staff.expiry where status = 'EXPIRED' group by institution_id, kind, district) e
   cross join lateral (select i.name, i.township from institutions.institution i
                        where i.id = e.institution_id offset 0) i`,
};

const expiries = ({ id, kind, items, since, from }: Expired): string => `
  create or replace view staff.work_item with (security_invoker = true) as
  select 'EXPIRY_TO_CHECK' as type, 'expiry' as subject_type, ${id} as subject_id, i.name as title,
         ${items} || ' 项已到期' as detail, e.district, i.township,
         (${since}::timestamp at time zone 'Asia/Shanghai') as since, 'infinity'::date as until,
         'infinity'::date as due_on, 'expiry.check' as permission, platform.lead_department(${kind}) as department,
         null::uuid as assignee, '{}'::uuid[] as not_actors
    from ${from}
  union all
  select 'EXPIRY_TO_RENEW', 'expiry', i.id, i.name,
         count(*) || ' 项需要续期，最早 ' || to_char(min(e.ends_on), 'YYYY-MM-DD') || ' 到期', i.district, null,
         min(e.opened_at), 'infinity'::date, 'infinity'::date, 'expiry.read', null, i.operator_id, '{}'::uuid[]
    from institutions.institution i join staff.expiry e on e.institution_id = i.id
   where e.status in ('WATCHED', 'EXPIRED', 'CHECKED') and e.stage >= 2 and i.operator_id is not null
     and e.finding is distinct from 'NOT_NEEDED' group by i.id;
`;
