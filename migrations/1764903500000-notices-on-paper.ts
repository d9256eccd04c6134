import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A notice of a penalty that is handed over on paper is drawn up, printed and served, and only then is its service entered. Until then it has
 * a paper of a day, and neither a day on which the party was told nor an end of its period, by which everybody but the office is kept from it.
 * @law 行政处罚法第四十四条
 */
export class NoticesOnPaper1764903500000 implements MigrationInterface {
  name = 'NoticesOnPaper1764903500000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table enforcement.penalty_case add column notice_paper_on date;
      comment on column enforcement.penalty_case.notice_paper_on is 'Day that the paper of the notice bears';
      comment on column enforcement.penalty_case.noticed_on is
        'Day on which the service of the notice was entered; until then nothing of the case is the party''s to read';
      update enforcement.penalty_case set notice_paper_on = noticed_on where noticed_on is not null;
    `);
    await db.query(
      constraints({
        states: `'OPENED', 'PREPARED', 'NOTICED', 'STATED', 'DECIDED', 'NOT_PENALISED'`,
        open: `'OPENED', 'PREPARED', 'NOTICED', 'STATED'`,
        noticed: `(notice_paper_on is null) = (notice_measures is null)
          and (noticed_on is null) = (statement_until is null)
          and (noticed_on is null or (notice_paper_on is not null and notice_paper_on <= noticed_on))
          and (noticed_on is not null or status in ('OPENED', 'PREPARED', 'NOT_PENALISED'))
          and (status <> 'OPENED' or notice_paper_on is null)
          and (status <> 'PREPARED' or (notice_paper_on is not null and noticed_on is null))`,
        paperOn: 'notice_paper_on',
      }),
    );
    await db.query(`
      create trigger penalty_case_keeps_paper before update on enforcement.penalty_case for each row
        when (old.status = 'PREPARED' and new.status <> 'PREPARED' and (${CONTENTS.map(
          (column) => `old.${column} is distinct from new.${column}`,
        ).join(' or ')}))
        execute function platform.refuse_rewriting();
      ${waiting(`shown || $now$
        union all
        select 'CASE_TO_SERVE', 'penalty-case', id, party_name, case_number, district, null::text,
               notice_paper_on::timestamp at time zone 'Asia/Shanghai', date 'infinity', decide_by, 'case.manage',
               department, null::uuid, '{}'::uuid[]
          from enforcement.penalty_case where status = 'PREPARED'$now$`)}
    `);
  }

  /** What was not served was told to nobody: such a case is opened and no more. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ${waiting(`left(shown, strpos(shown, $part$'CASE_TO_SERVE'$part$) - length($part$UNION ALL
 SELECT $part$) - 1)`)}
      drop trigger penalty_case_keeps_paper on enforcement.penalty_case;
      alter table enforcement.penalty_case drop constraint case_noticed, drop constraint case_prior_order;
      update enforcement.penalty_case
         set status = case status when 'PREPARED' then 'OPENED' else status end, notice_severity = null, notice_measures = null,
             notice_amount_fen = null, notice_facts = null, notice_reasons = null, prior_order_number = null,
             prior_ordered_on = null, prior_order_due_on = null
       where notice_paper_on is not null and noticed_on is null;
      alter table enforcement.penalty_case add constraint case_noticed check (true), add constraint case_prior_order check (true);
    `);
    await db.query(
      constraints({
        states: `'OPENED', 'NOTICED', 'STATED', 'DECIDED', 'NOT_PENALISED'`,
        open: `'OPENED', 'NOTICED', 'STATED'`,
        noticed: `(noticed_on is null) = (notice_measures is null)
          and (noticed_on is null) = (statement_until is null)
          and (noticed_on is not null or status in ('OPENED', 'NOT_PENALISED'))`,
        paperOn: 'noticed_on',
      }),
    );
    await db.query(`
      alter table enforcement.penalty_case drop column notice_paper_on;
      comment on column enforcement.penalty_case.noticed_on is null;
    `);
  }
}

/** What a notice proposes: whoever enters its service changes nothing of it. */
const CONTENTS = [
  'notice_paper_on',
  'notice_severity',
  'notice_measures',
  'notice_amount_fen',
  'notice_facts',
  'notice_reasons',
  'prior_order_number',
  'prior_ordered_on',
  'prior_order_due_on',
];

const constraints = ({
  states,
  open,
  noticed,
  paperOn,
}: Readonly<Record<'states' | 'open' | 'noticed' | 'paperOn', string>>): string => `
  alter table enforcement.penalty_case
    drop constraint penalty_case_status_check,
    drop constraint case_noticed,
    drop constraint case_prior_order,
    add constraint penalty_case_status_check check (status in (${states})),
    add constraint case_noticed check (${noticed}),
    add constraint case_prior_order check (
      (prior_order_number is null) = (prior_ordered_on is null)
      and (prior_order_number is null) = (prior_order_due_on is null)
      and (prior_order_number is null or ${paperOn} is not null)
      and prior_ordered_on <= prior_order_due_on and prior_order_due_on < ${paperOn});
  drop index enforcement.penalty_case_open;
  create index penalty_case_open on enforcement.penalty_case (district, decide_by, id) where status in (${open});
`;

const waiting = (shown: string): string => `
  do $$ declare shown text := rtrim(pg_get_viewdef('enforcement.work_item'), ';');
  begin
    execute 'create or replace view enforcement.work_item with (security_invoker = true) as ' || ${shown};
  end $$;
`;
