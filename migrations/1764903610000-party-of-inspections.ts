import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An inspection is of whose account the institution was in when it began. Who files for the site afterwards is another: the former reads on
 * what was found with it, and the new one reads what is public of that.
 * @law 个人信息保护法第六条
 */
export class PartyOfInspections1764903610000 implements MigrationInterface {
  name = 'PartyOfInspections1764903610000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(PARTY);
    await db.query(rights(`(platform.is_actor(party_id) or party_id is null and ${BY_INSTITUTION})`));
    await db.query(
      `create or replace view inspections.result_facts with (security_invoker = true) as ${FACTS}, task_id, party_id ${COUNTING}`,
    );
    for (const [view, rewordings] of VIEWS) await db.query(reworded(view, rewordings));
    await db.query(
      concerned(', party_id', 'union all select subject_id, party_id from visit where party_id is not null'),
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(concerned('', ''));
    for (const [view, rewordings] of VIEWS)
      await db.query(
        reworded(
          view,
          rewordings.map(([was, now]) => [now, was]),
        ),
      );
    await db.query(`
      drop view inspections.result_facts;
      create view inspections.result_facts with (security_invoker = true) as ${FACTS} ${COUNTING};
      comment on view inspections.result_facts is 'Results of inspections without persons; a corrected one is shown by its correction';
      grant select on inspections.result_facts to zhaoguan_app;
      ${rights(BY_INSTITUTION)}
      drop trigger task_names_party on inspections.task;
      drop trigger result_names_party on inspections.result;
      drop function inspections.name_party();
      drop function inspections.take_party();
      alter table inspections.result drop column party_id;
      alter table inspections.task drop column party_id;
    `);
  }
}

/** Of inspections of before, whoever filed last before they began: filed for anew since, the institution is another's now. */
const PARTY = `
  alter table inspections.task add column party_id uuid references access.person;
  alter table inspections.result add column party_id uuid references access.person;
  comment on column inspections.task.party_id is
    'Whose account the institution was in when the inspection began; null before, and where it was in nobody''s';
  comment on column inspections.result.party_id is 'As of its task';
  alter table inspections.task disable trigger user;
  update inspections.task t
     set party_id = coalesce(
           (select f.applicant_id from filings.filing f
             where f.institution_id = t.institution_id and f.status = 'ACCEPTED'
               and f.filed_on <= (t.started_at at time zone 'Asia/Shanghai')::date
             order by f.filed_on desc, f.id desc limit 1),
           (select i.operator_id from institutions.institution i where i.id = t.institution_id))
   where t.started_at is not null;
  alter table inspections.task enable trigger user;
  alter table inspections.result disable trigger user;
  update inspections.result r set party_id = t.party_id from inspections.task t where t.id = r.task_id;
  alter table inspections.result enable trigger user;
  create index task_party on inspections.task (party_id, id desc) where party_id is not null;
  create index result_party on inspections.result (party_id) where party_id is not null;

  create function inspections.name_party() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
    begin
      new.party_id := (select i.operator_id from institutions.institution i where i.id = new.institution_id);
      return new;
    end $$;
  create trigger task_names_party before update on inspections.task for each row
    when (old.status = 'ASSIGNED' and new.status = 'IN_PROGRESS') execute function inspections.name_party();
  create function inspections.take_party() returns trigger language plpgsql set search_path = pg_catalog as $$
    begin
      new.party_id := (select t.party_id from inspections.task t where t.id = new.task_id);
      return new;
    end $$;
  create trigger result_names_party before insert on inspections.result for each row execute function inspections.take_party();
  revoke execute on function inspections.name_party(), inspections.take_party() from public;
`;

const BY_INSTITUTION = `exists (select from institutions.institution i where i.id = institution_id and platform.is_actor(i.operator_id))`;

const rights = (isParty: string): string => {
  const own = `(platform.covers(district) or inspections.acts_among(assignees))`;
  return `
    alter policy task_rights on inspections.task
      using (${own} or (status in ('IN_PROGRESS', 'SUBMITTED') and ${isParty})) with check ${own};
    alter policy result_of_own_institution on inspections.result using (${isParty});`;
};

const FACTS =
  'select id as result_id, institution_id, kind, district, inspected_on, result_code, result_label, failures, status';
const COUNTING = `from inspections.result r
  where not exists (select from inspections.result c where c.corrects is not null and c.corrects = r.id) and status <> 'WITHDRAWN'`;

/** Who keeps the account of the institution, was inspected, or has recused themselves is concerned by what is overdue there. */
const concerned = (column: string, parties: string): string => `
  create or replace view inspections.concerned_facts with (security_invoker = true) as
    with visit as (
      select id as subject_id, institution_id${column} from inspections.task
      union all select id, institution_id${column} from inspections.result)
    select v.subject_id, i.operator_id as person_id
      from visit v join institutions.institution i on i.id = v.institution_id where i.operator_id is not null
    union all
    select v.subject_id, r.person_id
      from visit v join inspections.recusal r on r.institution_id = v.institution_id
     where r.revokes is null and not exists (select from inspections.recusal x where x.revokes = r.id)
    ${parties}`;

type Rewording = readonly [was: string, now: string];

const OF_INSTITUTION = 'i.operator_id AS assignee';
const OF_PARTY = 't.party_id AS assignee';
const AT_INSTITUTION = `(institutions.institution i
     JOIN inspections.task t ON ((t.institution_id = i.id)))`;
const HAS_ONE = '(i.operator_id IS NOT NULL)';
const HAS_PARTY = '(t.party_id IS NOT NULL)';

/** What waits, and what is found by its name, is that of who was inspected. */
const VIEWS: readonly (readonly [view: string, rewordings: readonly Rewording[]])[] = [
  [
    'work_item',
    [
      [
        `${OF_INSTITUTION},
    '{}'::uuid[] AS not_actors
   FROM ${AT_INSTITUTION}
  WHERE ((t.status = 'IN_PROGRESS'::text) AND ${HAS_ONE})`,
        `${OF_PARTY},
    '{}'::uuid[] AS not_actors
   FROM inspections.task t
  WHERE ((t.status = 'IN_PROGRESS'::text) AND ${HAS_PARTY})`,
      ],
    ],
  ],
  [
    'task_hit',
    [
      [
        `${OF_INSTITUTION}
   FROM ${AT_INSTITUTION}
  WHERE (${HAS_ONE}`,
        `${OF_PARTY}
   FROM inspections.task t
  WHERE (${HAS_PARTY}`,
      ],
    ],
  ],
];

const reworded = (view: string, rewordings: readonly Rewording[]): string => `
  do $$ declare shown text := rtrim(pg_get_viewdef('inspections.${view}'), ';');
  begin
    ${rewordings
      .map(
        ([was, now]) => `
    if strpos(shown, $was$${was}$was$) = 0 then raise exception 'the view inspections.${view} is another'; end if;
    shown := replace(shown, $was$${was}$was$, $now$${now}$now$);`,
      )
      .join('')}
    execute 'create or replace view inspections.${view} with (security_invoker = true) as ' || shown;
  end $$;
`;
