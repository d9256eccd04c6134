import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 抽取: everything that goes into and comes out of a draw, and what the public may see of it. */
export class Draws1763700505000 implements MigrationInterface {
  name = 'Draws1763700505000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(DRAWS);
    await db.query(PARTS);
    await db.query(RIGHTS);
    await db.query(VIEWS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop view inspections.draw_public, inspections.draw_target_public, inspections.draw_opened_public,
        inspections.draw_inspector_public, inspections.draw_conflict_public, inspections.draw_selection_public,
        inspections.draw_reserve_public, inspections.draw_replacement_public;
      drop table inspections.draw_target, inspections.draw_inspector, inspections.draw_conflict,
        inspections.draw_selection, inspections.draw_reserve, inspections.draw_replacement, inspections.transition;
      drop table inspections.draw;
    `);
  }
}

const DRAWS = `
  create table inspections.draw (
    id uuid primary key,
    plan_id uuid not null references inspections.plan,
    title text not null,
    kind text not null check (kind in ('ELDERLY_CARE', 'CHILDCARE')),
    districts text[] not null,
    status text not null check (status in
      ('ANNOUNCED', 'BEACON_ENTERED', 'BEACON_CONFIRMED', 'DRAWN', 'INFEASIBLE', 'OPENED', 'VOIDED')),
    announcement text not null,
    announcement_sm3 char(64) not null,
    commitment char(64) not null,
    nonce_sealed text not null,
    beacon_source text not null,
    beacon_round text not null,
    target_count integer not null check (target_count > 0),
    announced_by uuid not null,
    announced_at timestamptz not null,
    beacon_value text,
    beacon_source_url text,
    beacon_entered_by uuid,
    beacon_entered_at timestamptz,
    beacon_confirmed_by uuid,
    beacon_confirmed_at timestamptz,
    result_digest char(64),
    seed_sealed text,
    drawn_at timestamptz,
    failure jsonb,
    nonce text,
    seed text,
    opened_at timestamptz,
    voided_at timestamptz,
    void_reason text,
    version integer not null,
    constraint draw_two_officials check (beacon_confirmed_by <> beacon_entered_by),
    constraint draw_beacon_confirmed check
      (status not in ('BEACON_CONFIRMED', 'DRAWN', 'INFEASIBLE', 'OPENED') or beacon_confirmed_by is not null),
    constraint draw_result check (status not in ('DRAWN', 'OPENED') or (result_digest is not null and seed_sealed is not null)),
    constraint draw_secret_until_opened check (status in ('OPENED', 'VOIDED') or (nonce is null and seed is null)),
    constraint draw_open_is_complete check (status <> 'OPENED' or (nonce is not null and seed is not null)),
    constraint draw_void_has_reason check (status <> 'VOIDED' or void_reason is not null)
  );
  create index draw_plan on inspections.draw (plan_id, id desc);
  create unique index draw_in_progress on inspections.draw (plan_id) where status not in ('OPENED', 'VOIDED');
  create index draw_newest on inspections.draw (announced_at desc, id desc);
  comment on table inspections.draw is '抽取 (docs/spec/draw.md)';
  comment on column inspections.draw.announcement is 'The published announcement, byte for byte (RFC 8785)';
  comment on column inspections.draw.nonce_sealed is 'The nonce, sealed (FieldCipher) until the opening';
  comment on column inspections.draw.seed_sealed is 'The seed, sealed (FieldCipher) until the opening';
  comment on column inspections.draw.nonce is 'The nonce, published at the opening';
  comment on column inspections.draw.failure is 'INFEASIBLE: the target and the department that found nobody';

  create table inspections.transition (
    subject text not null check (subject in ('draw', 'task', 'result')),
    subject_id uuid not null,
    seq integer not null check (seq > 0),
    action text not null,
    from_status text not null,
    to_status text not null,
    actor_id uuid not null,
    at timestamptz not null,
    reason text,
    legal_basis text,
    districts text[] not null,
    primary key (subject, subject_id, seq)
  );
  comment on table inspections.transition is 'Every act on a draw, a task or a result; the state is the fold of these rows';
`;

const PARTS = `
  -- No foreign key to the draw: a million checks for one row that the same transaction writes.
  create table inspections.draw_target (
    draw_id uuid not null,
    target_id uuid not null,
    stratum text not null check (stratum ~ '^[A-Za-z0-9._-]{1,64}$'),
    district text not null check (district ~ '^[A-Za-z0-9._-]{1,64}$'),
    primary key (draw_id, target_id)
  );
  comment on table inspections.draw_target is 'The hat: institutions as they stood when the draw was announced';

  create table inspections.draw_inspector (
    draw_id uuid not null references inspections.draw,
    certificate_number text not null,
    inspector_id uuid not null references inspections.inspector,
    person_id uuid not null,
    name text not null,
    department text not null,
    districts text[] not null,
    primary key (draw_id, certificate_number)
  );
  create index draw_inspector_inspector on inspections.draw_inspector (inspector_id);
  comment on table inspections.draw_inspector is 'Inspectors as they stood when the draw was announced';

  create table inspections.draw_conflict (
    draw_id uuid not null references inspections.draw,
    certificate_number text not null,
    target_id uuid not null,
    primary key (draw_id, certificate_number, target_id)
  );
  comment on table inspections.draw_conflict is 'Recusals (回避) in force when the draw was announced';

  create table inspections.draw_selection (
    draw_id uuid not null references inspections.draw,
    rank integer not null check (rank >= 1),
    target_id uuid not null,
    stratum text not null,
    ticket char(64) not null,
    teams jsonb not null,
    primary key (draw_id, rank),
    unique (draw_id, target_id)
  );
  comment on table inspections.draw_selection is 'What was drawn; secret until the opening';

  create table inspections.draw_reserve (
    draw_id uuid not null references inspections.draw,
    stratum text not null,
    targets uuid[] not null,
    primary key (draw_id, stratum)
  );
  comment on table inspections.draw_reserve is 'What was not drawn, in ticket order; the next in line for a replacement (补抽)';

  create table inspections.draw_replacement (
    draw_id uuid not null references inspections.draw,
    seq integer not null check (seq > 0),
    voided_target uuid not null,
    target_id uuid not null,
    stratum text not null,
    ticket char(64) not null,
    teams jsonb not null,
    reason text not null,
    replaced_by uuid not null,
    replaced_at timestamptz not null,
    primary key (draw_id, seq),
    unique (draw_id, target_id),
    unique (draw_id, voided_target)
  );
  comment on table inspections.draw_replacement is '补抽, in order';
`;

const APPEND_ONLY = [
  'transition',
  'draw_target',
  'draw_inspector',
  'draw_conflict',
  'draw_selection',
  'draw_reserve',
  'draw_replacement',
];
const PARTS_OF_A_DRAW = [
  'draw_inspector',
  'draw_conflict',
  'draw_selection',
  'draw_reserve',
  'draw_replacement',
];

const RIGHTS = `
  ${APPEND_ONLY.map(
    (table) => `
  create trigger ${table}_append_only before update or delete or truncate on inspections.${table}
    for each statement execute function platform.refuse_change();
  grant select, insert on inspections.${table} to zhaoguan_app;`,
  ).join('')}

  grant select, insert on inspections.draw to zhaoguan_app;
  grant update (status, beacon_value, beacon_source_url, beacon_entered_by, beacon_entered_at, beacon_confirmed_by,
    beacon_confirmed_at, result_digest, seed_sealed, drawn_at, failure, nonce, seed, opened_at, voided_at, void_reason, version)
    on inspections.draw to zhaoguan_app;

  alter table inspections.draw enable row level security;
  create policy draw_rights on inspections.draw to zhaoguan_app
    using (inspections.covers_all(districts)) with check (inspections.covers_all(districts));

  alter table inspections.draw_target enable row level security;
  create policy draw_target_rights on inspections.draw_target to zhaoguan_app
    using (platform.covers(district)) with check (platform.covers(district));
  ${PARTS_OF_A_DRAW.map(
    (table) => `
  alter table inspections.${table} enable row level security;
  create policy ${table}_rights on inspections.${table} to zhaoguan_app
    using (exists (select from inspections.draw d where d.id = draw_id))
    with check (exists (select from inspections.draw d where d.id = draw_id));`,
  ).join('')}

  alter table inspections.transition enable row level security;
  create policy transition_read on inspections.transition for select to zhaoguan_app
    using (inspections.reaches(districts) or platform.is_actor(actor_id));
  create policy transition_insert on inspections.transition for insert to zhaoguan_app
    with check (platform.is_actor(actor_id));
`;

const VIEWS = `
  create view inspections.draw_public as
    select d.id, d.title, d.kind, d.districts, d.status, d.announcement, d.announcement_sm3, d.announced_at,
           d.commitment, d.beacon_source, d.beacon_round, d.target_count, d.beacon_confirmed_at,
           case when d.beacon_confirmed_at is not null then d.beacon_value end as beacon_value,
           case when d.beacon_confirmed_at is not null then d.beacon_source_url end as beacon_source_url,
           d.result_digest, d.drawn_at, d.opened_at, d.voided_at, d.void_reason
      from inspections.draw d;
  comment on view inspections.draw_public is 'What the public may know of a draw before it is opened';

  create view inspections.draw_target_public as
    select draw_id, target_id, stratum, district from inspections.draw_target;
  comment on view inspections.draw_target_public is 'The hat of every announced draw';

  create view inspections.draw_opened_public as
    select id as draw_id, nonce, seed, result_digest from inspections.draw where seed is not null;
  create view inspections.draw_inspector_public as
    select i.draw_id, i.certificate_number, i.department, i.districts
      from inspections.draw_inspector i join inspections.draw d on d.id = i.draw_id and d.seed is not null;
  create view inspections.draw_conflict_public as
    select c.draw_id, c.certificate_number, c.target_id
      from inspections.draw_conflict c join inspections.draw d on d.id = c.draw_id and d.seed is not null;
  create view inspections.draw_selection_public as
    select s.draw_id, s.rank, s.target_id, s.stratum, s.ticket, s.teams
      from inspections.draw_selection s join inspections.draw d on d.id = s.draw_id and d.seed is not null;
  create view inspections.draw_reserve_public as
    select r.draw_id, r.stratum, r.targets
      from inspections.draw_reserve r join inspections.draw d on d.id = r.draw_id and d.seed is not null;
  create view inspections.draw_replacement_public as
    select r.draw_id, r.seq, r.voided_target, r.target_id, r.stratum, r.ticket, r.teams, r.reason, r.replaced_at
      from inspections.draw_replacement r join inspections.draw d on d.id = r.draw_id and d.seed is not null;
  comment on view inspections.draw_opened_public is 'The secrets of a draw, once it is opened, or discarded after it was drawn';
  comment on view inspections.draw_inspector_public is 'Who could be sent, by certificate number, once the draw is opened';
  comment on view inspections.draw_conflict_public is 'Who could not be sent where, once the draw is opened';
  comment on view inspections.draw_selection_public is 'What was drawn and who was sent, once the draw is opened';
  comment on view inspections.draw_reserve_public is 'Who stood next in each stratum, once the draw is opened';
  comment on view inspections.draw_replacement_public is 'Who took the place of a closed institution, once the draw is opened';
  grant select on inspections.draw_public, inspections.draw_target_public,
    inspections.draw_opened_public, inspections.draw_inspector_public, inspections.draw_conflict_public,
    inspections.draw_selection_public, inspections.draw_reserve_public, inspections.draw_replacement_public
    to zhaoguan_public;
`;
