import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notification that was read before its matter was done is done with (已办理) like one that was not: looked for by the same index. */
export class DoneThoughRead1764970000131 implements MigrationInterface {
  name = 'DoneThoughRead1764970000131';

  async up(db: QueryRunner): Promise<void> {
    await db.query(awaiting('awaits is not null and done_at is null'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(awaiting('awaits is not null and read_at is null and done_at is null'));
  }
}

const awaiting = (which: string): string => `
  drop index workbench.notification_awaiting;
  create index notification_awaiting on workbench.notification (matter_id) where ${which};
`;
