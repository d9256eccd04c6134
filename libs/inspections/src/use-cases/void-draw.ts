import { Injectable } from '@nestjs/common';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { FieldCipher, UnitOfWork, type Tx } from '@zhaoguan/platform';
import type { Draw } from '../domain/draw';
import { drawProcess, type DrawStatus } from '../domain/draw.process';
import { taskProcess, type TaskSubject } from '../domain/task.process';
import { DrawStore } from '../store/draw.store';
import { TaskStore } from '../store/task.store';
import { nonceContext } from './announce-draw';
import { History } from './history';
import { seedContext } from './open-draw';

/** Tens of thousands of tasks may end at once; between two batches everybody else has a turn. */
const TASKS_IN_A_BATCH = 1_000;
/** Whether a task is cancelled depends on its state alone, see `taskProcess`. */
const NO_MATTER: TaskSubject = { teamSize: 0, itemCount: 0, findings: [], resultCode: null };

/** States in which the outcome is, or may be, known to somebody. */
const DRAWN: ReadonlySet<DrawStatus> = new Set(['BEACON_CONFIRMED', 'DRAWN']);

/**
 * Voids a draw with a reason (作废抽取); that too is public. Inspections not yet submitted end with it, and what was
 * drawn is laid open, so that anybody can see what was thrown away.
 */
@Injectable()
export class VoidDraw {
  constructor(
    private readonly work: UnitOfWork,
    private readonly draws: DrawStore,
    private readonly tasks: TaskStore,
    private readonly cipher: FieldCipher,
    private readonly history: History,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN (a drawn one needs `draw.discard`), INVALID_TRANSITION, REASON_REQUIRED */
  execute(caller: Caller, drawId: string, reason: string): Promise<Draw> {
    return this.work.run(caller, async (tx) => {
      const draw = await this.draws.getForUpdate(tx, drawId);
      const context = { actorId: caller.id, reason };
      const action = DRAWN.has(draw.status) ? 'discard' : 'void';
      if (!caller.permissions.has(drawProcess.actions[action].permission)) throw refuse('FORBIDDEN');
      const act = drawProcess.apply(draw.status, action, { ...draw, outstandingTasks: 0 }, context);
      await this.cancelTasks(tx, drawId, reason);
      const after = await this.draws.update(tx, drawId, {
        status: act.to,
        voidedAt: tx.at,
        voidReason: reason,
        ...this.disclosed(draw),
      });
      const subject = { type: 'draw', id: drawId, districts: draw.districts } as const;
      await this.history.record(tx, subject, act, 'draw.voided', {}, reason);
      await tx.emit(act.emits, { drawId, reason });
      return after;
    });
  }

  private disclosed({ id, nonceSealed, seedSealed }: Draw): { nonce?: string; seed?: string } {
    if (seedSealed === null) return {};
    return {
      nonce: this.cipher.open(nonceSealed, nonceContext(id)),
      seed: this.cipher.open(seedSealed, seedContext(id)),
    };
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
