import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is public and for how long: a ledger, and the views the public pages read. */
export class Publication1763700710000 implements MigrationInterface {
  name = 'Publication1763700710000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema publication;
      grant usage on schema publication to zhaoguan_app, zhaoguan_public;

      create table publication.entry (
        subject_type text not null check (subject_type in ('PENALTY')),
        subject_id uuid not null,
        seq integer not null check (seq > 0),
        action text not null check (action in ('PUBLISH', 'WITHDRAW')),
        district text not null references reference.district,
        at timestamptz not null,
        public_from date,
        public_until date,
        reason text not null,
        by uuid not null,
        primary key (subject_type, subject_id, seq),
        constraint entry_term check (
          (action = 'PUBLISH') = (public_from is not null and public_until is not null and public_until >= public_from)
        )
      );
      comment on table publication.entry is 'Publications and withdrawals (公示, 撤回); the last row of a subject counts';
      comment on column publication.entry.public_until is 'Last day on which the public sees it';
      create index entry_newest on publication.entry (at desc, subject_id desc);
      create index entry_district on publication.entry (district);
      create trigger entry_append_only before update or delete or truncate on publication.entry
        for each statement execute function platform.refuse_change();

      alter table publication.entry enable row level security;
      create policy entry_rights on publication.entry to zhaoguan_app using (platform.covers(district));
      grant select, insert on publication.entry to zhaoguan_app;

      create function publication.today() returns date
        language sql stable parallel safe
        return coalesce(nullif(current_setting('app.today', true), '')::date,
                        (now() at time zone 'Asia/Shanghai')::date);
      comment on function publication.today() is 'The day in China; the setting app.today looks at another day';
      grant execute on function publication.today() to zhaoguan_app, zhaoguan_public;

      create view publication.penalty_public as
        select f.case_id as id, f.institution_id, f.institution_name, f.uscc, f.kind, f.district, f.authority_name,
               f.decision_number, f.decided_on, f.violation, f.basis_law, f.basis_article,
               f.measures, f.measure_labels, f.amount_fen, f.publicity_class,
               e.public_from, e.public_until, e.at as published_at
          from publication.entry e
          join enforcement.penalty_facts f on f.case_id = e.subject_id
         where e.subject_type = 'PENALTY' and e.action = 'PUBLISH' and e.public_until >= publication.today()
           and not exists (select from publication.entry later
                            where later.subject_type = e.subject_type and later.subject_id = e.subject_id
                              and later.seq > e.seq);
      comment on view publication.penalty_public is 'Penalties in their term of publicity; no natural person is named in it';
      grant select on publication.penalty_public to zhaoguan_public, zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop schema publication cascade');
  }
}
