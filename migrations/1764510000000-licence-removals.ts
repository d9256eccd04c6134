import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A removal, and what it leaves in the register, knows whether a filing (备案) or a licence (许可) is ended by it. */
export class LicenceRemovals1764510000000 implements MigrationInterface {
  name = 'LicenceRemovals1764510000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table removals.removal
        add column regime text not null default 'FILING' check (regime in ('FILING', 'LICENCE')),
        add constraint removal_licence check (regime = 'FILING' or kind = 'CHILDCARE');
      comment on column removals.removal.regime is 'Whether it ends a filing (备案) or a licence (许可)';
      alter table institutions.filing_end
        add column regime text not null default 'FILING' check (regime in ('FILING', 'LICENCE'));
      comment on column institutions.filing_end.regime is 'Whether a filing (备案) or a licence (许可) ended under the number';

      create function removals.type_in_words(type text, regime text) returns text
        language sql immutable parallel safe set search_path = pg_catalog
        return case type when 'CANCELLATION' then '注销' else '撤销' end
               || case regime when 'LICENCE' then '行政许可，' else '备案，' end;
      comment on function removals.type_in_words(text, text) is 'What a removal does, before its ground is said';
      revoke execute on function removals.type_in_words(text, text) from public;
      grant execute on function removals.type_in_words(text, text) to zhaoguan_app;

      create or replace view removals.work_item with (security_invoker = true) as ${WORK('removals.type_in_words(r.type, r.regime)')};
      create or replace view removals.removal_facts with (security_invoker = true) as
        select ${FACTS}, regime from removals.removal;
      create or replace view removals.removal_public as
        select ${DECIDED}, regime from removals.removal where ${IS_DECIDED};
      create or replace view removals.announcement_public as
        select ${ANNOUNCED}, regime from removals.removal where ${IS_ANNOUNCED};
      create or replace view institutions.filing_end_public as
        select ${ENDED}, e.regime ${OF_ENDS};
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop view removals.removal_facts;
      create view removals.removal_facts with (security_invoker = true) as select ${FACTS} from removals.removal;
      comment on view removals.removal_facts is 'Removals without what was said in them';
      grant select on removals.removal_facts to zhaoguan_app;
      drop view removals.removal_public;
      create view removals.removal_public as select ${DECIDED} from removals.removal where ${IS_DECIDED};
      comment on view removals.removal_public is 'Decisions that ended a filing, and those of them that were annulled';
      drop view removals.announcement_public;
      create view removals.announcement_public as select ${ANNOUNCED} from removals.removal where ${IS_ANNOUNCED};
      comment on view removals.announcement_public is 'Notices given by announcement (公告送达), while the case goes on';
      grant select on removals.removal_public, removals.announcement_public to zhaoguan_public;
      create or replace view removals.work_item with (security_invoker = true) as
        ${WORK(`case r.type when 'CANCELLATION' then '注销备案' else '撤销备案' end || '，'`)};
      drop function removals.type_in_words(text, text);
      drop view institutions.filing_end_public;
      create view institutions.filing_end_public as select ${ENDED} ${OF_ENDS};
      comment on view institutions.filing_end_public is 'Numbers whose filing the authority has ended and not restored';
      grant select on institutions.filing_end_public to zhaoguan_public;
      alter table institutions.filing_end drop column regime;
      alter table removals.removal drop constraint removal_licence, drop column regime;
    `);
  }
}

const FACTS = `id as removal_id, institution_id, type, kind, district, township, status, statement_until,
               decision_number, removals.worked_on(id) as worked_on`;

const NAMED = `id, type, institution_id, institution_name, uscc, filing_number, kind, district, township, authority_name,
               ground ->> 'label' as ground, ground -> 'basis' ->> 'law' as law`;
const DECIDED = `${NAMED}, decision_number, decided_on, decided_at, annulled_on`;
const IS_DECIDED = 'decision_number is not null';
const ANNOUNCED = `${NAMED}, served_on, statement_until, noticed_at`;
const IS_ANNOUNCED = `notice_service = 'ANNOUNCED' and status in ('NOTICED', 'STATED', 'PROPOSED')`;

const ENDED = `e.institution_id, e.filing_number,
               upper(replace(normalize(e.filing_number, NFKC), ' ', '')) as spelling, e.ended_as, e.ended_on`;
const OF_ENDS = `from institutions.filing_end e
         where e.ended_as <> 'RESTORED'
           and not exists (select from institutions.filing_end r where r.removal_id = e.removal_id and r.ended_as = 'RESTORED')`;

const LAST_ACT = '(select max(t.at) from removals.transition t where t.removal_id = r.id)';
const WAITED_OUT = `((r.statement_until + 1)::timestamp at time zone 'Asia/Shanghai')`;

/** Work of the office, one part a row: type, permission, since when, state, who has worked on it. */
const OF_THE_OFFICE = [
  ['REMOVAL_TO_NOTICE', 'removal.manage', `coalesce(${LAST_ACT}, r.opened_at)`, 'OPENED', `'{}'::uuid[]`],
  ['REMOVAL_TO_PROPOSE', 'removal.manage', WAITED_OUT, 'NOTICED', `'{}'::uuid[]`],
  ['REMOVAL_TO_PROPOSE', 'removal.manage', LAST_ACT, 'STATED', `'{}'::uuid[]`],
  ['REMOVAL_TO_DECIDE', 'removal.decide', LAST_ACT, 'PROPOSED', 'removals.worked_on(r.id)'],
] as const;

/** What waits, as before but for the words. @param words SQL for what the removal does */
const WORK = (words: string): string => `${OF_THE_OFFICE.map(
  ([type, permission, since, status, notActors]) => `
  select '${type}' as type, 'removal' as subject_type, r.id as subject_id, r.institution_name as title,
         ${words} || (r.ground ->> 'label') as detail,
         r.district, r.township, ${since} as since, 'infinity'::date as until, r.due_on, '${permission}' as permission,
         platform.lead_department(r.kind) as department, null::uuid as assignee, ${notActors} as not_actors
    from removals.removal r where r.status = '${status}'`,
).join(' union all ')}
  union all
  select 'REMOVAL_TO_ANSWER', 'removal', r.id, r.institution_name, ${words} || (r.ground ->> 'label'),
         r.district, null, ${LAST_ACT}, 'infinity'::date, r.statement_until, 'removal.state', null, i.operator_id, '{}'::uuid[]
    from institutions.institution i join removals.removal r on r.institution_id = i.id
   where r.status = 'NOTICED' and i.operator_id is not null`;
