import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import type { Draw } from '../domain/draw';
import { drawProcess } from '../domain/draw.process';
import { DrawStore } from '../store/draw.store';
import { Authority } from './authority';
import { DrawSecrets } from './draw-secrets';
import { drawSubject } from './draw-subject';
import { History } from './history';

/** Opens a draw (公开抽取) when its inspections are over: from now on anybody can recompute it. */
@Injectable()
export class OpenDraw {
  constructor(
    private readonly work: UnitOfWork,
    private readonly draws: DrawStore,
    private readonly authority: Authority,
    private readonly secrets: DrawSecrets,
    private readonly history: History,
  ) {}

  /** @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, INVALID_TRANSITION, TASKS_OUTSTANDING */
  execute(caller: Caller, drawId: string): Promise<Draw> {
    return this.work.run(caller, async (tx) => {
      const draw = await this.draws.getForUpdate(tx, drawId);
      await this.authority.requireInCharge(caller, draw);
      const outstandingTasks = await this.draws.countOutstanding(tx.manager, drawId);
      const subject = drawSubject(draw, tx.at, { outstandingTasks });
      const act = drawProcess.apply(draw.status, 'open', subject, { actorId: caller.id });
      const after = await this.draws.update(tx, drawId, {
        status: act.to,
        openedAt: tx.at,
        nonce: this.secrets.nonceOf(draw),
        seed: this.secrets.seedOf(draw),
      });
      const { districts, resultDigest } = draw;
      await this.history.record(tx, { type: 'draw', id: drawId, districts }, act, 'draw.opened', {
        resultDigest,
      });
      await tx.emit(act.emits, { drawId });
      return after;
    });
  }
}
