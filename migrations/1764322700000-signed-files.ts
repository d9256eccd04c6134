import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Detached signatures (SM2 over SM3) of what the system prints, and the public keys that made them: a signature names its key,
 * and a key that signs no more stays known. Receipts printed before are signed by a job that is asked for here.
 */
export class SignedFiles1764322700000 implements MigrationInterface {
  name = 'SignedFiles1764322700000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table platform.signing_key (
        key_id text primary key check (key_id ~ '^[0-9a-f]{16}$'),
        public_key text not null unique check (public_key ~ '^04[0-9a-f]{128}$'),
        since timestamptz not null
      );
      comment on table platform.signing_key is 'Public keys (SM2) that have signed printed papers, each from its first signature on';
      comment on column platform.signing_key.key_id is 'First 8 bytes of the SM3 of the uncompressed point, hex';

      create table platform.file_signature (
        sm3 char(64) primary key,
        key_id text not null references platform.signing_key,
        signature text not null check (signature ~ '^[0-9a-f]{128}$'),
        authority text not null check (authority <> ''),
        signed_at timestamptz not null
      );
      create index file_signature_key on platform.file_signature (key_id);
      comment on table platform.file_signature is 'Detached signatures of printed papers, by the SM3 of the file';
      comment on column platform.file_signature.signature is 'SM2 over SM3 with user id 1234567812345678: r, then s, hex';
      comment on column platform.file_signature.authority is 'In whose name it was signed';
    `);
    for (const table of ['signing_key', 'file_signature']) {
      await db.query(`
        create trigger ${table}_append_only before update or delete or truncate on platform.${table}
          for each statement execute function platform.refuse_change();
        grant select, insert on platform.${table} to zhaoguan_app;
      `);
    }
    await db.query(`
      create view platform.signing_key_public as
        select key_id, public_key, since, lead(since) over (order by since, key_id) as until from platform.signing_key;
      comment on view platform.signing_key_public is 'Keys by which anybody checks a signature; the one without an end signs now';
      create view platform.file_signature_public as
        select s.sm3, s.key_id, k.public_key, s.signature, s.authority, s.signed_at
          from platform.file_signature s join platform.signing_key k on k.key_id = s.key_id;
      comment on view platform.file_signature_public is 'Who holds a file knows its SM3, and finds its signature by that';
      grant select on platform.signing_key_public, platform.file_signature_public to zhaoguan_public;

      insert into platform.outbox (job, payload, not_before, created_at)
        select 'filings.sign-receipts', '{}', now(), now() where exists (select from filings.receipt);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from platform.outbox where job = 'filings.sign-receipts' and settled_at is null;
      drop view platform.file_signature_public;
      drop view platform.signing_key_public;
      drop table platform.file_signature;
      drop table platform.signing_key;
    `);
  }
}
