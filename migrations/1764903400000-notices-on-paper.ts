import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A notice of a removal (事先告知书) that is handed over on paper is drawn up and printed first; its service is entered when it has
 * reached the institution, which learns of it then and not before.
 */
export class NoticesOnPaper1764903400000 implements MigrationInterface {
  name = 'NoticesOnPaper1764903400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table removals.removal
        add column prepared_facts text, add column prepared_by uuid, add column prepared_on date,
        drop constraint removal_status_check, drop constraint removal_noticed,
        add constraint removal_status_check check (status in (${STATES('PREPARED')})),
        add constraint removal_noticed check (${NOTICED('PREPARED')}),
        add constraint removal_prepared check (num_nonnulls(prepared_facts, prepared_by, prepared_on) in (0, 3)
          and case status when 'PREPARED' then prepared_facts is not null when 'DROPPED' then true else prepared_facts is null end);
      comment on column removals.removal.prepared_facts is 'What a notice says that is drawn up and not served';
      comment on column removals.removal.prepared_on is 'The day that its paper bears';
      drop index removals.removal_open;
      create unique index removal_open on removals.removal (institution_id) where status in (${OPEN('PREPARED')});

      create function removals.is_unserved(removal uuid, issued timestamptz) returns boolean
        language sql stable parallel safe set search_path = pg_catalog
        return exists (
          select from removals.transition t
           where t.removal_id = is_unserved.removal and t.action = 'prepare' and t.at = is_unserved.issued
             and 'serve' is distinct from (select n.action from removals.transition n
                                            where n.removal_id = t.removal_id and n.seq > t.seq order by n.seq limit 1));
      comment on function removals.is_unserved is 'Whether a paper given out at this moment was drawn up to be served, and never was';
      revoke execute on function removals.is_unserved from public;
      grant execute on function removals.is_unserved to zhaoguan_app;
      ${PAPERS('(platform.covers(coalesce(r.township, r.district)) or not removals.is_unserved(r.id, issued_at))')}
    `);
    await db.query(`
      do $$ begin
        execute 'create or replace view removals.work_item with (security_invoker = true) as '
          || rtrim(pg_get_viewdef('removals.work_item'::regclass), ';') || $more$ union all ${TO_SERVE}$more$;
      end $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$ declare shown text := pg_get_viewdef('removals.work_item'::regclass);
      begin
        execute 'create or replace view removals.work_item with (security_invoker = true) as '
          || substring(shown from 1 for strpos(shown, 'UNION ALL' || chr(10) || ' SELECT ''REMOVAL_TO_SERVE''') - 1);
      end $$;
      ${PAPERS('true')}
      drop function removals.is_unserved(uuid, timestamptz);
      drop index removals.removal_open;
      create unique index removal_open on removals.removal (institution_id) where status in (${OPEN()});
      alter table removals.removal
        drop constraint removal_prepared, drop constraint removal_status_check, drop constraint removal_noticed,
        add constraint removal_status_check check (status in (${STATES()})),
        add constraint removal_noticed check (${NOTICED()}),
        drop column prepared_facts, drop column prepared_by, drop column prepared_on;
    `);
  }
}

const quoted = (states: readonly string[]): string => states.map((state) => `'${state}'`).join(', ');
const OPEN = (...more: string[]): string => quoted(['OPENED', ...more, 'NOTICED', 'STATED', 'PROPOSED']);
const STATES = (...more: string[]): string =>
  `${OPEN(...more)}, ${quoted(['DECIDED', 'DROPPED', 'ANNULLED'])}`;
const NOTICED = (...more: string[]): string => `
  num_nonnulls(notice_facts, notice_service, served_on, statement_until, noticed_by, noticed_at) in (0, 6)
  and (notice_facts is not null or status in (${quoted(['OPENED', ...more, 'DROPPED'])}))`;

const PAPERS = (seen: string): string => {
  const may = `exists (select from removals.removal r where r.id = removal_id and ${seen})`;
  return `alter policy paper_rights on removals.paper using (${may}) with check (${may});`;
};

const TO_SERVE = `
  select 'REMOVAL_TO_SERVE', 'removal', r.id, r.institution_name,
         removals.type_in_words(r.type, r.regime) || (r.ground ->> 'label'), r.district, r.township,
         (select max(t.at) from removals.transition t where t.removal_id = r.id), 'infinity'::date, r.due_on, 'removal.manage',
         platform.lead_department(r.kind), null::uuid, '{}'::uuid[]
    from removals.removal r where r.status = 'PREPARED'`;
