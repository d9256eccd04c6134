import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Under which law a case is handled (备案、许可), settled when it is first handed in, and which of them an institution holds. All
 * that there is was filed. Licences have numbers of their own series and, where the law says so, a last day.
 */
export class Regimes1764323500000 implements MigrationInterface {
  name = 'Regimes1764323500000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(CASES);
    await db.query(REGISTER);
    await db.query(`
      create or replace view filings.receipt_public as
        select ${RECEIPTS}, f.regime, f.valid_until, ${REPLACED_BY} as replaced_by
          from filings.filing f left join filings.receipt r on r.filing_id = f.id
         where f.filing_number is not null;
      create or replace view institutions.institution_public as
        select ${INSTITUTIONS}, regime, valid_until, nullif(details ->> 'siteType', '') as site_type
          from institutions.institution;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop view institutions.institution_public;
      create view institutions.institution_public as select ${INSTITUTIONS} from institutions.institution;
      comment on view institutions.institution_public is 'What the public may know of an institution (政府信息公开条例; domain notes 11.1, 11.2)';
      grant select on institutions.institution_public to zhaoguan_public;
      drop view filings.receipt_public;
      create view filings.receipt_public as
        select ${RECEIPTS}
          from filings.filing f left join filings.receipt r on r.filing_id = f.id
         where f.filing_number is not null;
      comment on view filings.receipt_public is 'What anybody may ask about a receipt in their hand: is it genuine';
      comment on column filings.receipt_public.spelling is
        'The number in half width and capitals, without spaces: how it is asked for';
      grant select on filings.receipt_public to zhaoguan_public;
      alter table institutions.institution
        drop constraint institution_licence,
        drop column valid_until,
        drop column regime;
      alter table filings.number_counter
        drop constraint number_counter_letters_check,
        add constraint number_counter_letters_check check (letters in ('YL', 'TY', 'JT'));
      drop trigger filing_regime_stays on filings.filing;
      drop function filings.keep_regime();
      alter table filings.filing
        drop constraint filing_licence,
        drop column valid_until,
        drop column licence_law,
        drop column regime;
    `);
  }
}

/** 养老机构 are never licensed (老年人权益保障法第四十三条). */
const CASES = `
  alter table filings.filing
    add column regime text not null default 'FILING' check (regime in ('FILING', 'LICENCE')),
    add column licence_law text,
    add column valid_until date,
    add constraint filing_licence check (
      (regime = 'LICENCE') = (licence_law is not null)
      and (regime = 'FILING' or kind = 'CHILDCARE')
      and (valid_until is null or regime = 'LICENCE' and status = 'ACCEPTED'));
  comment on column filings.filing.regime is
    'Under which law it is handled: filed (备案) or licensed (许可); of a first one settled when it is first handed in';
  comment on column filings.filing.licence_law is 'By which law it is licensed, as its papers cite it; null for a filing';
  comment on column filings.filing.valid_until is 'Last day of the licence that it gave; null where the law sets none';

  create function filings.keep_regime() returns trigger language plpgsql set search_path = pg_catalog as $$
    begin
      raise exception 'a case is decided by the law under which it was handed in' using errcode = 'restrict_violation';
    end $$;
  create trigger filing_regime_stays before update on filings.filing for each row
    when ((old.regime is distinct from new.regime or old.licence_law is distinct from new.licence_law)
      and (old.status not in ('DRAFT', 'RETURNED') or old.type = 'INITIAL' and old.round > 0))
    execute function filings.keep_regime();

  alter table filings.number_counter
    drop constraint number_counter_letters_check,
    add constraint number_counter_letters_check check (letters in ('YL', 'TY', 'JT', 'TYXK', 'JTXK'));
`;

const REGISTER = `
  alter table institutions.institution
    add column regime text not null default 'FILING' check (regime in ('FILING', 'LICENCE')),
    add column valid_until date,
    add constraint institution_licence check (
      (regime = 'FILING' or kind = 'CHILDCARE') and (valid_until is null or regime = 'LICENCE'));
  comment on column institutions.institution.regime is 'What it holds under its number: a filing (备案) or a licence (许可)';
  comment on column institutions.institution.valid_until is 'Last day of its licence; null for a filing, or where the law sets none';
`;

/** The licence that has taken the place of a filing, or of a licence that ended. */
const REPLACED_BY = `(select l.filing_number from filings.filing l
                 where l.institution_id = f.institution_id and l.type = 'INITIAL' and l.status = 'ACCEPTED' and l.regime = 'LICENCE'
                   and l.filing_number <> f.filing_number and (l.updated_at, l.id) > (f.updated_at, f.id)
                 order by l.updated_at desc, l.id desc limit 1)`;

const SPELLING = `upper(replace(normalize(f.filing_number, NFKC), ' ', ''))`;
const RECEIPTS = `f.filing_number, ${SPELLING} as spelling, f.name, f.kind, f.district, f.filed_on, f.status, r.sm3, f.type,
               row_number() over (partition by ${SPELLING} order by f.updated_at, f.id)::integer as version`;

const INSTITUTIONS = `id, kind, name, uscc, legal_form, legal_representative, service_phone,
               case when details ->> 'siteType' = 'HOME' then institutions.area_of(coalesce(township, district))
                    else address end as address,
               district, township,
               capacity, nursing_beds, ownership, floor_area_m2, filing_number, filed_on, status, grade, grade_since,
               registered_at,
               (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(details -> 'particulars')
                 where key in ('fees', 'inclusive', 'staff')) as particulars`;
