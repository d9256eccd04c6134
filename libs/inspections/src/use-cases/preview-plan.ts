import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { sampleSize } from '@zhaoguan/draw';
import { dateInShanghai } from '@zhaoguan/kernel';
import { ReferenceData, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { requireDistricts } from '../domain/jurisdiction';
import { gradesWithoutStratum, type Plan, type PlanStratum } from '../domain/plan';
import { certainShortages, type Shortage, type TargetCount } from '../domain/staffing';
import { PlanStore } from '../store/plan.store';
import { countiesOf } from './counties';

export type StratumPreview = PlanStratum & { readonly targets: number; readonly drawn: number };

export interface PlanPreview {
  readonly targets: number;
  readonly drawn: number;
  readonly strata: readonly StratumPreview[];
  /** Grades that occur in the registry and have no stratum; the draw would be refused. */
  readonly gradesWithoutStratum: readonly string[];
  readonly inspectors: number;
  readonly shortages: readonly Shortage[];
}

/** What of a plan, made or still to be made, decides how many are drawn. */
export type PlanDraft = Pick<Plan, 'kind' | 'districts' | 'strata' | 'demands' | 'maxLoad'>;

/** How many institutions a draw of the plan would draw from now, and how many it would draw. */
@Injectable()
export class PreviewPlan {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: PlanStore,
    private readonly reference: ReferenceData,
  ) {}

  /** @throws NOT_FOUND */
  execute(caller: Caller, id: string, at: Date): Promise<PlanPreview> {
    return this.work.read(caller, async (manager) =>
      this.look(manager, await this.plans.get(manager, id), at),
    );
  }

  /** The same for a plan that nobody has made yet. @throws UNKNOWN_DISTRICT, WRONG_DISTRICT */
  async draft(caller: Caller, draft: PlanDraft, at: Date): Promise<PlanPreview> {
    const districts = await countiesOf(this.reference, draft.districts);
    requireDistricts(caller, draft.districts, '/districts');
    return this.work.read(caller, (manager) => this.look(manager, { ...draft, districts }, at));
  }

  private async look(manager: Tx['manager'], plan: PlanDraft, at: Date): Promise<PlanPreview> {
    const counts = await this.plans.countTargets(manager, plan);
    const inspectors = await this.plans.listAvailable(manager, plan, dateInShanghai(at));
    const strata = sizesOf(plan.strata, counts);
    const { demands, maxLoad } = plan;
    return {
      targets: sum(counts.map(({ count }) => count)),
      drawn: sum(strata.map(({ drawn }) => drawn)),
      strata,
      gradesWithoutStratum: gradesWithoutStratum(
        counts.map(({ stratum }) => stratum),
        plan.strata,
      ),
      inspectors: inspectors.length,
      shortages: certainShortages({ strata, counts, demands, maxLoad, inspectors }),
    };
  }
}

/** How many targets each stratum has and how many of them the draw takes. */
export function sizesOf(strata: readonly PlanStratum[], counts: readonly TargetCount[]): StratumPreview[] {
  return strata.map((stratum) => {
    const targets = sum(counts.filter((count) => count.stratum === stratum.key).map(({ count }) => count));
    return { ...stratum, targets, drawn: sampleSize(stratum, targets) };
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
