import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The applicant takes back what was handed in and is not decided (撤回申请); what was given out in such a case asks for nothing any more. */
export class WithdrawnFilings1764903600000 implements MigrationInterface {
  name = 'WithdrawnFilings1764903600000';

  async up(db: QueryRunner): Promise<void> {
    await setLists(db, STATES, ACTS);
    await db.query(rewritten(`replace(shown, $sql$${LAPSED}$sql$, $sql$${LAPSED} ${WITHDRAWN}$sql$)`));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(rewritten(String.raw`regexp_replace(shown, $sql$\s+${WITHDRAWN}$sql$, '')`));
    await setLists(
      db,
      STATES.filter((state) => state !== 'WITHDRAWN'),
      ACTS.filter((act) => act !== 'withdraw'),
    );
  }
}

const STATES = [
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'DISMISSED',
  'REFUSED',
  'ACCEPTED',
  'LAPSED',
  'WITHDRAWN',
  'ABANDONED',
];
const ACTS = [
  'submit',
  'return',
  'refuse',
  'accept',
  'lapse',
  'withdraw',
  'abandon',
  'extend',
  'admit',
  'presume',
  'dismiss',
  'renew',
];

const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

/** The lists of filingProcess, in the constraints that repeat them. */
async function setLists(db: QueryRunner, states: readonly string[], acts: readonly string[]): Promise<void> {
  await db.query(`
    alter table filings.filing drop constraint filing_status,
      add constraint filing_status check (status in (${list(states)}));
    alter table filings.transition
      drop constraint transition_action_check, drop constraint transition_from, drop constraint transition_to,
      add constraint transition_action_check check (action in (${list(acts)})),
      add constraint transition_from check (from_status in (${list(states)})),
      add constraint transition_to check (to_status in (${list(states)}));
  `);
}

/** As PostgreSQL shows how a case without a decision ended. */
const LAPSED = `WHEN 'LAPSED'::text THEN 'DROPPED'::text`;
const WITHDRAWN = `WHEN 'WITHDRAWN'::text THEN 'DROPPED'::text`;

/** The rest of the view stays as it is. */
const rewritten = (changed: string): string => `
  do $do$ declare
    shown text := pg_get_viewdef('filings.paper_public');
  begin
    if strpos(shown, $sql$${LAPSED}$sql$) = 0 then
      raise exception 'filings.paper_public is not as it was left';
    end if;
    execute 'create or replace view filings.paper_public as ' || ${changed};
  end $do$;`;
