import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { dateInShanghai, guarded } from '@zhaoguan/kernel';
import { assertVersion, UnitOfWork } from '@zhaoguan/platform';
import { actOf, findingFaults, isSettled, type ClosureFinding } from '../domain/closure';
import { closureProcess } from '../domain/closure.process';
import { ClosureStore } from '../store/closure.store';
import { RetractionStore } from '../store/retraction.store';
import { ClosureDesk } from './closure-desk';
import { Closures, type ClosureView } from './closures.query';
import { LoadForDecision } from './load-for-decision';
import { SuccessorDesk } from './successor-desk';

/** An official records whether everybody is placed and the fees are given back, or corrects what was recorded. */
@Injectable()
export class RecordClosure {
  constructor(
    private readonly work: UnitOfWork,
    private readonly load: LoadForDecision,
    private readonly closures: ClosureStore,
    private readonly retractions: RetractionStore,
    private readonly desk: ClosureDesk,
    private readonly successors: SuccessorDesk,
    private readonly query: Closures,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param version what was read: nobody records beside what a colleague has just found
   * @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, ENTERED_BY_YOURSELF, VERSION_REQUIRED, STALE_VERSION, CLOSURE_NOT_DUE,
   *   CLOSURE_CALLED_OFF, RETRACTION_UNDER_WAY,
   *   VALIDATION_FAILED, REASON_REQUIRED
   */
  execute(
    caller: Caller,
    id: string,
    said: ClosureFinding,
    version: number | undefined,
  ): Promise<ClosureView> {
    return this.work.run(caller, async (tx) => {
      const filing = await this.load.execute(tx, id, 'filing.verify');
      const before = await this.closures.get(tx, id);
      const seq = await this.closures.version(tx.manager, id);
      assertVersion(version, seq);
      const today = dateInShanghai(tx.at);
      const { endsOn, kind, district, status } = before;
      if (status === 'CALLED_OFF') throw refuse('CLOSURE_CALLED_OFF');
      if (await this.retractions.isAsked(tx.manager, id)) throw refuse('RETRACTION_UNDER_WAY');
      if (endsOn > today) throw refuse('CLOSURE_NOT_DUE', { endsOn });
      const { notice } = filing.application;
      const finding = { ...said, words: guarded(said.words), reason: guarded(said.reason) };
      const faults = findingFaults(finding, { endsOn, today, notice });
      if (faults.length > 0) throw refuse('VALIDATION_FAILED', {}, faults);
      const { action, from, to } = closureProcess.apply(status, actOf(status, finding), undefined, {
        reason: finding.reason ?? undefined,
      });
      const dueOn = isSettled(finding)
        ? null
        : await this.desk.dueAgain({ kind, district }, finding, notice, today);
      await this.closures.append(tx, before, { seq, action, from, to, ...finding }, dueOn);
      await this.audit.append(tx, {
        action:
          action === 'correct' || action === 'reopen'
            ? 'filing.closure-corrected'
            : 'filing.closure-recorded',
        subjectType: 'filing',
        subjectId: id,
        district,
        detail: { from, to, until: dueOn },
      });
      if (isSettled(finding)) await this.successors.afterSettlement(tx, before);
      else if (action === 'reopen') await this.successors.afterReopening(tx, before);
      await tx.emit('filing.closure-recorded', { filingId: id, settled: isSettled(finding) });
      const closure = await this.closures.get(tx, id);
      return this.query.view(tx.manager, { filing, closure }, caller);
    });
  }
}
