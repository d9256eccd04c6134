import { Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import { DIRECTORY_WINDOW_DAYS } from '../domain/directory';
import { requireStrataFor, type Plan } from '../domain/plan';
import type { Recused } from '../domain/staffing';
import { DrawInputStore, type FrozenInspector } from '../store/draw-input.store';
import { DirectoryStore, type DirectoryCount } from '../store/directory.store';
import { CheckStaffing } from './check-staffing';
import { sizesOf } from './strata-sizes';

/** What goes into a draw; the targets themselves stay in the database. */
export interface Frozen {
  readonly targetCount: number;
  readonly targetsDigest: string;
  readonly inspectors: readonly FrozenInspector[];
  readonly conflicts: readonly Recused[];
}

const MS_A_DAY = 86_400_000;

/** Freezes who is in the hat on either side, in the transaction that announces the draw. */
@Injectable()
export class FreezeInputs {
  constructor(
    private readonly inputs: DrawInputStore,
    private readonly directory: DirectoryStore,
    private readonly staffing: CheckStaffing,
  ) {}

  /** @throws NO_TARGETS, UNKNOWN_STRATUM, NOT_ENOUGH_INSPECTORS */
  async freeze(tx: Tx, drawId: string, plan: Plan): Promise<Frozen> {
    const targetCount = await this.inputs.freezeTargets(tx, drawId, plan);
    const counts = await this.inputs.countTargets(tx.manager, drawId);
    requireStrataFor(
      counts.map(({ stratum }) => stratum),
      plan.strata,
    );
    const strata = sizesOf(plan.strata, counts);
    if (strata.every(({ drawn }) => drawn === 0)) throw refuse('NO_TARGETS');
    await this.directory.holdStill(tx);
    const inspectors = await this.inputs.listAvailable(tx, plan, dateInShanghai(tx.at));
    const conflicts = await this.inputs.listConflicts(tx, drawId, inspectors);
    const { demands, maxLoad } = plan;
    await this.staffing.require(tx, drawId, { strata, counts, demands, maxLoad, inspectors }, conflicts);
    const targetsDigest = await this.inputs.digestTargets(tx.manager, drawId);
    return { targetCount, targetsDigest, inspectors, conflicts };
  }

  /** Once the draw itself is there. @returns the directory of each department in numbers */
  async save(
    tx: Tx,
    drawId: string,
    plan: Plan,
    { inspectors, conflicts }: Frozen,
  ): Promise<DirectoryCount[]> {
    await this.inputs.saveInspectors(tx, drawId, inspectors);
    await this.inputs.saveConflicts(tx, drawId, conflicts);
    const since = new Date(tx.at.getTime() - DIRECTORY_WINDOW_DAYS * MS_A_DAY);
    return this.directory.publish(tx, drawId, plan, since);
  }
}
