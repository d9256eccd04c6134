import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Credit (信用): a ledger of what counts, the account that sums it up, and every change of grade. */
export class Credit1763700720000 implements MigrationInterface {
  name = 'Credit1763700720000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema credit;
      grant usage on schema credit to zhaoguan_app, zhaoguan_public;

      create table credit.account (
        institution_id uuid primary key references institutions.institution,
        kind text not null check (kind in ('ELDERLY_CARE', 'CHILDCARE')),
        district text not null references reference.district,
        opened_on date not null,
        score integer not null check (score between 0 and 100),
        grade char(1) not null check (grade in ('A', 'B', 'C', 'D')),
        grade_since date not null,
        computed_on date not null,
        next_change_on date
      );
      comment on table credit.account is 'Score and grade of each institution as computed last; follows from credit.event';
      comment on column credit.account.next_change_on is 'First day on which the score may change by time alone; null when nothing runs out';
      create index account_due on credit.account (next_change_on, institution_id) where next_change_on is not null;
      create index account_district on credit.account (district, grade);

      create table credit.event (
        id uuid primary key,
        institution_id uuid not null references credit.account,
        district text not null references reference.district,
        source_type text not null check (source_type in ('INSPECTION_RESULT', 'PENALTY', 'IMPORT')),
        source_id uuid not null,
        item text not null default '',
        rule_code text not null,
        direction text not null check (direction in ('DEDUCT', 'BONUS')),
        points integer not null check (points > 0),
        half_life_months integer not null check (half_life_months > 0),
        forces_grade char(1) check (forces_grade in ('A', 'B', 'C', 'D')),
        effective_on date not null,
        expires_on date not null check (expires_on > effective_on),
        text text not null,
        disclosed boolean not null,
        recorded_at timestamptz not null,
        unique (source_type, source_id, rule_code, item)
      );
      comment on table credit.event is 'What counts for or against an institution; each source counts once';
      comment on column credit.event.item is 'Part of the source, e.g. the code of the inspected item; empty when it is the whole';
      comment on column credit.event.points is 'Points on the first day; halved at each half-life, nothing from expires_on on';
      comment on column credit.event.forces_grade is 'Grade while the event stands and is not lifted, whatever the score';
      comment on column credit.event.disclosed is 'Whether the public may read the text: not for what is itself unpublished';
      create index event_institution on credit.event (institution_id, effective_on desc, id);

      create table credit.event_lift (
        event_id uuid primary key references credit.event,
        institution_id uuid not null references credit.account,
        district text not null references reference.district,
        lifted_on date not null,
        note text not null,
        confirmed_by uuid not null,
        recorded_at timestamptz not null
      );
      comment on table credit.event_lift is 'From when an event forces no grade any more, e.g. after rectification';
      create index event_lift_institution on credit.event_lift (institution_id);

      create table credit.grade_change (
        institution_id uuid not null references credit.account,
        seq integer not null check (seq > 0),
        district text not null references reference.district,
        from_grade char(1) check (from_grade in ('A', 'B', 'C', 'D')),
        to_grade char(1) not null check (to_grade in ('A', 'B', 'C', 'D')),
        score integer not null check (score between 0 and 100),
        changed_on date not null,
        at timestamptz not null,
        cause text not null,
        events uuid[] not null,
        primary key (institution_id, seq)
      );
      comment on table credit.grade_change is 'Every change of grade with the events that stood behind it; the first row is the opening';

      create trigger event_append_only before update or delete or truncate on credit.event
        for each statement execute function platform.refuse_change();
      create trigger event_lift_append_only before update or delete or truncate on credit.event_lift
        for each statement execute function platform.refuse_change();
      create trigger grade_change_append_only before update or delete or truncate on credit.grade_change
        for each statement execute function platform.refuse_change();

      create function credit.is_own(institution uuid) returns boolean
        language sql stable parallel safe
        return exists (select from institutions.institution i where i.id = institution and platform.is_actor(i.operator_id));
      alter table credit.account enable row level security;
      create policy account_rights on credit.account to zhaoguan_app
        using (platform.covers(district) or credit.is_own(institution_id)) with check (platform.covers(district));
      alter table credit.event enable row level security;
      create policy event_rights on credit.event to zhaoguan_app
        using (platform.covers(district) or credit.is_own(institution_id)) with check (platform.covers(district));
      alter table credit.event_lift enable row level security;
      create policy event_lift_rights on credit.event_lift to zhaoguan_app
        using (platform.covers(district) or credit.is_own(institution_id)) with check (platform.covers(district));
      alter table credit.grade_change enable row level security;
      create policy grade_change_rights on credit.grade_change to zhaoguan_app
        using (platform.covers(district) or credit.is_own(institution_id)) with check (platform.covers(district));
      grant select, insert, update on credit.account to zhaoguan_app;
      grant select, insert on credit.event, credit.event_lift, credit.grade_change to zhaoguan_app;

      create view credit.credit_public as
        select a.institution_id, a.grade, a.grade_since,
               coalesce((select jsonb_agg(jsonb_build_object('text', e.text, 'direction', e.direction, 'on', e.effective_on)
                                          order by e.effective_on desc, e.id)
                           from credit.event e
                          where e.institution_id = a.institution_id and e.disclosed
                            and e.expires_on > a.computed_on), '[]') as reasons
          from credit.account a;
      comment on view credit.credit_public is 'Grade and its published reasons in plain words, without points and persons';
      grant select on credit.credit_public to zhaoguan_public, zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop schema credit cascade');
  }
}
