import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever accepted a filing or granted a licence does not decide that it should not have been (撤销): nobody judges their own act. An
 * institution whose filing or licence ends for other reasons (注销) is no such judgement, and anybody may decide it who has not worked on it.
 * @law 公务员法第七十六条（回避）；行政许可法第六十九条
 */
export class DecidersOfRevocations1764700200000 implements MigrationInterface {
  name = 'DecidersOfRevocations1764700200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(FUNCTIONS);
    await decidedBy(db, 'removals.worked_on(r.id)', 'removals.kept_from_deciding(r.id)');
    await facts(db, 'removals.kept_from_deciding(id) as not_deciders');
  }

  async down(db: QueryRunner): Promise<void> {
    await facts(db, 'removals.worked_on(id) as worked_on');
    await decidedBy(db, 'removals.kept_from_deciding(r.id)', 'removals.worked_on(r.id)');
    await db.query(`
      drop trigger removal_not_of_accepter on removals.removal;
      drop function removals.refuse_own_acceptance();
      drop function removals.kept_from_deciding(uuid);
      drop function removals.accepted_by(text, text);
      drop function filings.accepted_by(text);
    `);
  }
}

/** An office of another level may have accepted it, whose filing row-level security hides: who it was is no secret among officials. */
const FUNCTIONS = `
  create function filings.accepted_by(number text) returns uuid[]
    language sql stable security definer set search_path = pg_catalog
    return array(select distinct t.actor_id from filings.filing f join filings.transition t on t.filing_id = f.id
                  where f.filing_number = accepted_by.number and t.action = 'accept');
  comment on function filings.accepted_by(text) is 'Who accepted what has this number: the first filing and each change of it';
  revoke execute on function filings.accepted_by(text) from public;
  grant execute on function filings.accepted_by(text) to zhaoguan_app;

  create function removals.accepted_by(type text, number text) returns uuid[]
    language sql stable set search_path = pg_catalog
    return case type when 'REVOCATION' then filings.accepted_by(accepted_by.number) else '{}'::uuid[] end;
  comment on function removals.accepted_by(text, text) is
    'Whose act a removal judges: of a revocation who accepted what is revoked, else nobody';
  create function removals.kept_from_deciding(removal uuid) returns uuid[]
    language sql stable set search_path = pg_catalog
    return removals.worked_on(kept_from_deciding.removal) || (select removals.accepted_by(r.type, r.filing_number)
             from removals.removal r where r.id = kept_from_deciding.removal);
  comment on function removals.kept_from_deciding(uuid) is
    'Who does not decide a removal: who worked on it, and whose own act it judges';
  revoke execute on function removals.accepted_by(text, text), removals.kept_from_deciding(uuid) from public;
  grant execute on function removals.accepted_by(text, text), removals.kept_from_deciding(uuid) to zhaoguan_app;

  create function removals.refuse_own_acceptance() returns trigger language plpgsql set search_path = pg_catalog as $$
    begin
      if new.decided_by = any (removals.accepted_by(new.type, new.filing_number)) then
        raise exception 'who accepted a filing does not decide that it is revoked' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$;
  create trigger removal_not_of_accepter before update on removals.removal for each row
    when (new.decided_by is not null and old.decided_by is null) execute function removals.refuse_own_acceptance();
`;

/** The view of what waits, with another answer to who does not decide. */
async function decidedBy(db: QueryRunner, before: string, after: string): Promise<void> {
  await db.query(`
    do $$ begin
      execute 'create or replace view removals.work_item with (security_invoker = true) as '
        || replace(pg_get_viewdef('removals.work_item'::regclass), '${before}', '${after}');
    end $$;
  `);
}

async function facts(db: QueryRunner, deciders: string): Promise<void> {
  await db.query(`
    drop view removals.removal_facts;
    create view removals.removal_facts with (security_invoker = true) as
      select id as removal_id, institution_id, type, kind, district, township, status, statement_until, decision_number,
             ${deciders}, regime
        from removals.removal;
    comment on view removals.removal_facts is 'Removals without what was said in them';
    grant select on removals.removal_facts to zhaoguan_app;
  `);
}
