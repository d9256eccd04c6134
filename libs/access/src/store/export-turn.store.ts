import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Each person exports one list at a time: a million rows keep a connection and a core for minutes. */
@Injectable()
export class ExportTurnStore {
  /** Taken until the transaction ends, in whichever process it runs. @returns whether it was free */
  async take(manager: EntityManager, personId: string): Promise<boolean> {
    const [row]: [{ free: boolean }] = await manager.query(
      `select pg_try_advisory_xact_lock(hashtextextended('export ' || $1, 0)) as free`,
      [personId],
    );
    return row.free;
  }
}
