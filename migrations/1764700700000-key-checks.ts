import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * With which keys the database is sealed, so that a start with others is refused. A database with data has no fingerprints
 * yet: the next start finds out whether its keys open what is stored, before it writes them down.
 */
export class KeyChecks1764700700000 implements MigrationInterface {
  name = 'KeyChecks1764700700000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table platform.key_check (
        purpose text primary key
          constraint key_check_purpose check (purpose in ('fieldKey', 'fieldMacKey', 'indexKey', 'logKey', 'SEALED_BEFORE')),
        fingerprint text
          constraint key_check_fingerprint check ((fingerprint is null) = (purpose = 'SEALED_BEFORE') and fingerprint ~ '^[0-9a-f]{64}$'),
        since timestamptz not null default now()
      );
      comment on table platform.key_check is 'Which keys the data is sealed with, one row a key; append-only';
      comment on column platform.key_check.purpose is 'Key of secrets.json; SEALED_BEFORE: data was there before its keys were written down';
      comment on column platform.key_check.fingerprint is 'HMAC-SM3 of a fixed text under the key; the key cannot be found from it';
      grant select, insert on platform.key_check to zhaoguan_app;
      create trigger key_check_append_only before update or delete or truncate on platform.key_check
        for each statement execute function platform.refuse_change();
      insert into platform.key_check (purpose)
        select 'SEALED_BEFORE'
         where exists (select from audit.checkpoint)
            or exists (select from institutions.institution where legal_representative_id is not null);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table platform.key_check');
  }
}
