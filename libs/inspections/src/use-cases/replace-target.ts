import { Injectable } from '@nestjs/common';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import type { TaskWithFindings } from '../domain/task';
import { requirePublicReason } from '../domain/public-reason';
import { taskProcess } from '../domain/task.process';
import { DrawStore } from '../store/draw.store';
import { StandInStore } from '../store/stand-in.store';
import { TaskStore } from '../store/task.store';
import { Authority } from './authority';
import { History } from './history';
import { MakeTasks } from './make-tasks';
import { NextReserve } from './next-reserve';

/** Replaces a drawn institution that turned out to be closed or moved away by the next reserve of its stratum (补抽). */
@Injectable()
export class ReplaceTarget {
  constructor(
    private readonly work: UnitOfWork,
    private readonly draws: DrawStore,
    private readonly tasks: TaskStore,
    private readonly standIns: StandInStore,
    private readonly authority: Authority,
    private readonly reserves: NextReserve,
    private readonly makeTasks: MakeTasks,
    private readonly history: History,
  ) {}

  /**
   * @returns the task of the institution that takes its place
   * @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, INVALID_TRANSITION (also when the draw is opened: its reserves
   *   are known then), REASON_REQUIRED, SAME_OFFICIAL, NOT_REPORTED_GONE, NOT_CO_SIGNED, RESERVES_EXHAUSTED, INFEASIBLE,
   *   PERSONAL_DATA_IN_PUBLIC_WORDS
   */
  execute(caller: Caller, taskId: string, reason: string): Promise<TaskWithFindings> {
    return this.work.run(caller, async (tx) => {
      const { drawId } = await this.tasks.get(tx.manager, taskId);
      // The draw first: replacements of one draw follow each other, and opening waits for them.
      const draw = await this.draws.getForUpdate(tx, drawId);
      await this.authority.requireInCharge(caller, draw);
      requirePublicReason(reason);
      if (draw.status !== 'DRAWN') {
        throw refuse('INVALID_TRANSITION', { process: 'draw', from: draw.status, allowed: [] });
      }
      const task = await this.tasks.getForUpdate(tx, taskId);
      const former = await this.standIns.formerMembers(tx.manager, [taskId]);
      const act = taskProcess.apply(task.status, 'replace', task, { actorId: caller.id, reason, former });
      const { target, teams } = await this.reserves.take(tx, draw, task.institutionId, reason);
      await this.tasks.update(tx, taskId, { status: act.to });
      const [newTaskId = ''] = await this.makeTasks.execute(tx, await this.makeTasks.setting(tx, draw), [
        { rank: null, target, teams },
      ]);
      const subject = { type: 'task', id: taskId, districts: [task.district] } as const;
      await this.history.record(tx, subject, act, 'task.replaced', { drawId, newTaskId }, reason);
      await tx.emit('task.assigned', { taskId: newTaskId });
      return this.tasks.get(tx.manager, newTaskId);
    });
  }
}
