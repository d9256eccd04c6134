import { Injectable } from '@nestjs/common';
import type { Kind } from '@zhaoguan/contracts';
import type { Tx } from '@zhaoguan/platform';
import { filingNumber } from '../domain/filing-number';

@Injectable()
export class FilingNumberStore {
  /**
   * The next number. Its counter row stays locked until the transaction ends and goes back with it: acceptances of one
   * district, kind and year wait for each other, and a number is never lost.
   */
  async next(tx: Tx, district: string, kind: Kind, year: number): Promise<string> {
    const rows: { last: number }[] = await tx.manager.query(
      `insert into filings.number_counter as c (district, kind, year, last) values ($1, $2, $3, 1)
       on conflict (district, kind, year) do update set last = c.last + 1 returning last`,
      [district, kind, year],
    );
    const last = rows[0]?.last;
    if (last === undefined) throw new Error('the counter of filing numbers did not answer');
    return filingNumber(district, kind, year, last);
  }
}
