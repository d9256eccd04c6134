import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import { UnitOfWork } from '@zhaoguan/platform';
import { gradesWithoutStratum } from '../domain/plan';
import { PlanStore } from '../store/plan.store';
import { Authority } from './authority';
import { CheckStaffing, type NamedShortage } from './check-staffing';
import { sizesOf, type StratumPreview } from './strata-sizes';

export interface PlanPreview {
  readonly targets: number;
  readonly drawn: number;
  readonly strata: readonly StratumPreview[];
  /** Grades that occur in the registry and have no stratum; the draw would be refused. */
  readonly gradesWithoutStratum: readonly string[];
  readonly inspectors: number;
  readonly shortages: readonly NamedShortage[];
}

/** How many institutions a draw of the plan would draw from now, and how many it would draw. */
@Injectable()
export class PreviewPlan {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: PlanStore,
    private readonly authority: Authority,
    private readonly staffing: CheckStaffing,
  ) {}

  /** Where recusals leave too few is for those in charge. @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT */
  execute(caller: Caller, id: string, at: Date): Promise<PlanPreview> {
    return this.work.read(caller, async (manager) => {
      const plan = await this.plans.get(manager, id);
      await this.authority.requireInCharge(caller, plan);
      const counts = await this.plans.countTargets(manager, plan);
      const inspectors = await this.plans.listAvailable(manager, plan, dateInShanghai(at));
      const recusals = await this.plans.listRecusals(manager, plan);
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
        shortages: await this.staffing.shortages(
          manager,
          { strata, counts, demands, maxLoad, inspectors },
          recusals,
        ),
      };
    });
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
