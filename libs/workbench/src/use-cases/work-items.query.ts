import { Inject, Injectable } from '@nestjs/common';
import { URGENCIES, WORK_ITEM_TYPES, type Caller, type Urgency } from '@zhaoguan/contracts';
import { dateInShanghai, type Clock } from '@zhaoguan/kernel';
import { CLOCK, pageOf, ReferenceData, type Page } from '@zhaoguan/platform';
import { urgencyOf, workingDaysLeft, type Today } from '../domain/urgency';
import type { DatedWorkItem, WorkItemCount, WorkItemSummary } from '../domain/work-item';
import { WorkItemStore, type WorkItemPage } from '../store/work-item.store';
import type { Moment } from '../store/waiting';
import { Scopes } from './scopes';
import { TimedReader } from './timed-reader';

/** What waits for a person (待办), from all modules: exactly what this person may do next, and nobody else's secrets. */
@Injectable()
export class WorkItems {
  constructor(
    private readonly timed: TimedReader,
    private readonly items: WorkItemStore,
    private readonly scopes: Scopes,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What ends first on top, what has no last day at the end. @throws INVALID_CURSOR, SERVICE_BUSY */
  async list(caller: Caller, page: WorkItemPage): Promise<Page<DatedWorkItem>> {
    const scope = await this.scopes.of(caller);
    const { moment, today } = await this.now();
    const rows = await this.timed.read(caller, (manager) => this.items.list(manager, scope, moment, page));
    return pageOf(
      rows,
      page.limit,
      (item) => ({
        ...item,
        urgency: urgencyOf(item.dueOn, today),
        workingDaysLeft: workingDaysLeft(item.dueOn, today),
      }),
      (item) => this.items.cursorOf(item),
    );
  }

  /** @throws SERVICE_BUSY */
  async summary(caller: Caller): Promise<WorkItemSummary> {
    const scope = await this.scopes.of(caller);
    const { moment, today } = await this.now();
    const counts = await this.timed.read(caller, (manager) => this.items.count(manager, scope, moment));
    return summaryOf(counts, today);
  }

  private async now(): Promise<{ readonly moment: Moment; readonly today: Today }> {
    const at = this.clock.now();
    const date = dateInShanghai(at);
    return { moment: { at, today: date }, today: { date, calendar: await this.reference.calendar() } };
  }
}

function summaryOf(counts: readonly WorkItemCount[], today: Today): WorkItemSummary {
  const sum = (rows: readonly WorkItemCount[]): number => rows.reduce((total, { count }) => total + count, 0);
  const of = (urgency: Urgency): number =>
    sum(counts.filter(({ dueOn }) => urgencyOf(dueOn, today) === urgency));
  return {
    total: sum(counts),
    byType: WORK_ITEM_TYPES.map((type) => ({
      type,
      count: sum(counts.filter((row) => row.type === type)),
    })).filter(({ count }) => count > 0),
    byUrgency: Object.fromEntries(URGENCIES.map((urgency) => [urgency, of(urgency)])) as Record<
      Urgency,
      number
    >,
  };
}
