import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Change filings (变更备案): each is about an institution of the register and keeps what the register held, so that what
 * changes is read as a difference. The number stays that of the first filing; each accepted filing is a version of the receipt.
 */
export class ChangeFilings1764322400000 implements MigrationInterface {
  name = 'ChangeFilings1764322400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table filings.filing
        add column base_application jsonb,
        add column base_personal text,
        add constraint filing_base check (
          (base_application is not null) = (type = 'CHANGE') and (base_personal is not null) = (type = 'CHANGE')),
        drop constraint filing_accepted,
        add constraint filing_accepted check (
          (status = 'ACCEPTED') = (filing_number is not null)
          and (filing_number is null) = (filed_on is null)
          and (institution_id is not null) = (type <> 'INITIAL' or filing_number is not null)),
        drop constraint filing_filing_number_key;
      comment on column filings.filing.base_application is
        'Of a change filing: what the register held of the institution, parted like the application';
      comment on column filings.filing.base_personal is 'Personal part of the base, sealed';
      create index filing_number on filings.filing (filing_number) where filing_number is not null;
      create unique index filing_number_first on filings.filing (filing_number) where type = 'INITIAL';
      create unique index filing_open_of_institution on filings.filing (institution_id)
        where type <> 'INITIAL' and status in ('DRAFT', 'SUBMITTED', 'RETURNED');
      ${RECEIPTS}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop view filings.receipt_public;
      ${RECEIPTS_BEFORE}
      drop index filings.filing_open_of_institution;
      drop index filings.filing_number_first;
      drop index filings.filing_number;
      alter table filings.filing
        add constraint filing_filing_number_key unique (filing_number),
        drop constraint filing_accepted,
        add constraint filing_accepted check (
          (status = 'ACCEPTED') = (filing_number is not null)
          and (filing_number is null) = (filed_on is null)
          and (filing_number is null) = (institution_id is null)),
        drop constraint filing_base,
        drop column base_personal,
        drop column base_application;
    `);
  }
}

const SPELLING = `upper(replace(normalize(f.filing_number, NFKC), ' ', ''))`;

/** Counted over one number only, so that a question about one does not number all. */
const RECEIPTS = `
  create or replace view filings.receipt_public as
    select f.filing_number, ${SPELLING} as spelling, f.name, f.kind, f.district, f.filed_on, f.status, r.sm3, f.type,
           row_number() over (partition by ${SPELLING} order by f.updated_at, f.id)::integer as version
      from filings.filing f
      left join filings.receipt r on r.filing_id = f.id
     where f.filing_number is not null;
`;

const RECEIPTS_BEFORE = `
  create view filings.receipt_public as
    select f.filing_number, ${SPELLING} as spelling, f.name, f.kind, f.district, f.filed_on, f.status, r.sm3
      from filings.filing f
      left join filings.receipt r on r.filing_id = f.id
     where f.filing_number is not null;
  comment on view filings.receipt_public is 'What anybody may ask about a receipt in their hand: is it genuine';
  comment on column filings.receipt_public.spelling is
    'The number in half width and capitals, without spaces: how it is asked for';
  grant select on filings.receipt_public to zhaoguan_public;
`;
