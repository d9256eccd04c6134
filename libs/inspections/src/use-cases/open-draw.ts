import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { FieldCipher, UnitOfWork } from '@zhaoguan/platform';
import type { Draw } from '../domain/draw';
import { drawProcess } from '../domain/draw.process';
import { DrawStore } from '../store/draw.store';
import { nonceContext } from './announce-draw';
import { History } from './history';

/** Context under which a draw's seed is sealed. */
export const seedContext = (drawId: string): string => `draw.seed:${drawId}`;

/** Opens a draw (公开抽取) when its inspections are over: from now on anybody can recompute it. */
@Injectable()
export class OpenDraw {
  constructor(
    private readonly work: UnitOfWork,
    private readonly draws: DrawStore,
    private readonly cipher: FieldCipher,
    private readonly history: History,
  ) {}

  /** @throws NOT_FOUND, INVALID_TRANSITION, TASKS_OUTSTANDING */
  execute(caller: Caller, drawId: string): Promise<Draw> {
    return this.work.run(caller, async (tx) => {
      const draw = await this.draws.getForUpdate(tx, drawId);
      const outstandingTasks = await this.draws.countOutstanding(tx.manager, drawId);
      const act = drawProcess.apply(
        draw.status,
        'open',
        { ...draw, outstandingTasks },
        { actorId: caller.id },
      );
      if (draw.seedSealed === null) throw new Error(`draw ${drawId} is drawn but has no seed`);
      const after = await this.draws.update(tx, drawId, {
        status: act.to,
        openedAt: tx.at,
        nonce: this.cipher.open(draw.nonceSealed, nonceContext(drawId)),
        seed: this.cipher.open(draw.seedSealed, seedContext(drawId)),
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
