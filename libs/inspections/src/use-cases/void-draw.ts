import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import type { Draw } from '../domain/draw';
import { drawProcess } from '../domain/draw.process';
import { taskProcess } from '../domain/task.process';
import { DrawStore } from '../store/draw.store';
import { TaskStore } from '../store/task.store';
import { History } from './history';

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
    for (const task of await this.tasks.listUnfinishedForUpdate(tx, drawId)) {
      const subject = { teamSize: task.team.length, itemCount: 0, findings: [] };
      const act = taskProcess.apply(task.status, 'cancel', subject, { reason });
      await this.tasks.update(tx, task.id, { status: act.to });
      const { id, district } = task;
      await this.history.record(
        tx,
        { type: 'task', id, districts: [district] },
        act,
        'task.cancelled',
        { drawId },
        reason,
      );
    }
  }
}
