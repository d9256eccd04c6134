import type { MigrationInterface, QueryRunner } from 'typeorm';

const TYPES = ['PROFESSIONAL', 'HEALTH', 'BACKGROUND', 'TRAINING'];

/**
 * Carers of a 家庭托育点 show experience or a background in the field instead of a certificate. What is watched of them already goes on
 * under the rule of their own, so that nothing is told twice; of what it does not ask the nightly look lets go.
 * @law 家庭托育点管理办法（试行）（国卫人口发〔2023〕28号）, 照护人员条件
 */
export class CarersAtHome1764900000000 implements MigrationInterface {
  name = 'CarersAtHome1764900000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table staff.credential
        drop constraint credential_type_check,
        add constraint credential_type_check check (type in (${listed([...TYPES, 'EXPERIENCE'])})),
        add constraint credential_experience check
          (type <> 'EXPERIENCE' or (requirement is not null and valid_until is null));
      comment on column staff.credential.title is
        'Its name; of a background check who answered it; of experience or background which of the two it is';
      ${renamed('TY', 'JT')}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ${renamed('JT', 'TY')}
      alter table staff.credential disable trigger credential_append_only;
      delete from staff.credential where type = 'EXPERIENCE';
      alter table staff.credential enable trigger credential_append_only;
      comment on column staff.credential.title is 'Its name; of a background check who answered it';
      alter table staff.credential
        drop constraint credential_experience,
        drop constraint credential_type_check,
        add constraint credential_type_check check (type in (${listed(TYPES)}));
    `);
  }
}

const listed = (types: readonly string[]): string => types.map((type) => `'${type}'`).join(', ');

/** Health certificates and background checks are asked of carers by either rule. */
const renamed = (from: string, to: string): string => `
  update staff.expiry e set thing = regexp_replace(e.thing, ':${from}_(HEALTH|BACKGROUND)$', ':${to}_\\1')
    from institutions.institution i, staff.member m
   where i.id = e.institution_id and i.details ->> 'siteType' = 'HOME'
     and m.id = e.member_id and (m.post = 'CHILD_CARER' or e.what = 'STAFF_BACKGROUND')
     and e.thing ~ ':${from}_(HEALTH|BACKGROUND)$';`;
