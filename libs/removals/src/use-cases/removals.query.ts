import { Inject, Injectable } from '@nestjs/common';
import { refuse, type Caller, type RemovalGroundRow } from '@zhaoguan/contracts';
import { dateInShanghai, decodeIdCursor, encodeCursor, type Clock } from '@zhaoguan/kernel';
import { CLOCK, pageOf, ReferenceData, UnitOfWork, type Page } from '@zhaoguan/platform';
import { isGroundFor, type GroundQuestion } from '../domain/removal-rules';
import { RemovalStore, type RemovalCriteria } from '../store/removal.store';
import { RemovalOffice } from './removal-office';
import { RemovalViews, type RemovalLine, type RemovalView } from './removal-views';

export type RemovalListQuery = RemovalCriteria & { readonly limit: number; readonly cursor?: string };

/** Reads cases: officials those of their district and department, an operator those of its institutions from the notice on. */
@Injectable()
export class RemovalsQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly removals: RemovalStore,
    private readonly office: RemovalOffice,
    private readonly reference: ReferenceData,
    private readonly views: RemovalViews,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND */
  get(caller: Caller, id: string): Promise<RemovalView> {
    return this.work.read(caller, async (manager) => {
      const removal = await this.removals.get(manager, id);
      const isOfficial = caller.permissions.has('removal.read');
      if (isOfficial && !this.office.kindsOf(caller).includes(removal.kind)) throw refuse('NOT_FOUND');
      return this.views.full(manager, caller, removal);
    });
  }

  /** @throws INVALID_CURSOR */
  list(caller: Caller, { limit, cursor, ...criteria }: RemovalListQuery): Promise<Page<RemovalLine>> {
    const before = cursor === undefined ? undefined : decodeIdCursor(cursor);
    return this.work.read(caller, async (manager) => {
      const kinds = this.office.kindsOf(caller);
      const rows = await this.removals.list(manager, caller, { ...criteria, kinds }, { limit, before });
      const page = pageOf(
        rows,
        limit,
        (row) => row,
        ({ id }) => encodeCursor([id]),
      );
      return { ...page, items: await Promise.all(page.items.map((row) => this.views.line(caller, row))) };
    });
  }

  /** Grounds in force today for what institutions of a kind hold. */
  async grounds(held: Omit<GroundQuestion, 'on'>): Promise<readonly RemovalGroundRow[]> {
    const on = dateInShanghai(this.clock.now());
    const rows = await this.reference.list<RemovalGroundRow>('removal-grounds');
    return rows.filter((row) => isGroundFor(row, { ...held, on }));
  }
}
