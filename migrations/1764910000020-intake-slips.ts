import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That something was handed in (收件凭证), and until when it is answered, says nothing of a case that is decided: its check says since when it is. */
export class IntakeSlips1764910000020 implements MigrationInterface {
  name = 'IntakeSlips1764910000020';

  async up(db: QueryRunner): Promise<void> {
    await db.query(rewritten(BEFORE, AFTER));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(rewritten(AFTER, BEFORE));
  }
}

/** As PostgreSQL shows the last of the kinds that end with the decision. */
const BEFORE = `'LICENCE_EXTENSION'::text])`;
const AFTER = `'LICENCE_EXTENSION'::text, 'INTAKE_SLIP'::text, 'LICENCE_INTAKE_SLIP'::text])`;

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
