import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The authority orders a verification on the spot (现场核查) of an application for a licence while it examines it, and of a 托育机构 or a
 * 家庭托育点 that files where it sees a reason; then there may be no institution yet, and another one may follow what has ended.
 * @law 行政许可法第三十四条第三款
 */
export class OrderedVisits1764905200000 implements MigrationInterface {
  name = 'OrderedVisits1764905200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table filings.verification
        drop constraint verification_filing_id_key,
        alter column institution_id drop not null,
        add column origin text not null default 'ACCEPTANCE'
          constraint verification_origin check (origin in ('ACCEPTANCE', 'REVIEW', 'ORDERED')),
        add column purpose text,
        add column planned_on date,
        add constraint verification_ordered check ((purpose is null) = (origin = 'ACCEPTANCE')),
        add constraint verification_about check (institution_id is not null or origin <> 'ACCEPTANCE');
      comment on column filings.verification.origin is
        'ACCEPTANCE: a rule sends officials after it; REVIEW: ordered while an application for a licence is examined; ORDERED: for a reason of the authority';
      comment on column filings.verification.purpose is 'Why it was ordered; the applicant reads it';
      comment on column filings.verification.planned_on is 'On which day one means to come';
      create index verification_filing on filings.verification (filing_id, opened_at);
      create unique index verification_unfinished on filings.verification (filing_id)
        where status not in ('VERIFIED', 'CANCELLED');
      grant update (institution_id, filing_name) on filings.verification to zhaoguan_app;
      ${actions(`'confirm', 'mismatch', 'correct', 'amend', 'withdraw', 'cancel'`)}
    `);
    await say(db, BEFORE, AFTER);
  }

  async down(db: QueryRunner): Promise<void> {
    await say(db, AFTER, BEFORE);
    await db.query(`
      ${actions(`'confirm', 'mismatch', 'correct', 'amend', 'cancel'`)}
      revoke update (institution_id, filing_name) on filings.verification from zhaoguan_app;
      drop index filings.verification_unfinished, filings.verification_filing;
      alter table filings.verification
        drop column planned_on, drop column purpose, drop column origin,
        alter column institution_id set not null,
        add constraint verification_filing_id_key unique (filing_id);
    `);
  }
}

const actions = (names: string): string => `
  alter table filings.verification_transition
    drop constraint verification_transition_action_check,
    add constraint verification_transition_action_check check (action in (${names}));
`;

interface Words {
  readonly visit: string;
  readonly mismatch: string;
}

/** As the database shows them. */
const BEFORE: Words = {
  visit: `WHEN 'OPEN'::text THEN '准予以后的现场核查'::text`,
  mismatch: `'现场核查不一致，请办理变更或者改正'::text AS detail`,
};
const AFTER: Words = {
  visit: `WHEN 'OPEN'::text THEN
            CASE v.origin
                WHEN 'REVIEW'::text THEN '审查中安排的现场核查'::text
                WHEN 'ORDERED'::text THEN '安排的现场核查'::text
                ELSE '准予以后的现场核查'::text
            END`,
  mismatch: `
        CASE
            WHEN (v.institution_id IS NULL) THEN '现场核查不一致，请改正以后报告'::text
            ELSE '现场核查不一致，请办理变更或者改正'::text
        END AS detail`,
};

/** Says in the view of what waits why one goes there. */
async function say(db: QueryRunner, from: Words, to: Words): Promise<void> {
  const [{ body }]: [{ body: string }] = await db.query(
    `select rtrim(pg_get_viewdef('filings.work_item'), ';') as body`,
  );
  const tidy = (sql: string): string => sql.replace(/\s+/g, ' ').trim();
  let said = tidy(body);
  for (const part of ['visit', 'mismatch'] as const) {
    if (!said.includes(tidy(from[part]))) throw new Error('the view of what waits is another');
    said = said.replace(tidy(from[part]), () => tidy(to[part]));
  }
  await db.query(`create or replace view filings.work_item with (security_invoker = true) as ${said}`);
}
