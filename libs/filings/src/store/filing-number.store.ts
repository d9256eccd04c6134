import { Injectable } from '@nestjs/common';
import type { Tx } from '@zhaoguan/platform';
import { filingNumber, seriesPrefix, type SeriesLetters } from '../domain/filing-number';

type Series = readonly [district: string, letters: SeriesLetters, year: number];

@Injectable()
export class FilingNumberStore {
  /**
   * The next number. Its counter row stays locked until the transaction ends and goes back with it: acceptances of one
   * district, letters and year wait for each other, and a number is never lost. Numbers that a directory brought in are
   * passed over.
   */
  async next(tx: Tx, ...series: Series): Promise<string> {
    for (;;) {
      const number = filingNumber(...series, await this.count(tx, series));
      if (!(await this.isTaken(tx, number))) return number;
    }
  }

  private async count(tx: Tx, series: Series): Promise<number> {
    const [counted]: [{ last: number }[], number] = await tx.manager.query(
      `update filings.number_counter set last = last + 1
        where district = $1 and letters = $2 and year = $3 returning last`,
      [...series],
    );
    return counted[0]?.last ?? this.open(tx, series);
  }

  /** First number of a series: after those of the directory. Two at once: the second waits, then counts on. */
  private async open(tx: Tx, series: Series): Promise<number> {
    const rows: { last: number }[] = await tx.manager.query(
      `insert into filings.number_counter as c (district, letters, year, last)
       values ($1, $2, $3, filings.highest_serial($4) + 1)
       on conflict (district, letters, year) do update set last = c.last + 1 returning last`,
      [...series, seriesPrefix(...series)],
    );
    const last = rows[0]?.last;
    if (last === undefined) throw new Error('the counter of filing numbers did not answer');
    return last;
  }

  private async isTaken(tx: Tx, number: string): Promise<boolean> {
    const rows: { taken: boolean }[] = await tx.manager.query('select filings.is_number_taken($1) as taken', [
      number,
    ]);
    return rows[0]?.taken === true;
  }
}
