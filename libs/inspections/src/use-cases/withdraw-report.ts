import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import { assertVersionIfGiven, UnitOfWork } from '@zhaoguan/platform';
import type { TaskWithFindings } from '../domain/task';
import { taskProcess } from '../domain/task.process';
import { ResultStore } from '../store/result.store';
import { StandInStore } from '../store/stand-in.store';
import { TaskStore } from '../store/task.store';
import { History } from './history';
import { requireMember } from './own-task';
import { WithdrawResult } from './withdraw-result';

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
    private readonly standIns: StandInStore,
    private readonly withdrawResult: WithdrawResult,
    private readonly history: History,
  ) {}

  /**
   * @param version that the member has read: another report may have been made since
   * @throws NOT_FOUND, STALE_VERSION, INVALID_TRANSITION, REASON_REQUIRED, INSPECTOR_ABSENT, NOT_REPORTED_GONE,
   *   ALREADY_CO_SIGNED, RESULT_PUBLISHED
   */
  execute(caller: Caller, id: string, reason: string, version?: number): Promise<TaskWithFindings> {
    return this.work.run(caller, async (tx) => {
      const task = await this.tasks.getForUpdate(tx, id);
      requireMember(task, caller);
      assertVersionIfGiven(version, task.version);
      const { resultId, resultCode, institutionId, district } = task;
      // Locked as well: publication and withdrawal follow each other.
      const result = resultId === null ? null : await this.results.getForUpdate(tx, resultId);
      const absent = await this.standIns.absentMembers(tx.manager, task, dateInShanghai(tx.at));
      const act = taskProcess.apply(task.status, 'withdrawReport', task, {
        actorId: caller.id,
        reason,
        absent,
        isPublished: result?.status === 'PUBLISHED',
      });
      const after = await this.withdrawResult.execute(tx, task, act.to);
      const subject = { type: 'task', id, districts: [district] } as const;
      const detail = { resultId, result: resultCode };
      await this.history.record(tx, subject, act, 'task.report-withdrawn', detail, reason);
      if (resultId !== null) {
        const payload = { taskId: id, resultId, institutionId, district, withdrawnBy: caller.id };
        await tx.emit(act.emits, payload);
      }
      return after;
    });
  }
}
