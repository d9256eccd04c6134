import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Personal data shown in clear to an official: by whom, of whom, which fields and why; the values are nowhere. */
export class Disclosures1764117500000 implements MigrationInterface {
  name = 'Disclosures1764117500000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table access.disclosure (
        id uuid primary key,
        person_id uuid not null references access.person,
        subject_type text not null check (subject_type in ('filing', 'institution')),
        subject_id uuid not null,
        fields text[] not null check (cardinality(fields) > 0),
        reason text not null check (reason <> ''),
        at timestamptz not null
      );
      create index disclosure_person on access.disclosure (person_id, at desc);
      comment on table access.disclosure is 'Personal data that officials were shown in clear (查看个人信息明文); append-only';
      comment on column access.disclosure.person_id is 'Who looked';
      comment on column access.disclosure.fields is 'Names of the fields; their values are kept nowhere but sealed at their place';
      comment on column access.disclosure.reason is 'Why, in the words of who looked; may name people, so it is not in the audit log';
      create trigger disclosure_append_only before update or delete or truncate on access.disclosure
        for each statement execute function platform.refuse_change();
      alter table access.disclosure enable row level security;
      create policy disclosure_own on access.disclosure to zhaoguan_app
        using (platform.is_actor(person_id)) with check (platform.is_actor(person_id));
      grant select, insert on access.disclosure to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table access.disclosure');
  }
}
