import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people type before it is a legal record (表单草稿), so that no closed window loses it. */
export class FormDrafts1764230500000 implements MigrationInterface {
  name = 'FormDrafts1764230500000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function platform.is_system() returns boolean
        language sql stable parallel safe
        return current_setting('app.actor', true) = '00000000-0000-0000-0000-000000000000';
      comment on function platform.is_system() is 'Whether the system itself is bound as the actor: a job, not a person';
      grant execute on function platform.is_system() to zhaoguan_app;

      create schema workbench;
      grant usage on schema workbench to zhaoguan_app;

      create table workbench.form_draft (
        person_id uuid not null references access.person,
        key text not null check (key ~ '^[a-z0-9:-]{1,100}$'),
        content_sealed text not null,
        version integer not null check (version > 0),
        created_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (person_id, key)
      );
      create index form_draft_age on workbench.form_draft (updated_at);
      comment on table workbench.form_draft is 'Forms as people left them; nothing of it has legal effect, and it goes after 90 days';
      comment on column workbench.form_draft.key is 'Which form it is, e.g. plan:new or filing-remarks:<id>';
      comment on column workbench.form_draft.content_sealed is 'What was typed, JSON, sealed (FieldCipher): it may name anybody';
      comment on column workbench.form_draft.version is
        'Begins anywhere, then counts: a page that holds the version of a draft thrown away meanwhile must not match a new one';

      alter table workbench.form_draft enable row level security;
      create policy form_draft_rights on workbench.form_draft to zhaoguan_app
        using (platform.is_actor(person_id) or platform.is_system()) with check (platform.is_actor(person_id));
      grant select, insert, update, delete on workbench.form_draft to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop schema workbench cascade; drop function platform.is_system()');
  }
}
