import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An inspection that was begun is finished: what was found does not vanish with the draw. */
export class BegunInspections1764320700000 implements MigrationInterface {
  name = 'BegunInspections1764320700000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(steps([...STEPS]));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(steps([...STEPS, ['IN_PROGRESS', 'CANCELLED']]));
  }
}

const STEPS: readonly (readonly [string, string])[] = [
  ['ASSIGNED', 'IN_PROGRESS'],
  ['IN_PROGRESS', 'SUBMITTED'],
  ['SUBMITTED', 'REPLACED'],
  ['ASSIGNED', 'CANCELLED'],
];

function steps(admitted: readonly (readonly [string, string])[]): string {
  const others = admitted.map(([from, to]) => `(old.status <> '${from}' or new.status <> '${to}')`);
  return `
    drop trigger task_steps on inspections.task;
    create trigger task_steps before update on inspections.task for each row
      when (old.status <> new.status and ${others.join(' and ')})
      execute function platform.refuse_rewriting();
  `;
}
