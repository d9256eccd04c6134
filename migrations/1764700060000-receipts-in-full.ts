import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever holds a printed receipt compares what is printed on it: address, head and size as well, for a forged one carries a true number.
 * Of a dwelling (家庭托育点) no more than the street office, as in the register; a notice (暂停、恢复、终止) prints neither head nor size.
 */
export class ReceiptsInFull1764700060000 implements MigrationInterface {
  name = 'ReceiptsInFull1764700060000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`create or replace view filings.receipt_public as select ${BEFORE}, ${PRINTED} ${SOURCE}`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop view filings.receipt_public;
      create view filings.receipt_public as select ${BEFORE} ${SOURCE};
      comment on view filings.receipt_public is 'What anybody may ask about a receipt in their hand: is it genuine';
      comment on column filings.receipt_public.spelling is
        'The number in half width and capitals, without spaces: how it is asked for';
      grant select on filings.receipt_public to zhaoguan_public;
    `);
  }
}

const SPELLING = `upper(replace(normalize(f.filing_number, NFKC), ' ', ''))`;

const BEFORE = `f.filing_number, ${SPELLING} as spelling, f.name, f.kind, f.district, f.filed_on, f.status, r.sm3, f.type,
       row_number() over (partition by ${SPELLING} order by f.updated_at, f.id)::integer as version,
       f.regime, f.valid_until,
       (select l.filing_number from filings.filing l
         where l.institution_id = f.institution_id and l.type = 'INITIAL' and l.status = 'ACCEPTED' and l.regime = 'LICENCE'
           and l.filing_number <> f.filing_number and (l.updated_at, l.id) > (f.updated_at, f.id)
         order by l.updated_at desc, l.id desc limit 1) as replaced_by`;

const OF_SITE = `f.type in ('INITIAL', 'CHANGE')`;

const PRINTED = `f.application ->> 'uscc' as uscc,
       case when f.application ->> 'siteType' = 'HOME'
            then institutions.area_of(coalesce(f.application ->> 'township', f.district))
            else f.application ->> 'address' end as address,
       case when ${OF_SITE} then f.application #>> '{legalRepresentative,name}' end as legal_representative,
       case when ${OF_SITE} then (f.application ->> 'capacity')::integer end as capacity,
       case when ${OF_SITE} then (f.application ->> 'nursingBeds')::integer end as nursing_beds`;

const SOURCE = `from filings.filing f left join filings.receipt r on r.filing_id = f.id
      where f.filing_number is not null`;
