import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import type { Draw } from '../domain/draw';
import { drawProcess } from '../domain/draw.process';
import { taskProcess, type TaskSubject } from '../domain/task.process';
import { DrawStore } from '../store/draw.store';
import { TaskStore } from '../store/task.store';
import { History } from './history';

/** Tens of thousands of tasks may end at once; between two batches everybody else has a turn. */
const TASKS_IN_A_BATCH = 1_000;
/** Whether a task is cancelled depends on its state alone, see `taskProcess`. */
const NO_MATTER: TaskSubject = { teamSize: 0, itemCount: 0, findings: [] };

/** Voids a draw with a reason (作废抽取); that too is public. Inspections not yet submitted end with it. */
@Injectable()
export class VoidDraw {
  constructor(
    private readonly work: UnitOfWork,
    private readonly draws: DrawStore,
    private readonly tasks: TaskStore,
    private readonly history: History,
  ) {}

  /** @throws NOT_FOUND, INVALID_TRANSITION, REASON_REQUIRED */
  execute(caller: Caller, drawId: string, reason: string): Promise<Draw> {
    return this.work.run(caller, async (tx) => {
      const draw = await this.draws.getForUpdate(tx, drawId);
      const context = { actorId: caller.id, reason };
      const act = drawProcess.apply(draw.status, 'void', { ...draw, outstandingTasks: 0 }, context);
      await this.cancelTasks(tx, drawId, reason);
      const after = await this.draws.update(tx, drawId, {
        status: act.to,
        voidedAt: tx.at,
        voidReason: reason,
      });
      const subject = { type: 'draw', id: drawId, districts: draw.districts } as const;
      await this.history.record(tx, subject, act, 'draw.voided', {}, reason);
      await tx.emit(act.emits, { drawId, reason });
      return after;
    });
  }

  private async cancelTasks(tx: Tx, drawId: string, reason: string): Promise<void> {
    for (const status of taskProcess.actions.cancel.from) {
      const act = taskProcess.apply(status, 'cancel', NO_MATTER, { reason });
      for (;;) {
        const cancelled = await this.tasks.moveSome(tx, drawId, act, TASKS_IN_A_BATCH);
        if (cancelled.length === 0) break;
        const subjects = cancelled.map(({ id, district }) => ({
          type: 'task' as const,
          id,
          districts: [district],
        }));
        await this.history.recordAll(tx, subjects, act, 'task.cancelled', { drawId }, reason);
      }
    }
  }
}
