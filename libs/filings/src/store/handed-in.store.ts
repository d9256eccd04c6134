import { Injectable } from '@nestjs/common';
import type { Tx } from '@zhaoguan/platform';

/** What an account has handed in of late, and how many sites it has to hand in for. */
export interface HandedIn {
  /** In the last 24 hours, by the account itself. */
  readonly times: number;
  /** Until the first of these counts no more; zero of none. */
  readonly seconds: number;
  /** First filings of it that were accepted. */
  readonly sites: number;
}

@Injectable()
export class HandedInStore {
  /** Two that one account hands in at once are counted one after the other. Until the end of the transaction. */
  async count(tx: Tx): Promise<HandedIn> {
    await tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `handed in by ${tx.caller.id}`,
    ]);
    const [row]: HandedIn[] = await tx.manager.query(
      `select count(*)::int as times,
              coalesce(ceil(extract(epoch from min(at) + interval '24 hours' - $2::timestamptz)), 0)::int as seconds,
              (select count(*)::int from filings.filing
                where applicant_id = $1 and type = 'INITIAL' and status = 'ACCEPTED') as sites
         from filings.transition
        where actor_id = $1 and action = 'submit' and at > $2::timestamptz - interval '24 hours'`,
      [tx.caller.id, tx.at],
    );
    return row ?? { times: 0, seconds: 0, sites: 0 };
  }
}
