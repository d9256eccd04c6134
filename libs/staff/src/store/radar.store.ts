import { Injectable } from '@nestjs/common';
import type { Caller, ExpiryFinding, ExpiryWhat, Kind } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import type { EntityManager } from 'typeorm';
import type { ExpiryStatus } from '../domain/expiry.process';

/** Whose it is to know. */
export interface RadarReach {
  /** Kinds that the departments of an official lead. */
  readonly kinds: readonly Kind[];
  /** Divisions of the jurisdiction, for the index; null where there are so many that a page is soon filled among all. */
  readonly places: readonly string[] | null;
}

export interface RadarCriteria {
  readonly institutionId?: string | undefined;
  readonly what?: ExpiryWhat | undefined;
  /** From this day on, up to this day, both included. */
  readonly from?: PlainDate | undefined;
  readonly until?: PlainDate | undefined;
  readonly status?: ExpiryStatus | undefined;
}

export interface RadarRow {
  readonly id: string;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly kind: Kind;
  /** `HOME`: 家庭托育点. */
  readonly siteType: 'HOME' | null;
  readonly what: ExpiryWhat;
  readonly memberId: string | null;
  readonly endsOn: PlainDate;
  readonly status: ExpiryStatus;
  readonly finding: ExpiryFinding | null;
  readonly findingNote: string | null;
  readonly checkedOn: PlainDate | null;
  /** Of a licence: it was asked to go on, and that is not decided. */
  readonly renewalWaits: boolean;
}

export interface MonthCount {
  /** `2026-12`; null for what has ended already. */
  readonly month: string | null;
  readonly what: ExpiryWhat;
  readonly count: number;
}

const day = (column: string): string => `to_char(e.${column}, 'YYYY-MM-DD')`;
/** The database would look for what ends in each of all institutions, to have their names. */
const NAMED_LAST = 'offset 0';
const RENEWAL_WAITS = `(e.what = 'LICENCE' and exists (
                select from filings.waiting_renewal_facts w where w.institution_id = e.institution_id))`;
const OPEN = `e.status in ('WATCHED', 'EXPIRED', 'CHECKED')`;

/** What ends next: of the kinds that an official's departments lead, or of the institutions that somebody files for. */
@Injectable()
export class RadarStore {
  /** The next to end first, `limit + 1` rows. */
  list(
    manager: EntityManager,
    caller: Caller,
    criteria: RadarCriteria & RadarReach,
    page: { readonly limit: number; readonly after: readonly [endsOn: string, id: string] | undefined },
  ): Promise<RadarRow[]> {
    const values: unknown[] = [];
    const add = (value: unknown): string => `$${values.push(value)}`;
    const where = this.where(caller, criteria, add);
    if (page.after !== undefined)
      where.push(`(e.ends_on, e.id) > (${add(page.after[0])}::date, ${add(page.after[1])}::uuid)`);
    return manager.query(
      `select e.id, e.institution_id as "institutionId", i.name as "institutionName", e.kind, i."siteType", e.what,
              e.member_id as "memberId", ${day('ends_on')} as "endsOn", e.status, e.finding,
              e.finding_note as "findingNote", ${day('checked_on')} as "checkedOn",
              ${RENEWAL_WAITS} as "renewalWaits"
         from staff.expiry e
        cross join lateral (select name, nullif(details ->> 'siteType', '') as "siteType"
                               from institutions.institution where id = e.institution_id ${NAMED_LAST}) i
        where ${where.join(' and ')} order by e.ends_on, e.id limit ${add(page.limit + 1)}`,
      values,
    );
  }

  /**
   * How many end in each month from this day on, up to another; and how many have ended. Counted by the day first: making
   * a month of each of very many days costs more than reading them.
   */
  months(
    manager: EntityManager,
    caller: Caller,
    criteria: Omit<RadarCriteria, 'from' | 'until'> & RadarReach,
    on: PlainDate,
    until: PlainDate,
  ): Promise<MonthCount[]> {
    const values: unknown[] = [];
    const add = (value: unknown): string => `$${values.push(value)}`;
    const where = this.where(caller, { ...criteria, until }, add);
    const month = `case when e.ends_on >= ${add(on)}::date then to_char(e.ends_on, 'YYYY-MM') end`;
    return manager.query(
      `select ${month} as month, e.what, sum(count)::integer as count
         from (select e.ends_on, e.what, count(*) as count from staff.expiry e
                where ${where.join(' and ')} group by e.ends_on, e.what) e
        group by 1, 2 order by 1 nulls first, 2`,
      values,
    );
  }

  private where(
    caller: Caller,
    { institutionId, what, from, until, status, kinds, places }: RadarCriteria & RadarReach,
    add: (value: unknown) => string,
  ): string[] {
    const where = [OPEN];
    if (caller.permissions.has('staff.read')) {
      where.push(`e.kind = any (${add(kinds)}::text[])`);
      if (places !== null) where.push(`e.district = any (${add(places)}::text[])`);
    } else
      where.push(
        `e.institution_id in (select o.id from institutions.institution o where o.operator_id = ${add(caller.id)})`,
      );
    if (institutionId !== undefined) where.push(`e.institution_id = ${add(institutionId)}`);
    if (what !== undefined) where.push(`e.what = ${add(what)}`);
    if (from !== undefined) where.push(`e.ends_on >= ${add(from)}::date`);
    if (until !== undefined) where.push(`e.ends_on <= ${add(until)}::date`);
    if (status !== undefined) where.push(`e.status = ${add(status)}`);
    return where;
  }
}
