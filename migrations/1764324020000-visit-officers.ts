import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who verified on the spot: accounts of the office, and experts of others beside them. Visits of before have names alone. */
export class VisitOfficers1764324020000 implements MigrationInterface {
  name = 'VisitOfficers1764324020000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table filings.verification_visit
        add column officer_ids uuid[],
        add column experts text[] not null default '{}',
        add constraint verification_visit_accounts check (cardinality(officer_ids) = cardinality(officers));
      comment on column filings.verification_visit.officers is 'Names of the officials, as they were then';
      comment on column filings.verification_visit.officer_ids is 'Their accounts; null where names were typed, before this was kept';
      comment on column filings.verification_visit.experts is 'Names of experts who are no officials and went with them';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table filings.verification_visit
        drop constraint verification_visit_accounts, drop column experts, drop column officer_ids;
    `);
  }
}
