import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A functional area (西咸新区) holds townships of a county: the cases and the credit of what stands there are its own. */
export class CasesOfTownships1764320800000 implements MigrationInterface {
  name = 'CasesOfTownships1764320800000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table enforcement.penalty_case add column township text;
      comment on column enforcement.penalty_case.township is 'Township of the institution when the case was opened';
      update enforcement.penalty_case c set township = i.township
        from institutions.institution i where i.id = c.institution_id and i.township is not null;
      create function credit.covers_township(institution uuid) returns boolean
        language sql stable parallel safe
        return exists (select from institutions.institution i
                        where i.id = institution and i.township is not null and platform.covers(i.township));
      comment on function credit.covers_township(uuid) is
        'Whether the bound jurisdiction covers the township in which an institution stands';
    `);
    await db.query(caseRights('coalesce(township, district)'));
    for (const [table, policy] of CREDIT) await db.query(creditRights(table, policy, COVERED));
  }

  async down(db: QueryRunner): Promise<void> {
    for (const [table, policy] of CREDIT) {
      await db.query(creditRights(table, policy, 'platform.covers(district)'));
    }
    await db.query(caseRights('district'));
    await db.query(`
      drop function credit.covers_township(uuid);
      alter table enforcement.penalty_case drop column township;
    `);
  }
}

/** The county first: what it covers needs no look at the institution. */
const COVERED = '(platform.covers(district) or credit.covers_township(institution_id))';
const CREDIT = [
  ['account', 'account_rights'],
  ['event', 'event_rights'],
  ['event_lift', 'event_lift_rights'],
  ['grade_change', 'grade_change_rights'],
] as const;

function caseRights(place: string): string {
  const rights = `(platform.covers(${place}) or (noticed_on is not null and enforcement.is_party(institution_id)))`;
  return `alter policy penalty_case_rights on enforcement.penalty_case using ${rights} with check ${rights}`;
}

function creditRights(table: string, policy: string, covered: string): string {
  return `alter policy ${policy} on credit.${table}
    using (${covered} or credit.is_own(institution_id)) with check (${covered})`;
}
