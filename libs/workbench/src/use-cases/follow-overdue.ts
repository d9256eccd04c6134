import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import type { TermRow } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import { ReferenceData, type Tx } from '@zhaoguan/platform';
import { above, isToBeRaised, type Overdue } from '../domain/overdue';
import { overdueRaised } from '../domain/overdue-notices';
import { overdueProcess } from '../domain/overdue.process';
import { OverdueItemStore } from '../store/overdue-item.store';
import { OverdueStore } from '../store/overdue.store';
import { OverdueAudience } from './overdue-audience';
import { Settle } from './settle';
import { Tell } from './tell';

/** What was raised ends when it waits no more, and goes up further when the term for that has passed as well. */
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
    const today = { date: dateInShanghai(tx.at), calendar: await this.reference.calendar() };
    const terms = await this.reference.list<TermRow>('terms');
    if (before.level === 'FIRST' && isToBeRaised(before, 'SECOND', today, terms)) {
      const assignees = rows.flatMap(({ assignee }) => assignee ?? []);
      await this.raiseFurther(tx, before, assignees);
    }
  }

  private async end(tx: Tx, before: Overdue): Promise<void> {
    const transition = overdueProcess.apply(before.status, 'end', before, { actorId: tx.caller.id });
    await this.overdues.move(tx, before, transition);
    await this.record(tx, 'overdue.ended', before);
    await this.settle.execute(tx, [before.id]);
  }

  /** Where there is no level above, it stays where it is. */
  private async raiseFurther(tx: Tx, before: Overdue, assignees: readonly string[]): Promise<void> {
    const next = above(before.place, await this.reference.districts());
    if (next === undefined) return;
    const transition = overdueProcess.apply(before.status, 'raiseFurther', before, { actorId: tx.caller.id });
    const concerned = [...new Set([...before.concerned, ...assignees])].sort();
    const place = await this.audience.placeFrom(tx, { ...before, concerned }, next);
    await this.overdues.move(tx, before, transition, { level: 'SECOND', place, assignees, concerned });
    const overdue = await this.overdues.getForUpdate(tx, before.id);
    await this.record(tx, 'overdue.raised-further', overdue);
    const occasion = `overdue-raised:${overdue.id}:${overdue.version}`;
    await this.tell.ofWaiting(tx, await this.audience.above(tx, overdue), occasion, overdueRaised(overdue));
  }

  private record(
    tx: Tx,
    action: 'overdue.ended' | 'overdue.raised-further',
    { id, type, subjectId, dueOn, district, department, level, place }: Overdue,
  ): Promise<void> {
    const detail = { type, subjectId, dueOn, department, level, place };
    return this.audit.append(tx, { action, subjectType: 'overdue', subjectId: id, district, detail });
  }
}
