import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@zhaoguan/kernel';
import { CLOCK, PUBLIC_DATABASE } from '@zhaoguan/platform';
import type { SqlReader } from './sql-reader';

/** Institutions in operation, and their beds (床位) and childcare places (托位). */
export interface Figures {
  readonly elderlyCare: number;
  readonly childcare: number;
  readonly places: number;
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
    const [row] = await this.database.query<Record<keyof Figures, string>[]>(
      `select count(*) filter (where kind = 'ELDERLY_CARE') as "elderlyCare",
              count(*) filter (where kind = 'CHILDCARE') as childcare,
              coalesce(sum(capacity), 0) as places
         from institutions.institution_public where status = 'OPERATING'`,
    );
    return {
      elderlyCare: Number(row?.elderlyCare),
      childcare: Number(row?.childcare),
      places: Number(row?.places),
    };
  }
}
