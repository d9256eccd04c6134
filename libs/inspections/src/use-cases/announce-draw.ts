import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { refuse, type Caller } from '@zhaoguan/contracts';
import {
  commitment,
  conflictsDigest,
  DRAW_SPEC,
  inspectorsDigest,
  jcs,
  type Announcement,
  type Beacon,
} from '@zhaoguan/draw';
import { nodeSm3, UnitOfWork, type Tx } from '@zhaoguan/platform';
import type { Draw } from '../domain/draw';
import type { Plan } from '../domain/plan';
import { DrawStore } from '../store/draw.store';
import { PlanStore } from '../store/plan.store';
import { Authority } from './authority';
import { BeaconRules } from './beacon-rules';
import { DrawSecrets } from './draw-secrets';
import { FreezeInputs, type Frozen } from './freeze-inputs';
import { History } from './history';

/**
 * Announces a draw (发布抽取公告): freezes who is in the hat, commits to a secret nonce and publishes, all before the
 * beacon value exists. Refused, it leaves nothing behind.
 */
@Injectable()
export class AnnounceDraw {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: PlanStore,
    private readonly draws: DrawStore,
    private readonly authority: Authority,
    private readonly beacons: BeaconRules,
    private readonly inputs: FreezeInputs,
    private readonly secrets: DrawSecrets,
    private readonly history: History,
  ) {}

  /**
   * @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, INVALID_BEACON, BEACON_TOO_EARLY, DRAW_IN_PROGRESS,
   *   INFEASIBLE_DRAW_PENDING, NO_TARGETS, UNKNOWN_STRATUM, NOT_ENOUGH_INSPECTORS
   */
  execute(caller: Caller, planId: string, beacon: Beacon): Promise<Draw> {
    return this.work.run(caller, async (tx) => {
      const plan = await this.plans.getForUpdate(tx, planId);
      await this.authority.requireInCharge(caller, plan);
      if (await this.draws.isInProgress(tx.manager, planId)) throw refuse('DRAW_IN_PROGRESS');
      await this.requireNothingPending(tx, plan);
      await this.beacons.requireFuture(tx, plan, beacon);
      const drawId = tx.newId();
      const frozen = await this.inputs.freeze(tx, drawId, plan);
      await this.beacons.requireStillUnknown(tx, plan, beacon);
      const draw = await this.publish(tx, drawId, plan, beacon, frozen);
      const directory = await this.inputs.save(tx, drawId, plan, frozen);
      const { announcementSm3, targetCount, districts } = draw;
      await this.history.note(tx, { type: 'draw', id: drawId, districts }, 'draw.announced', {
        planId,
        announcementSm3,
        targetCount,
        beacon,
        recusals: frozen.conflicts.length,
        directory,
      });
      for (const district of districts) await tx.emit('draw.announced', { drawId, district });
      return draw;
    });
  }

  /** A draw that came to nothing is laid open first: under another plan it could be tried again until it pleases. */
  private async requireNothingPending(tx: Tx, plan: Plan): Promise<void> {
    const title = await this.draws.findInfeasible(tx.manager, plan);
    if (title !== null) throw refuse('INFEASIBLE_DRAW_PENDING', { title });
  }

  private async publish(tx: Tx, drawId: string, plan: Plan, beacon: Beacon, frozen: Frozen): Promise<Draw> {
    const { inspectors, conflicts, targetCount, targetsDigest } = frozen;
    const nonce = this.secrets.newNonce();
    const announcement: Announcement & Record<string, unknown> = {
      spec: DRAW_SPEC,
      drawId,
      title: plan.title,
      announcedAt: tx.at.toISOString(),
      commitment: commitment(nonce, nodeSm3),
      beacon: { source: beacon.source, round: beacon.round },
      strata: plan.strata.map(({ key, basisPoints, minimum }) => ({ key, basisPoints, minimum })),
      demands: plan.demands.map(({ department, inspectors: number }) => ({ department, inspectors: number })),
      maxLoad: plan.maxLoad,
      targetsDigest,
      inspectorsDigest: inspectorsDigest(inspectors, nonce, nodeSm3),
      conflictsDigest: conflictsDigest(conflicts, nonce, nodeSm3),
      // Of no effect on the draw, but covered by the announcement's digest.
      planId: plan.id,
      kind: plan.kind,
      districts: plan.districts,
      excludedTownships: plan.excludedTownships,
    };
    const canonical = jcs(announcement);
    return this.draws.insert(tx, {
      id: drawId,
      planId: plan.id,
      title: plan.title,
      kind: plan.kind,
      districts: plan.districts,
      announcement: Buffer.from(canonical).toString('utf8'),
      announcementSm3: createHash('sm3').update(canonical).digest('hex'),
      commitment: announcement.commitment,
      nonceSealed: this.secrets.sealNonce(drawId, nonce),
      beaconSource: beacon.source,
      beaconRound: beacon.round,
      beaconNotBefore: this.beacons.enterableFrom(beacon),
      targetCount,
    });
  }
}
