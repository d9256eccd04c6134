import { Injectable } from '@nestjs/common';
import type { Kind, RatingLevel } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import type { EntityManager } from 'typeorm';
import type { LevelCount } from '../domain/figures';

/** Whose ratings of which time are counted. */
export interface Span {
  readonly kinds: readonly Kind[];
  /** Counties of the jurisdiction, for the index; null for the whole country. */
  readonly places: readonly string[] | null;
  readonly from: Date;
  /** The first instant that does not count. */
  readonly until: Date;
}

export interface MonthCount {
  readonly month: string;
  readonly level: RatingLevel;
  readonly count: number;
}

/** Counts ratings, under the row-level security of who asks. */
@Injectable()
export class FigureStore {
  /** Offices in the order of their codes, those behind `after`; `limit` of them. */
  async byOffice(
    manager: EntityManager,
    { kinds, places, from, until }: Span,
    page: { readonly after: string | null; readonly limit: number; readonly today: PlainDate },
  ): Promise<LevelCount[]> {
    return manager.query(
      `with page as (
         select distinct office from feedback.rating_facts
          where kind = any ($1) and rated_at >= $2 and rated_at < $3 and ($4::text is null or office > $4)
            and ($7::text[] is null or district = any ($7))
          order by office limit $5)
       select office, level, count(*)::integer as total,
              count(*) filter (where follow_up_status = 'UNFOUNDED')::integer as unfounded,
              count(follow_up_status)::integer as "followedUp",
              count(ended_at)::integer as ended,
              count(*) filter (where (ended_at at time zone 'Asia/Shanghai')::date <= due_on)::integer as "endedInTime",
              count(*) filter (where ended_at is null and due_on < $6)::integer as overdue
         from feedback.rating_facts join page using (office)
        where rated_at >= $2 and rated_at < $3 and ($7::text[] is null or district = any ($7))
        group by office, level order by office`,
      [kinds, from, until, page.after, page.limit, page.today, places],
    );
  }

  /** All of them less those without ground, which are few: the follow-up of every rating would be looked for otherwise. */
  byMonth(manager: EntityManager, { kinds, places, from, until }: Span): Promise<MonthCount[]> {
    const counted = (sign: '+' | '-', more: string): string => `
      select date_trunc('month', rated_at at time zone 'Asia/Shanghai') as month, level, ${sign} count(*) as count
        from feedback.rating_facts
       where kind = any ($1) and rated_at >= $2 and rated_at < $3 and ($4::text[] is null or district = any ($4)) ${more}
       group by 1, 2`;
    return manager.query(
      `select to_char(month, 'YYYY-MM') as month, level, sum(count)::integer as count
         from (${counted('+', '')} union all ${counted('-', `and follow_up_status = 'UNFOUNDED'`)}) c
        group by c.month, level having sum(count) > 0 order by c.month`,
      [kinds, from, until, places],
    );
  }
}
