import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { decodeIdCursor, encodeCursor } from '@zhaoguan/kernel';
import { pageOf, UnitOfWork, type Page } from '@zhaoguan/platform';
import type { Finding, PlanItem } from '../domain/findings';
import { isFixed, type TeamMember } from '../domain/task';
import { OwnInspectionStore, type OwnInspection } from '../store/own-inspection.store';
import { TaskStore } from '../store/task.store';

/** A finding with what the item asks for: what has to be put right. */
export interface OwnFinding extends Finding {
  readonly check: string;
  readonly severityLabel: string;
}

export interface OwnInspectionInFull extends OwnInspection {
  readonly team: readonly TeamMember[];
  readonly items: readonly PlanItem[];
  /** Empty while the inspectors may still change them. */
  readonly findings: readonly OwnFinding[];
}

/** What an operator reads of the inspections of the own institutions, from their beginning on. */
@Injectable()
export class OwnInspections {
  constructor(
    private readonly work: UnitOfWork,
    private readonly inspections: OwnInspectionStore,
    private readonly tasks: TaskStore,
  ) {}

  /** Newest first. @throws INVALID_CURSOR */
  list(
    caller: Caller,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<Page<OwnInspection>> {
    const before = cursor === undefined ? undefined : decodeIdCursor(cursor);
    return this.work.read(caller, async (manager) =>
      pageOf(
        await this.inspections.list(manager, caller.id, { limit, before }),
        limit,
        (inspection) => inspection,
        ({ id }) => encodeCursor([id]),
      ),
    );
  }

  /** @throws NOT_FOUND also before it begins */
  get(caller: Caller, id: string): Promise<OwnInspectionInFull> {
    return this.work.read(caller, async (manager) => {
      const inspection = await this.inspections.get(manager, caller.id, id);
      const task = await this.tasks.get(manager, id);
      const { team, items } = task;
      const fixed = isFixed(task) ? task.findings : [];
      return { ...inspection, team, items, findings: fixed.map((finding) => withItem(finding, items)) };
    });
  }
}

function withItem(finding: Finding, items: readonly PlanItem[]): OwnFinding {
  const item = items.find(({ id }) => id === finding.itemId);
  if (!item) throw new Error(`finding ${finding.id} is about no item of its task`);
  return { ...finding, check: item.check, severityLabel: item.severityLabel };
}
