import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a party puts before the authority beside its words (陈述申辩的证据材料). @law 行政处罚法第四十五条 */
export class StatementFiles1764321420000 implements MigrationInterface {
  name = 'StatementFiles1764321420000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table enforcement.statement_file (
        id uuid primary key references platform.stored_file,
        case_id uuid not null references enforcement.penalty_case,
        sm3 char(64) not null,
        size bigint not null,
        media_type text not null,
        name text not null,
        uploaded_by uuid not null,
        uploaded_at timestamptz not null
      );
      create index statement_file_case on enforcement.statement_file (case_id, id);
      comment on table enforcement.statement_file is
        'Files of a party for its statements; officials read those that a statement names';
      alter table enforcement.case_statement add column file_ids uuid[] not null default '{}';
      comment on column enforcement.case_statement.file_ids is 'Files that were handed in with it';
      create trigger statement_file_append_only before update or delete or truncate on enforcement.statement_file
        for each statement execute function platform.refuse_change();
      alter table enforcement.statement_file enable row level security;
      create policy statement_file_read on enforcement.statement_file for select to zhaoguan_app
        using (exists (select from enforcement.penalty_case c where c.id = case_id));
      create policy statement_file_insert on enforcement.statement_file for insert to zhaoguan_app
        with check (platform.is_actor(uploaded_by) and exists (
          select from enforcement.penalty_case c where c.id = case_id and enforcement.is_party(c.institution_id)));
      grant select, insert on enforcement.statement_file to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table enforcement.case_statement drop column file_ids;
      drop table enforcement.statement_file;
    `);
  }
}
