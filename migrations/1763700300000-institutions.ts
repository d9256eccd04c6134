import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The registry: who is supervised, where, under which filing. The hub of all other modules. */
export class Institutions1763700300000 implements MigrationInterface {
  name = 'Institutions1763700300000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema institutions;
      grant usage on schema institutions to zhaoguan_app, zhaoguan_public;

      create function institutions.search_terms(name text, kind text, grade text, district text) returns text[]
        language sql immutable parallel safe strict
        return platform.bigrams(name) || array['k:' || kind, 'g:' || grade, 'd:' || left(district, 2),
                                               'd:' || left(district, 4), 'd:' || district];
      comment on function institutions.search_terms(text, text, text, text) is
        'What an institution is found by: pairs of characters of its name, and kind, grade and district (province, city, county) under a letter and a colon';

      create table institutions.institution (
        id uuid primary key,
        kind text not null check (kind in ('ELDERLY_CARE', 'CHILDCARE')),
        name text not null,
        uscc text not null check (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
        legal_form text not null
          check (legal_form in ('ENTERPRISE', 'SOLE_PROPRIETOR', 'PRIVATE_NON_ENTERPRISE', 'PUBLIC_INSTITUTION')),
        legal_representative text,
        legal_representative_id text,
        legal_representative_id_index text,
        legal_representative_phone text,
        service_phone text,
        address text not null,
        district text not null references reference.district,
        township text references reference.district,
        capacity integer not null check (capacity >= 0),
        nursing_beds integer check (nursing_beds between 0 and capacity),
        ownership text check (ownership in ('PUBLIC', 'PUBLIC_BUILT_PRIVATE_RUN', 'PRIVATE_SUBSIDISED', 'PRIVATE')),
        floor_area_m2 numeric(12, 2) check (floor_area_m2 > 0),
        details jsonb not null default '{}',
        filing_number text unique,
        filed_on date,
        status text not null check (status in ('OPERATING', 'SUSPENDED', 'CLOSED')),
        grade char(1) not null default 'B' check (grade in ('A', 'B', 'C', 'D')),
        grade_since date,
        operator_id uuid,
        source text not null check (source in ('FILING', 'IMPORT')),
        registered_at timestamptz not null,
        version integer not null
      );
      comment on table institutions.institution is 'Supervised sites (养老机构, 托育机构); one row a site';
      comment on column institutions.institution.legal_representative_id is 'Resident id of the legal representative, sealed (FieldCipher)';
      comment on column institutions.institution.legal_representative_id_index is 'Blind index of that id';
      comment on column institutions.institution.legal_representative_phone is 'Phone of the legal representative, sealed';
      comment on column institutions.institution.service_phone is 'Phone that the institution publishes';
      comment on column institutions.institution.capacity is 'Beds (床位) or childcare places (托位)';
      comment on column institutions.institution.details is 'Other filed particulars by kind';
      comment on column institutions.institution.operator_id is 'Person who files for it; null after an import';

      create unique index institution_site on institutions.institution (uscc, district, address) where status <> 'CLOSED';
      create index institution_district_name on institutions.institution (district, name, id);
      create index institution_targets on institutions.institution (kind, district, grade, id) where status = 'OPERATING';
      create index institution_search on institutions.institution using gin (institutions.search_terms(name, kind, grade, district));
      create index institution_operator on institutions.institution (operator_id) where operator_id is not null;
      create index institution_number on institutions.institution (upper(filing_number) text_pattern_ops);
      create index institution_newest on institutions.institution (registered_at desc, id desc);

      alter table institutions.institution enable row level security;
      create policy institution_rights on institutions.institution to zhaoguan_app
        using (platform.covers(district) or platform.is_actor(operator_id))
        with check (platform.covers(district) or platform.is_actor(operator_id));
      grant select, insert, update on institutions.institution to zhaoguan_app;

      create function institutions.area_of(place text) returns text
        language sql stable parallel safe as $$
          with recursive up as (
            select name, parent, 0 as above from reference.district where code = place
            union all
            select d.name, d.parent, up.above + 1 from up join reference.district d on d.code = up.parent)
          select string_agg(name, '' order by above desc) from up
        $$;
      comment on function institutions.area_of is 'A division in words from the province down';
      grant execute on function institutions.area_of to zhaoguan_public;

      -- A 家庭托育点 is somebody's dwelling: the public learns the street office, never the house.
      create view institutions.institution_public as
        select id, kind, name, uscc, legal_form, legal_representative, service_phone,
               case when details ->> 'siteType' = 'HOME' then institutions.area_of(coalesce(township, district))
                    else address end as address,
               district, township,
               capacity, nursing_beds, ownership, floor_area_m2, filing_number, filed_on, status, grade, grade_since,
               registered_at
          from institutions.institution;
      comment on view institutions.institution_public is 'What the public may know of an institution (政府信息公开条例; domain notes 11.1, 11.2)';
      grant select on institutions.institution_public to zhaoguan_public;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop schema institutions cascade');
  }
}
