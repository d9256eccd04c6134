import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What officials write down for each other about a case (内部备注): append-only, never for the applicant. */
export class CaseNotes1764322810000 implements MigrationInterface {
  name = 'CaseNotes1764322810000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table filings.case_note (
        id uuid primary key,
        filing_id uuid not null references filings.filing,
        author_id uuid not null,
        text text not null check (text <> ''),
        at timestamptz not null
      );
      create index case_note_filing on filings.case_note (filing_id, id desc);
      comment on table filings.case_note is
        'Internal notes (内部备注) of officials about a filing; append-only, for officials alone';
      create trigger case_note_append_only before update or delete or truncate on filings.case_note
        for each statement execute function platform.refuse_change();
      alter table filings.case_note enable row level security;
      create policy case_note_rights on filings.case_note to zhaoguan_app
        using (${SEEN_BY_OFFICIALS}) with check (${SEEN_BY_OFFICIALS});
      grant select, insert on filings.case_note to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table filings.case_note');
  }
}

const SEEN_BY_OFFICIALS = `exists (select from filings.filing f
  where f.id = filing_id and f.status <> 'DRAFT' and platform.covers(coalesce(f.township, f.district)))`;
