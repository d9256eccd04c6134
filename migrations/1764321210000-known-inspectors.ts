import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who comes back into the directory under another certificate is nobody new, also where the old entry is out of sight. */
export class KnownInspectors1764321210000 implements MigrationInterface {
  name = 'KnownInspectors1764321210000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function inspections.was_listed(person uuid) returns boolean
        language sql stable security definer set search_path = pg_catalog as $$
          select exists (select from inspections.inspector i where i.person_id = person)
        $$;
      comment on function inspections.was_listed(uuid) is
        'Whether a person ever stood in the 执法检查人员名录库, whoever keeps the entry';
      revoke execute on function inspections.was_listed(uuid) from public;
      grant execute on function inspections.was_listed(uuid) to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function inspections.was_listed(uuid)');
  }
}
