import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { LEAD_DEPARTMENT, refuse, type Caller, type InspectionItemRow, type Kind } from '@zhaoguan/contracts';
import { districtPrefix } from '@zhaoguan/kernel';
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
    const places = await this.placesOf(districts);
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

  /** A city or province stands for all its counties; a township for itself. @throws UNKNOWN_DISTRICT */
  private async placesOf(districts: readonly string[]): Promise<string[]> {
    const known = await this.reference.districts();
    const fields = districts.flatMap((code, i) =>
      known.has(code) ? [] : [{ pointer: `/districts/${i}`, code: 'UNKNOWN_DISTRICT' }],
    );
    if (fields.length > 0) throw refuse('UNKNOWN_DISTRICT', {}, fields);
    const counties = [...known.values()].filter(({ level }) => level === 'COUNTY').map(({ code }) => code);
    const places = districts.flatMap((code) =>
      known.get(code)?.level === 'TOWNSHIP'
        ? [code]
        : counties.filter((county) => county.startsWith(districtPrefix(code))),
    );
    return [...new Set(places)].sort();
  }
}
