import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Commitments (告知承诺) in place of materials: what was promised, in which words, until when, and what became of it. A row is
 * advanced by its acts, which are kept for good; what was promised never changes.
 */
export class Commitments1764322910000 implements MigrationInterface {
  name = 'Commitments1764322910000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
    await db.query(`
      do $$ begin
        execute 'create or replace view filings.work_item with (security_invoker = true) as '
          || rtrim(pg_get_viewdef('filings.work_item'), ';') || ' union all ' || $more$${TO_FULFIL}$more$
          || ' union all ' || $more$${TO_CHECK}$more$;
      end $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$ begin
        execute 'create or replace view filings.work_item with (security_invoker = true) as '
          || regexp_replace(pg_get_viewdef('filings.work_item'), 'UNION ALL\\s+SELECT ''COMMITMENT_TO.*$', '');
      end $$;
      drop table filings.commitment_transition;
      drop table filings.commitment;
      drop function filings.keep_commitment();
    `);
  }
}

const TABLES = `
  create table filings.commitment (
    id uuid primary key,
    filing_id uuid not null references filings.filing,
    code text not null,
    name text not null,
    text text not null,
    days integer not null check (days > 0),
    basis_law text not null,
    basis_article text,
    status text not null check (status in ('GIVEN', 'OPEN', 'HANDED_IN', 'KEPT', 'BREACHED', 'WITHDRAWN')),
    given_by uuid not null,
    given_at timestamptz not null,
    due_on date,
    material_id uuid references filings.material,
    constraint commitment_due check ((due_on is null) = (status in ('GIVEN', 'WITHDRAWN')))
  );
  create unique index commitment_of_material on filings.commitment (filing_id, code) where status <> 'WITHDRAWN';
  create index commitment_filing on filings.commitment (filing_id);
  create index commitment_waits on filings.commitment (due_on, filing_id) where status in ('OPEN', 'HANDED_IN');
  create index commitment_breached on filings.commitment (filing_id) where status = 'BREACHED';
  create index commitment_material on filings.commitment (material_id) where material_id is not null;
  comment on table filings.commitment is 'Commitments (告知承诺) in place of materials, as they were shown and confirmed';
  comment on column filings.commitment.days is 'Within how many days of the acceptance the material is handed in';
  comment on column filings.commitment.material_id is 'The file that was handed in for it';

  create function filings.keep_commitment() returns trigger
    language plpgsql set search_path = pg_catalog as $$
  begin
    if (old.id, old.filing_id, old.code, old.name, old.text, old.days, old.basis_law, old.basis_article, old.given_by, old.given_at)
       is distinct from (new.id, new.filing_id, new.code, new.name, new.text, new.days, new.basis_law, new.basis_article,
                         new.given_by, new.given_at)
       or old.due_on is distinct from new.due_on and old.due_on is not null
    then
      raise exception 'what was promised does not change' using errcode = 'restrict_violation';
    end if;
    return new;
  end $$;
  create trigger commitment_stays before update on filings.commitment for each row execute function filings.keep_commitment();
  create trigger commitment_kept before delete or truncate on filings.commitment
    for each statement execute function platform.refuse_rewriting();
  revoke execute on function filings.keep_commitment() from public;

  create table filings.commitment_transition (
    commitment_id uuid not null references filings.commitment,
    seq integer not null check (seq > 0),
    action text not null,
    from_status text not null,
    to_status text not null,
    actor_id uuid not null,
    at timestamptz not null,
    reason text,
    primary key (commitment_id, seq)
  );
  comment on table filings.commitment_transition is 'One row for each act on a commitment; its state is what they fold to';
  create trigger commitment_transition_append_only before update or delete or truncate on filings.commitment_transition
    for each statement execute function platform.refuse_change();

  alter table filings.commitment enable row level security;
  create policy commitment_rights on filings.commitment to zhaoguan_app
    using (exists (select from filings.filing f where f.id = filing_id))
    with check (exists (select from filings.filing f where f.id = filing_id));
  alter table filings.commitment_transition enable row level security;
  create policy commitment_transition_rights on filings.commitment_transition to zhaoguan_app
    using (exists (select from filings.commitment c where c.id = commitment_id))
    with check (exists (select from filings.commitment c where c.id = commitment_id));
  grant select, insert on filings.commitment to zhaoguan_app;
  grant update (status, due_on, material_id) on filings.commitment to zhaoguan_app;
  grant select, insert on filings.commitment_transition to zhaoguan_app;
`;

/** One line for a filing, however many materials it lacks; the first last day counts. */
const item = (
  type: string,
  said: string,
  due: string,
  permission: string,
  department: string,
  assignee: string,
) => `
  select '${type}'::text as type, 'filing'::text as subject_type, f.id as subject_id, f.name as title,
         '${said}'::text || string_agg(c.name, '、' order by c.name) as detail, f.district, f.township,
         min(c.given_at) as since, 'infinity'::date as until, ${due} as due_on, '${permission}'::text as permission,
         ${department} as department, ${assignee} as assignee, '{}'::uuid[] as not_actors
    from filings.commitment c join filings.filing f on f.id = c.filing_id`;

const TO_FULFIL = `${item('COMMITMENT_TO_FULFIL', '请补交：', 'min(c.due_on)', 'filing.file', 'null::text', 'f.applicant_id')}
   where c.status = 'OPEN' group by f.id`;

/** Of what was not handed in the authority hears once the last day has passed. */
const TO_CHECK = `${item(
  'COMMITMENT_TO_CHECK',
  '告知承诺的材料：',
  `coalesce(min(c.due_on) filter (where c.status = 'OPEN'), 'infinity'::date)`,
  'filing.accept',
  'platform.lead_department(f.kind)',
  'null::uuid',
)}
   where c.status = 'HANDED_IN' or c.status = 'OPEN' and c.due_on < (now() at time zone 'Asia/Shanghai')::date group by f.id`;
