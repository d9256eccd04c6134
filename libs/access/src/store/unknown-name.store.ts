import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '@zhaoguan/platform';
import { NO_FAILURES, type Attempts } from '../domain/lockout';

/** Names that nobody has rest like accounts do; else the rest would tell which names are accounts. */
@Injectable()
export class UnknownNameStore {
  /** Locked until the end of the transaction. */
  async attemptsForUpdate(tx: Tx, username: string): Promise<Attempts> {
    const name = hashOf(username);
    await tx.manager.query(
      `insert into access.unknown_name (name_hash, failed_count, locked_until, at) values ($1, 0, null, $2)
       on conflict (name_hash) do nothing`,
      [name, tx.at],
    );
    const rows: Attempts[] = await tx.manager.query(
      `select failed_count as "failedCount", locked_until as "lockedUntil" from access.unknown_name
        where name_hash = $1 for update`,
      [name],
    );
    return rows[0] ?? NO_FAILURES;
  }

  /** What is older than a day is forgotten on the way. */
  async saveAttempts(tx: Tx, username: string, { failedCount, lockedUntil }: Attempts): Promise<void> {
    await tx.manager.query(
      'update access.unknown_name set failed_count = $2, locked_until = $3, at = $4 where name_hash = $1',
      [hashOf(username), failedCount, lockedUntil, tx.at],
    );
    await tx.manager.query(
      `delete from access.unknown_name where name_hash in (
         select name_hash from access.unknown_name where at < $1::timestamptz - interval '1 day'
          limit 100 for update skip locked)`,
      [tx.at],
    );
  }
}

/** A name typed by mistake may be a password: it is not kept. */
function hashOf(username: string): string {
  return createHash('sm3').update(username.toLowerCase()).digest('hex');
}
