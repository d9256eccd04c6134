import { Inject, Injectable } from '@nestjs/common';
import { isBadRating, kindsLedBy, type Caller } from '@zhaoguan/contracts';
import {
  addDays,
  addMonths,
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
import { FigureStore, type MonthCount } from '../store/figure.store';
import { FeedbackReference } from './feedback-reference';

/** Counted in the name of nobody, so that the figures of an office are the same for everybody of it. */
const NOBODY = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const MONTHS = 12;

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
  readonly months: readonly MonthFigures[];
}

export interface MonthFigures {
  readonly month: string;
  readonly satisfied: number;
  readonly dissatisfied: number;
}

/** How the services of the own jurisdiction and department were rated (评价统计), by office and month. */
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
    const to = query.to === undefined ? today : plainDate(query.to);
    const from = query.from === undefined ? addMonths(to, -MONTHS) : plainDate(query.from);
    const after = query.cursor === undefined ? null : String(decodeCursor(query.cursor)[0]);
    const kinds = kindsLedBy(caller.departments);
    const places = await this.reference.placesOf(caller);
    const span = {
      kinds,
      places,
      from: startOfDayInShanghai(from),
      until: startOfDayInShanghai(addDays(to, 1)),
    };
    const [kind = 'ELDERLY_CARE' as const] = kinds;
    const minimum = await this.reference.minimum(kind, today);
    const nameOf = await this.reference.officeNames();
    const { limit } = query;
    return this.work.read({ ...caller, id: NOBODY }, async (manager) => {
      const counts = await this.figures.byOffice(manager, span, { after, limit: limit + 1, today });
      // Who handles bad ratings reads them one by one anyway; who decides filings does not learn who rated them.
      const { permissions } = caller;
      const isShown = permissions.has('rating.follow-up') && !permissions.has('filing.accept');
      const all = figuresOf(counts, isShown ? 0 : minimum);
      const months = monthsOf(await this.figures.byMonth(manager, span));
      const last = all.length > limit ? all[limit - 1] : undefined;
      return {
        from,
        to,
        minimum,
        items: all.slice(0, limit).map((one) => ({ ...one, officeName: nameOf(one.office) })),
        nextCursor: last ? encodeCursor([last.office]) : null,
        months: isShown ? months : months.filter((one) => one.satisfied + one.dissatisfied >= minimum),
      };
    });
  }
}

function monthsOf(counts: readonly MonthCount[]): MonthFigures[] {
  return [...groupedBy(counts, ({ month }) => month)].map(([month, rows]) => {
    const sum = (bad: boolean): number =>
      rows.reduce((all, { level, count }) => all + (isBadRating(level) === bad ? count : 0), 0);
    return { month, satisfied: sum(false), dissatisfied: sum(true) };
  });
}
