import { Inject, Injectable } from '@nestjs/common';
import { isBadRating, kindsLedBy, type Caller } from '@zhaoguan/contracts';
import {
  addDays,
  dateInShanghai,
  decodeCursor,
  encodeCursor,
  plainDate,
  startOfDayInShanghai,
  type Clock,
  type PlainDate,
} from '@zhaoguan/kernel';
import { CLOCK, UnitOfWork } from '@zhaoguan/platform';
import { figuresOf, groupedBy, type OfficeFigures } from '../domain/figures';
import { anyDays, wholeQuarters } from '../domain/rating-periods';
import { FigureStore, type PeriodCount } from '../store/figure.store';
import { FeedbackReference } from './feedback-reference';

/** Counted in the name of nobody, so that the figures of an office are the same for everybody of it. */
const NOBODY = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

export interface StatisticsQuery {
  readonly from?: string;
  readonly to?: string;
  readonly limit: number;
  readonly cursor?: string;
}

export type NamedFigures = OfficeFigures & { readonly officeName: string };

export interface RatingStatistics {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Fewer ratings than that are not taken apart. */
  readonly minimum: number;
  readonly items: readonly NamedFigures[];
  readonly nextCursor: string | null;
  /** By month for who handles bad ratings, by quarter for everybody else. */
  readonly periods: readonly PeriodFigures[];
}

export interface PeriodFigures {
  /** `2026-11` or `2026-Q4`. */
  readonly period: string;
  readonly satisfied: number;
  readonly dissatisfied: number;
}

/** How the services of the own jurisdiction and department were rated (评价统计), by office and period. */
@Injectable()
export class RatingStatisticsQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly figures: FigureStore,
    private readonly reference: FeedbackReference,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws INVALID_CURSOR, INVALID_DATE */
  async get(caller: Caller, query: StatisticsQuery): Promise<RatingStatistics> {
    const today = dateInShanghai(this.clock.now());
    // Who handles bad ratings reads them one by one anyway; who decides filings does not learn who rated them.
    const { permissions } = caller;
    const isShown = permissions.has('rating.follow-up') && !permissions.has('filing.accept');
    const asked = {
      from: query.from === undefined ? undefined : plainDate(query.from),
      to: query.to === undefined ? undefined : plainDate(query.to),
    };
    const { from, to } = isShown ? anyDays(asked, today) : wholeQuarters(asked, today);
    const after = query.cursor === undefined ? null : String(decodeCursor(query.cursor)[0]);
    const kinds = kindsLedBy(caller.departments);
    const places = await this.reference.placesOf(caller);
    const [kind = 'ELDERLY_CARE' as const] = kinds;
    const minimum = await this.reference.minimum(kind, today);
    const span = {
      kinds,
      places,
      from: startOfDayInShanghai(from),
      until: startOfDayInShanghai(addDays(to, 1)),
      minimum: isShown ? 0 : minimum,
    };
    const nameOf = await this.reference.officeNames();
    const { limit } = query;
    return this.work.read({ ...caller, id: NOBODY }, async (manager) => {
      const counts = await this.figures.byOffice(manager, span, { after, limit: limit + 1, today });
      const all = figuresOf(counts);
      const unit = isShown ? 'month' : 'quarter';
      const periods = periodsOf(await this.figures.byPeriod(manager, span, unit));
      const last = all.length > limit ? all[limit - 1] : undefined;
      return {
        from,
        to,
        minimum,
        items: all.slice(0, limit).map((one) => ({ ...one, officeName: nameOf(one.office) })),
        nextCursor: last ? encodeCursor([last.office]) : null,
        periods,
      };
    });
  }
}

function periodsOf(counts: readonly PeriodCount[]): PeriodFigures[] {
  return [...groupedBy(counts, ({ period }) => period)].map(([period, rows]) => {
    const sum = (bad: boolean): number =>
      rows.reduce((all, { level, count }) => all + (isBadRating(level) === bad ? count : 0), 0);
    return { period, satisfied: sum(false), dissatisfied: sum(true) };
  });
}
