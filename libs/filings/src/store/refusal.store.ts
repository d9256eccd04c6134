import { Injectable } from '@nestjs/common';
import type { FilingType, Regime } from '@zhaoguan/contracts';
import type { SpelledSite } from '@zhaoguan/institutions';
import type { PlainDate } from '@zhaoguan/kernel';
import type { EntityManager } from 'typeorm';
import type { FilingStatus } from '../domain/filing.process';

/** What was refused, or turned away, of the same legal person or in the same house. */
export interface EarlierRefusal {
  readonly id: string;
  readonly type: FilingType;
  readonly regime: Regime;
  readonly renewal: boolean;
  readonly status: FilingStatus;
  readonly name: string;
  readonly on: PlainDate;
  readonly reason: string | null;
  /** Number of the paper that told it; null where none was given out. */
  readonly paperNumber: string | null;
}

/** Earlier refusals, for who decides on what is handed in again; row-level security leaves what they may read. */
@Injectable()
export class RefusalStore {
  /** The latest first, at most ten. @param kind whose filings the reader takes */
  async find(
    manager: EntityManager,
    id: string,
    { kind, uscc, district, spellings }: SpelledSite,
  ): Promise<EarlierRefusal[]> {
    return manager.query(
      `select f.id, f.type, f.regime, f.renews is not null as renewal, f.status, f.name, t.reason,
              to_char((t.at at time zone 'Asia/Shanghai')::date, 'YYYY-MM-DD') as "on", p.number as "paperNumber"
         from (select id from filings.filing where ${REFUSED} and district = $4 and uscc = $3
               union
               select id from filings.filing where ${REFUSED} and district = $4 and address_key = any($5)) alike
         join filings.filing f on f.id = alike.id
         join lateral (select t.at, t.reason from filings.transition t where t.filing_id = f.id order by t.seq desc limit 1) t on true
         left join lateral (select p.number from filings.paper p
                             where p.filing_id = f.id and p.kind = any($6) order by p.id desc limit 1) p on true
        where f.kind = $2 and f.id <> $1
        order by t.at desc, f.id desc limit 10`,
      [id, kind, uscc, district, spellings, REFUSALS],
    );
  }
}

/** Each way of being alike has an index of its own, which an `or` would pass by. */
const REFUSED = `status in ('REFUSED', 'DISMISSED')`;

const REFUSALS = ['REFUSAL_NOTICE', 'NONCONFORMITY_NOTICE', 'LICENCE_REFUSAL', 'LICENCE_DISMISSAL'];
