import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The verification on the spot (现场核查) does not wait for who filed it, entered it at the window or gave its account the password: they
 * neither go nor record what was found.
 * @law 公务员法第七十六条（回避）
 */
export class VerifiedByOthers1764700460000 implements MigrationInterface {
  name = 'VerifiedByOthers1764700460000';

  async up(db: QueryRunner): Promise<void> {
    await keepFrom(db, MAKERS);
  }

  async down(db: QueryRunner): Promise<void> {
    await keepFrom(db, `'{}'::uuid[]`);
  }
}

const MAKERS = `array(select m.id from filings.filing f
         cross join lateral unnest(array[f.applicant_id, f.entered_by, f.account_given_by]) m (id)
        where f.id = v.filing_id and m.id is not null)`;
const OF_THE_OFFICE = ['FILING_TO_VERIFY', 'FILING_MISMATCH_OVERDUE'];

/** Says anew, in each branch of the view that is the office's, for whom it does not wait. */
async function keepFrom(db: QueryRunner, whom: string): Promise<void> {
  const [{ body }]: [{ body: string }] = await db.query(
    `select rtrim(pg_get_viewdef('filings.work_item'), ';') as body`,
  );
  const branches = body.split('UNION ALL').map((branch) => {
    const [, type = ''] = /SELECT '(\w+)'::text/.exec(branch) ?? [];
    if (!OF_THE_OFFICE.includes(type)) return branch;
    return branch.replace(
      /(NULL::uuid AS assignee,)[\s\S]*? AS not_actors/,
      (_all, assignee: string) => `${assignee} ${whom} AS not_actors`,
    );
  });
  await db.query(
    `create or replace view filings.work_item with (security_invoker = true) as ${branches.join('UNION ALL')}`,
  );
}
