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

/**
 * Another member of the team signs the result that the institution is closed, has moved away or was not found (会签).
 * Only then may another institution take its place: one inspector alone could spare whom they like.
 * @law 行政处罚法第四十二条：执法人员不得少于两人
 */
@Injectable()
export class CoSignTask {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tasks: TaskStore,
    private readonly results: ResultStore,
    private readonly standIns: StandInStore,
    private readonly history: History,
  ) {}

  /**
   * @param version that the signer has read: a report may have been taken back and another one made since
   * @throws NOT_FOUND, STALE_VERSION, INVALID_TRANSITION, INSPECTOR_ABSENT, NOT_REPORTED_GONE, ALREADY_CO_SIGNED,
   *   RESULT_PUBLISHED, SAME_OFFICIAL
   */
  execute(caller: Caller, id: string, version?: number): Promise<TaskWithFindings> {
    return this.work.run(caller, async (tx) => {
      const task = await this.tasks.getForUpdate(tx, id);
      requireMember(task, caller);
      assertVersionIfGiven(version, task.version);
      // Locked as well: publication and signature follow each other.
      const result = task.resultId === null ? null : await this.results.getForUpdate(tx, task.resultId);
      const absent = await this.standIns.absentMembers(tx.manager, task, dateInShanghai(tx.at));
      const context = { actorId: caller.id, absent, isPublished: result?.status === 'PUBLISHED' };
      const act = taskProcess.apply(task.status, 'coSign', task, context);
      const after = await this.tasks.update(tx, id, { coSignedBy: caller.id, coSignedAt: tx.at });
      const { district, resultId, resultCode } = task;
      const subject = { type: 'task', id, districts: [district] } as const;
      await this.history.record(tx, subject, act, 'task.co-signed', { resultId, result: resultCode });
      await tx.emit(act.emits, { taskId: id });
      return after;
    });
  }
}
