import { Injectable } from '@nestjs/common';
import type { Kind, RatingLevel } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import type { EntityManager } from 'typeorm';
import type { LevelCount } from '../domain/figures';
import type { CountedPeriod } from '../domain/rating-periods';

/** Whose ratings of which time are counted. */
export interface Span {
  readonly kinds: readonly Kind[];
  /** Divisions of the jurisdiction, for the index; null for the whole country. */
  readonly places: readonly string[] | null;
  readonly from: Date;
  /** The first instant that does not count. */
  readonly until: Date;
  /** An office with fewer ratings in a quarter counts with none of that quarter; 0 for who handles each of them. */
  readonly minimum: number;
}

export interface PeriodCount {
  readonly period: string;
  readonly level: RatingLevel;
  readonly count: number;
}

/** Counts ratings, under the row-level security of who asks. */
@Injectable()
export class FigureStore {
  /** Offices in the order of their codes, those behind `after`; `limit` of them. */
  async byOffice(
    manager: EntityManager,
    { kinds, places, from, until, minimum }: Span,
    page: { readonly after: string | null; readonly limit: number; readonly today: PlainDate },
  ): Promise<LevelCount[]> {
    return manager.query(
      `with page as (
         select distinct office from feedback.rating_facts
          where kind = any ($1) and rated_at >= $2 and rated_at < $3 and ($4::text is null or office > $4)
            and ($7::text[] is null or district = any ($7))
          order by office limit $5),
       shown as (
         select office, ${QUARTER} as quarter from feedback.rating_facts join page using (office)
          where rated_at >= $2 and rated_at < $3 and ($7::text[] is null or district = any ($7))
          group by 1, 2 having count(*) >= $8)
       select page.office, level, count(level)::integer as total,
              count(*) filter (where follow_up_status = 'UNFOUNDED')::integer as unfounded,
              count(follow_up_status)::integer as "followedUp",
              count(ended_at)::integer as ended,
              count(*) filter (where (ended_at at time zone 'Asia/Shanghai')::date <= due_on)::integer as "endedInTime",
              count(*) filter (where ended_at is null and due_on < $6)::integer as overdue
         from page
        left join (feedback.rating_facts r join shown s on s.office = r.office and s.quarter = ${QUARTER})
          on r.office = page.office and rated_at >= $2 and rated_at < $3
             and ($7::text[] is null or district = any ($7))
        group by page.office, level order by page.office`,
      [kinds, from, until, page.after, page.limit, page.today, places, minimum],
    );
  }

  /** By quarter only what the offices show of it: a sum over offices tells no more than they do. */
  byPeriod(
    manager: EntityManager,
    { kinds, places, from, until, minimum }: Span,
    period: CountedPeriod,
  ): Promise<PeriodCount[]> {
    return manager.query(
      `select period, level, sum(count)::integer as count
         from (select to_char(rated_at at time zone 'Asia/Shanghai', $6) as period, level,
                      count(*) filter (where follow_up_status is distinct from 'UNFOUNDED') as count,
                      sum(count(*)) over (partition by office, ${QUARTER}) as rated
                 from feedback.rating_facts
                where kind = any ($1) and rated_at >= $2 and rated_at < $3
                  and ($4::text[] is null or district = any ($4))
                group by 1, 2, office, ${QUARTER}) c
        where rated >= $5 group by period, level order by period`,
      [kinds, from, until, places, minimum, PERIOD_FORMATS[period]],
    );
  }
}

const QUARTER = `date_trunc('quarter', rated_at at time zone 'Asia/Shanghai')`;
const PERIOD_FORMATS: Readonly<Record<CountedPeriod, string>> = { month: 'YYYY-MM', quarter: 'YYYY-"Q"Q' };
