import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import {
  faultOfRound,
  isDue,
  knownAt,
  minuteInBeijing,
  notBefore,
  parseBeacon,
  parseBeaconValue,
  type Beacon,
} from '@zhaoguan/draw';
import type { DomainError } from '@zhaoguan/kernel';
import { CONFIG, type AppConfig, type Tx } from '@zhaoguan/platform';
import type { Draw } from '../domain/draw';
import type { Plan } from '../domain/plan';
import { DrawStore } from '../store/draw.store';

const FARTHEST_DAYS = 60;
/** In a demonstration; what is older is refused there too, so that people see what is. */
const MOST_DAYS_AGO = 90;
const DAY_MS = 86_400_000;

/**
 * Which beacons may be announced, and when their values may be entered: only values that nobody can know beforehand and
 * everybody can check afterwards; an issue that no calendar has is none anywhere. In a demonstration both kinds of
 * institution may be drawn in one hour with one issue of a lottery, also of the last weeks; its public pages and
 * `draw verify` say that such a draw proves nothing.
 */
@Injectable()
export class BeaconRules {
  private readonly isDemonstration: boolean;

  constructor(
    private readonly draws: DrawStore,
    @Inject(CONFIG) { demo }: AppConfig,
  ) {
    this.isDemonstration = demo;
  }

  /** @throws INVALID_BEACON with the reason, BEACON_TOO_EARLY when it is known, also from the draw of another county */
  async requireFuture(tx: Tx, plan: Plan, beacon: Beacon): Promise<void> {
    const parts = partsOf(beacon);
    const fault = faultOfRound(beacon);
    if (fault !== undefined) throw invalid('/beacon', fault);
    if (this.isDemonstration) {
      const then = new Date(tx.at.getTime() - MOST_DAYS_AGO * DAY_MS);
      if (knownAt(parts, then) === 'YES') throw tooEarly();
    } else {
      // Closures delay an issue, and nobody knows here by how much: one that may be out already is taken for known.
      if (knownAt(parts, tx.at) !== 'NO') throw tooEarly();
      requireWithinReach(parts, tx.at);
    }
    await this.requireUnknown(tx, plan, beacon);
  }

  /**
   * Asked last, since freezing a hat may take a minute: from now to the end of the transaction nobody enters its value.
   * @throws BEACON_TOO_EARLY when somebody has meanwhile
   */
  async requireStillUnknown(tx: Tx, plan: Plan, beacon: Beacon): Promise<void> {
    await this.draws.lockBeacon(tx, beacon, 'ANNOUNCE');
    await this.requireUnknown(tx, plan, beacon);
  }

  /** Even a demonstration does not draw the same institutions again with a value that somebody has seen. */
  private async requireUnknown(tx: Tx, plan: Plan, beacon: Beacon): Promise<void> {
    const isKnown = this.isDemonstration
      ? await this.draws.isBeaconUsed(tx, plan, beacon)
      : await this.draws.isBeaconKnown(tx, beacon);
    if (isKnown) throw tooEarly();
  }

  /** @throws INVALID_BEACON with the reason, BEACON_NOT_DUE */
  async requireValue(tx: Tx, { beaconSource, beaconRound }: Draw, value: string): Promise<void> {
    const beacon = { source: beaconSource, round: beaconRound };
    const parsed = parseBeaconValue(beacon, value);
    if (!parsed.ok) throw invalid('/value', parsed.reason);
    this.requireDue(beacon, tx.at);
    // Whoever is announcing a draw with one of these rounds either is done, or will see this value.
    await this.draws.lockBeacon(tx, beacon, 'ENTER');
  }

  /** Before it nobody can enter the value; null where it may be entered at once. */
  enterableFrom(beacon: Beacon): Date | null {
    return this.isDemonstration ? null : (notBefore(partsOf(beacon)) ?? null);
  }

  /** @throws BEACON_NOT_DUE before the last of its sources can have been published */
  requireDue(beacon: Beacon, at: Date): void {
    const parts = partsOf(beacon);
    if (this.isDemonstration || isDue(parts, at)) return;
    const earliest = notBefore(parts);
    const when = earliest ? `最早于 ${minuteInBeijing(earliest)} 产生` : '按开奖日程没有这一期';
    throw refuse('BEACON_NOT_DUE', { when });
  }
}

/** @throws INVALID_BEACON with the reason */
function partsOf(beacon: Beacon): readonly Beacon[] {
  const parsed = parseBeacon(beacon);
  if (!parsed.ok) throw invalid('/beacon', parsed.reason);
  return parsed.parts;
}

/** @throws INVALID_BEACON for a round that lies so far ahead that nobody waits for it */
function requireWithinReach(parts: readonly Beacon[], at: Date): void {
  const earliest = notBefore(parts);
  if (earliest && earliest.getTime() > at.getTime() + FARTHEST_DAYS * DAY_MS) {
    const when = minuteInBeijing(earliest);
    throw invalid('/beacon', `该期最早于 ${when} 产生，距今超过 ${FARTHEST_DAYS} 天，请选择较近的期次`);
  }
}

const invalid = (pointer: string, reason: string): DomainError =>
  refuse('INVALID_BEACON', { reason }, [{ pointer, code: 'INVALID_BEACON', message: reason }]);

const tooEarly = (): DomainError =>
  refuse('BEACON_TOO_EARLY', {}, [{ pointer: '/beacon/round', code: 'BEACON_TOO_EARLY' }]);
