import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Penalty cases (行政处罚案件): from opening to decision, with their history. */
export class Enforcement1763700700000 implements MigrationInterface {
  name = 'Enforcement1763700700000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table reference.loaded add column header jsonb;
      comment on column reference.loaded.header is 'What the file says beside its rows, e.g. measures of penalty-bases, engine of credit-rules';

      create schema enforcement;
      grant usage on schema enforcement to zhaoguan_app, zhaoguan_public;

      create table enforcement.number_series (
        series text primary key,
        last integer not null check (last > 0)
      );
      comment on table enforcement.number_series is 'Last number given in each series; taken in the transaction of the act, so a series has no gaps';

      create table enforcement.penalty_case (
        id uuid primary key,
        case_number text not null unique,
        institution_id uuid not null references institutions.institution,
        kind text not null check (kind in ('ELDERLY_CARE', 'CHILDCARE')),
        district text not null references reference.district,
        department text not null,
        authority_name text not null,
        party_name text not null,
        party_uscc text not null,
        basis_code text not null,
        basis jsonb not null,
        investigators text[] not null check (cardinality(investigators) >= 2),
        status text not null
          check (status IN ('OPENED', 'NOTICED', 'STATED', 'DECIDED', 'NOT_PENALISED')),
        opened_by uuid not null,
        opened_on date not null,
        decide_by date not null,
        notice_severity text check (notice_severity in ('GENERAL', 'REFUSES', 'SERIOUS')),
        notice_measures text[],
        notice_amount_fen bigint check (notice_amount_fen >= 0),
        notice_facts text,
        notice_reasons text,
        noticed_on date,
        statement_until date,
        decision_number text unique,
        decision_measures text[],
        decision_measure_labels text[],
        decision_amount_fen bigint check (decision_amount_fen >= 0),
        decision_text text,
        statement_review text,
        publicity_class text check (publicity_class in ('MINOR', 'GENERAL', 'SERIOUS')),
        decided_by uuid,
        decided_on date,
        served_on date,
        payment_due_on date,
        reconsideration_until date,
        litigation_until date,
        version integer not null,
        constraint case_noticed check (
          (noticed_on is null) = (notice_measures is null)
          and (noticed_on is null) = (statement_until is null)
          and (noticed_on is not null or status in ('OPENED', 'NOT_PENALISED'))
        ),
        constraint case_decided check (
          (status in ('DECIDED', 'NOT_PENALISED')) = (decided_on is not null)
          and (status = 'DECIDED') = (decision_measures is not null)
          and (status = 'DECIDED') = (publicity_class is not null)
          and (decided_on is null) = (decision_number is null)
        ),
        constraint case_not_heavier check (
          decision_measures is null
          or (decision_measures <@ notice_measures and decision_amount_fen <= notice_amount_fen)
        )
      );
      comment on table enforcement.penalty_case is 'Penalty cases (行政处罚案件); the current state of each';
      comment on column enforcement.penalty_case.party_name is 'Registered name of the party when the case was opened';
      comment on column enforcement.penalty_case.basis is 'The clause as it stood when the case was opened (row of penalty-bases)';
      comment on column enforcement.penalty_case.investigators is 'Certificate numbers of the officials who found the facts; at least two (行政处罚法 art. 42)';
      comment on column enforcement.penalty_case.decide_by is 'Last day for the decision (行政处罚法 art. 60)';
      comment on constraint case_not_heavier on enforcement.penalty_case is 'No heavier penalty because of a statement (行政处罚法 art. 45)';

      create index penalty_case_district on enforcement.penalty_case (district, department, id desc);
      create index penalty_case_institution on enforcement.penalty_case (institution_id, id desc);
      create index penalty_case_status on enforcement.penalty_case (status, id desc);

      create table enforcement.case_finding (
        case_id uuid not null references enforcement.penalty_case,
        finding_id uuid not null,
        department text not null,
        result_id uuid not null,
        item_code text not null,
        item_title text not null,
        legal_basis jsonb not null,
        severity text not null check (severity in ('V', 'H', 'M', 'L')),
        note text,
        inspected_on date not null,
        primary key (case_id, finding_id)
      );
      create unique index case_finding_once on enforcement.case_finding (finding_id, department);
      comment on table enforcement.case_finding is 'Failed findings a case rests on, as they stood; one department takes up a finding once (行政处罚法 art. 29)';

      create table enforcement.case_statement (
        id uuid primary key,
        case_id uuid not null references enforcement.penalty_case,
        nature text not null check (nature in ('STATEMENT', 'WAIVER')),
        channel text not null check (channel in ('PARTY', 'RECORDED')),
        text text not null,
        made_by uuid not null,
        made_at timestamptz not null
      );
      create index case_statement_case on enforcement.case_statement (case_id, id);
      comment on table enforcement.case_statement is 'What the party said (陈述申辩) or that it waived it; PARTY: online by itself, RECORDED: on paper, entered by the official';

      create table enforcement.case_transition (
        case_id uuid not null references enforcement.penalty_case,
        seq integer not null check (seq > 0),
        action text not null,
        from_state text not null,
        to_state text not null,
        actor_id uuid not null,
        at timestamptz not null,
        legal_basis text,
        primary key (case_id, seq)
      );
      comment on table enforcement.case_transition is 'History of each case; its fold is the status';

      create trigger case_finding_append_only before update or delete or truncate on enforcement.case_finding
        for each statement execute function platform.refuse_change();
      create trigger case_statement_append_only before update or delete or truncate on enforcement.case_statement
        for each statement execute function platform.refuse_change();
      create trigger case_transition_append_only before update or delete or truncate on enforcement.case_transition
        for each statement execute function platform.refuse_change();

      create function enforcement.is_party(institution uuid) returns boolean
        language sql stable parallel safe
        return exists (select from institutions.institution i where i.id = institution and platform.is_actor(i.operator_id));
      comment on function enforcement.is_party(uuid) is 'Whether the bound actor files for this institution';

      alter table enforcement.penalty_case enable row level security;
      create policy penalty_case_rights on enforcement.penalty_case to zhaoguan_app
        using (platform.covers(district) or (noticed_on is not null and enforcement.is_party(institution_id)))
        with check (platform.covers(district) or (noticed_on is not null and enforcement.is_party(institution_id)));

      alter table enforcement.case_finding enable row level security;
      create policy case_finding_rights on enforcement.case_finding to zhaoguan_app
        using (exists (select from enforcement.penalty_case c where c.id = case_id));
      alter table enforcement.case_statement enable row level security;
      create policy case_statement_rights on enforcement.case_statement to zhaoguan_app
        using (exists (select from enforcement.penalty_case c where c.id = case_id));
      alter table enforcement.case_transition enable row level security;
      create policy case_transition_rights on enforcement.case_transition to zhaoguan_app
        using (exists (select from enforcement.penalty_case c where c.id = case_id));

      grant select, insert, update on enforcement.number_series, enforcement.penalty_case to zhaoguan_app;
      grant select, insert on enforcement.case_finding, enforcement.case_statement, enforcement.case_transition to zhaoguan_app;

      create view enforcement.penalty_facts as
        select id as case_id, institution_id, party_name as institution_name, party_uscc as uscc, kind, district,
               authority_name, decision_number, decided_on, basis ->> 'conduct' as violation,
               basis ->> 'law' as basis_law, basis ->> 'article' as basis_article,
               decision_measures as measures, decision_measure_labels as measure_labels,
               decision_amount_fen as amount_fen, publicity_class
          from enforcement.penalty_case
         where status = 'DECIDED';
      comment on view enforcement.penalty_facts is 'Decided penalties without persons, for the publication module; whether they are public it decides';
      grant select on enforcement.penalty_facts to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop schema enforcement cascade; alter table reference.loaded drop column header');
  }
}
