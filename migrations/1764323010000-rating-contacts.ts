import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who gives a bad rating may leave a telephone number for the follow-up (回访电话): sealed at rest, shown in clear to who handles
 * it, with a reason and on record. Follow-ups of a place are found by index.
 */
export class RatingContacts1764323010000 implements MigrationInterface {
  name = 'RatingContacts1764323010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table feedback.rating add column contact_phone text;
      comment on column feedback.rating.contact_phone is 'Where the applicant wants to be called about it; sealed (FieldCipher)';
      create index follow_up_place on feedback.follow_up (district, id desc);
      ${subjects(['filing', 'institution', 'rating-follow-up'])}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ${subjects(['filing', 'institution'])}
      drop index feedback.follow_up_place;
      alter table feedback.rating drop column contact_phone;
    `);
  }
}

/** Of which records personal data may be shown in clear. */
const subjects = (types: readonly string[]): string => `
  alter table access.disclosure drop constraint disclosure_subject_type_check,
    add constraint disclosure_subject_type_check check (subject_type in (${types.map((type) => `'${type}'`).join(', ')}));
`;
