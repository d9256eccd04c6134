import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A code does not become anybody's when its institution ends (终止): the account that ended it begins anew, and another one shows by whom it is
 * sent, as it does while the institution stands.
 */
export class CodesOfEnded1764960000023 implements MigrationInterface {
  name = 'CodesOfEnded1764960000023';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      heldByAnother(`(i.status <> 'CLOSED' or not exists
                        (select from institutions.institution o where o.uscc = code and o.kind = of_kind and o.operator_id = applicant))`),
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(heldByAnother(`i.status <> 'CLOSED'`));
  }
}

const heldByAnother = (standing: string): string => `
  create or replace function institutions.is_held_by_another(of_kind text, code text, applicant uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog as $function$
    select exists (select from institutions.institution i
                    where i.uscc = code and i.kind = of_kind and i.operator_id <> applicant
                      and ${standing})
       -- Who a partner platform's account stands for, the platform has asked: the legal person itself.
       and not exists (select from exchange.applicant a where a.person_id = applicant)
  $function$;`;
