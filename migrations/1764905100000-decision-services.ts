import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When a decision of a penalty or of a removal reached its party (送达回证): the periods run from then, and not from the day of the
 * decision. Of penalties of before, the officer has said that they were handed over on that day; of removals nobody has said anything.
 * @law 行政处罚法第六十一条、第六十七条；行政复议法第二十条；行政诉讼法第四十六条
 */
export class DecisionServices1764905100000 implements MigrationInterface {
  name = 'DecisionServices1764905100000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(table('enforcement', 'case_id', 'enforcement.penalty_case', `'ONLINE', 'DELIVERED'`));
    await db.query(table('removals', 'removal_id', 'removals.removal', `'ONLINE', 'DELIVERED', 'ANNOUNCED'`));
    await db.query(`
      insert into enforcement.decision_service
        (case_id, number, service, service_note, served_on, received_on, reconsideration_until, litigation_until, payment_due_on,
         entered_by, entered_at)
        select id, 1, 'DELIVERED', '作出决定当日宣告并当场交付', served_on, served_on, reconsideration_until, litigation_until, payment_due_on,
               decided_by, coalesce((select max(t.at) from enforcement.case_transition t
                                      where t.case_id = c.id and t.action in ('penalise', 'dismiss')),
                                    (decided_on + 1)::timestamp at time zone 'Asia/Shanghai')
          from enforcement.penalty_case c where decided_on is not null;
      alter table enforcement.penalty_case
        drop column served_on, drop column payment_due_on, drop column reconsideration_until, drop column litigation_until,
        add column serve_by date,
        add constraint case_to_serve check (serve_by is null or decided_on is not null);
      comment on column enforcement.penalty_case.serve_by is
        'Last day for the service of the decision (行政处罚法 art. 61); null once it is served';
      create index penalty_case_to_serve on enforcement.penalty_case (district, serve_by, id) where serve_by is not null;

      alter table removals.removal drop constraint removal_decided;
      alter table removals.removal
        drop column reconsideration_until, drop column litigation_until,
        add column serve_by date,
        add constraint removal_decided check (
          num_nonnulls(decision_number, decided_by, decided_on, decided_at) in (0, 4)
          and (decision_number is not null) = (status in ('DECIDED', 'ANNULLED'))),
        add constraint removal_to_serve check (serve_by is null or decided_on is not null);
      comment on column removals.removal.serve_by is
        'Last day for the service of the decision; null once it is served, and of those from before that was asked';
      create index removal_to_serve on removals.removal (district, serve_by, id) where serve_by is not null;
    `);
    await db.query(more('enforcement', CASE_TO_SERVE));
    await db.query(more('removals', REMOVAL_TO_SERVE));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(less('enforcement', 'CASE_DECISION_TO_SERVE'));
    await db.query(less('removals', 'REMOVAL_DECISION_TO_SERVE'));
    await db.query(`
      alter table removals.removal drop constraint removal_decided;
      alter table removals.removal
        drop column serve_by, add column reconsideration_until date, add column litigation_until date;
      alter table removals.removal disable trigger user;
      update removals.removal r
         set reconsideration_until = coalesce(s.reconsideration_until, r.decided_on + 60),
             litigation_until = coalesce(s.litigation_until, (r.decided_on + interval '6 months')::date)
        from removals.removal d left join lateral (${latest('removals', 'removal_id')}) s on true
       where d.id = r.id and r.decided_on is not null;
      alter table removals.removal enable trigger user;
      alter table removals.removal
        add constraint removal_decided check (
          num_nonnulls(decision_number, decided_by, decided_on, decided_at, reconsideration_until, litigation_until) in (0, 6)
          and (decision_number is not null) = (status in ('DECIDED', 'ANNULLED')));

      alter table enforcement.penalty_case
        drop column serve_by, add column served_on date, add column payment_due_on date,
        add column reconsideration_until date, add column litigation_until date;
      alter table enforcement.penalty_case disable trigger user;
      update enforcement.penalty_case c
         set served_on = coalesce(s.served_on, c.decided_on),
             payment_due_on = case when c.decision_amount_fen > 0 then coalesce(s.payment_due_on, c.decided_on + 15) end,
             reconsideration_until = coalesce(s.reconsideration_until, c.decided_on + 60),
             litigation_until = coalesce(s.litigation_until, (c.decided_on + interval '6 months')::date)
        from enforcement.penalty_case d left join lateral (${latest('enforcement', 'case_id')}) s on true
       where d.id = c.id and c.decided_on is not null;
      alter table enforcement.penalty_case enable trigger user;
      drop table enforcement.decision_service;
      drop table removals.decision_service;
    `);
  }
}

const table = (schema: string, subject: string, of: string, services: string): string => `
  create table ${schema}.decision_service (
    ${subject} uuid not null references ${of},
    number integer not null check (number > 0),
    service text not null check (service in (${services})),
    service_note text,
    served_on date not null,
    received_on date not null,
    reconsideration_until date not null,
    litigation_until date not null,
    payment_due_on date,
    reason text,
    entered_by uuid,
    entered_at timestamptz not null,
    primary key (${subject}, number),
    constraint decision_service_noted check ((service = 'ONLINE') = (service_note is null)),
    constraint decision_service_corrected check ((number = 1) = (reason is null)),
    constraint decision_service_entered check (entered_by is not null or (number = 1 and service = 'ONLINE')),
    constraint decision_service_happened check (
      served_on <= (entered_at at time zone 'Asia/Shanghai')::date and received_on >= served_on)
  );
  comment on table ${schema}.decision_service is
    'How and when a decision reached its party (送达回证), and the last days that follow; the last record of a decision holds';
  comment on column ${schema}.decision_service.received_on is 'From which the periods run: an announcement is over then';
  comment on column ${schema}.decision_service.reason is 'Why the record before was wrong';
  comment on column ${schema}.decision_service.entered_by is 'Null where the system has served it together with the decision';
  create trigger decision_service_append_only before update or delete or truncate on ${schema}.decision_service
    for each statement execute function platform.refuse_change();
  alter table ${schema}.decision_service enable row level security;
  create policy decision_service_read on ${schema}.decision_service for select to zhaoguan_app
    using (exists (select from ${of} c where c.id = ${subject}));
  create policy decision_service_enter on ${schema}.decision_service for insert to zhaoguan_app
    with check (exists (select from ${of} c where c.id = ${subject} and c.decided_on is not null
                                              and platform.covers(coalesce(c.township, c.district))));
  grant select, insert on ${schema}.decision_service to zhaoguan_app;
`;

const latest = (schema: string, subject: string): string => `
  select * from ${schema}.decision_service e where e.${subject} = d.id order by e.number desc limit 1`;

const CASE_TO_SERVE = `
  select 'CASE_DECISION_TO_SERVE', 'penalty-case', id, party_name, decision_number, district, null::text,
         decided_on::timestamp at time zone 'Asia/Shanghai', date 'infinity', serve_by, 'case.manage', department,
         null::uuid, '{}'::uuid[]
    from enforcement.penalty_case where serve_by is not null`;

const REMOVAL_TO_SERVE = `
  select 'REMOVAL_DECISION_TO_SERVE', 'removal', r.id, r.institution_name,
         removals.type_in_words(r.type, r.regime) || (r.ground ->> 'label'), r.district, r.township,
         r.decided_at, date 'infinity', r.serve_by, 'removal.manage', platform.lead_department(r.kind), null::uuid, '{}'::uuid[]
    from removals.removal r where r.serve_by is not null and r.status = 'DECIDED'`;

const view = (schema: string, shown: string): string => `
  do $$ declare shown text := rtrim(pg_get_viewdef('${schema}.work_item'::regclass), ';');
  begin
    execute 'create or replace view ${schema}.work_item with (security_invoker = true) as ' || ${shown};
  end $$;
`;
const more = (schema: string, items: string): string =>
  view(schema, `shown || $more$ union all ${items}$more$`);
const less = (schema: string, type: string): string =>
  view(schema, `left(shown, strpos(shown, 'UNION ALL' || chr(10) || ' SELECT ''${type}''') - 1)`);
