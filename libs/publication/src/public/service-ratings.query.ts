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
  addMonths,
  dateInShanghai,
  decodeCursor,
  encodeCursor,
  startOfDayInShanghai,
  type Clock,
  type PlainDate,
} from '@zhaoguan/kernel';
import { CLOCK, PUBLIC_DATABASE, type Page } from '@zhaoguan/platform';
import { districtPath, PublicReference } from './public-reference';
import type { SqlReader } from './sql-reader';

/** How the service of an authority was rated in the last twelve months (好差评). */
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
  /** Authorities with fewer ratings are left out, so that nobody is told apart. */
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
    const to = dateInShanghai(this.clock.now());
    const from = addMonths(to, -MONTHS);
    const minimum = await this.minimum(to);
    const rows = await this.database.query<Row[]>(SQL, [
      startOfDayInShanghai(from),
      after,
      minimum,
      limit + 1,
    ]);
    const nameOf = await this.names();
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      from,
      to,
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
/** The offices of a page come out of the index in their order; only their ratings are read. */
const SQL = `
  select office, ${COUNTED})::integer as total,
         ${RATING_LEVELS.map((level) => `${COUNTED} and level = '${level}')::integer as "${level}"`).join(', ')},
         count(*) filter (where unfounded)::integer as unfounded,
         count(*) filter (where followed_up)::integer as opened,
         count(*) filter (where ended)::integer as ended,
         count(*) filter (where ended and in_time)::integer as "endedInTime"
    from feedback.rating_public
   where rated_at >= $1 and office > $2
   group by office having ${COUNTED}) >= $3
   order by office limit $4`;

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
