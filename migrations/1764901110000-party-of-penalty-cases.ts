import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A penalty case is against whose institution it was when it was opened. Who files for the site afterwards is another party: the former reads
 * its notice and decision and asks for their review, and the new one does not read what the former said. And the period for a statement is
 * the party's: what an official takes down does not end it, so the decision waits until it is over.
 * @law 行政处罚法第四十五条、第六十二条；行政复议法第二十条；个人信息保护法第六条
 */
export class PartyOfPenaltyCases1764901110000 implements MigrationInterface {
  name = 'PartyOfPenaltyCases1764901110000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(PARTY);
    await db.query(rights('enforcement.is_party(party_id, institution_id)'));
    await db.query(files('enforcement.is_party(c.party_id, c.institution_id)'));
    await db.query('drop function enforcement.is_party(uuid)');
    await db.query(
      `create or replace view enforcement.case_facts with (security_invoker = true) as ${FACTS}, party_id from enforcement.penalty_case`,
    );
    await db.query(waiting(OF_THE_PARTY));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(waiting(OF_THE_PARTY.map(([was, now]) => [now, was])));
    await db.query(`
      create function enforcement.is_party(institution uuid) returns boolean
        language sql stable parallel safe
        return exists (select from institutions.institution i where i.id = institution and platform.is_actor(i.operator_id));
      revoke execute on function enforcement.is_party(uuid) from public;
      grant execute on function enforcement.is_party(uuid) to zhaoguan_app;
      ${rights('enforcement.is_party(institution_id)')}
      ${files('enforcement.is_party(c.institution_id)')}
      drop function enforcement.is_party(uuid, uuid);
      drop view enforcement.case_facts;
      create view enforcement.case_facts with (security_invoker = true) as ${FACTS} from enforcement.penalty_case;
      comment on view enforcement.case_facts is 'Penalty cases without persons and free text';
      grant select on enforcement.case_facts to zhaoguan_app;
      alter table enforcement.penalty_case drop column party_id;
    `);
  }
}

/** Of cases of before, whoever filed last before it was opened: revoked and filed for anew since, the institution is another's now. */
const PARTY = `
  alter table enforcement.penalty_case add column party_id uuid references access.person;
  comment on column enforcement.penalty_case.party_id is
    'Whose account the institution was in when the case was opened; null where it was in nobody''s';
  alter table enforcement.penalty_case disable trigger user;
  update enforcement.penalty_case c
     set party_id = coalesce(
           (select f.applicant_id from filings.filing f
             where f.institution_id = c.institution_id and f.status = 'ACCEPTED' and f.filed_on <= c.opened_on
             order by f.filed_on desc, f.id desc limit 1),
           (select i.operator_id from institutions.institution i where i.id = c.institution_id));
  alter table enforcement.penalty_case enable trigger user;
  create index penalty_case_party on enforcement.penalty_case (party_id, id desc) where party_id is not null;
  create function enforcement.is_party(party uuid, institution uuid) returns boolean
    language sql stable parallel safe
    return case when party is not null then platform.is_actor(party)
                else exists (select from institutions.institution i where i.id = institution and platform.is_actor(i.operator_id)) end;
  comment on function enforcement.is_party(uuid, uuid) is 'Whether the caller is the party of a penalty case';
  revoke execute on function enforcement.is_party(uuid, uuid) from public;
  grant execute on function enforcement.is_party(uuid, uuid) to zhaoguan_app;
`;

const FACTS =
  'select id as case_id, case_number, institution_id, kind, district, department, status, statement_until, decision_number';

const rights = (isParty: string): string => {
  const may = `(platform.covers(coalesce(township, district)) or (noticed_on is not null and ${isParty}))`;
  return `alter policy penalty_case_rights on enforcement.penalty_case using ${may} with check ${may};`;
};

const files = (isParty: string): string => `
  alter policy statement_file_insert on enforcement.statement_file with check (
    platform.is_actor(uploaded_by) and exists (select from enforcement.penalty_case c where c.id = case_id and ${isParty}));
`;

type Rewording = readonly [was: string, now: string];

const LAST_SAID = `( SELECT max(s.made_at) AS max
           FROM enforcement.case_statement s
          WHERE (s.case_id = c.id)) AS since`;
const LAST_SAID_OR_OVER = `
        CASE
            WHEN (EXISTS ( SELECT
               FROM enforcement.case_transition t
              WHERE ((t.case_id = c.id) AND (t.action = 'state'::text)))) THEN ( SELECT max(s.made_at) AS max
               FROM enforcement.case_statement s
              WHERE (s.case_id = c.id))
            ELSE (((c.statement_until + 1))::timestamp without time zone AT TIME ZONE 'Asia/Shanghai'::text)
        END AS since`;

/** What waits for the party waits for its own account, and a decision only when nobody is kept from answering by it. */
const OF_THE_PARTY: readonly Rewording[] = [
  [LAST_SAID, LAST_SAID_OR_OVER],
  [
    `i.operator_id AS assignee,
    '{}'::uuid[] AS not_actors
   FROM (institutions.institution i
     JOIN enforcement.penalty_case c ON ((c.institution_id = i.id)))
  WHERE ((c.status = 'NOTICED'::text) AND (i.operator_id IS NOT NULL))`,
    `c.party_id AS assignee,
    '{}'::uuid[] AS not_actors
   FROM enforcement.penalty_case c
  WHERE ((c.status = 'NOTICED'::text) AND (c.party_id IS NOT NULL))`,
  ],
];

const waiting = (rewordings: readonly Rewording[]): string => `
  do $$ declare shown text := rtrim(pg_get_viewdef('enforcement.work_item'), ';');
  begin
    ${rewordings
      .map(
        ([was, now]) => `
    if strpos(shown, $was$${was}$was$) = 0 then raise exception 'the view of what waits is another'; end if;
    shown := replace(shown, $was$${was}$was$, $now$${now}$now$);`,
      )
      .join('')}
    execute 'create or replace view enforcement.work_item with (security_invoker = true) as ' || shown;
  end $$;
`;
