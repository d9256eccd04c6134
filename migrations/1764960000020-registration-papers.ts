import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a licensed institution tells of its service has papers of its own (登记), which end as those of a filing do. */
export class RegistrationPapers1764960000020 implements MigrationInterface {
  name = 'RegistrationPapers1764960000020';

  async up(db: QueryRunner): Promise<void> {
    for (const [before, after] of KINDS) await db.query(rewritten(before, after));
  }

  async down(db: QueryRunner): Promise<void> {
    for (const [before, after] of KINDS) await db.query(rewritten(after, before));
  }
}

/** As PostgreSQL shows the last of the kinds that end with the decision, and of those that are answered by handing in again. */
const KINDS = [
  [`'LICENCE_INTAKE_SLIP'::text])`, `'LICENCE_INTAKE_SLIP'::text, 'REGISTRATION_INTAKE_SLIP'::text])`],
  [
    `'CORRECTION_NOTICE'::text, 'LICENCE_CORRECTION'::text`,
    `'CORRECTION_NOTICE'::text, 'REGISTRATION_CORRECTION'::text, 'LICENCE_CORRECTION'::text`,
  ],
] as const;

/** The rest of the view stays as it is. */
const rewritten = (from: string, to: string): string => `
  do $do$ declare
    shown text := pg_get_viewdef('filings.paper_public');
  begin
    if strpos(shown, $sql$${from}$sql$) = 0 then
      raise exception 'filings.paper_public is not as it was left';
    end if;
    execute 'create or replace view filings.paper_public as ' || replace(shown, $sql$${from}$sql$, $sql$${to}$sql$);
  end $do$;`;
