import { Injectable } from '@nestjs/common';
import { LEAD_DEPARTMENT, type Caller } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import { ReferenceData, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { requireDepartment } from '../domain/jurisdiction';
import { gradesWithoutStratum, type Plan } from '../domain/plan';
import { PlanStore } from '../store/plan.store';
import { Authority } from './authority';
import { CheckStaffing, type NamedShortage } from './check-staffing';
import { placesOf } from './places';
import { sizesOf, type StratumPreview } from './strata-sizes';

export interface PlanPreview {
  readonly targets: number;
  /** Of them 家庭托育点. */
  readonly homeTargets: number;
  readonly drawn: number;
  readonly strata: readonly StratumPreview[];
  /** Grades that occur in the registry and have no stratum; the draw would be refused. */
  readonly gradesWithoutStratum: readonly string[];
  readonly inspectors: number;
  readonly shortages: readonly NamedShortage[];
}

/** What of a plan that is still to be made decides how many are drawn. */
export type PlanDraft = Pick<Plan, 'kind' | 'districts' | 'strata' | 'demands' | 'maxLoad'>;
type CountedPlan = PlanDraft & Pick<Plan, 'excludedTownships'>;

/** How many institutions a draw of the plan would draw from now, and how many it would draw. */
@Injectable()
export class PreviewPlan {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: PlanStore,
    private readonly authority: Authority,
    private readonly staffing: CheckStaffing,
    private readonly reference: ReferenceData,
  ) {}

  /** Where recusals leave too few is for those in charge. @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT */
  execute(caller: Caller, id: string, at: Date): Promise<PlanPreview> {
    return this.work.read(caller, async (manager) => {
      const plan = await this.plans.get(manager, id);
      await this.authority.requireInCharge(caller, plan);
      return this.look(manager, plan, at);
    });
  }

  /** The same for a plan that nobody has made yet. @throws UNKNOWN_DISTRICT, WRONG_DEPARTMENT, WRONG_DISTRICT */
  async draft(caller: Caller, draft: PlanDraft, at: Date): Promise<PlanPreview> {
    requireDepartment(caller, LEAD_DEPARTMENT[draft.kind]);
    const districts = await placesOf(this.reference, draft.districts);
    await this.authority.requireDistricts(caller, draft.districts);
    const excludedTownships = await this.authority.townshipsOfOthers(caller, draft.districts);
    return this.work.read(caller, (manager) =>
      this.look(manager, { ...draft, districts, excludedTownships }, at),
    );
  }

  private async look(manager: Tx['manager'], plan: CountedPlan, at: Date): Promise<PlanPreview> {
    const counts = await this.plans.countTargets(manager, plan);
    const inspectors = await this.plans.listAvailable(manager, plan, dateInShanghai(at));
    const recusals = await this.plans.listRecusals(manager, plan);
    const strata = sizesOf(plan.strata, counts);
    const { demands, maxLoad } = plan;
    return {
      targets: sum(counts.map(({ count }) => count)),
      homeTargets: await this.plans.countHomes(manager, plan),
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
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
