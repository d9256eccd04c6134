import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATES = ['DRAFT', 'SUBMITTED', 'RETURNED', 'REFUSED', 'ACCEPTED', 'LAPSED'];
const ACTIONS = ['submit', 'return', 'refuse', 'accept', 'lapse'];

/**
 * A draft that was begun by mistake stood in its author's list for ever. They may delete it: it ends (ABANDONED) and is seen
 * by nobody else, as before. The row and its files stay for as long as such records are kept.
 */
export class AbandonedDrafts1764321000000 implements MigrationInterface {
  name = 'AbandonedDrafts1764321000000';

  async up(db: QueryRunner): Promise<void> {
    await setStates(db, [...STATES, 'ABANDONED'], [...ACTIONS, 'abandon']);
    await setNeverHandedIn(db, ['DRAFT', 'ABANDONED']);
  }

  async down(db: QueryRunner): Promise<void> {
    await setNeverHandedIn(db, ['DRAFT']);
    await setStates(db, STATES, ACTIONS);
  }
}

const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

/** The lists of filingProcess, in the constraints that repeat them. */
async function setStates(
  db: QueryRunner,
  states: readonly string[],
  actions: readonly string[],
): Promise<void> {
  await db.query(`
    alter table filings.filing drop constraint filing_status,
      add constraint filing_status check (status in (${list(states)}));
    alter table filings.transition
      drop constraint transition_action_check, drop constraint transition_from, drop constraint transition_to,
      add constraint transition_action_check check (action in (${list(actions)})),
      add constraint transition_from check (from_status in (${list(states)})),
      add constraint transition_to check (to_status in (${list(states)}));
  `);
}

/** States of a filing that its authority has never seen: it is the applicant's alone, and no search finds what was deleted. */
async function setNeverHandedIn(db: QueryRunner, states: readonly string[]): Promise<void> {
  const seen = `platform.is_actor(applicant_id)
    or (status not in (${list(states)}) and platform.covers(coalesce(township, district)))`;
  await db.query(`
    alter table filings.filing drop constraint filing_handed_in,
      add constraint filing_handed_in check ((round = 0) = (status in (${list(states)})) and (round = 0) = (submitted_at is null));
    alter policy filing_rights on filings.filing using (${seen}) with check (${seen});
    create or replace view filings.filing_hit with (security_invoker = true) as
      select 'filing' as subject_type, id as subject_id, id as found_by, name as title,
             coalesce(filing_number, uscc) as detail, district, filing_number as number, uscc as other_number,
             'filing.read' as permission, platform.lead_department(kind) as department, null::uuid as assignee
        from filings.filing where status not in (${list(states)})
      union all
      select 'filing', id, id, name, coalesce(filing_number, uscc), district, filing_number, uscc, 'filing.read', null,
             applicant_id
        from filings.filing where status <> 'ABANDONED';
  `);
}
