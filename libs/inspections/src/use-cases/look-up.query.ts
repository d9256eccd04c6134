import { Injectable } from '@nestjs/common';
import type { Caller, InspectionItemRow, Kind, ResultCategoryRow } from '@zhaoguan/contracts';
import { ReferenceData, UnitOfWork, type Page, type ReferenceRow } from '@zhaoguan/platform';
import { requireOwnOrKeeper, type Inspector, type ToldRecusal } from '../domain/inspector';
import type { Plan } from '../domain/plan';
import { DrawStore } from '../store/draw.store';
import { InspectorStore } from '../store/inspector.store';
import { PlanStore } from '../store/plan.store';
import { Authority } from './authority';

interface PageAsked {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Plain reads under the caller's jurisdiction. */
@Injectable()
export class LookUp {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reference: ReferenceData,
    private readonly inspectors: InspectorStore,
    private readonly plans: PlanStore,
    private readonly draws: DrawStore,
    private readonly authority: Authority,
  ) {}

  /** 抽查事项清单, of one kind or of both. */
  async items(kind?: Kind): Promise<readonly ReferenceRow<InspectionItemRow>[]> {
    const items = await this.reference.list<InspectionItemRow>('inspection-items');
    return kind === undefined ? items : items.filter((item) => item.kind === kind);
  }

  /** Standard wordings of a published result. */
  resultCategories(): Promise<readonly ReferenceRow<ResultCategoryRow>[]> {
    return this.reference.list<ResultCategoryRow>('result-categories');
  }

  listInspectors(
    caller: Caller,
    filter: PageAsked & { readonly department?: string | undefined; readonly active?: boolean | undefined },
  ): Promise<Page<Inspector>> {
    return this.work.read(caller, (manager) => this.inspectors.list(manager, filter));
  }

  /** @throws NOT_FOUND */
  getInspector(caller: Caller, id: string): Promise<Inspector> {
    return this.work.read(caller, (manager) => this.inspectors.get(manager, id));
  }

  /**
   * For the inspector, and for who keeps the directory of the department where the institution stands (row-level security
   * leaves those out that stand elsewhere). Why is private: the inspector reads it, and who keeps the entry itself.
   * @throws NOT_FOUND, WRONG_DEPARTMENT
   */
  listRecusals(caller: Caller, inspectorId: string, page: PageAsked): Promise<Page<ToldRecusal>> {
    return this.work.read(caller, async (manager) => {
      const inspector = await this.inspectors.get(manager, inspectorId);
      requireOwnOrKeeper(caller, inspector);
      const recusals = await this.inspectors.listRecusals(manager, inspector.personId, page);
      const isOwn = inspector.personId === caller.id;
      if (isOwn || (await this.authority.keeps(caller, inspector))) return recusals;
      return { ...recusals, items: recusals.items.map((recusal) => ({ ...recusal, reason: null })) };
    });
  }

  listPlans(
    caller: Caller,
    filter: PageAsked & { readonly kind?: Kind | undefined; readonly year?: number | undefined },
  ): Promise<Page<Plan>> {
    return this.work.read(caller, (manager) => this.plans.list(manager, filter));
  }

  /** @throws NOT_FOUND */
  getPlan(caller: Caller, id: string): Promise<{ readonly plan: Plan; readonly drawInProgress: boolean }> {
    return this.work.read(caller, async (manager) => ({
      plan: await this.plans.get(manager, id),
      drawInProgress: await this.draws.isInProgress(manager, id),
    }));
  }
}
