import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every step that an applicant meets is rated (好差评): beside the acts on the filing the visits to the spot, what becomes of a commitment
 * and of a closure, each with a number of its own in its own record. Of a visit those who verified are rated, who are several.
 * @law 国务院办公厅关于建立政务服务“好差评”制度提高政务服务水平的意见（国办发〔2019〕51号）
 */
export class RatedSteps1764960000010 implements MigrationInterface {
  name = 'RatedSteps1764960000010';

  async up(db: QueryRunner): Promise<void> {
    // Filled while the type is changed: the rows are append-only, and nothing of what was said changes.
    await db.query(`
      alter table feedback.rating
        drop constraint rating_once, drop constraint rating_action_check,
        add column process text not null default 'filing'
          constraint rating_process check (process in ('filing', 'filing-verification', 'commitment', 'closure-follow-up')),
        add column record_id uuid;
      alter table feedback.rating
        alter column process drop default,
        alter column record_id type uuid using filing_id,
        alter column official_id type uuid[]
          using case when official_id is null then '{}'::uuid[] else array[official_id] end;
      alter table feedback.rating rename column official_id to official_ids;
      alter table feedback.rating
        alter column record_id set not null,
        alter column official_ids set not null,
        add constraint rating_once unique (process, record_id, step),
        add constraint rating_action_check check (action in ('submit', 'admit', 'dismiss', 'extend', 'return', 'refuse', 'accept', 'visit',
          'revisit', 'recheck', 'keepPromise', 'returnPromise', 'breakPromise', 'checkClosure'));
      create index rating_filing on feedback.rating (filing_id);
      comment on column feedback.rating.process is 'In which process of the filing it was done';
      comment on column feedback.rating.record_id is 'The filing itself, the verification or the commitment';
      comment on column feedback.rating.step is 'Number of the act in that record';
      comment on column feedback.rating.official_ids is 'Who did the step, of a visit who verified; empty where the applicant handed in';
    `);
    await db.query(STEPS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(STEPS_OF_BEFORE);
    // What was rated beside the acts of before has no place there: taking the step back is refused while there is any.
    await db.query(`
      drop index feedback.rating_filing;
      alter table feedback.rating
        drop constraint rating_once, drop constraint rating_action_check, drop column process, drop column record_id,
        alter column official_ids drop not null;
      alter table feedback.rating alter column official_ids type uuid using official_ids[1];
      alter table feedback.rating rename column official_ids to official_id;
      alter table feedback.rating
        add constraint rating_once unique (filing_id, step),
        add constraint rating_action_check check (action in ('submit', 'return', 'refuse', 'accept'));
      comment on column feedback.rating.step is null;
      comment on column feedback.rating.official_id is 'Who did the step; null where the applicant handed in';
    `);
  }
}

const OF_THE_AUTHORITY = `coalesce(f.authority, f.district) as district, case when f.authority is null then f.township end as township`;

/** Who came of a visit of before whose officers have names alone is who recorded it. */
const STEPS = `
  drop view filings.step_facts;
  create view filings.step_facts with (security_invoker = true) as
    select f.id as filing_id, s.process, s.record_id, s.step, s.action, s.again, s.actor_ids, s.at, s.day, s.about, f.applicant_id,
           f.kind, f.name, ${OF_THE_AUTHORITY}
      from filings.filing f
      join (
        select t.filing_id, 'filing'::text as process, t.filing_id as record_id, t.seq as step, t.action, false as again,
               array[t.actor_id] as actor_ids, t.at, null::date as day, null::text as about
          from filings.transition t
        union all
        select v.filing_id, 'filing-verification', v.id, t.seq, t.action, t.from_status <> 'OPEN',
               coalesce(w.officer_ids, array[t.actor_id]), t.at, w.visited_on, null
          from filings.verification v
          join filings.verification_transition t on t.verification_id = v.id
          left join filings.verification_visit w on w.verification_id = t.verification_id and w.seq = t.seq
        union all
        select c.filing_id, 'commitment', c.id, t.seq, t.action, false, array[t.actor_id], t.at, null, c.name
          from filings.commitment c join filings.commitment_transition t on t.commitment_id = c.id
        union all
        select r.filing_id, 'closure-follow-up', r.filing_id, r.seq, r.action, false, array[r.actor_id], r.at, r.checked_on, null
          from filings.closure_record r
      ) s on s.filing_id = f.id;
  comment on view filings.step_facts is 'What was done with a filing, on the spot, about its promises and its end, with whose filing it is';
  grant select on filings.step_facts to zhaoguan_app;
`;

const STEPS_OF_BEFORE = `
  drop view filings.step_facts;
  create view filings.step_facts with (security_invoker = true) as
    select t.filing_id, t.seq as step, t.action, t.actor_id, t.at, f.applicant_id, f.kind, f.name, ${OF_THE_AUTHORITY}, f.status
      from filings.transition t join filings.filing f on f.id = t.filing_id;
  comment on view filings.step_facts is 'What was done with a filing, with whose filing it is';
  grant select on filings.step_facts to zhaoguan_app;
`;
