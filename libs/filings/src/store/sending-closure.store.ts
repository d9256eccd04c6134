import { Injectable } from '@nestjs/common';
import type { Kind } from '@zhaoguan/contracts';
import type { EntityManager } from 'typeorm';
import type { SendingClosure } from '../domain/receivers';

/** Closures whose notice (安置方案) gives a name that an institution bears, or bore. */
@Injectable()
export class SendingClosureStore {
  /** Granted ones that are not settled, of whichever account and office. For who may see the institution that is named. */
  granted(manager: EntityManager, institutionId: string): Promise<SendingClosure[]> {
    return manager.query(
      `select s.filing_id as "filingId", s.ending, s.name, s.ends_on::text as "endsOn", s.called, s.people,
              s.takes_over as "takesOver", true as granted, exists (select from filings.filing f where f.id = s.filing_id) as readable
         from filings.closures_sending($1) s`,
      [institutionId],
    );
  }

  /** Those that wait for a decision, as far as the reader sees them. */
  running(
    manager: EntityManager,
    named: { readonly id: string; readonly kind: Kind; readonly district: string },
  ): Promise<SendingClosure[]> {
    return manager.query(
      `select f.id as "filingId", f.institution_id as ending, f.name, f.application #>> '{notice,startsOn}' as "endsOn", bears.called,
              (select sum((p ->> 'people')::integer)::integer
                 from jsonb_array_elements(f.application #> '{notice,placements}') p
                where p ->> 'destination' = 'OTHER_INSTITUTION' and p ->> 'name' = bears.called) as people,
              coalesce(f.application #>> '{notice,successor}' = bears.called, false) as "takesOver", false as granted, true as readable
         from filings.filing f
        cross join (select p.name as called from institutions.institution_public p where p.id = $1
                    union select n.name from institutions.former_name_public n where n.institution_id = $1) bears
        where f.district = $3 and f.kind = $2 and f.type = 'CLOSURE' and f.status in ('SUBMITTED', 'RETURNED')
          and f.institution_id <> $1
          and (f.application #>> '{notice,successor}' = bears.called
               or f.application #> '{notice,placements}'
                  @> jsonb_build_array(jsonb_build_object('destination', 'OTHER_INSTITUTION', 'name', bears.called)))
        order by 4, f.id`,
      [named.id, named.kind, named.district],
    );
  }
}
