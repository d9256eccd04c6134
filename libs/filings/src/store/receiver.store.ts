import { Injectable } from '@nestjs/common';
import type { Kind } from '@zhaoguan/contracts';
import type { EntityManager } from 'typeorm';
import type { KnownReceiver } from '../domain/receivers';

/** More of one name are no help. */
const MOST = 5;

/** Institutions by their name, as the public register shows them. */
@Injectable()
export class ReceiverStore {
  find(manager: EntityManager, kind: Kind, name: string): Promise<KnownReceiver[]> {
    return manager.query(
      `select id as "institutionId", status, district, capacity from institutions.institution_public
        where name = $1 and kind = $2 order by status <> 'OPERATING', id limit ${MOST}`,
      [name, kind],
    );
  }
}
