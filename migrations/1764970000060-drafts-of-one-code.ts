import type { MigrationInterface, QueryRunner } from 'typeorm';

const beside = (sameAddress: string): string => `
  create or replace function filings.drafts_beside(subject uuid) returns integer
  language sql stable security definer set search_path = pg_catalog as $function$
    select count(*)::integer
      from filings.filing s
      join filings.filing f on f.applicant_id = s.applicant_id and f.status = 'DRAFT' and f.id <> s.id
                           and f.type = s.type and f.kind = s.kind and f.uscc = s.uscc and f.district = s.district
                           and ${sameAddress}
                           and f.institution_id is not distinct from s.institution_id
     where s.id = subject
  $function$;
`;

/** An official at the window is told of drafts under the code before another is begun there, and of those that have no address yet. */
export class DraftsOfOneCode1764970000060 implements MigrationInterface {
  name = 'DraftsOfOneCode1764970000060';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function filings.drafts_unseen(person uuid, of_kind text, code text) returns integer
      language sql stable security definer set search_path = pg_catalog as $function$
        select count(*)::integer
          from filings.filing f
         where f.applicant_id = person and f.status = 'DRAFT' and f.type = 'INITIAL' and f.kind = of_kind and f.uscc = code
           and not (f.entered_by is not null and platform.is_actor(f.entered_by) and f.assistance_ended_at is null)
      $function$;
      revoke execute on function filings.drafts_unseen from public;
      grant execute on function filings.drafts_unseen to zhaoguan_app;
      ${beside('(f.address_key is null or s.address_key is null or f.address_key = s.address_key)')}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function filings.drafts_unseen;
      ${beside('f.address_key is not distinct from s.address_key')}
    `);
  }
}
