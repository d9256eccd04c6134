import { Injectable } from '@nestjs/common';
import { siteOf, type Site } from '@zhaoguan/contracts';
import type { Tx } from '@zhaoguan/platform';

/** Where opinions of one department wait. */
export interface AskedPlace extends Site {
  readonly department: string;
}

/** Those of it that one person could answer, and nobody of these. */
export interface AskedPlaceToCount extends AskedPlace {
  readonly able: readonly string[];
}

/** Opinions that wait for their answer, counted where they lie. */
@Injectable()
export class LeftOpinionsStore {
  /** Places of these divisions in which these departments are asked. */
  places(
    manager: Tx['manager'],
    districts: readonly string[],
    departments: readonly string[],
  ): Promise<AskedPlace[]> {
    return manager.query(
      `select o.department, o.district, o.township from filings.opinion o
        where o.status = 'ASKED' and o.department = any ($1) and o.district = any ($2)
          and (o.district = any ($3) or o.township = any ($3))
        group by o.department, o.district, o.township order by 1, 2, 3`,
      [departments, districts.map((code) => siteOf(code).district), districts],
    );
  }

  /** How many the person may answer (`partIn`) and none of those who are able there; places without any are left out. */
  count(
    manager: Tx['manager'],
    places: readonly AskedPlaceToCount[],
    personId: string,
  ): Promise<(AskedPlace & { readonly opinions: number })[]> {
    return manager.query(
      `select p.department, p.district, p.township, count(*)::integer as opinions
         from jsonb_to_recordset($2::jsonb) as p (department text, district text, township text, able uuid[])
         join filings.opinion o on o.status = 'ASKED' and o.department = p.department and o.district = p.district
                               and o.township is not distinct from p.township
         join filings.filing f on f.id = o.filing_id
        where ${hasNoPart('$1::uuid')}
          and not exists (select from unnest(p.able) as one (id) where ${hasNoPart('one.id')})
        group by p.department, p.district, p.township`,
      [personId, JSON.stringify(places)],
    );
  }
}

/** As the domain says it of one opinion. */
const hasNoPart = (id: string): string => `(
  not (${id} = any (array[o.asked_by, f.applicant_id, f.entered_by, f.account_given_by]) is true)
  and not exists (select from filings.transition t where t.filing_id = f.id and t.actor_id = ${id})
  and not exists (select from filings.case_holder h where h.filing_id = f.id and h.person_id = ${id}))`;
