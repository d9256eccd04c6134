import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller, type JurisdictionRow } from '@zhaoguan/contracts';
import { guarded } from '@zhaoguan/kernel';
import { assertVersion, ReferenceData, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { isAbove, mayExplain, type Overdue } from '../domain/overdue';
import { overdueProcess, type OverdueAct } from '../domain/overdue.process';
import { OverdueItemStore } from '../store/overdue-item.store';
import { OverdueStore } from '../store/overdue.store';
import { Overdues, type OverdueView } from './overdue.query';

const LOGGED = { urge: 'overdue.urged', explain: 'overdue.explained' } as const;

/** The person above urges (督办意见), and the office says why it is late (超期原因); neither ends it: that is done by doing the work. */
@Injectable()
export class SuperviseOverdue {
  constructor(
    private readonly work: UnitOfWork,
    private readonly overdues: OverdueStore,
    private readonly items: OverdueItemStore,
    private readonly views: Overdues,
    private readonly audit: AuditLog,
    private readonly reference: ReferenceData,
  ) {}

  /**
   * @throws NOT_FOUND, VERSION_REQUIRED, STALE_VERSION, WRONG_DISTRICT, OVERDUE_NOT_YOURS, OVERDUE_CONCERNS_YOU, INVALID_TRANSITION,
   *   REASON_REQUIRED
   */
  execute(caller: Caller, id: string, act: OverdueAct, note: string, version?: number): Promise<OverdueView> {
    return this.work.run(caller, async (tx) => {
      const before = await this.overdues.getForUpdate(tx, id);
      // Whoever may not read it is told nothing of it, neither whose it is nor in what state.
      await this.views.of(tx.manager, caller, id);
      assertVersion(version, before.version);
      await this.require(caller, before, act);
      const subject = { level: before.level, concerned: await this.concernedBy(tx, before) };
      const context = { actorId: caller.id, reason: note };
      const transition = overdueProcess.apply(before.status, act, subject, context);
      await this.overdues.move(tx, before, transition, { note: guarded(note) ?? note });
      await this.audit.append(tx, {
        action: LOGGED[act],
        subjectType: 'overdue',
        subjectId: id,
        district: before.district,
        detail: { from: transition.from, to: transition.to, level: before.level, place: before.place },
      });
      await tx.enqueue('workbench.tell-overdue-moved', { overdueId: id, action: act });
      return this.views.of(tx.manager, caller, id);
    });
  }

  private async require(caller: Caller, overdue: Overdue, act: OverdueAct): Promise<void> {
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    if (act === 'urge' && !isAbove(caller, overdue, jurisdictions)) throw refuse('WRONG_DISTRICT');
    if (act === 'explain' && !mayExplain(caller, overdue, jurisdictions)) throw refuse('OVERDUE_NOT_YOURS');
  }

  /** Those known when it was raised, and who has come to keep the account since. */
  private async concernedBy(tx: Tx, { concerned, subjectId }: Overdue): Promise<string[]> {
    return [...concerned, ...(await this.items.concerned(tx.manager, subjectId))];
  }
}
