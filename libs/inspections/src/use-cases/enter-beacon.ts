import { Injectable } from '@nestjs/common';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import type { Draw } from '../domain/draw';
import { drawProcess } from '../domain/draw.process';
import { DrawStore } from '../store/draw.store';
import { PlanStore } from '../store/plan.store';
import { Authority } from './authority';
import { BeaconRules } from './beacon-rules';
import { drawSubject } from './draw-subject';
import { History } from './history';

/** The first official enters the published beacon value (录入公开随机数), with where it was published. */
@Injectable()
export class EnterBeacon {
  constructor(
    private readonly work: UnitOfWork,
    private readonly draws: DrawStore,
    private readonly plans: PlanStore,
    private readonly authority: Authority,
    private readonly beacons: BeaconRules,
    private readonly history: History,
  ) {}

  /** The same entry by the same person again changes nothing, and leaves no entry. @throws NOT_FOUND, BEACON_NOT_ANNOUNCED, WRONG_DEPARTMENT, WRONG_DISTRICT, INVALID_TRANSITION, INVALID_BEACON, BEACON_NOT_DUE */
  execute(caller: Caller, drawId: string, value: string, sourceUrl: string): Promise<Draw> {
    return this.work.run(caller, async (tx) => {
      const draw = await this.getAnnounced(tx, drawId);
      await this.authority.requireInCharge(caller, draw);
      const act = drawProcess.apply(draw.status, 'enterBeacon', drawSubject(draw, tx.at), {
        actorId: caller.id,
      });
      if (isEntered(draw, { caller, value, sourceUrl })) return draw;
      await this.beacons.requireValue(tx, draw, value);
      const after = await this.draws.update(tx, drawId, {
        status: act.to,
        beaconValue: value,
        beaconSourceUrl: sourceUrl,
        beaconEnteredBy: caller.id,
        beaconEnteredAt: tx.at,
      });
      const subject = { type: 'draw', id: drawId, districts: draw.districts } as const;
      // Not the value: who confirms it must not find it in the log. It goes there with the confirmation.
      await this.history.record(tx, subject, act, 'draw.beacon-entered', { sourceUrl });
      await tx.emit(act.emits, { drawId });
      return after;
    });
  }

  /** The id of a plan that has no draw yet is a question asked too early, not one about something unknown. */
  private async getAnnounced(tx: Tx, id: string): Promise<Draw> {
    const draw = await this.draws.findForUpdate(tx, id);
    if (draw) return draw;
    throw refuse((await this.plans.find(tx.manager, id)) ? 'BEACON_NOT_ANNOUNCED' : 'NOT_FOUND');
  }
}

interface Entry {
  readonly caller: Caller;
  readonly value: string;
  readonly sourceUrl: string;
}

function isEntered(draw: Draw, { caller, value, sourceUrl }: Entry): boolean {
  return (
    draw.beaconEnteredBy === caller.id && draw.beaconValue === value && draw.beaconSourceUrl === sourceUrl
  );
}
