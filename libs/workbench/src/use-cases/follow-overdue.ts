import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import type { TermRow } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import { ReferenceData, type Tx } from '@zhaoguan/platform';
import { firstPlaceOf, isToBeRaised, type Overdue } from '../domain/overdue';
import { overdueRaised } from '../domain/overdue-notices';
import { keptInWords } from '../domain/overdue-standing';
import { overdueProcess } from '../domain/overdue.process';
import { OverdueItemStore } from '../store/overdue-item.store';
import { OverdueStore } from '../store/overdue.store';
import { OverdueAudience } from './overdue-audience';
import { Settle } from './settle';
import { Tell } from './tell';

/** What was raised ends when it waits no more, and goes up further when the term for that has passed as well and somebody is there. */
@Injectable()
export class FollowOverdue {
  constructor(
    private readonly items: OverdueItemStore,
    private readonly overdues: OverdueStore,
    private readonly audience: OverdueAudience,
    private readonly tell: Tell,
    private readonly settle: Settle,
    private readonly audit: AuditLog,
    private readonly reference: ReferenceData,
  ) {}

  async execute(tx: Tx, id: string): Promise<void> {
    const before = await this.overdues.getForUpdate(tx, id);
    if (before.status === 'ENDED') return;
    const rows = await this.items.rowsOf(tx.manager, before);
    if (rows.length === 0) return this.end(tx, before);
    const assignees = rows.flatMap(({ assignee }) => assignee ?? []);
    await this.place(tx, before, assignees);
  }

  private async end(tx: Tx, before: Overdue): Promise<void> {
    const transition = overdueProcess.apply(before.status, 'end', before, { actorId: tx.caller.id });
    await this.overdues.move(tx, before, transition);
    await this.record(tx, 'overdue.ended', before);
    await this.settle.execute(tx, [before.id]);
  }

  /** Up once that is due and somebody is there; to whoever is there, where who had it is not any more; else it stays. */
  private async place(tx: Tx, before: Overdue, assignees: readonly string[]): Promise<void> {
    const concerned = [...new Set([...before.concerned, ...assignees])].sort();
    const today = { date: dateInShanghai(tx.at), calendar: await this.reference.calendar() };
    const standing = await this.audience.standing(
      tx,
      { ...before, concerned },
      {
        first: firstPlaceOf(before, await this.reference.districts()),
        isSecondDue: isToBeRaised(before, 'SECOND', today, await this.reference.list<TermRow>('terms')),
      },
    );
    const { level, place, lacking } = standing;
    if (level === before.level && place === before.place && lacking === before.lacking) {
      // Whoever conducts it since says why it is late, and does not supervise it.
      if (assignees.join() !== before.assignees.join())
        await this.overdues.hand(tx, before, { assignees, concerned });
      return;
    }
    const action = before.level === 'FIRST' && level === 'SECOND' ? 'raiseFurther' : 'keep';
    const transition = overdueProcess.apply(before.status, action, before, { actorId: tx.caller.id });
    const note = action === 'keep' ? { note: keptInWords(standing, before.district) } : {};
    await this.overdues.move(tx, before, transition, { ...standing, assignees, concerned, ...note });
    const overdue = await this.overdues.getForUpdate(tx, before.id);
    await this.record(tx, action === 'keep' ? 'overdue.kept' : 'overdue.raised-further', overdue);
    const occasion = `overdue-raised:${overdue.id}:${overdue.version}`;
    await this.tell.ofWaiting(tx, await this.audience.above(tx, overdue), occasion, overdueRaised(overdue));
  }

  private record(
    tx: Tx,
    action: 'overdue.ended' | 'overdue.raised-further' | 'overdue.kept',
    { id, type, subjectId, dueOn, district, department, level, place }: Overdue,
  ): Promise<void> {
    const detail = { type, subjectId, dueOn, department, level, place };
    return this.audit.append(tx, { action, subjectType: 'overdue', subjectId: id, district, detail });
  }
}
