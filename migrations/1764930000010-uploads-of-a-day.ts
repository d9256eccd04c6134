import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What one person has sent in a day is summed up before every upload. */
export class UploadsOfADay1764930000010 implements MigrationInterface {
  name = 'UploadsOfADay1764930000010';

  async up(db: QueryRunner): Promise<void> {
    await db.query('create index stored_file_uploaded on platform.stored_file (uploaded_by, uploaded_at)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index platform.stored_file_uploaded');
  }
}
