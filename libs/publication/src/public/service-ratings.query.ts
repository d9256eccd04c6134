import { Inject, Injectable } from '@nestjs/common';
import {
  findTerm,
  officeName,
  RATING_LEVELS,
  refuse,
  satisfactionOf,
  type DepartmentRow,
  type JurisdictionRow,
  type RatingCounts,
  type TermRow,
} from '@zhaoguan/contracts';
import {
  addDays,
  addMonths,
  dateInShanghai,
  decodeCursor,
  encodeCursor,
  startOfDayInShanghai,
  startOfQuarter,
  type Clock,
  type PlainDate,
} from '@zhaoguan/kernel';
import { CLOCK, PUBLIC_DATABASE, type Page } from '@zhaoguan/platform';
import { districtPath, PublicReference } from './public-reference';
import type { SqlReader } from './sql-reader';

/** How the service of an authority was rated in the last four quarters that have ended (好差评). */
export interface PublicServiceRating {
  readonly office: string;
  readonly officeName: string;
  /** Without what was found to be without ground. */
  readonly total: number;
  readonly levels: RatingCounts;
  /** In 1/10000. */
  readonly satisfaction: number | null;
  readonly unfounded: number;
  readonly followUps: { readonly opened: number; readonly ended: number; readonly endedInTime: number };
}

export interface ServiceRatingPage extends Page<PublicServiceRating> {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** A quarter in which an authority has fewer ratings is left out of its figures, so that nobody is told apart. */
  readonly minimum: number;
}

export interface ServiceRatingCriteria {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const MONTHS = 12;
const FRESH_MS = 10 * 60_000;
/** Pages that one process remembers; the one counted longest ago makes room. */
const MOST_PAGES = 200;
const MINIMUM = 'RATING_PUBLIC_MINIMUM';
const NATIONWIDE = '000000';

type Row = Omit<PublicServiceRating, 'officeName' | 'satisfaction' | 'levels' | 'followUps'> &
  RatingCounts &
  PublicServiceRating['followUps'];

/** Statistics of the ratings by authority, in the order of their codes; counted at most every ten minutes. */
@Injectable()
export class ServiceRatingsQuery {
  private readonly kept = new Map<
    string,
    { readonly until: number; readonly value: Promise<ServiceRatingPage> }
  >();

  constructor(
    @Inject(PUBLIC_DATABASE) private readonly database: SqlReader,
    private readonly reference: PublicReference,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws INVALID_CURSOR */
  list({ limit, cursor }: ServiceRatingCriteria): Promise<ServiceRatingPage> {
    const after = cursor === undefined ? '' : positionOf(cursor);
    const key = `${limit} ${after}`;
    const now = this.clock.now().getTime();
    const hit = this.kept.get(key);
    if (hit && hit.until > now) return hit.value;
    const value = this.count(limit, after);
    this.kept.delete(key);
    this.kept.set(key, { until: now + FRESH_MS, value });
    value.catch(() => this.kept.delete(key));
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_PAGES && oldest !== undefined) this.kept.delete(oldest);
    return value;
  }

  private async count(limit: number, after: string): Promise<ServiceRatingPage> {
    const today = dateInShanghai(this.clock.now());
    // Whole quarters that have ended: figures that took in another day each day would tell the ratings of that day.
    const end = startOfQuarter(today);
    const from = addMonths(end, -MONTHS);
    const minimum = await this.minimum(today);
    const rows = await this.database.query<Row[]>(SQL, [
      startOfDayInShanghai(from),
      startOfDayInShanghai(end),
      after,
      minimum,
      limit + 1,
    ]);
    const nameOf = await this.names();
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      from,
      to: addDays(end, -1),
      minimum,
      items: rows.slice(0, limit).map((row) => ratingOf(row, nameOf)),
      nextCursor: last ? encodeCursor([last.office]) : null,
    };
  }

  private async minimum(on: PlainDate): Promise<number> {
    const terms = await this.reference.list<TermRow>('terms');
    const term = findTerm(terms, { code: MINIMUM, kind: 'ELDERLY_CARE', district: NATIONWIDE, on });
    if (!term) throw new Error(`no term ${MINIMUM} on ${on}`);
    return term.value;
  }

  private async names(): Promise<(office: string) => string> {
    const [departments, jurisdictions, districts] = await Promise.all([
      this.reference.list<DepartmentRow>('departments'),
      this.reference.list<JurisdictionRow>('jurisdictions'),
      this.reference.districts(),
    ]);
    const placeOf = (code: string): string =>
      jurisdictions.find((row) => row.code === code)?.name ?? districtPath(districts, code);
    return (office) => officeName(office, departments, placeOf);
  }
}

const COUNTED = 'count(*) filter (where not unfounded';
const FIGURES = ['total', ...RATING_LEVELS, 'unfounded', 'opened', 'ended', 'endedInTime'] as const;
/**
 * The offices of a page come out of the index in their order; only their ratings are read. A quarter with too few counts in no
 * sum, so no difference of two sums tells it.
 */
const SQL = `
  select office, ${FIGURES.map((name) => `sum("${name}")::integer as "${name}"`).join(', ')}
    from (
      select office, ${COUNTED}) as total,
             ${RATING_LEVELS.map((level) => `${COUNTED} and level = '${level}') as "${level}"`).join(', ')},
             count(*) filter (where unfounded) as unfounded,
             count(*) filter (where followed_up) as opened,
             count(*) filter (where ended) as ended,
             count(*) filter (where ended and in_time) as "endedInTime"
        from feedback.rating_public
       where rated_at >= $1 and rated_at < $2 and office > $3
       group by office, date_trunc('quarter', rated_at at time zone 'Asia/Shanghai') having count(*) >= $4
    ) quarter
   group by office order by office limit $5`;

function ratingOf(row: Row, nameOf: (office: string) => string): PublicServiceRating {
  const { office, total, unfounded, opened, ended, endedInTime, ...levels } = row;
  return {
    office,
    officeName: nameOf(office),
    total,
    levels,
    satisfaction: satisfactionOf(levels),
    unfounded,
    followUps: { opened, ended, endedInTime },
  };
}

function positionOf(cursor: string): string {
  const [office] = decodeCursor(cursor);
  if (typeof office !== 'string') throw refuse('INVALID_CURSOR');
  return office;
}
