import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { WORK_ITEM_LABELS, type TermRow } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import { ReferenceData, type Tx } from '@zhaoguan/platform';
import { inWords } from '../domain/notices';
import { firstPlaceOf, isToBeRaised, titleOf, type OverdueKey } from '../domain/overdue';
import { overdueRaised } from '../domain/overdue-notices';
import { overdueProcess } from '../domain/overdue.process';
import type { DueItem } from '../domain/reminder';
import { FactStore } from '../store/fact.store';
import { OverdueItemStore } from '../store/overdue-item.store';
import { OverdueStore, type OverdueToRaise } from '../store/overdue.store';
import { Audience } from './audience';
import { OverdueAudience } from './overdue-audience';
import { Tell } from './tell';

/**
 * An item whose last day has passed goes up to the person above, once for each last day. Where the term of the level above has passed
 * too, because nothing was sought for days, it goes on there in the same run, so that what is equally late stands equally high.
 */
@Injectable()
export class RaiseOverdue {
  constructor(
    private readonly items: OverdueItemStore,
    private readonly overdues: OverdueStore,
    private readonly audience: OverdueAudience,
    private readonly officials: Audience,
    private readonly facts: FactStore,
    private readonly tell: Tell,
    private readonly audit: AuditLog,
    private readonly reference: ReferenceData,
  ) {}

  async execute(tx: Tx, key: OverdueKey): Promise<void> {
    const rows = await this.items.rowsOf(tx.manager, key);
    const [item] = rows;
    // Done since it was sought.
    if (!item) return;
    const facts = await this.factsOf(tx, item, rows);
    const today = { date: dateInShanghai(tx.at), calendar: await this.reference.calendar() };
    const terms = await this.reference.list<TermRow>('terms');
    if (!isToBeRaised(facts, 'FIRST', today, terms)) return;
    const id = (await this.raise(tx, facts)) ?? (await this.raiseAgain(tx, facts));
    if (id !== undefined && facts.level === 'FIRST' && isToBeRaised(facts, 'SECOND', today, terms))
      await tx.enqueue('workbench.follow-overdue', { overdueId: id });
  }

  /** @returns undefined where it was raised before */
  private async raise(tx: Tx, facts: OverdueToRaise): Promise<string | undefined> {
    const id = await this.overdues.insert(tx, facts);
    if (id !== undefined) await this.record(tx, id, 'overdue.raised', facts);
    return id;
  }

  /** @returns undefined where it has not ended since */
  private async raiseAgain(tx: Tx, facts: OverdueToRaise): Promise<string | undefined> {
    const before = await this.overdues.getByKeyForUpdate(tx, facts);
    if (before.status !== 'ENDED') return undefined;
    const { level, place, lacking, assignees, concerned } = facts;
    const transition = overdueProcess.apply(before.status, 'raiseAgain', before, { actorId: tx.caller.id });
    await this.overdues.move(tx, before, transition, { level, place, lacking, assignees, concerned });
    await this.record(tx, before.id, 'overdue.raised-again', facts);
    return before.id;
  }

  private async factsOf(tx: Tx, item: DueItem, rows: readonly DueItem[]): Promise<OverdueToRaise> {
    const { type, subjectType, subjectId, dueOn, district, township, permission } = item;
    const department = item.department ?? (await this.items.departmentOfTask(tx.manager, subjectId));
    if (department === undefined) throw new Error(`no department is in charge of ${type} ${subjectId}`);
    const assignees = rows.flatMap(({ assignee }) => assignee ?? []);
    const known = await this.items.concerned(tx.manager, subjectId);
    const apart = await this.apartFrom(tx, item);
    const concerned = [...new Set([...known, ...assignees, ...item.notActors, ...apart])].sort();
    const first = firstPlaceOf(item, await this.reference.districts());
    const site = { level: 'FIRST', place: first, district, township, department, concerned } as const;
    const standing = await this.audience.standing(tx, site, { first, isSecondDue: false });
    return {
      type,
      subjectType,
      subjectId,
      dueOn,
      title: titleOf(item),
      detail: `${WORK_ITEM_LABELS[type]}，应于${inWords(dueOn)}以前办结`,
      district,
      township,
      department,
      permission,
      assignees,
      concerned,
      // Where the office itself has nobody who may supervise it, it has gone to the level above already.
      ...standing,
    };
  }

  /** Of a bad rating, whoever reads nothing of it: what nobody else there supervises goes to the level above. */
  private async apartFrom(tx: Tx, { type, subjectId }: DueItem): Promise<string[]> {
    if (type !== 'RATING_TO_FOLLOW_UP') return [];
    const followUp = await this.facts.followUp(tx.manager, subjectId);
    return followUp === undefined ? [] : this.officials.apartFrom(tx, followUp);
  }

  private async record(
    tx: Tx,
    id: string,
    action: 'overdue.raised' | 'overdue.raised-again',
    { type, subjectId, dueOn, district, department, level, place }: OverdueToRaise,
  ): Promise<void> {
    await this.audit.append(tx, {
      action,
      subjectType: 'overdue',
      subjectId: id,
      district,
      detail: { type, subjectId, dueOn, department, level, place },
    });
    const overdue = await this.overdues.getForUpdate(tx, id);
    const occasion = `overdue-raised:${id}:${overdue.version}`;
    await this.tell.ofWaiting(tx, await this.audience.above(tx, overdue), occasion, overdueRaised(overdue));
  }
}
