import { Injectable } from '@nestjs/common';
import type { TermRow } from '@zhaoguan/contracts';
import { dateInShanghai, plainDate, workingDaysBetween } from '@zhaoguan/kernel';
import { ReferenceData, type Tx } from '@zhaoguan/platform';
import { overdueInDistrict, termReminder } from '../domain/notices';
import { daysToRemindOf, isRemindedOf, occasionOf, type DueItem } from '../domain/reminder';
import type { Today } from '../domain/urgency';
import { DueItemStore } from '../store/due-item.store';
import { FactStore } from '../store/fact.store';
import { Audience } from './audience';
import { Tell } from './tell';

/** Items in one transaction: short enough to fail and be done again. */
const BATCH = 200;

/** Where a batch goes on: the day that is reminded of, and the last item that was looked at. */
export interface ReminderProgress {
  readonly on?: string;
  readonly after?: string;
}

/**
 * Reminds whoever an item waits for when its last day is as near as the rules of the place say (list `terms`,
 * REMINDER_FIRST and REMINDER_SECOND), and when it has passed; then the administrators of the district are told too, without what it is about.
 */
@Injectable()
export class Remind {
  constructor(
    private readonly items: DueItemStore,
    private readonly facts: FactStore,
    private readonly audience: Audience,
    private readonly tell: Tell,
    private readonly reference: ReferenceData,
  ) {}

  /** One batch; asks for the next while there is one, so it takes up where it was stopped. */
  async execute(tx: Tx, { on, after = '' }: ReminderProgress): Promise<void> {
    const date = on === undefined ? dateInShanghai(tx.at) : plainDate(on);
    const today: Today = { date, calendar: await this.reference.calendar() };
    const terms = await this.reference.list<TermRow>('terms');
    const days = daysToRemindOf(today, terms);
    if (!days) return;
    const due = await this.items.list(tx.manager, days, { at: tx.at, today: date }, after, BATCH);
    for (const item of due) await this.remindOf(tx, item, today, terms);
    const last = due.at(-1);
    if (last && due.length === BATCH) await tx.enqueue('workbench.remind', { on: date, after: last.place });
  }

  private async remindOf(
    tx: Tx,
    item: DueItem,
    { date, calendar }: Today,
    terms: readonly TermRow[],
  ): Promise<void> {
    // Holidays may lie between: what is past is overdue, though by no working day yet.
    const passed = item.dueOn < date;
    const days = workingDaysBetween(date, item.dueOn, calendar);
    const left = passed ? Math.min(-1, days) : days;
    if (!passed && !isRemindedOf(item, left, terms, date)) return;
    const occasion = occasionOf(item, left);
    await this.tell.ofWaiting(tx, await this.peopleOf(tx, item), occasion, termReminder(item, left));
    if (passed) await this.tellAdministrators(tx, item, occasion);
  }

  private async peopleOf(tx: Tx, item: DueItem): Promise<string[]> {
    if (item.assignee !== null) return [item.assignee];
    const { permission, department, notActors } = item;
    const rated =
      item.type === 'RATING_TO_FOLLOW_UP' ? await this.facts.followUp(tx.manager, item.subjectId) : undefined;
    const except = rated === undefined ? notActors : await this.audience.apartFrom(tx, rated);
    return this.audience.holdersAt(tx, item, { permission, department }, except);
  }

  private async tellAdministrators(tx: Tx, item: DueItem, occasion: string): Promise<void> {
    const name = (await this.reference.districts()).get(item.district)?.name ?? item.district;
    const administrators = await this.audience.holders(tx, {
      permission: 'person.manage',
      districts: [item.district],
      department: null,
    });
    await this.tell.ofWaiting(tx, administrators, occasion, overdueInDistrict(item, name));
  }
}
