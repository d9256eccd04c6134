import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A row of a directory that may be an institution of the register (疑似重复) is refused, and the report names the one it may be. */
export class SuspectedRows1764700600000 implements MigrationInterface {
  name = 'SuspectedRows1764700600000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table institutions.import_refusal
        add column known text,
        drop constraint import_refusal_outcome_check,
        add constraint import_refusal_outcome_check
          check (outcome in ('DIFFERENT', 'FILING_NUMBER_TAKEN', 'SUSPECTED')),
        add constraint import_refusal_known check ((known is not null) = (outcome = 'SUSPECTED'));
      comment on column institutions.import_refusal.known is
        'Number of the institution that the row may be; its name when it has none';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    // A run that has such refusals begins anew: what it has taken is found unchanged.
    await db.query(`
      delete from institutions.import_refusal where outcome = 'SUSPECTED';
      alter table institutions.import_refusal
        drop constraint import_refusal_known,
        drop constraint import_refusal_outcome_check,
        add constraint import_refusal_outcome_check check (outcome in ('DIFFERENT', 'FILING_NUMBER_TAKEN')),
        drop column known;
    `);
  }
}
