import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import type { Draw } from '../domain/draw';
import { drawProcess } from '../domain/draw.process';
import { DrawStore } from '../store/draw.store';
import { TransitionStore } from '../store/transition.store';
import { Authority } from './authority';
import { BeaconRules } from './beacon-rules';
import { drawSubject } from './draw-subject';
import { History } from './history';

/** Another official confirms the beacon value from the published source (确认公开随机数); the draw then runs as a job. */
@Injectable()
export class ConfirmBeacon {
  constructor(
    private readonly work: UnitOfWork,
    private readonly draws: DrawStore,
    private readonly transitions: TransitionStore,
    private readonly authority: Authority,
    private readonly beacons: BeaconRules,
    private readonly history: History,
  ) {}

  /** @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, INVALID_TRANSITION, SAME_OFFICIAL, BEACON_MISMATCH, BEACON_NOT_DUE */
  execute(caller: Caller, drawId: string, value: string): Promise<Draw> {
    return this.work.run(caller, async (tx) => {
      const draw = await this.draws.getForUpdate(tx, drawId);
      await this.authority.requireInCharge(caller, draw);
      const context = { actorId: caller.id, value };
      const beaconEnterers = await this.transitions.actorsOf(tx.manager, 'draw', drawId, 'enterBeacon');
      const act = drawProcess.apply(
        draw.status,
        'confirmBeacon',
        drawSubject(draw, tx.at, { beaconEnterers }),
        context,
      );
      this.beacons.requireDue({ source: draw.beaconSource, round: draw.beaconRound }, tx.at);
      const after = await this.draws.update(tx, drawId, {
        status: act.to,
        beaconConfirmedBy: caller.id,
        beaconConfirmedAt: tx.at,
      });
      const subject = { type: 'draw', id: drawId, districts: draw.districts } as const;
      await this.history.record(tx, subject, act, 'draw.beacon-confirmed', { value });
      await tx.emit(act.emits, { drawId });
      return after;
    });
  }
}
