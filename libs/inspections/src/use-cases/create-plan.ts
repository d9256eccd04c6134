import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { LEAD_DEPARTMENT, type Caller, type InspectionItemRow, type Kind } from '@zhaoguan/contracts';
import { ReferenceData, UnitOfWork } from '@zhaoguan/platform';
import { requireDepartment } from '../domain/jurisdiction';
import {
  requireSoundPlan,
  snapshotItems,
  type Plan,
  type PlanDemand,
  type PlanStratum,
} from '../domain/plan';
import { PlanStore } from '../store/plan.store';
import { Authority } from './authority';
import { placesOf } from './places';

export interface PlanToCreate {
  readonly title: string;
  readonly year: number;
  readonly kind: Kind;
  readonly districts: readonly string[];
  readonly itemIds: readonly string[];
  readonly strata: readonly PlanStratum[];
  readonly demands: readonly PlanDemand[];
  readonly maxLoad: number;
  readonly taskWorkingDays: number;
}

/** Makes an inspection plan (抽查计划) with a copy of its items. */
@Injectable()
export class CreatePlan {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: PlanStore,
    private readonly authority: Authority,
    private readonly reference: ReferenceData,
    private readonly audit: AuditLog,
  ) {}

  /** @throws WRONG_DEPARTMENT, WRONG_DISTRICT, UNKNOWN_DISTRICT, UNKNOWN_ITEM, ITEM_KIND_MISMATCH, NOT_ENOUGH_TEAM, DUPLICATE_ENTRY */
  async execute(caller: Caller, facts: PlanToCreate): Promise<Plan> {
    const { itemIds, districts, ...rest } = facts;
    requireDepartment(caller, LEAD_DEPARTMENT[facts.kind]);
    const places = await placesOf(this.reference, districts);
    await this.authority.requireDistricts(caller, districts);
    const excludedTownships = await this.authority.townshipsOfOthers(caller, districts);
    requireSoundPlan(facts.strata, facts.demands);
    const items = snapshotItems(
      itemIds,
      await this.reference.list<InspectionItemRow>('inspection-items'),
      facts.kind,
    );
    return this.work.run(caller, async (tx) => {
      const plan = await this.plans.insert(tx, { ...rest, districts: places, excludedTownships, items });
      const { id, kind, year, strata, demands, maxLoad } = plan;
      await this.audit.append(tx, {
        action: 'plan.created',
        subjectType: 'plan',
        subjectId: id,
        ...(places.length === 1 ? { district: places[0] as string } : {}),
        detail: {
          kind,
          year,
          districts: places,
          excludedTownships,
          items: items.map(({ code }) => code),
          strata,
          demands,
          maxLoad,
        },
      });
      return plan;
    });
  }
}
