import { Injectable } from '@nestjs/common';
import type { TermRow } from '@zhaoguan/contracts';
import { dateInShanghai, isWorkingDay, plainDate } from '@zhaoguan/kernel';
import { ReferenceData, type Tx } from '@zhaoguan/platform';
import { isToBeRaised, type Overdue } from '../domain/overdue';
import type { Today } from '../domain/urgency';
import { keyOf, OverdueItemStore } from '../store/overdue-item.store';
import { OverdueStore } from '../store/overdue.store';
import { OverdueAudience } from './overdue-audience';

/** Rows that are looked at in one transaction; each that something is to be done about gets a job, and a transaction, of its own. */
const BATCH = 200;

/** Where a batch goes on: in what waits, or in what was raised. */
export interface OverdueProgress {
  readonly on?: string;
  readonly after?: string;
  readonly open?: boolean;
}

/**
 * Every working day: first through what waits and is late, then through what was raised. It changes nothing itself, so that it
 * may run twice, and late; each job that it asks for looks again.
 */
@Injectable()
export class SeekOverdue {
  constructor(
    private readonly items: OverdueItemStore,
    private readonly overdues: OverdueStore,
    private readonly audience: OverdueAudience,
    private readonly reference: ReferenceData,
  ) {}

  async execute(tx: Tx, { on, after = '', open = false }: OverdueProgress): Promise<void> {
    const date = on === undefined ? dateInShanghai(tx.at) : plainDate(on);
    const today: Today = { date, calendar: await this.reference.calendar() };
    if (!isWorkingDay(date, today.calendar)) return;
    const terms = await this.reference.list<TermRow>('terms');
    const last = open
      ? await this.seekRaised(tx, today, terms, after)
      : await this.seekLate(tx, today, terms, after);
    if (last !== undefined) await tx.enqueue('workbench.seek-overdue', { on: date, after: last, open });
    else if (!open) await tx.enqueue('workbench.seek-overdue', { on: date, open: true });
  }

  /** @returns the last place looked at, while there may be more */
  private async seekLate(
    tx: Tx,
    today: Today,
    terms: readonly TermRow[],
    after: string,
  ): Promise<string | undefined> {
    const late = await this.items.list(tx.manager, { at: tx.at, today: today.date }, after, BATCH);
    for (const { type, subjectId, dueOn, district, department } of late) {
      // Of an inspection the department, and so the kind, is looked up when its turn comes.
      const raised =
        department === null || isToBeRaised({ dueOn, district, department }, 'FIRST', today, terms);
      if (raised) await tx.enqueue('workbench.raise-overdue', { type, subjectId, dueOn });
    }
    return late.length === BATCH ? late.at(-1)?.place : undefined;
  }

  private async seekRaised(
    tx: Tx,
    today: Today,
    terms: readonly TermRow[],
    after: string,
  ): Promise<string | undefined> {
    const open = await this.overdues.listOpen(tx.manager, after, BATCH);
    const waiting = await this.items.waiting(tx.manager, open);
    const left = await this.left(tx, open);
    for (const overdue of open) {
      const goesUp = overdue.level === 'FIRST' && isToBeRaised(overdue, 'SECOND', today, terms);
      if (goesUp || left(overdue) || !waiting.has(keyOf(overdue))) {
        await tx.enqueue('workbench.follow-overdue', { overdueId: overdue.id });
      }
    }
    return open.length === BATCH ? open.at(-1)?.id : undefined;
  }

  /** Which of them lie with nobody: nobody was there, or who was above is there no more. */
  private async left(tx: Tx, open: readonly Overdue[]): Promise<(overdue: Overdue) => boolean> {
    const staffed = new Map<string, boolean>();
    const keyOfOffice = ({ department, place }: Overdue): string => `${department} ${place}`;
    for (const overdue of open.filter(({ place, district }) => place !== district)) {
      const key = keyOfOffice(overdue);
      if (!staffed.has(key)) staffed.set(key, await this.audience.standsAt(tx, overdue));
    }
    return (overdue) => overdue.lacking !== null || staffed.get(keyOfOffice(overdue)) === false;
  }
}
