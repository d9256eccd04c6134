import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People and their sign-ins; the entries of the transparency log. */
export class AccessAndAudit1763700100000 implements MigrationInterface {
  name = 'AccessAndAudit1763700100000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema access;
      grant usage on schema access to zhaoguan_app;
      create table access.person (
        id uuid primary key,
        username text not null unique check (username = lower(username)),
        name text not null,
        password_hash text not null,
        roles text[] not null check (cardinality(roles) > 0),
        districts text[] not null,
        departments text[] not null,
        home_district text,
        must_change_password boolean not null,
        token_generation integer not null default 0,
        failed_count integer not null,
        locked_until timestamptz,
        disabled_at timestamptz,
        created_at timestamptz not null,
        version integer not null default 1
      );
      create index person_newest on access.person (id desc);
      comment on column access.person.home_district is
        'District whose administrator looks after an account without districts of its own, i.e. an operator''s';
      comment on column access.person.token_generation is 'Access tokens of an earlier generation are refused at once';
      comment on table access.person is 'Accounts of officials, inspectors and operators';
      comment on column access.person.password_hash is 'scrypt:N:r:p:salt:key';

      create table access.session (
        token_hash text primary key,
        family uuid not null,
        person_id uuid not null references access.person,
        expires_at timestamptz not null,
        used_at timestamptz,
        revoked_at timestamptz
      );
      create index session_family on access.session (family);
      create index session_person on access.session (person_id) where revoked_at is null;
      comment on table access.session is 'Refresh tokens by hash; each is used once, a repeat ends its family';
      comment on column access.session.token_hash is 'SM3 of the refresh token, hex';
      grant select, insert, update on access.person, access.session to zhaoguan_app;

      create schema audit;
      grant usage on schema audit to zhaoguan_app;
      create table audit.entry (
        id uuid primary key,
        at timestamptz not null,
        actor_id uuid not null,
        action text not null,
        subject_type text not null,
        subject_id text not null,
        district text,
        canonical text not null,
        leaf_hash bytea not null check (length(leaf_hash) = 32)
      );
      create index entry_subject on audit.entry (subject_type, subject_id, id);
      comment on table audit.entry is 'What was done, by whom, when; written in the transaction of the act';
      comment on column audit.entry.canonical is 'The hashed bytes: JSON with sorted members';
      comment on column audit.entry.leaf_hash is 'SM3(0x00 || canonical)';
      create trigger entry_append_only before update or delete or truncate on audit.entry
        for each statement execute function platform.refuse_change();
      grant select, insert on audit.entry to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop schema audit cascade; drop schema access cascade');
  }
}
