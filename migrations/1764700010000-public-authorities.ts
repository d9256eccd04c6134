import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The public reads with whom an institution has filed (备案机关), where that is not the authority of its place. */
export class PublicAuthorities1764700010000 implements MigrationInterface {
  name = 'PublicAuthorities1764700010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$ begin
        execute 'create or replace view institutions.institution_public as '
          || regexp_replace(pg_get_viewdef('institutions.institution_public'), '\\s+FROM institutions\\.institution;$',
                            ', authority FROM institutions.institution');
      end $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$ declare shown text := pg_get_viewdef('institutions.institution_public');
      begin
        drop view institutions.institution_public;
        execute 'create view institutions.institution_public as '
          || regexp_replace(shown, ',\\s+authority\\s+FROM institutions\\.institution;$', ' FROM institutions.institution');
      end $$;
      comment on view institutions.institution_public is 'What the public may know of an institution (政府信息公开条例; domain notes 11.1, 11.2)';
      grant select on institutions.institution_public to zhaoguan_public;
    `);
  }
}
