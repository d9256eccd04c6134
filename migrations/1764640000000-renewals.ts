import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which licence an application asks to go on (延续), and whether it was asked for in time: if so, and not decided before the last day of the
 * licence, it counts as renewed.
 * @law 行政许可法第五十条
 */
export class Renewals1764640000000 implements MigrationInterface {
  name = 'Renewals1764640000000';

  async up(db: QueryRunner): Promise<void> {
    await setActs(db, [...ACTS, 'renew']);
    await db.query(`
      alter table filings.filing
        add column renews uuid, add column renews_until date, add column renews_in_time boolean,
        add constraint filing_renewal check (
          (renews is null) = (renews_until is null) and (renews is null) = (renews_in_time is null)
          and (renews is null or regime = 'LICENCE' and type = 'INITIAL'));
      comment on column filings.filing.renews is
        'The institution whose licence it asks to go on (延续), settled when it is handed in; null for any other application';
      comment on column filings.filing.renews_until is 'Last day of the licence that it asks to go on';
      comment on column filings.filing.renews_in_time is
        'Whether that was first asked for as many days before its last day as the law wants';
      create index filing_renewal on filings.filing (renews) where ${OPEN};
      create index filing_renewal_until on filings.filing (renews_until) where ${OPEN};

      create view filings.renewal_facts with (security_invoker = true) as
        select renews as institution_id, renews_until as until from filings.filing where ${OPEN};
      comment on view filings.renewal_facts is
        'Renewals asked for in time and not decided: as long as there is one, a licence is not cancelled as ended';
      grant select on filings.renewal_facts to zhaoguan_app;

      create view filings.renewal_public as
        select renews as institution_id, renews_until as until,
               coalesce(admit_by < renews_until, false) or coalesce(admitted_on <= renews_until, false) as taken_in
          from filings.filing where renews_in_time and status = 'SUBMITTED';
      comment on view filings.renewal_public is
        'Renewals asked for in time that lie with the authority: why a licence holds beyond its last day';
      grant select on filings.renewal_public to zhaoguan_public;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop view filings.renewal_public, filings.renewal_facts;
      alter table filings.filing drop column renews, drop column renews_until, drop column renews_in_time;
    `);
    await setActs(db, ACTS);
  }
}

const OPEN = `renews_in_time and status in ('SUBMITTED', 'RETURNED')`;

const ACTS = [
  'submit',
  'return',
  'refuse',
  'accept',
  'lapse',
  'abandon',
  'extend',
  'admit',
  'presume',
  'dismiss',
];

/** The list of filingProcess, in the constraint that repeats it. */
async function setActs(db: QueryRunner, acts: readonly string[]): Promise<void> {
  await db.query(`
    alter table filings.transition drop constraint transition_action_check,
      add constraint transition_action_check check (action in (${acts.map((act) => `'${act}'`).join(', ')}));
  `);
}
