import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { APP_DATABASE } from '../tokens';

/** Work that lasts for many transactions and that only one process may do at a time. */
@Injectable()
export class SessionLocks {
  constructor(@Inject(APP_DATABASE) private readonly database: DataSource) {}

  /**
   * Does the work unless somebody else holds the name, in this process or another one. The name is let go of with its connection: whoever is killed
   * holds nothing.
   * @returns undefined, and does nothing, when the name is held
   */
  async tryHold<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
    const session = this.database.createQueryRunner();
    try {
      const [answer]: [{ held: boolean }] = await session.query(
        'select pg_try_advisory_lock(hashtextextended($1, 0)) as held',
        [name],
      );
      if (!answer.held) return undefined;
      try {
        return await work();
      } finally {
        await session.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name]);
      }
    } finally {
      await session.release();
    }
  }
}
