import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An institution that is about to stop is told which granted closures send people to it or name it as taking over (安置方案), and of them
 * nothing else: they belong to other accounts. Those that are not decided are read by who may read them anyway.
 */
export class ClosuresSendingPeople1764970000330 implements MigrationInterface {
  name = 'ClosuresSendingPeople1764970000330';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function filings.closures_sending(named uuid)
        returns table (filing_id uuid, ending uuid, name text, ends_on date, called text, people integer, takes_over boolean)
        language sql stable security definer set search_path to pg_catalog as $function$
          with own as (select i.id, i.kind, i.district from institutions.institution i where i.id = named),
               bears as (select i.name as called from institutions.institution i where i.id = named
                         union select n.name from institutions.former_name n where n.institution_id = named)
          select f.id, c.institution_id, c.filing_name, c.ends_on, bears.called,
                 (select sum((p ->> 'people')::integer)::integer
                    from jsonb_array_elements(f.application #> '{notice,placements}') p
                   where p ->> 'destination' = 'OTHER_INSTITUTION' and p ->> 'name' = bears.called),
                 coalesce(c.successor_id = named and f.application #>> '{notice,successor}' = bears.called, false)
            from own
            join filings.filing f on f.district = own.district and f.kind = own.kind and f.type = 'CLOSURE' and f.status = 'ACCEPTED'
            join filings.closure_follow_up c on c.filing_id = f.id
            cross join bears
           where c.status not in ('SETTLED', 'CALLED_OFF') and c.institution_id <> named
             and (f.application #>> '{notice,successor}' = bears.called
                  or f.application #> '{notice,placements}'
                     @> jsonb_build_array(jsonb_build_object('destination', 'OTHER_INSTITUTION', 'name', bears.called)))
           order by c.ends_on, f.id
        $function$;
      revoke execute on function filings.closures_sending from public;
      grant execute on function filings.closures_sending to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function filings.closures_sending');
  }
}
