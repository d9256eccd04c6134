import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import { assertVersionIfGiven, UnitOfWork } from '@zhaoguan/platform';
import type { TaskWithFindings } from '../domain/task';
import { taskProcess } from '../domain/task.process';
import { StandInStore } from '../store/stand-in.store';
import { TaskStore } from '../store/task.store';
import { History } from './history';
import { requireMember } from './own-task';

/** A member of the team begins the inspection (开始检查); from now on the institution sees it. */
@Injectable()
export class StartTask {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tasks: TaskStore,
    private readonly standIns: StandInStore,
    private readonly history: History,
  ) {}

  /** @throws NOT_FOUND, INVALID_TRANSITION, NOT_ENOUGH_TEAM, TEAM_INCOMPLETE, STALE_VERSION */
  execute(caller: Caller, id: string, version?: number): Promise<TaskWithFindings> {
    return this.work.run(caller, async (tx) => {
      const task = await this.tasks.getForUpdate(tx, id);
      requireMember(task, caller);
      assertVersionIfGiven(version, task.version);
      const absent = await this.standIns.absentMembers(tx.manager, task, dateInShanghai(tx.at));
      const act = taskProcess.apply(task.status, 'start', task, { actorId: caller.id, absent });
      const after = await this.tasks.update(tx, id, { status: act.to, startedAt: tx.at });
      const { institutionId, district, drawId } = task;
      await this.history.record(tx, { type: 'task', id, districts: [district] }, act, 'task.started', {
        institutionId,
      });
      await tx.emit(act.emits, { taskId: id, drawId });
      return after;
    });
  }
}
