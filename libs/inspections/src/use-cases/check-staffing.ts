import { Injectable } from '@nestjs/common';
import { departmentLabel, refuse } from '@zhaoguan/contracts';
import {
  commitment,
  conflictsDigest,
  DrawError,
  inspectorsDigest,
  type Conflict,
  type Inspector,
} from '@zhaoguan/draw';
import { nodeSm3, ReferenceData, type Tx } from '@zhaoguan/platform';
import { runDraw, type DrawJob } from '../draw-runner/draw.runner';
import { certainShortages, isCertainlyFeasible, type Shortage, type Staffing } from '../domain/staffing';
import { DrawInputStore } from '../store/draw-input.store';

const NO_SECRET = '00'.repeat(32);

/**
 * Refuses an announcement that could only come to nothing for want of inspectors, before anything is published.
 * Counting finds the plain shortages; where recusals and overlapping districts leave a doubt, the draw's own search for
 * an assignment is run for the targets that are drawn in any case.
 */
@Injectable()
export class CheckStaffing {
  constructor(
    private readonly inputs: DrawInputStore,
    private readonly reference: ReferenceData,
  ) {}

  /** @throws NOT_ENOUGH_INSPECTORS naming department, districts and numbers */
  async require(
    tx: Tx,
    drawId: string,
    staffing: Staffing & { readonly inspectors: readonly Inspector[] },
    conflicts: readonly Conflict[],
  ): Promise<void> {
    const shortages = certainShortages(staffing);
    if (shortages.length > 0) throw await this.refusal(shortages);
    if (isCertainlyFeasible(staffing, conflicts.length)) return;
    const sure = staffing.strata.filter(({ targets, drawn }) => drawn > 0 && drawn === targets);
    if (sure.length === 0) return;
    const { lines, digest } = await this.inputs.loadTargets(
      tx.manager,
      drawId,
      sure.map(({ key }) => key),
    );
    const { inspectors, demands, maxLoad } = staffing;
    const job: DrawJob = {
      announcement: {
        spec: 'zhaoguan-draw-v1',
        drawId,
        title: 'feasibility',
        announcedAt: tx.at.toISOString(),
        commitment: commitment(NO_SECRET, nodeSm3),
        beacon: { source: 'none', round: '0' },
        strata: sure.map(({ key }) => ({ key, basisPoints: 10_000, minimum: 0 })),
        demands,
        maxLoad,
        targetsDigest: digest,
        inspectorsDigest: inspectorsDigest(inspectors, NO_SECRET, nodeSm3),
        conflictsDigest: conflictsDigest(conflicts, NO_SECRET, nodeSm3),
      },
      targets: lines,
      inspectors,
      conflicts,
      nonceHex: NO_SECRET,
      beaconValue: '',
    };
    await runDraw(job).catch(async (error: unknown) => {
      throw await this.infeasible(tx, drawId, staffing, error);
    });
  }

  /** Whether an assignment exists does not depend on chance, so neither does this. */
  private async infeasible(tx: Tx, drawId: string, { demands }: Staffing, error: unknown): Promise<unknown> {
    if (!(error instanceof DrawError) || error.code !== 'INFEASIBLE') return error;
    const [targetId = '', department = ''] = error.detail;
    const target = await this.inputs.findTarget(tx.manager, drawId, targetId);
    const needed = demands.find((demand) => demand.department === department)?.inspectors ?? 0;
    return this.refusal([
      { department, missing: [{ district: target?.district ?? '*', needed, capacity: needed - 1 }] },
    ]);
  }

  private async refusal(shortages: readonly Shortage[]): Promise<Error> {
    const names = await this.reference.districts();
    const nameOf = (code: string): string => (code === '*' ? '全部辖区' : (names.get(code)?.name ?? code));
    const [first] = shortages;
    const shortage = shortages
      .flatMap(({ missing }) => missing)
      .map(
        ({ district, needed, capacity }) => `${nameOf(district)}需要${needed}人次，只能安排${capacity}人次`,
      )
      .join('；');
    return refuse('NOT_ENOUGH_INSPECTORS', {
      department: first?.department,
      departmentName: shortages.map(({ department }) => departmentLabel(department)).join('、'),
      shortage,
      shortages,
    });
  }
}
