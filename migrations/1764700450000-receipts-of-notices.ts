import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The receipt of a suspension or a resumption takes the place of the one with the filed items (备案项目), so it carries them as well, and
 * whoever checks its number is told them. Those issued before are kept as they were printed; of an end (终止) nothing but the end is in force.
 */
export class ReceiptsOfNotices1764700450000 implements MigrationInterface {
  name = 'ReceiptsOfNotices1764700450000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table filings.receipt add column with_filed_items boolean not null default false;
      alter table filings.receipt alter column with_filed_items set default true;
      comment on column filings.receipt.with_filed_items is
        'False for what was issued before notices (暂停、恢复) carried the filed items too; says nothing of a first filing or a change';
    `);
    await this.show(
      db,
      `f.type <> 'CLOSURE' and (f.type in ('INITIAL', 'CHANGE') or coalesce(r.with_filed_items, true))`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await this.show(db, `f.type in ('INITIAL', 'CHANGE')`);
    await db.query('alter table filings.receipt drop column with_filed_items');
  }

  private async show(db: QueryRunner, isPrinted: string): Promise<void> {
    await db.query(`create or replace view filings.receipt_public as select ${viewOf(isPrinted)}`);
  }
}

const SPELLING = `upper(replace(normalize(f.filing_number, NFKC), ' ', ''))`;

const viewOf = (isPrinted: string): string => `
       f.filing_number, ${SPELLING} as spelling, f.name, f.kind, f.district, f.filed_on, f.status, r.sm3, f.type,
       row_number() over (partition by ${SPELLING} order by f.updated_at, f.id)::integer as version,
       f.regime, f.valid_until,
       (select l.filing_number from filings.filing l
         where l.institution_id = f.institution_id and l.type = 'INITIAL' and l.status = 'ACCEPTED' and l.regime = 'LICENCE'
           and l.filing_number <> f.filing_number and (l.updated_at, l.id) > (f.updated_at, f.id)
         order by l.updated_at desc, l.id desc limit 1) as replaced_by,
       f.application ->> 'uscc' as uscc,
       case when f.application ->> 'siteType' = 'HOME'
            then institutions.area_of(coalesce(f.application ->> 'township', f.district))
            else f.application ->> 'address' end as address,
       case when ${isPrinted} then f.application #>> '{legalRepresentative,name}' end as legal_representative,
       case when ${isPrinted} then (f.application ->> 'capacity')::integer end as capacity,
       case when ${isPrinted} then (f.application ->> 'nursingBeds')::integer end as nursing_beds,
       nullif(f.application ->> 'siteType', '') as site_type
  from filings.filing f left join filings.receipt r on r.filing_id = f.id
 where f.filing_number is not null`;
