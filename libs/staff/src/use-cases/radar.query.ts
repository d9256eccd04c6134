import { Inject, Injectable } from '@nestjs/common';
import {
  ENDS_SOON_LABEL,
  endsSoon,
  EXPIRY_FINDING_LABELS,
  EXPIRY_WHAT_LABELS,
  RENEWAL_WAITS_LABEL,
  type Caller,
} from '@zhaoguan/contracts';
import {
  addDays,
  addMonths,
  dateInShanghai,
  daysBetween,
  decodePositionCursor,
  encodeCursor,
  isPlainDate,
  plainDate,
  type Clock,
  type PlainDate,
} from '@zhaoguan/kernel';
import { CLOCK, pageOf, UnitOfWork, type Page } from '@zhaoguan/platform';
import { EXPIRY_STATUS_LABELS } from '../domain/expiry.process';
import { RadarStore, type MonthCount, type RadarCriteria, type RadarRow } from '../store/radar.store';
import { RadarOffice } from './radar-office';

export type RadarQueryInput = Omit<RadarCriteria, 'from' | 'until'> & {
  readonly limit: number;
  readonly cursor?: string;
  /** What ends within so many days, or has ended. */
  readonly within?: number | undefined;
  /** What ends in this month, `2026-12`. */
  readonly month?: string | undefined;
};

export type RadarLine = RadarRow & {
  readonly whatLabel: string;
  readonly statusLabel: string;
  readonly findingLabel: string | null;
  /** Negative when it has ended. */
  readonly daysLeft: number;
};

/** Months ahead that the picture shows. */
const MONTHS = 12;

/** What ends next (到期预警): officials read of their district and department, an operator of its institutions. */
@Injectable()
export class RadarQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly radar: RadarStore,
    private readonly office: RadarOffice,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws INVALID_CURSOR */
  async list(
    caller: Caller,
    { limit, cursor, within, month, ...criteria }: RadarQueryInput,
  ): Promise<Page<RadarLine>> {
    const after = cursor === undefined ? undefined : decodePositionCursor(cursor, isPlainDate);
    const on = this.today();
    const period = month === undefined ? {} : monthOf(month);
    const until = within === undefined ? {} : { until: addDays(on, within) };
    const reach = await this.office.reachOf(caller);
    return this.work.read(caller, async (manager) => {
      const rows = await this.radar.list(
        manager,
        caller,
        { ...criteria, ...period, ...until, ...reach },
        { limit, after },
      );
      return pageOf(
        rows,
        limit,
        (row) => lineOf(row, on),
        ({ endsOn, id }) => encodeCursor([endsOn, id]),
      );
    });
  }

  /** How many end in each of the months ahead, and how many have ended. */
  async months(
    caller: Caller,
    criteria: Omit<RadarCriteria, 'from' | 'until'>,
  ): Promise<readonly (MonthCount & { readonly whatLabel: string })[]> {
    const on = this.today();
    const first = plainDate(`${on.slice(0, 7)}-01`);
    const until = addDays(addMonths(first, MONTHS), -1);
    const reach = await this.office.reachOf(caller);
    return this.work.read(caller, async (manager) => {
      const counts = await this.radar.months(manager, caller, { ...criteria, ...reach }, on, until);
      return counts.map((each) => ({ ...each, whatLabel: EXPIRY_WHAT_LABELS[each.what] }));
    });
  }

  private today(): PlainDate {
    return dateInShanghai(this.clock.now());
  }
}

function monthOf(month: string): { readonly from: PlainDate; readonly until: PlainDate } {
  const from = plainDate(`${month}-01`);
  return { from, until: addDays(addMonths(from, 1), -1) };
}

function labelOf({ status, renewalWaits }: RadarRow, daysLeft: number): string {
  if (status === 'WATCHED' && renewalWaits) return RENEWAL_WAITS_LABEL;
  return endsSoon(status, daysLeft) ? ENDS_SOON_LABEL : EXPIRY_STATUS_LABELS[status];
}

function lineOf(row: RadarRow, on: PlainDate): RadarLine {
  const { what, finding } = row;
  const daysLeft = daysBetween(on, row.endsOn);
  return {
    ...row,
    whatLabel: EXPIRY_WHAT_LABELS[what],
    statusLabel: labelOf(row, daysLeft),
    findingLabel: finding === null ? null : EXPIRY_FINDING_LABELS[finding],
    daysLeft,
  };
}
