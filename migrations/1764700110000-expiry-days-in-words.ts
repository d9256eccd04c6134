import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In the list of work a day is written as everywhere else: 2026年10月27日. */
export class ExpiryDaysInWords1764700110000 implements MigrationInterface {
  name = 'ExpiryDaysInWords1764700110000';

  async up(db: QueryRunner): Promise<void> {
    await write(db, { was: `YYYY-MM-DD`, now: `YYYY"年"FMMM"月"FMDD"日"` });
    await write(db, { was: `'::text)) || ' 到期'`, now: `'::text)) || '到期'` });
  }

  async down(db: QueryRunner): Promise<void> {
    await write(db, { was: `'::text)) || '到期'`, now: `'::text)) || ' 到期'` });
    await write(db, { was: `YYYY"年"FMMM"月"FMDD"日"`, now: `YYYY-MM-DD` });
  }
}

interface Writing {
  /** As the database shows it. */
  readonly was: string;
  readonly now: string;
}

function write(db: QueryRunner, { was, now }: Writing): Promise<unknown> {
  return db.query(`
    do $do$ declare shown text := pg_get_viewdef('staff.work_item');
    begin
      if strpos(shown, $was$${was}$was$) = 0 then raise exception 'the view of what waits is another'; end if;
      execute 'create or replace view staff.work_item with (security_invoker = true) as ' || replace(shown, $was$${was}$was$, $now$${now}$now$);
    end $do$;
  `);
}
