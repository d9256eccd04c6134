import { Injectable } from '@nestjs/common';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import { resultProcess } from '../domain/result.process';
import type { TaskWithFindings } from '../domain/task';
import { taskProcess } from '../domain/task.process';
import { ResultStore } from '../store/result.store';
import { TaskStore } from '../store/task.store';
import { TransitionStore } from '../store/transition.store';
import { History } from './history';
import { requireMember } from './own-task';

const NO_REPORT = {
  submittedAt: null,
  submittedBy: null,
  resultId: null,
  resultCode: null,
} as const;

/**
 * A member of the team takes back the report that the institution is closed, has moved away or was not found (撤回检查结果),
 * before a second one has signed it: who reported it by mistake, or who found otherwise. The report is kept as it was, and
 * the inspection goes on.
 * @law 行政处罚法第四十二条：执法人员不得少于两人
 */
@Injectable()
export class WithdrawReport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tasks: TaskStore,
    private readonly results: ResultStore,
    private readonly transitions: TransitionStore,
    private readonly history: History,
  ) {}

  /** @throws NOT_FOUND, INVALID_TRANSITION, REASON_REQUIRED, NOT_REPORTED_GONE, ALREADY_CO_SIGNED, RESULT_PUBLISHED */
  execute(caller: Caller, id: string, reason: string): Promise<TaskWithFindings> {
    return this.work.run(caller, async (tx) => {
      const task = await this.tasks.getForUpdate(tx, id);
      requireMember(task, caller);
      const { resultId, resultCode, institutionId, district } = task;
      // Locked as well: publication and withdrawal follow each other.
      const result = resultId === null ? null : await this.results.getForUpdate(tx, resultId);
      const context = { actorId: caller.id, reason, isPublished: result?.status === 'PUBLISHED' };
      const act = taskProcess.apply(task.status, 'withdrawReport', task, context);
      if (resultId === null) throw refuse('NOT_REPORTED_GONE');
      await this.withdrawResult(tx, resultId, task);
      const after = await this.tasks.update(tx, id, { ...NO_REPORT, status: act.to });
      const subject = { type: 'task', id, districts: [district] } as const;
      const detail = { resultId, result: resultCode };
      await this.history.record(tx, subject, act, 'task.report-withdrawn', detail, reason);
      await tx.emit(act.emits, { taskId: id, resultId, institutionId, withdrawnBy: caller.id });
      return after;
    });
  }

  /** In the history of the result only: the log has it as an act on the inspection, which is sealed until the opening. */
  private async withdrawResult(
    tx: Tx,
    id: string,
    { coSignedBy, district }: TaskWithFindings,
  ): Promise<void> {
    const result = await this.results.get(tx.manager, id);
    const act = resultProcess.apply(
      result.status,
      'withdraw',
      { ...result, coSignedBy },
      { actorId: tx.caller.id },
    );
    await this.results.saveWithdrawn(tx, id);
    await this.transitions.append(tx, [{ type: 'result', id, districts: [district] }], act);
  }
}
