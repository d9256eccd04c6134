import { Injectable } from '@nestjs/common';
import type { Team } from '@zhaoguan/draw';
import { addWorkingDays, dateInShanghai } from '@zhaoguan/kernel';
import { InstitutionStore } from '@zhaoguan/institutions';
import { ReferenceData, type Tx } from '@zhaoguan/platform';
import type { Draw } from '../domain/draw';
import type { Plan } from '../domain/plan';
import type { TeamMember } from '../domain/task';
import { DrawInputStore, type FrozenInspector } from '../store/draw-input.store';
import { PlanStore } from '../store/plan.store';
import { TaskStore, type NewTask } from '../store/task.store';

/** A drawn target or a replacement, with its teams. */
export interface Assigned {
  /** Null for a replacement. */
  readonly rank: number | null;
  readonly target: string;
  readonly teams: readonly Team[];
}

interface Setting {
  readonly draw: Draw;
  readonly plan: Plan;
  readonly inspectors: ReadonlyMap<string, FrozenInspector>;
  readonly dueOn: string;
}

/** Makes one task per drawn institution, with its team and copies of what must not change under it. */
@Injectable()
export class MakeTasks {
  constructor(
    private readonly plans: PlanStore,
    private readonly inputs: DrawInputStore,
    private readonly tasks: TaskStore,
    private readonly institutions: InstitutionStore,
    private readonly reference: ReferenceData,
  ) {}

  /** What all tasks of a draw have in common. */
  async setting(tx: Tx, draw: Draw): Promise<Setting> {
    const plan = await this.plans.get(tx.manager, draw.planId);
    const inspectors = await this.inputs.loadInspectors(tx.manager, draw.id);
    const today = dateInShanghai(tx.at);
    return {
      draw,
      plan,
      inspectors: new Map(inspectors.map((inspector) => [inspector.id, inspector])),
      dueOn: addWorkingDays(today, plan.taskWorkingDays, await this.reference.calendar()).date,
    };
  }

  /** @returns the ids of the tasks, in the order given */
  async execute(tx: Tx, setting: Setting, assigned: readonly Assigned[]): Promise<string[]> {
    const { draw, plan, inspectors, dueOn } = setting;
    const ids = assigned.map(({ target }) => target);
    const institutions = byId(await this.institutions.listNames(tx.manager, ids));
    const targets = byId(await this.inputs.findTargets(tx.manager, draw.id, ids));
    const tasks = assigned.map(({ rank, target: targetId, teams }): NewTask => {
      const institution = institutions.get(targetId);
      const target = targets.get(targetId);
      if (!institution || !target)
        throw new Error(`drawn target ${targetId} of draw ${draw.id} is not in the registry`);
      const { name, address } = institution;
      const team = membersOf(teams, inspectors);
      return {
        id: tx.newId(),
        rank,
        institutionId: targetId,
        name,
        address,
        district: target.district,
        team,
      };
    });
    const { id: planId, title: planTitle, kind, items } = plan;
    await this.tasks.insert(tx, { drawId: draw.id, planId, planTitle, kind, items, dueOn }, tasks);
    return tasks.map(({ id }) => id);
  }
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

function membersOf(teams: readonly Team[], inspectors: ReadonlyMap<string, FrozenInspector>): TeamMember[] {
  return teams.flatMap(({ department, inspectors: ids }) =>
    ids.map((certificateNumber) => {
      const inspector = inspectors.get(certificateNumber);
      if (!inspector) throw new Error(`drawn inspector ${certificateNumber} was not in the draw`);
      return { personId: inspector.personId, name: inspector.name, certificateNumber, department };
    }),
  );
}
