import { Injectable } from '@nestjs/common';
import type { Kind } from '@zhaoguan/contracts';
import type { EntityManager } from 'typeorm';
import type { KnownReceiver, SuggestedReceiver, WantedReceiver } from '../domain/receivers';

/** More of one name are no help. */
const MOST = 5;
/** As many as one looks over while typing. */
const MOST_SUGGESTED = 10;

/** Institutions by their name, or by one that they had (曾用名) where none bears it now, as the public register shows them. */
@Injectable()
export class ReceiverStore {
  async find(manager: EntityManager, kind: Kind, name: string): Promise<KnownReceiver[]> {
    const found: KnownReceiver[] = await manager.query(
      `select p.id as "institutionId", p.name, p.status, p.district, p.address, p.capacity, p.regime, s.action as "stopsAs",
              to_char(s.effective_on, 'YYYY-MM-DD') as "stopsOn", e.ended_as as "endedAs",
              to_char(e.ended_on, 'YYYY-MM-DD') as "endedOn",
              -- No more than the reader sees of it: what is not decided is for its own applicant and the office.
              (select jsonb_build_object('as', case f.type when 'CLOSURE' then 'close' else 'suspend' end,
                                         'from', f.application #>> '{notice,startsOn}', 'filingId', f.id)
                 from filings.filing f
                where f.institution_id = p.id and f.type in ('SUSPENSION', 'CLOSURE') and f.status in ('SUBMITTED', 'RETURNED')
                limit 1) as asks
         from institutions.institution_public p
         left join institutions.filing_end_public e
           on e.institution_id = p.id and e.filing_number = p.filing_number
         left join institutions.status_step_public s
           on s.institution_id = p.id and not s.in_force and s.action in ('suspend', 'close')
        where p.kind = $2 and p.id in (select n.id from institutions.institution_public n where n.name = $1
                                       union select f.institution_id from institutions.former_name_public f where f.name = $1)
        order by p.name <> $1, e.ended_as is not null, p.status <> 'OPERATING', p.id limit ${MOST}`,
      [name, kind],
    );
    return found.filter((each) => each.name === name || found.every((other) => other.name !== name));
  }

  /** Those of the county that could take people in, those with places for all of them first. */
  suggest(
    manager: EntityManager,
    { kind, district, own, typed, people }: WantedReceiver,
  ): Promise<SuggestedReceiver[]> {
    return manager.query(
      `select p.id as "institutionId", p.name, p.capacity
         from institutions.institution_public p
        where p.kind = $1 and p.district = $2 and p.status = 'OPERATING' and p.id is distinct from $3
          -- strpos, not LIKE: what people type must not be a pattern.
          and strpos(lower(p.name), lower($4)) > 0
          and not exists (select from institutions.filing_end_public e
                           where e.institution_id = p.id and e.filing_number = p.filing_number and e.ended_as is not null)
        order by p.capacity < $5, p.name, p.id limit ${MOST_SUGGESTED}`,
      [kind, district, own, typed, people],
    );
  }
}
