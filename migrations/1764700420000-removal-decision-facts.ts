import type { MigrationInterface, QueryRunner } from 'typeorm';

const DECIDED = [
  'type',
  'ground',
  'institution_id',
  'filing_number',
  'notice_facts',
  'proposal',
  'statement_review',
  'decision_number',
  'decided_by',
  'decided_on',
];

/**
 * What a decision found (查明的事实) is said by who decides, after the institution was heard, and kept with the decision. Until now the
 * paper repeated the notice; decisions of before stay as they were given out.
 * @law 行政许可法第七条（陈述权、申辩权）
 */
export class RemovalDecisionFacts1764700420000 implements MigrationInterface {
  name = 'RemovalDecisionFacts1764700420000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table removals.removal add column decision_facts text,
        add constraint removal_facts_of_decision check (decision_facts is null or decision_number is not null);
      comment on column removals.removal.decision_facts is
        'What was found, in the words of who decided; null in decisions of before this column, which say what the notice says';
    `);
    await keeping(db, [...DECIDED, 'decision_facts']);
  }

  async down(db: QueryRunner): Promise<void> {
    await keeping(db, DECIDED);
    await db.query('alter table removals.removal drop column decision_facts');
  }
}

/** What of a decision is never written anew. */
async function keeping(db: QueryRunner, columns: readonly string[]): Promise<void> {
  const of = (row: string): string => columns.map((column) => `${row}.${column}`).join(', ');
  await db.query(`
    drop trigger removal_keeps_decision on removals.removal;
    create trigger removal_keeps_decision before update on removals.removal for each row
      when (old.decision_number is not null and (${of('old')}) is distinct from (${of('new')})
        or old.status in ('DROPPED', 'ANNULLED'))
      execute function platform.refuse_rewriting();
  `);
}
