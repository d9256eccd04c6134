import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import {
  dateInShanghai,
  decodeIdCursor,
  decodePositionCursor,
  encodeCursor,
  isPlainDate,
  type Clock,
} from '@zhaoguan/kernel';
import { CLOCK, pageOf, UnitOfWork, type Page, type Tx } from '@zhaoguan/platform';
import type { PenaltyCase } from '../domain/penalty-case';
import { PenaltyCaseStore, type CaseCriteria } from '../store/penalty-case.store';
import { assertDepartment } from './case-act';
import { CaseViews, type CaseLine, type CaseView } from './case-views';

/** Newest first; or those undecided, by the last day of their decision. */
export const CASE_ORDERS = ['-openedOn', 'decideBy'] as const;

export interface CaseListQuery extends CaseCriteria {
  readonly sort: (typeof CASE_ORDERS)[number];
  readonly limit: number;
  readonly cursor?: string;
}

/** Reads cases: officials those of their district and department, the party its own from the notice on. */
@Injectable()
export class PenaltyCasesQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: PenaltyCaseStore,
    private readonly views: CaseViews,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND */
  get(caller: Caller, id: string): Promise<CaseView> {
    return this.work.read(caller, async (manager) => {
      const subject = await this.cases.get(manager, id);
      if (caller.permissions.has('case.read')) assertDepartment(caller, subject);
      return this.views.full(manager, caller, subject, dateInShanghai(this.clock.now()));
    });
  }

  /** @throws INVALID_CURSOR */
  list(caller: Caller, { sort, limit, cursor, ...criteria }: CaseListQuery): Promise<Page<CaseLine>> {
    const on = dateInShanghai(this.clock.now());
    return this.work.read(caller, async (manager) => {
      const page =
        sort === 'decideBy'
          ? await this.byTerm(manager, caller, criteria, limit, cursor)
          : await this.newest(manager, caller, criteria, limit, cursor);
      return { ...page, items: await Promise.all(page.items.map((one) => this.views.line(caller, one, on))) };
    });
  }

  private async newest(
    manager: Tx['manager'],
    caller: Caller,
    criteria: CaseCriteria,
    limit: number,
    cursor: string | undefined,
  ): Promise<Page<PenaltyCase>> {
    const before = cursor === undefined ? undefined : decodeIdCursor(cursor);
    const rows = await this.cases.list(manager, caller, criteria, { limit, before });
    return pageOf(rows, limit, same, ({ id }) => encodeCursor([id]));
  }

  private async byTerm(
    manager: Tx['manager'],
    caller: Caller,
    criteria: CaseCriteria,
    limit: number,
    cursor: string | undefined,
  ): Promise<Page<PenaltyCase>> {
    const after = cursor === undefined ? undefined : decodePositionCursor(cursor, isPlainDate);
    const rows = await this.cases.listByTerm(manager, caller, criteria, { limit, after });
    return pageOf(rows, limit, same, ({ decideBy, id }) => encodeCursor([decideBy, id]));
  }
}

const same = (subject: PenaltyCase): PenaltyCase => subject;
