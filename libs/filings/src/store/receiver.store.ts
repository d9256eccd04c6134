import { Injectable } from '@nestjs/common';
import type { Kind } from '@zhaoguan/contracts';
import type { EntityManager } from 'typeorm';
import type { KnownReceiver } from '../domain/receivers';

/** More of one name are no help. */
const MOST = 5;

/** Institutions by their name, or by one that they had (曾用名) where none bears it now, as the public register shows them. */
@Injectable()
export class ReceiverStore {
  async find(manager: EntityManager, kind: Kind, name: string): Promise<KnownReceiver[]> {
    const found: KnownReceiver[] = await manager.query(
      `select p.id as "institutionId", p.name, p.status, p.district, p.address, p.capacity, p.regime, s.action as "stopsAs",
              to_char(s.effective_on, 'YYYY-MM-DD') as "stopsOn", e.ended_as as "endedAs",
              to_char(e.ended_on, 'YYYY-MM-DD') as "endedOn"
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
}
