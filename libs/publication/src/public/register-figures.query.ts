import { Inject, Injectable } from '@nestjs/common';
import { dateInShanghai, plainDate, startOfDayInShanghai, type Clock } from '@zhaoguan/kernel';
import { CLOCK, PUBLIC_DATABASE } from '@zhaoguan/platform';
import type { SqlReader } from './sql-reader';

/** Institutions in operation by kind, and inspection results published in this calendar year. */
export interface Figures {
  readonly elderlyCare: number;
  readonly childcare: number;
  readonly resultsThisYear: number;
}

const FRESH_MS = 60_000;

/** The figures of the home page. Counting reads the whole register, so they are counted once a minute at most. */
@Injectable()
export class RegisterFigures {
  private kept: { readonly until: number; readonly value: Promise<Figures> } | undefined;

  constructor(
    @Inject(PUBLIC_DATABASE) private readonly database: SqlReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  get(): Promise<Figures> {
    const now = this.clock.now().getTime();
    if (this.kept && this.kept.until > now) return this.kept.value;
    const value = this.count();
    this.kept = { until: now + FRESH_MS, value };
    value.catch(() => (this.kept = undefined));
    return value;
  }

  private async count(): Promise<Figures> {
    const today = dateInShanghai(this.clock.now());
    const newYear = startOfDayInShanghai(plainDate(`${today.slice(0, 4)}-01-01`));
    const [row] = await this.database.query<Record<keyof Figures, string>[]>(
      `select count(*) filter (where kind = 'ELDERLY_CARE') as "elderlyCare",
              count(*) filter (where kind = 'CHILDCARE') as childcare,
              (select count(*) from inspections.result_public where published_at >= $1) as "resultsThisYear"
         from institutions.institution_public where status = 'OPERATING'`,
      [newYear],
    );
    return {
      elderlyCare: Number(row?.elderlyCare),
      childcare: Number(row?.childcare),
      resultsThisYear: Number(row?.resultsThisYear),
    };
  }
}
