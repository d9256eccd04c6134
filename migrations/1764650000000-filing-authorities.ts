import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a city or a province has registered is filed there (与登记管理机关同级): a filing and the institution say with whom, and what
 * waits, is told and is counted of it goes to the office that has it.
 */
export class FilingAuthorities1764650000000 implements MigrationInterface {
  name = 'FilingAuthorities1764650000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(COLUMNS);
    await db.query(office(OF_THE_AUTHORITY));
    for (const [was, now] of WORK) await db.query(replaced(was, now));
    await db.query(WITH_ABOVE);
    await db.query(FACTS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(FORMER_FACTS);
    await db.query(WITHOUT_ABOVE);
    for (const [was, now] of WORK) await db.query(replaced(now, was));
    await db.query(office(OF_THE_PLACE));
    await db.query(`
      drop trigger filing_authority_stays on filings.filing;
      drop function filings.keep_authority();
      alter table institutions.institution drop column authority;
      alter table filings.filing drop column authority;
    `);
  }
}

/** Profit-making ones, and whoever looks after children, file at the place (养老机构管理办法; 人口与计划生育法第二十八条). */
const COLUMNS = `
  alter table filings.filing
    add column authority text references reference.district,
    add constraint filing_authority check (authority is null or kind = 'ELDERLY_CARE' and authority like '%00');
  comment on column filings.filing.authority is
    'City or province whose authority takes it (与登记管理机关同级), settled when it is first handed in; null: that of the place';
  alter table institutions.institution
    add column authority text references reference.district,
    add constraint institution_authority check (authority is null or kind = 'ELDERLY_CARE' and authority like '%00');
  comment on column institutions.institution.authority is
    'City or province whose authority took its filing (备案机关); null: that of the place';

  create function filings.keep_authority() returns trigger language plpgsql set search_path = pg_catalog as $$
    begin
      raise exception 'a filing stays with the authority that it was handed in to' using errcode = 'restrict_violation';
    end $$;
  create trigger filing_authority_stays before update on filings.filing for each row
    when (old.authority is distinct from new.authority and old.round > 0) execute function filings.keep_authority();
`;

/** Of a filing: the district and the township of the office that has it. */
interface Office {
  readonly district: string;
  readonly township: string;
}
const OF_THE_PLACE: Office = { district: 'f.district', township: 'f.township' };
const OF_THE_AUTHORITY: Office = {
  district: 'coalesce(f.authority, f.district)',
  township: 'case when f.authority is null then f.township end',
};

const office = ({ district, township }: Office): string => `
  create or replace view filings.step_facts with (security_invoker = true) as
    select t.filing_id, t.seq as step, t.action, t.actor_id, t.at, f.applicant_id, f.kind, f.name, ${district} as district,
           ${township} as township, f.status
      from filings.transition t join filings.filing f on f.id = t.filing_id;

  create or replace function filings.keep_commitment() returns trigger language plpgsql set search_path = pg_catalog as $$
  begin
    if (old.id, old.filing_id, old.code, old.name, old.text, old.days, old.basis_law, old.basis_article, old.given_by, old.given_at)
       is distinct from (new.id, new.filing_id, new.code, new.name, new.text, new.days, new.basis_law, new.basis_article,
                         new.given_by, new.given_at)
       or old.due_on is distinct from new.due_on and old.due_on is not null
       or old.due_on is not null and (old.applicant_id, old.kind, old.district, old.township, old.filing_name)
            is distinct from (new.applicant_id, new.kind, new.district, new.township, new.filing_name)
    then
      raise exception 'what was promised does not change' using errcode = 'restrict_violation';
    end if;
    if old.due_on is null and new.due_on is not null then
      select f.applicant_id, f.kind, ${district}, ${township}, f.name
        into new.applicant_id, new.kind, new.district, new.township, new.filing_name
        from filings.filing f where f.id = new.filing_id;
    end if;
    return new;
  end $$;
`;

/** As the database spells them: alias of the filing, alias of the row with the place, what follows. */
const PARTS = [
  ['f', 'f', 'f.submitted_at AS since'],
  ['f', 'o', '(((o.due_on'],
] as const;

/**
 * Where the view of what waits says whose it is. What nobody conducts is found by the index of its place, so what lies above the county is
 * a part of its own, with an index of its own. Whom a department answers, and what an applicant has to do, waits where it did.
 */
const WORK: readonly (readonly [string, string])[] = [
  ...PARTS.map(
    ([filing, row, next]) =>
      [
        `${row}.district, ${row}.township, ${next}`,
        `COALESCE(${filing}.authority, ${row}.district) AS district, ` +
          `CASE WHEN (${filing}.authority IS NULL) THEN ${row}.township ELSE NULL::text END AS township, ${next}`,
      ] as const,
  ),
  [
    `((filing.status = ''SUBMITTED''::text) AND (NOT (EXISTS`,
    `((filing.status = ''SUBMITTED''::text) AND (filing.authority IS NULL) AND (NOT (EXISTS`,
  ],
];

const ABOVE = `
  union all
  select 'FILING_TO_DECIDE', 'filing', filing.id, filing.name,
         filings.type_in_words(filing.type, filing.regime) || '第' || filing.round || '次提交', filing.authority, null,
         filing.submitted_at, 'infinity'::date, filing.due_on, 'filing.accept', platform.lead_department(filing.kind),
         null::uuid, '{}'::uuid[]
    from filings.filing
   where filing.status = 'SUBMITTED' and filing.authority is not null
     and not exists (select from filings.case_holder h where h.filing_id = filing.id)`;

const WITH_ABOVE = `
  create index filing_to_decide_above on filings.filing (authority, due_on, id) where status = 'SUBMITTED' and authority is not null;
  do $$ begin
    execute 'create or replace view filings.work_item with (security_invoker = true) as '
      || rtrim(pg_get_viewdef('filings.work_item'), ';') || $branch$${ABOVE}$branch$;
  end $$;
`;

const WITHOUT_ABOVE = `
  do $$ begin
    execute 'create or replace view filings.work_item with (security_invoker = true) as '
      || regexp_replace(rtrim(pg_get_viewdef('filings.work_item'), ';'),
           'UNION ALL\\s+SELECT ''FILING_TO_DECIDE''::text AS type,\\s+''filing''::text AS subject_type,\\s+filing.id AS.*$', '');
  end $$;
  drop index filings.filing_to_decide_above;
`;

const replaced = (was: string, now: string): string => `
  do $$ declare shown text := regexp_replace(rtrim(pg_get_viewdef('filings.work_item'), ';'), '\\s+', ' ', 'g');
  begin
    if strpos(shown, '${was}') = 0 then raise exception 'the view of what waits is another'; end if;
    execute 'create or replace view filings.work_item with (security_invoker = true) as ' || replace(shown, '${was}', '${now}');
  end $$;
`;

const FILINGS = `select f.id as filing_id, f.applicant_id, f.kind, f.name, f.district, f.township, f.status, f.filing_number, f.due_on,
    f.submitted_at, case when f.status in ('ACCEPTED', 'REFUSED') then f.updated_at end as decided_at, f.type,
    (select h.person_id from filings.case_holder h where h.filing_id = f.id) as holder_id, f.regime`;

/** Figures are counted where the site stands; what is told goes to who has the filing. */
const FACTS = `
  create or replace view filings.filing_facts with (security_invoker = true) as ${FILINGS}, f.authority from filings.filing f;
`;
const FORMER_FACTS = `
  drop view filings.filing_facts;
  create view filings.filing_facts with (security_invoker = true) as ${FILINGS} from filings.filing f;
  comment on view filings.filing_facts is
    'Filings without what was filed; a decided filing is not changed any more, so its last change is the decision';
  grant select on filings.filing_facts to zhaoguan_app;
`;
