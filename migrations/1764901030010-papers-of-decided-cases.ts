import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * That an application was taken in (受理通知书), and until when it is decided (延长办理期限告知书), says nothing of a case that is decided:
 * their checks say since when it is, as that of a notice of corrections does.
 */
export class PapersOfDecidedCases1764901030010 implements MigrationInterface {
  name = 'PapersOfDecidedCases1764901030010';

  async up(db: QueryRunner): Promise<void> {
    await db.query(rewritten(BEFORE, AFTER));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(rewritten(AFTER, BEFORE));
  }
}

/** As PostgreSQL shows the condition on kinds, of which the second is that of a case that was decided. */
const OF = 'p.kind = ANY (ARRAY[';
const NOTICES = `'CORRECTION_NOTICE'::text, 'LICENCE_CORRECTION'::text`;
const DECIDED = `])) AND (c.status <> ALL`;
const BEFORE = `${OF}${NOTICES}${DECIDED}`;
const AFTER = `${OF}${NOTICES}, 'LICENCE_ADMISSION'::text, 'LICENCE_EXTENSION'::text${DECIDED}`;

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
