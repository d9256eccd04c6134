import type { Plan } from '../domain/plan';

/** Pieces of SQL that say who would stand in the hat of a plan, on either side; a draw freezes what they find. */

/**
 * CTE `hat (id, stratum, district)`: the operating institutions of the kind ($1) in the plan's places ($2), but for
 * townships that are drawn elsewhere ($3). An institution taken by its township has that for its district, so that who
 * covers the township alone covers it.
 */
export const HAT = `
  hat as (
    select id, grade::text as stratum, district from institutions.institution
     where status = 'OPERATING' and kind = $1 and district = any ($2::text[])
       and (township is null or township <> all ($3::text[]))
    union all
    select id, grade::text, township from institutions.institution
     where status = 'OPERATING' and kind = $1 and township = any ($2::text[])
       and district = any (array(select left(place, 6) from unnest($2::text[]) as place where length(place) = 9)))`;

/** What of a plan says who stands in its hat. */
export type HatSource = Pick<Plan, 'kind' | 'districts' | 'excludedTownships'>;

/** What {@link HAT} asks for, in its order. */
export function hatOf(plan: HatSource): unknown[] {
  const single = plan.districts.filter((place) => place.length === 9);
  return [plan.kind, plan.districts, [...plan.excludedTownships, ...single]];
}

/**
 * CTE `sendable (id, person_id, name, certificate_number, department, districts)`: the inspectors of the departments that
 * take part ($2) who are active, hold a certificate valid on the day ($3), have an account with which they can inspect and
 * cover part of the plan's places ($1); `districts` is that part, ascending, or `{*}`. Each district of the directory is
 * compared with the places once. Who is responsible for a county is not for a township of it that a functional area holds
 * (the same as `inspections.touches`, by which the directory is counted).
 */
export const SENDABLE = `
  available as materialized (
    select i.id, i.person_id, i.name, i.certificate_number, i.department, i.districts
      from inspections.inspector i
      join access.acting_inspector account on account.id = i.person_id
     where i.active and i.department = any ($2::text[]) and i.valid_until >= $3::date),
  part as materialized (
    select d.code, p.place
      from (select distinct unnest(districts) as code from available) as d
      join unnest($1::text[]) as p(place) on p.place ^@ inspections.prefix_of(d.code)
     where length(p.place) = 6
        or not exists (select from reference.entry e
                        where e.list = 'jurisdictions' and not e.withdrawn and e.data ->> 'code' = d.code
                          and e.data -> 'excludedTownships' ? p.place)),
  area as (
    select a.id, array_agg(distinct part.place order by part.place) as districts
      from available a, unnest(a.districts) as d(code) join part on part.code = d.code
     group by a.id),
  sendable as (
    select a.id, a.person_id, a.name, a.certificate_number, a.department,
           case when a.districts = '{*}' then a.districts else area.districts end as districts
      from available a left join area on area.id = a.id
     where a.districts = '{*}' or area.id is not null)`;

/**
 * Recusals in force of some inspectors at what stands in the hat; each once, however often it was declared. They bind
 * the person, also where they were declared under an earlier entry of the directory. `offset 0` keeps the planner, which
 * has no statistics of a hat that was frozen a moment ago, from going through the million of it for the few.
 * @param hat relation `(id, stratum, district)`
 * @param which condition on the inspector `i`
 */
export const recused = (hat: string, which: string): string => `
  select mine.inspector, found.id as target, found.stratum, found.district
    from (select distinct i.certificate_number as inspector, r.institution_id
            from inspections.recusal r
            join inspections.inspector i on i.person_id = r.person_id and ${which}
           where r.revokes is null and not exists (select from inspections.recusal e where e.revokes = r.id)) as mine
   cross join lateral (select h.id, h.stratum, h.district from ${hat} as h
                        where h.id = mine.institution_id offset 0) as found
   order by 1, 2`;
