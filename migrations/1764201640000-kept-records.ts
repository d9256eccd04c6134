import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was announced, drawn, found and decided stays so: the database itself refuses the rest, whoever asks. */
export class KeptRecords1764201640000 implements MigrationInterface {
  name = 'KeptRecords1764201640000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(FUNCTIONS);
    await db.query(DRAWS);
    await db.query(PARTS_OF_A_DRAW);
    await db.query(WHAT_FOLLOWS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger draw_begins on inspections.draw;
      drop function inspections.begin_draw();
      drop function inspections.refuse_late_inputs() cascade;
      drop function inspections.refuse_unless_draw_is() cascade;
      drop function platform.refuse_rewriting() cascade;
      alter table inspections.draw drop column announced_in;
    `);
  }
}

/** A trigger that refuses an update under a condition; the condition is asked without calling a function. */
const refuseUpdate = (name: string, table: string, condition: string): string => `
  create trigger ${name} before update on ${table} for each row when (${condition})
    execute function platform.refuse_rewriting();`;

const setOnce = (columns: string): string =>
  columns
    .split(/\s+/)
    .map((column) => `(old.${column} is not null and new.${column} is distinct from old.${column})`)
    .join(' or ');

const changed = (columns: string): string => {
  const row = (which: string): string =>
    columns
      .split(/\s+/)
      .map((column) => `${which}.${column}`)
      .join(', ');
  return `(${row('old')}) is distinct from (${row('new')})`;
};

/** Any step from one state to another that is not among these, each written `FROM>TO`. */
const noStep = (steps: string): string => {
  const pairs = steps.split(/\s+/).map((step) => `('${step.replace('>', "', '")}')`);
  return `old.status <> new.status and (old.status, new.status) not in (${pairs.join(', ')})`;
};

const FUNCTIONS = `
  create function platform.refuse_rewriting() returns trigger language plpgsql as $$
  begin
    raise exception 'rows of %.% keep what they say: % refuses the change', tg_table_schema, tg_table_name, tg_name
      using errcode = 'restrict_violation';
  end $$;
  comment on function platform.refuse_rewriting() is 'For triggers whose condition says what may not change';

  create function inspections.begin_draw() returns trigger language plpgsql as $$
  begin
    if new.status <> 'ANNOUNCED' then
      raise exception 'a draw begins with its announcement' using errcode = 'restrict_violation';
    end if;
    new.announced_in := pg_current_xact_id();
    return new;
  end $$;

  -- These two look past row-level security: a draw of which the writer covers one county only would be invisible.
  create function inspections.refuse_late_inputs() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
  begin
    if exists (select from (select distinct draw_id from added) as a join inspections.draw d on d.id = a.draw_id
                where d.announced_in <> pg_current_xact_id()) then
      raise exception 'rows of %.% are written in the transaction that announces their draw', tg_table_schema, tg_table_name
        using errcode = 'restrict_violation';
    end if;
    return null;
  end $$;

  create function inspections.refuse_unless_draw_is() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
  begin
    if exists (select from (select distinct draw_id from added) as a join inspections.draw d on d.id = a.draw_id
                where d.status <> tg_argv[0]) then
      raise exception 'rows of %.% are written while their draw is %', tg_table_schema, tg_table_name, tg_argv[0]
        using errcode = 'restrict_violation';
    end if;
    return null;
  end $$;
  revoke execute on function inspections.refuse_late_inputs(), inspections.refuse_unless_draw_is() from public;
`;

const DRAWS = `
  alter table inspections.draw add column announced_in xid8 not null default pg_current_xact_id();
  comment on column inspections.draw.announced_in is
    'Transaction of the announcement: what goes into the draw is written in it, and never after';
  create trigger draw_begins before insert on inspections.draw for each row execute function inspections.begin_draw();
  ${refuseUpdate(
    'draw_keeps_announcement',
    'inspections.draw',
    changed(
      `id plan_id title kind districts announcement announcement_sm3 commitment nonce_sealed beacon_source beacon_round
       target_count announced_by announced_at announced_in`,
    ),
  )}
  ${refuseUpdate(
    'draw_keeps_beacon',
    'inspections.draw',
    `old.beacon_confirmed_at is not null and ${changed(
      `beacon_value beacon_source_url beacon_entered_by beacon_entered_at beacon_confirmed_by beacon_confirmed_at`,
    )}`,
  )}
  ${refuseUpdate(
    'draw_confirmed_by_another',
    'inspections.draw',
    'old.beacon_confirmed_by is null and new.beacon_confirmed_by = new.announced_by',
  )}
  ${refuseUpdate(
    'draw_keeps_outcome',
    'inspections.draw',
    setOnce('result_digest seed_sealed drawn_at failure nonce seed opened_at voided_at void_reason'),
  )}
  ${refuseUpdate(
    'draw_steps',
    'inspections.draw',
    noStep(
      `ANNOUNCED>BEACON_ENTERED BEACON_ENTERED>BEACON_CONFIRMED BEACON_CONFIRMED>DRAWN BEACON_CONFIRMED>INFEASIBLE
       DRAWN>OPENED ANNOUNCED>VOIDED BEACON_ENTERED>VOIDED BEACON_CONFIRMED>VOIDED DRAWN>VOIDED INFEASIBLE>VOIDED`,
    ),
  )}
  ${refuseUpdate('draw_has_ended', 'inspections.draw', `old.status in ('OPENED', 'VOIDED')`)}
`;

const added = (table: string, check: string): string => `
  create trigger ${table}_in_time after insert on inspections.${table} referencing new table as added
    for each statement execute function inspections.${check};`;

const PARTS_OF_A_DRAW = [
  added('draw_target', 'refuse_late_inputs()'),
  added('draw_inspector', 'refuse_late_inputs()'),
  added('draw_conflict', 'refuse_late_inputs()'),
  added('draw_selection', `refuse_unless_draw_is('BEACON_CONFIRMED')`),
  added('draw_reserve', `refuse_unless_draw_is('BEACON_CONFIRMED')`),
  added('draw_replacement', `refuse_unless_draw_is('DRAWN')`),
].join('');

const WHAT_FOLLOWS = `
  ${refuseUpdate(
    'task_steps',
    'inspections.task',
    noStep(
      `ASSIGNED>IN_PROGRESS IN_PROGRESS>SUBMITTED SUBMITTED>REPLACED ASSIGNED>CANCELLED IN_PROGRESS>CANCELLED`,
    ),
  )}
  ${refuseUpdate(
    'task_keeps_report',
    'inspections.task',
    setOnce('started_at submitted_at submitted_by result_id result_code co_signed_by co_signed_at'),
  )}
  ${refuseUpdate('task_has_ended', 'inspections.task', `old.status in ('REPLACED', 'CANCELLED')`)}
  ${refuseUpdate('result_steps', 'inspections.result', noStep('PENDING>PUBLISHED'))}
  ${refuseUpdate(
    'penalty_case_has_ended',
    'enforcement.penalty_case',
    `old.status in ('DECIDED', 'NOT_PENALISED') and new.status <> old.status`,
  )}
  ${refuseUpdate(
    'penalty_case_keeps_decision',
    'enforcement.penalty_case',
    setOnce(
      `decision_number decision_measures decision_measure_labels decision_amount_fen decision_text statement_review
       publicity_class decided_by decided_on`,
    ),
  )}
`;
