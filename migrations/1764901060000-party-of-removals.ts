import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A removal (注销、撤销) is addressed to whose filing it is about. Who files for the site afterwards is another party: the former reads its
 * decision and asks for its review, and the new one does not read what the former said.
 * @law 行政复议法第二十条、个人信息保护法第六条
 */
export class PartyOfRemovals1764901060000 implements MigrationInterface {
  name = 'PartyOfRemovals1764901060000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table removals.removal add column party_id uuid references access.person;
      comment on column removals.removal.party_id is
        'Whose account the institution was in when the removal was opened; null where it was in nobody''s';
      update removals.removal r
         set party_id = coalesce(
               (select f.applicant_id from filings.filing f
                 where f.institution_id = r.institution_id and f.filing_number = r.filing_number and f.status = 'ACCEPTED'
                 order by f.id desc limit 1),
               (select i.operator_id from institutions.institution i where i.id = r.institution_id));
      create index removal_party on removals.removal (party_id, id desc) where party_id is not null;
      create function removals.is_party(party uuid, institution uuid) returns boolean
        language sql stable parallel safe
        return case when party is null then removals.is_operator(institution) else platform.is_actor(party) end;
      comment on function removals.is_party is 'Whether the caller is the party of a removal';
      revoke execute on function removals.is_party from public;
      grant execute on function removals.is_party to zhaoguan_app;
      ${rights('removals.is_party(party_id, institution_id)')}
      create or replace view removals.removal_facts with (security_invoker = true) as ${FACTS}, party_id from removals.removal;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ${rights('removals.is_operator(institution_id)')}
      drop view removals.removal_facts;
      create view removals.removal_facts with (security_invoker = true) as ${FACTS} from removals.removal;
      comment on view removals.removal_facts is 'Removals without what was said in them';
      grant select on removals.removal_facts to zhaoguan_app;
      drop function removals.is_party(uuid, uuid);
      alter table removals.removal drop column party_id;
    `);
  }
}

const FACTS = `
  select id as removal_id, institution_id, type, kind, district, township, status, statement_until, decision_number,
         removals.kept_from_deciding(id) as not_deciders, regime`;

const rights = (isParty: string): string => {
  const may = `(platform.covers(coalesce(township, district)) or (notice_facts is not null and ${isParty}))`;
  return `alter policy removal_rights on removals.removal using ${may} with check ${may};`;
};
