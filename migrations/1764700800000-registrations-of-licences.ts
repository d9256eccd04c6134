import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a licensed institution tells of its service (暂停、恢复、终止) is registered under the number of the licence, and the registration (登记回执) is
 * no version of the licence: the two are numbered apart. Those printed as a version before keep the number that they bear, and so do the
 * licences that were counted with them.
 */
export class RegistrationsOfLicences1764700800000 implements MigrationInterface {
  name = 'RegistrationsOfLicences1764700800000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table filings.receipt add column numbered_apart boolean not null default false;
      alter table filings.receipt alter column numbered_apart set default true;
      comment on column filings.receipt.numbered_apart is
        'False for a registration (登记回执) that was printed as a version of the licence; says nothing of any other receipt';
      create or replace view filings.receipt_public as ${viewOf(`${SPELLING}, ${APART}`)},
        ${REGISTRATION} as is_registration,
        ${APART} as numbered_apart,
        case when ${REGISTRATION} then coalesce((f.application #>> '{notice,startsOn}')::date, f.filed_on) end as effective_on
        ${FROM};
      comment on column filings.receipt_public.version is
        'Of the receipts or licences under the number; of registrations (登记回执) that are numbered apart, of these';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      do $do$ declare
        said text := obj_description('filings.receipt_public'::regclass);
        spelling text := col_description('filings.receipt_public'::regclass, 2);
      begin
        drop view filings.receipt_public;
        create view filings.receipt_public as ${viewOf(SPELLING)} ${FROM};
        execute format('comment on view filings.receipt_public is %L', said);
        execute format('comment on column filings.receipt_public.spelling is %L', spelling);
      end $do$;
      grant select on filings.receipt_public to zhaoguan_public;
      alter table filings.receipt drop column numbered_apart;
    `);
  }
}

const SPELLING = `upper(replace(normalize(f.filing_number, NFKC), ' ', ''))`;
const REGISTRATION = `(f.regime = 'LICENCE' and f.type in ('SUSPENSION', 'RESUMPTION', 'CLOSURE'))`;
const APART = `(${REGISTRATION} and coalesce(r.numbered_apart, true))`;
const PRINTED = `f.type <> 'CLOSURE' and (f.type in ('INITIAL', 'CHANGE') or coalesce(r.with_filed_items, true))`;
const FROM = `
  from filings.filing f left join filings.receipt r on r.filing_id = f.id
 where f.filing_number is not null`;

/** @param chain what is counted together */
const viewOf = (chain: string): string => `select
       f.filing_number, ${SPELLING} as spelling, f.name, f.kind, f.district, f.filed_on, f.status, r.sm3, f.type,
       row_number() over (partition by ${chain} order by f.updated_at, f.id)::integer as version,
       f.regime, f.valid_until,
       (select l.filing_number from filings.filing l
         where l.institution_id = f.institution_id and l.type = 'INITIAL' and l.status = 'ACCEPTED' and l.regime = 'LICENCE'
           and l.filing_number <> f.filing_number and (l.updated_at, l.id) > (f.updated_at, f.id)
         order by l.updated_at desc, l.id desc limit 1) as replaced_by,
       f.application ->> 'uscc' as uscc,
       case when f.application ->> 'siteType' = 'HOME'
            then institutions.area_of(coalesce(f.application ->> 'township', f.district))
            else f.application ->> 'address' end as address,
       case when ${PRINTED} then f.application #>> '{legalRepresentative,name}' end as legal_representative,
       case when ${PRINTED} then (f.application ->> 'capacity')::integer end as capacity,
       case when ${PRINTED} then (f.application ->> 'nursingBeds')::integer end as nursing_beds,
       nullif(f.application ->> 'siteType', '') as site_type`;
