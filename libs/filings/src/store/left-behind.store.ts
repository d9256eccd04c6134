import { Injectable } from '@nestjs/common';
import { siteOf, type Kind, type Site } from '@zhaoguan/contracts';
import type { Tx } from '@zhaoguan/platform';

/** Where cases of one kind wait: the place of their authority. */
export interface WaitingPlace extends Site {
  readonly kind: Kind;
}

/** Those of it that one person could decide, and nobody of these. */
export interface PlaceToCount extends WaitingPlace {
  readonly able: readonly string[];
}

/** What waits in offices, counted where it lies: a county that is asked about may have thousands of cases. */
@Injectable()
export class LeftBehindStore {
  /** Places of these authorities in which cases wait that nobody but the person conducts. */
  places(
    manager: Tx['manager'],
    districts: readonly string[],
    kinds: readonly Kind[],
    personId: string,
  ): Promise<WaitingPlace[]> {
    return manager.query(
      `select f.kind, ${DISTRICT} as district, ${TOWNSHIP} as township
         from ${WAITING} and f.kind = any ($2)
          and (f.authority = any ($3)
               or f.authority is null and f.district = any ($4) and (f.district = any ($3) or f.township = any ($3)))
        group by f.kind, ${DISTRICT}, ${TOWNSHIP} order by 1, 2, 3`,
      [personId, kinds, districts, districts.map((code) => siteOf(code).district)],
    );
  }

  /** How many the person may conduct (`mayConduct`) and none of those who are able there; places without any are left out. */
  count(
    manager: Tx['manager'],
    places: readonly PlaceToCount[],
    personId: string,
  ): Promise<(WaitingPlace & { readonly cases: number })[]> {
    return manager.query(
      `select p.kind, p.district, p.township, count(*)::integer as cases
         from jsonb_to_recordset($2::jsonb) as p (kind text, district text, township text, able uuid[])
         join lateral (
           select from ${WAITING} and f.kind = p.kind
              and (f.authority = p.district and p.township is null
                   or f.authority is null and f.district = p.district and f.township is not distinct from p.township)
              and ${mayConduct('$1::uuid')}
              and not exists (select from unnest(p.able) as one (id) where ${mayConduct('one.id')})) found on true
        group by p.kind, p.district, p.township`,
      [personId, JSON.stringify(places)],
    );
  }
}

const DISTRICT = 'coalesce(f.authority, f.district)';
const TOWNSHIP = '(case when f.authority is null then f.township end)';

const OF_FILING =
  'f.kind, f.authority, f.district, f.township, f.applicant_id, f.entered_by, f.account_given_by, f.advised_by';

/** What is to be decided and is nobody else's, `$1` being the person; and what is asked to be taken back (撤回), which nobody conducts. */
const WAITING = `(select ${OF_FILING}, null::uuid as asked_by
            from filings.filing f left join filings.case_holder h on h.filing_id = f.id
           where f.status = 'SUBMITTED' and coalesce(h.person_id, $1) = $1
          union all
          select ${OF_FILING}, t.asked_by
            from filings.retraction t join filings.filing f on f.id = t.filing_id where t.status = 'ASKED') f
        where true`;

/** As the domain says it of one case. */
const mayConduct = (id: string): string =>
  `not (${id} = any (array[f.applicant_id, f.entered_by, f.account_given_by, f.asked_by] || f.advised_by) is true)`;
