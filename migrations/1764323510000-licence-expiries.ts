import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The radar tells of the last day of a licence, and of the last day on which a filing stands without the licence that the law of the place
 * asks for (过渡期), as soon as that law is entered.
 */
export class LicenceExpiries1764323510000 implements MigrationInterface {
  name = 'LicenceExpiries1764323510000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table staff.expiry
        drop constraint expiry_what_check,
        add constraint expiry_what_check check (what in (${[...FILED, ...LICENSED].map(quoted).join(', ')}));
      create function reference.transition_end(of_kind text, site_type text, place text) returns date
        language sql stable set search_path = pg_catalog as $$
          select (e.data ->> 'transitionUntil')::date
            from reference.entry e
           where e.list = 'regimes' and not e.withdrawn and e.data ->> 'kind' = of_kind
             and e.data ->> 'siteType' is not distinct from site_type
             and e.data ->> 'jurisdiction' in (place, left(place, 4) || '00', left(place, 2) || '0000', '000000')
           order by case e.data ->> 'jurisdiction' when place then 0 when left(place, 4) || '00' then 1
                      when left(place, 2) || '0000' then 2 else 3 end, e.data ->> 'effectiveFrom' desc
           limit 1
        $$;
      comment on function reference.transition_end is
        'Last day of the transition (过渡期) by the latest regime of the nearest place; null where that is a filing';
      revoke all on function reference.transition_end from public;
      grant execute on function reference.transition_end to zhaoguan_app;
      ${facts(`,
       ('LICENCE', i.valid_until::text),
       ('FILING_TRANSITION', case when ${ANY_LICENCE} and i.regime = 'FILING' and i.filing_ended_as is null and i.kind = 'CHILDCARE'
          then reference.transition_end(i.kind, i.details ->> 'siteType', i.district)::text end)`)}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ${facts('')}
      drop function reference.transition_end;
      alter table staff.expiry_transition disable trigger expiry_transition_append_only;
      delete from staff.expiry_transition t using staff.expiry e
       where e.id = t.expiry_id and e.what in (${LICENSED.map(quoted).join(', ')});
      alter table staff.expiry_transition enable trigger expiry_transition_append_only;
      alter table staff.expiry disable trigger expiry_stays;
      delete from staff.expiry where what in (${LICENSED.map(quoted).join(', ')});
      alter table staff.expiry enable trigger expiry_stays;
      alter table staff.expiry
        drop constraint expiry_what_check,
        add constraint expiry_what_check check (what in (${FILED.map(quoted).join(', ')}));
    `);
  }
}

/** Asked once a query: as long as nothing is licensed anywhere, nothing is looked up for an institution. */
const ANY_LICENCE = `(select exists (select from reference.entry e
          where e.list = 'regimes' and not e.withdrawn and e.data ->> 'regime' = 'LICENCE'))`;

const FILED = [
  'LEASE',
  'FIRE_PROOF',
  'FOOD_LICENCE',
  'HEALTH_CERTIFICATES',
  'INSURANCE',
  'STAFF_PROFESSIONAL',
  'STAFF_HEALTH',
  'STAFF_BACKGROUND',
  'STAFF_TRAINING',
];
const LICENSED = ['LICENCE', 'FILING_TRANSITION'];
const quoted = (what: string): string => `'${what}'`;

const facts = (more: string): string => `
  create or replace view institutions.expiry_facts with (security_invoker = true) as
    select i.id as institution_id, h.what as thing, h.what, h.day::date as ends_on
      from institutions.institution i
     cross join lateral (values
       ('LEASE', i.details ->> 'leaseEndsOn'),
       ('FIRE_PROOF', i.details -> 'particulars' ->> 'fireProofUntil'),
       ('FOOD_LICENCE', i.details -> 'particulars' ->> 'foodLicenceUntil'),
       ('HEALTH_CERTIFICATES', i.details -> 'particulars' ->> 'healthCertificatesUntil'),
       ('INSURANCE', i.details -> 'particulars' ->> 'insuranceEndsOn')${more}) h (what, day)
     where i.status <> 'CLOSED' and case when h.day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' then pg_input_is_valid(h.day, 'date') end;
`;
