import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An application for a licence that is not taken in yet (待受理) waits under one name, that it be said whether it is: nothing is examined before.
 * It waits for the decision from the day on which it is taken in, said or not; on the last day of that one at the latest, for what is owed then
 * is hidden from nobody.
 * @law 行政许可法第三十二条第一款第四项
 */
export class DecidedOnceTakenIn1764700810000 implements MigrationInterface {
  name = 'DecidedOnceTakenIn1764700810000';

  async up(db: QueryRunner): Promise<void> {
    await waitsFrom(
      db,
      /(\w+)\.submitted_at AS since/,
      (of) => `case when ${of}.admit_by is null or ${of}.admitted_on is not null then ${of}.submitted_at
        else least(${of}.admit_by + 1, ${of}.due_on)::timestamp at time zone 'Asia/Shanghai' end as since`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await waitsFrom(
      db,
      /CASE\s+WHEN \(\((\w+)\.admit_by IS NULL\)[\s\S]*?END AS since/,
      (of) => `${of}.submitted_at as since`,
    );
  }
}

/** Says anew, in each branch of what is to be decided, from when on it waits. */
async function waitsFrom(db: QueryRunner, was: RegExp, now: (filing: string) => string): Promise<void> {
  const [{ body }]: [{ body: string }] = await db.query(
    `select rtrim(pg_get_viewdef('filings.work_item'), ';') as body`,
  );
  const branches = body.split('UNION ALL').map((branch) => {
    if (!branch.includes(`'FILING_TO_DECIDE'::text`)) return branch;
    if (!was.test(branch)) throw new Error('the view of what waits is another');
    return branch.replace(was, (_found, filing: string) => now(filing));
  });
  await db.query(
    `create or replace view filings.work_item with (security_invoker = true) as ${branches.join('UNION ALL')}`,
  );
}
