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
    const tasks: NewTask[] = [];
    for (const one of assigned) tasks.push(await this.taskOf(tx, setting, one));
    await this.tasks.insert(tx, tasks);
    return tasks.map(({ id }) => id);
  }

  private async taskOf(tx: Tx, { draw, plan, inspectors, dueOn }: Setting, one: Assigned): Promise<NewTask> {
    const institution = await this.institutions.findById(tx.manager, one.target);
    const target = await this.inputs.findTarget(tx.manager, draw.id, one.target);
    if (!institution || !target)
      throw new Error(`drawn target ${one.target} of draw ${draw.id} is not in the registry`);
    const team = membersOf(one.teams, inspectors);
    return {
      id: tx.newId(),
      drawId: draw.id,
      planId: plan.id,
      planTitle: plan.title,
      rank: one.rank,
      institutionId: institution.id,
      institutionName: institution.name,
      institutionAddress: institution.address,
      kind: plan.kind,
      district: target.district,
      items: plan.items,
      team,
      assignees: team.map(({ personId }) => personId),
      dueOn,
    };
  }
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
