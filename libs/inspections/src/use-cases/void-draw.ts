import { Injectable } from '@nestjs/common';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import type { Draw } from '../domain/draw';
import { drawProcess, type DrawStatus } from '../domain/draw.process';
import { requirePublicReason } from '../domain/public-reason';
import { taskProcess, type TaskSubject } from '../domain/task.process';
import { DrawStore } from '../store/draw.store';
import { TaskStore } from '../store/task.store';
import { TransitionStore } from '../store/transition.store';
import { Authority } from './authority';
import { DrawSecrets } from './draw-secrets';
import { drawSubject } from './draw-subject';
import { History } from './history';
import { LooksAtDraw } from './looks-at-draw';

/** Tens of thousands of tasks may end at once; between two batches everybody else has a turn. */
const TASKS_IN_A_BATCH = 1_000;
/** Whether a task is cancelled depends on its state alone, see `taskProcess`. */
const NO_MATTER: TaskSubject = {
  assignees: [],
  items: [],
  findings: [],
  resultCode: null,
  submittedBy: null,
  coSignedBy: null,
};

/** States in which the outcome stands fast, and is, or may be, known to somebody. */
const DRAWN: ReadonlySet<DrawStatus> = new Set(['BEACON_CONFIRMED', 'DRAWN', 'INFEASIBLE']);

/**
 * Voids a draw with a reason (作废抽取); that too is public. Its tasks end with it, of which none may have begun, and
 * what came of it is laid open, be it a result or that nobody could be sent, so that anybody can see what was thrown away.
 */
@Injectable()
export class VoidDraw {
  constructor(
    private readonly work: UnitOfWork,
    private readonly draws: DrawStore,
    private readonly tasks: TaskStore,
    private readonly transitions: TransitionStore,
    private readonly authority: Authority,
    private readonly secrets: DrawSecrets,
    private readonly history: History,
    private readonly looks: LooksAtDraw,
  ) {}

  /**
   * @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, FORBIDDEN (a drawn one needs `draw.discard`), SAME_OFFICIAL,
   *   RESULT_SEEN, INSPECTION_BEGUN, INVALID_TRANSITION, REASON_REQUIRED, PERSONAL_DATA_IN_PUBLIC_WORDS
   */
  execute(caller: Caller, drawId: string, reason: string): Promise<Draw> {
    return this.work.run(caller, async (tx) => {
      const draw = await this.draws.getForUpdate(tx, drawId);
      await this.authority.requireInCharge(caller, draw);
      requirePublicReason(reason);
      const isInTeam = await this.tasks.isInTeam(tx.manager, drawId, caller.id);
      const hasLooked = await this.looks.hasLooked(tx.manager, draw, caller.id);
      const context = { actorId: caller.id, isInTeam, hasLooked, reason };
      const action = DRAWN.has(draw.status) ? 'discard' : 'void';
      if (!caller.permissions.has(drawProcess.actions[action].permission)) throw refuse('FORBIDDEN');
      // Held from here on: an inspection begins before this or finds its task cancelled.
      await this.tasks.lockOfDraw(tx, drawId);
      const begunTasks = await this.tasks.countBegun(tx.manager, drawId);
      const beaconEnterers = await this.transitions.actorsOf(tx.manager, 'draw', drawId, 'enterBeacon');
      const act = drawProcess.apply(
        draw.status,
        action,
        drawSubject(draw, tx.at, { beaconEnterers, begunTasks }),
        context,
      );
      await this.cancelTasks(tx, drawId, reason);
      const after = await this.draws.update(tx, drawId, {
        status: act.to,
        voidedAt: tx.at,
        voidReason: reason,
        ...(action === 'discard'
          ? { nonce: this.secrets.nonceOf(draw), seed: this.secrets.seedOf(draw) }
          : {}),
      });
      const subject = { type: 'draw', id: drawId, districts: draw.districts } as const;
      await this.history.record(tx, subject, act, 'draw.voided', {}, reason);
      await tx.emit(act.emits, { drawId, reason });
      return after;
    });
  }

  private async cancelTasks(tx: Tx, drawId: string, reason: string): Promise<void> {
    for (const status of taskProcess.actions.cancel.from) {
      const act = taskProcess.apply(status, 'cancel', NO_MATTER, { actorId: tx.caller.id, reason });
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
