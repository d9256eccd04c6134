import { Injectable } from '@nestjs/common';
import type { FilingType, Regime } from '@zhaoguan/contracts';
import type { SpelledSite } from '@zhaoguan/institutions';
import type { PlainDate } from '@zhaoguan/kernel';
import type { EntityManager } from 'typeorm';
import type { Filing } from '../domain/filing';
import type { FilingStatus } from '../domain/filing.process';

/** What was refused, turned away, or lapsed with remarks that nobody answered (逾期视为撤回), of the same legal person or in the same house. */
export interface EarlierRefusal {
  readonly id: string;
  readonly type: FilingType;
  readonly regime: Regime;
  readonly renewal: boolean;
  readonly prolongs: boolean;
  readonly status: FilingStatus;
  readonly name: string;
  readonly on: PlainDate;
  /** Of what lapsed, the remarks of its last return (补正意见). */
  readonly reason: string | null;
  /** Number of the paper that told it; null where none was given out. */
  readonly paperNumber: string | null;
}

/** Earlier refusals, for who decides on what is handed in again; row-level security leaves what they may read. */
@Injectable()
export class RefusalStore {
  /**
   * What bears on this case: of its type and, where it is about an institution, of that one; not what was granted since. The latest
   * first, at most ten.
   * @param kind whose filings the reader takes
   */
  async find(
    manager: EntityManager,
    { id, type, institutionId }: Pick<Filing, 'id' | 'type' | 'institutionId'>,
    { kind, uscc, district, spellings }: SpelledSite,
  ): Promise<EarlierRefusal[]> {
    return manager.query(
      `select f.id, f.type, f.regime, f.renews is not null as renewal, f.prolongs is not null as prolongs, f.status, f.name,
              case when f.status = 'LAPSED' then (${LAST_RETURN}) else t.reason end as reason,
              to_char((t.at at time zone 'Asia/Shanghai')::date, 'YYYY-MM-DD') as "on", p.number as "paperNumber"
         from (select id from filings.filing where ${REFUSED} and district = $4 and uscc = $3
               union
               select id from filings.filing where ${REFUSED} and district = $4 and address_key = any($5)
               union
               select id from filings.filing where status = 'LAPSED' and district = $4 and uscc = $3) alike
         join filings.filing f on f.id = alike.id
         join lateral (select t.at, t.reason from filings.transition t where t.filing_id = f.id order by t.seq desc limit 1) t on true
         left join lateral (select p.number from filings.paper p
                             where p.filing_id = f.id and p.kind = any($6) order by p.id desc limit 1) p on true
        where f.kind = $2 and f.id <> $1 and f.type = $7 and ($8::uuid is null or f.institution_id = $8) and not (${GRANTED_SINCE})
        order by t.at desc, f.id desc limit 10`,
      [id, kind, uscc, district, spellings, REFUSALS, type, institutionId],
    );
  }
}

/** Each way of being alike has an index of its own, which an `or` would pass by. */
const REFUSED = `status in ('REFUSED', 'DISMISSED')`;

/** In the words of the history: each place with what is to be put right. */
const LAST_RETURN = `select r.reason from filings.transition r where r.filing_id = f.id and r.action = 'return' order by r.seq desc limit 1`;

/** The same was handed in anew and granted: its reasons have gone. */
const GRANTED_SINCE = `exists (select 1 from filings.filing g
   where g.uscc = f.uscc and g.status = 'ACCEPTED' and g.id > f.id and g.type = f.type and g.kind = f.kind and g.district = f.district
     and (g.institution_id = f.institution_id or f.institution_id is null and g.address_key is not distinct from f.address_key))`;

const REFUSALS = [
  'REFUSAL_NOTICE',
  'REGISTRATION_REFUSAL',
  'NONCONFORMITY_NOTICE',
  'LICENCE_REFUSAL',
  'LICENCE_DISMISSAL',
];
