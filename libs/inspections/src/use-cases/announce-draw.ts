import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { refuse, type Caller } from '@zhaoguan/contracts';
import {
  beaconTiming,
  commitment,
  conflictsDigest,
  DRAW_SPEC,
  inspectorsDigest,
  jcs,
  knownAt,
  parseBeacon,
  type Announcement,
  type Beacon,
  type Conflict,
} from '@zhaoguan/draw';
import { dateInShanghai, type DomainError, type Rng } from '@zhaoguan/kernel';
import { FieldCipher, nodeSm3, RNG, UnitOfWork, type Tx } from '@zhaoguan/platform';
import type { Draw } from '../domain/draw';
import { requireLeadDepartment } from '../domain/jurisdiction';
import { requireStrataFor, type Plan } from '../domain/plan';
import { DrawInputStore, type FrozenInspector } from '../store/draw-input.store';
import { DrawStore } from '../store/draw.store';
import { PlanStore } from '../store/plan.store';
import { CheckStaffing } from './check-staffing';
import { History } from './history';
import { sizesOf } from './preview-plan';

interface Frozen {
  readonly targetCount: number;
  readonly inspectors: readonly FrozenInspector[];
  readonly conflicts: readonly Conflict[];
}

/** Context under which a draw's nonce is sealed. */
export const nonceContext = (drawId: string): string => `draw.nonce:${drawId}`;

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
    private readonly inputs: DrawInputStore,
    private readonly staffing: CheckStaffing,
    private readonly cipher: FieldCipher,
    private readonly history: History,
    @Inject(RNG) private readonly rng: Rng,
  ) {}

  /** @throws NOT_FOUND, WRONG_DEPARTMENT, INVALID_BEACON, BEACON_TOO_EARLY, DRAW_IN_PROGRESS, NO_TARGETS, UNKNOWN_STRATUM, NOT_ENOUGH_INSPECTORS */
  execute(caller: Caller, planId: string, beacon: Beacon): Promise<Draw> {
    return this.work.run(caller, async (tx) => {
      const plan = await this.plans.getForUpdate(tx, planId);
      requireLeadDepartment(caller, plan.kind);
      requireFutureBeacon(beacon, tx.at);
      if (await this.draws.isInProgress(tx.manager, planId)) throw refuse('DRAW_IN_PROGRESS');
      // Voided and drawn again on a value that is known by now, a plan could be drawn until the outcome pleases.
      if (await this.draws.isBeaconUsed(tx.manager, plan, beacon)) throw beaconTooEarly();
      const drawId = tx.newId();
      const frozen = await this.freeze(tx, drawId, plan);
      const draw = await this.publish(tx, drawId, plan, beacon, frozen);
      const { announcementSm3, targetCount, districts } = draw;
      await this.history.note(tx, { type: 'draw', id: drawId, districts }, 'draw.announced', {
        planId,
        announcementSm3,
        targetCount,
        beacon,
      });
      for (const district of districts) await tx.emit('draw.announced', { drawId, district });
      return draw;
    });
  }

  private async freeze(tx: Tx, drawId: string, plan: Plan): Promise<Frozen> {
    const targetCount = await this.inputs.freezeTargets(tx, drawId, plan);
    const counts = await this.inputs.countTargets(tx.manager, drawId);
    requireStrataFor(
      counts.map(({ stratum }) => stratum),
      plan.strata,
    );
    const strata = sizesOf(plan.strata, counts);
    if (strata.every(({ drawn }) => drawn === 0)) throw refuse('NO_TARGETS');
    const inspectors = await this.inputs.listAvailable(tx, plan, dateInShanghai(tx.at));
    const conflicts = await this.inputs.listConflicts(tx, drawId, inspectors);
    const { demands, maxLoad } = plan;
    await this.staffing.require(tx, drawId, { strata, counts, demands, maxLoad, inspectors }, conflicts);
    return { targetCount, inspectors, conflicts };
  }

  private async publish(tx: Tx, drawId: string, plan: Plan, beacon: Beacon, frozen: Frozen): Promise<Draw> {
    const { inspectors, conflicts, targetCount } = frozen;
    const nonce = Buffer.from(this.rng.bytes(32)).toString('hex');
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
      targetsDigest: await this.inputs.digestTargets(tx.manager, drawId),
      inspectorsDigest: inspectorsDigest(inspectors, nonce, nodeSm3),
      conflictsDigest: conflictsDigest(conflicts, nonce, nodeSm3),
      // Of no effect on the draw, but covered by the announcement's digest.
      planId: plan.id,
      kind: plan.kind,
      districts: plan.districts,
    };
    const canonical = jcs(announcement);
    const draw = await this.draws.insert(tx, {
      id: drawId,
      planId: plan.id,
      title: plan.title,
      kind: plan.kind,
      districts: plan.districts,
      announcement: Buffer.from(canonical).toString('utf8'),
      announcementSm3: createHash('sm3').update(canonical).digest('hex'),
      commitment: announcement.commitment,
      nonceSealed: this.cipher.seal(nonce, nonceContext(drawId)),
      beaconSource: beacon.source,
      beaconRound: beacon.round,
      beaconNotBefore: beaconTiming(beacon.source, beacon.round, tx.at).notBefore,
      targetCount,
    });
    await this.inputs.saveInspectors(tx, drawId, inspectors);
    await this.inputs.saveConflicts(tx, drawId, conflicts);
    return draw;
  }
}

/** @throws INVALID_BEACON, BEACON_TOO_EARLY */
function requireFutureBeacon(beacon: Beacon, at: Date): void {
  const parsed = parseBeacon(beacon);
  if (!parsed.ok) {
    throw refuse('INVALID_BEACON', { reason: parsed.reason }, [
      { pointer: '/beacon', code: 'INVALID_BEACON', message: parsed.reason },
    ]);
  }
  // What may only perhaps be known is announced with its days, for everybody to see (public draw page, draw verify).
  if (knownAt(parsed.parts, at) === 'YES') throw beaconTooEarly();
}

const beaconTooEarly = (): DomainError =>
  refuse('BEACON_TOO_EARLY', {}, [{ pointer: '/beacon/round', code: 'BEACON_TOO_EARLY' }]);
