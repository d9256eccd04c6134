import { Injectable } from '@nestjs/common';
import {
  departmentLabel,
  refuse,
  remedyInWords,
  shortageInWords,
  type MissingStaff,
} from '@zhaoguan/contracts';
import { commitment, conflictsDigest, DrawError, inspectorsDigest, type Inspector } from '@zhaoguan/draw';
import { InstitutionStore } from '@zhaoguan/institutions';
import { nodeSm3, ReferenceData, type Tx } from '@zhaoguan/platform';
import { runDraw, type DrawJob } from '../draw-runner/draw.runner';
import {
  certainShortages,
  isCertainlyFeasible,
  recusalShortages,
  type MissingPlaces,
  type Recused,
  type Shortage,
  type Staffing,
} from '../domain/staffing';
import { DrawInputStore } from '../store/draw-input.store';

const NO_SECRET = '00'.repeat(32);

/** A shortage in which the institution, where there is one, has its name. */
export interface NamedShortage extends Shortage {
  readonly missing: readonly (MissingPlaces & { readonly institutionName?: string })[];
}

/**
 * Refuses an announcement that could only come to nothing for want of inspectors, or only come out well by sparing
 * somebody, before anything is published. Counting finds the plain shortages; where recusals and overlapping districts
 * leave a doubt, the draw's own search for an assignment is run for the targets that are drawn in any case.
 */
@Injectable()
export class CheckStaffing {
  constructor(
    private readonly inputs: DrawInputStore,
    private readonly institutions: InstitutionStore,
    private readonly reference: ReferenceData,
  ) {}

  /** What counting finds: whole districts, else single institutions. */
  async shortages(
    manager: Tx['manager'],
    staffing: Staffing,
    recusals: readonly Recused[],
  ): Promise<NamedShortage[]> {
    const certain = certainShortages(staffing);
    if (certain.length > 0) return certain;
    const single = recusalShortages(staffing, recusals);
    const ids = single.flatMap(({ missing }) => missing.flatMap(({ institutionId }) => institutionId ?? []));
    if (ids.length === 0) return single;
    const names = new Map(
      (await this.institutions.listNames(manager, ids)).map(({ id, name }) => [id, name]),
    );
    return single.map(({ department, missing }) => ({
      department,
      missing: missing.map((places) => ({
        ...places,
        institutionName: names.get(places.institutionId ?? '') ?? '',
      })),
    }));
  }

  /** @throws NOT_ENOUGH_INSPECTORS naming department, districts or institutions, and numbers */
  async require(
    tx: Tx,
    drawId: string,
    staffing: Staffing & { readonly inspectors: readonly Inspector[] },
    conflicts: readonly Recused[],
  ): Promise<void> {
    const shortages = await this.shortages(tx.manager, staffing, conflicts);
    if (shortages.length > 0) throw await this.refusal(shortages, staffing);
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
    const district = target?.district ?? '*';
    const [institution] = await this.institutions.listNames(tx.manager, [targetId]);
    const nameOf = await this.placeNames();
    const place = `“${institution?.name ?? targetId}”（${nameOf(district)}）`;
    return refuse('NOT_ENOUGH_INSPECTORS', {
      department,
      departmentName: departmentLabel(department),
      shortage: `${departmentLabel(department)}：${place}要派 ${needed} 人，受回避、辖区和每人最多家数的限制，怎样安排都凑不齐`,
      remedy: '补充可以派到那里、没有回避的检查人员，或者提高每名检查人员最多检查的家数后另行制定计划',
      shortages: [{ department, missing: [{ district, needed, capacity: needed - 1 }] }],
    });
  }

  private async refusal(
    shortages: readonly NamedShortage[],
    { demands, maxLoad }: Pick<Staffing, 'demands' | 'maxLoad'>,
  ): Promise<Error> {
    const nameOf = await this.placeNames();
    const named = shortages.map(({ department, missing }) => ({
      department,
      missing: missing.map(({ district, ...places }): MissingStaff => ({
        ...places,
        place: nameOf(district),
        team: demands.find((demand) => demand.department === department)?.inspectors ?? 0,
        maxLoad,
      })),
    }));
    return refuse('NOT_ENOUGH_INSPECTORS', {
      department: named[0]?.department,
      departmentName: named.map(({ department }) => departmentLabel(department)).join('、'),
      shortage: named
        .map(
          ({ department, missing }) =>
            `${departmentLabel(department)}：${missing.map(shortageInWords).join('；')}`,
        )
        .join('。'),
      remedy: remedyInWords(named.flatMap(({ missing }) => missing)),
      shortages,
    });
  }

  private async placeNames(): Promise<(district: string) => string> {
    const names = await this.reference.districts();
    return (district) => (district === '*' ? '全部辖区' : (names.get(district)?.name ?? district));
  }
}
