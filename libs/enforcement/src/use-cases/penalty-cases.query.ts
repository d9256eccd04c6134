import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { dateInShanghai, decodeIdCursor, encodeCursor, type Clock } from '@zhaoguan/kernel';
import { CLOCK, pageOf, UnitOfWork, type Page } from '@zhaoguan/platform';
import { PenaltyCaseStore, type CaseCriteria } from '../store/penalty-case.store';
import { assertDepartment } from './case-act';
import { CaseViews, type CaseLine, type CaseView } from './case-views';

export interface CaseListQuery extends CaseCriteria {
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
  list(caller: Caller, { limit, cursor, ...criteria }: CaseListQuery): Promise<Page<CaseLine>> {
    const before = cursor === undefined ? undefined : decodeIdCursor(cursor);
    return this.work.read(caller, async (manager) => {
      const cases = await this.cases.list(manager, caller, criteria, { limit, before });
      const on = dateInShanghai(this.clock.now());
      const lines = await Promise.all(cases.map((one) => this.views.line(caller, one, on)));
      return pageOf(
        lines,
        limit,
        (line) => line,
        (line) => encodeCursor([line.id]),
      );
    });
  }
}
