import { Injectable } from '@nestjs/common';
import { refuse, type Caller } from '@zhaoguan/contracts';
import {
  DrawError,
  pickReplacement,
  type Announcement,
  type DrawResult,
  type Replacement,
  type Selected,
} from '@zhaoguan/draw';
import { FieldCipher, nodeSm3, UnitOfWork, type Tx } from '@zhaoguan/platform';
import type { Draw } from '../domain/draw';
import { departmentLabel } from '../domain/jurisdiction';
import type { TaskWithFindings } from '../domain/task';
import { taskProcess } from '../domain/task.process';
import { DrawInputStore } from '../store/draw-input.store';
import { DrawResultStore } from '../store/draw-result.store';
import { DrawStore } from '../store/draw.store';
import { TaskStore } from '../store/task.store';
import { History } from './history';
import { MakeTasks } from './make-tasks';
import { seedContext } from './open-draw';
import { subjectOf } from './own-task';

/** Replaces a drawn institution that turned out to be closed or moved away by the next reserve of its stratum (补抽). */
@Injectable()
export class ReplaceTarget {
  constructor(
    private readonly work: UnitOfWork,
    private readonly draws: DrawStore,
    private readonly inputs: DrawInputStore,
    private readonly drawResults: DrawResultStore,
    private readonly tasks: TaskStore,
    private readonly makeTasks: MakeTasks,
    private readonly cipher: FieldCipher,
    private readonly history: History,
  ) {}

  /**
   * @returns the task of the institution that takes its place
   * @throws NOT_FOUND, INVALID_TRANSITION (also when the draw is opened: its reserves are known then), REASON_REQUIRED,
   *   NOT_REPORTED_GONE, RESERVES_EXHAUSTED, INFEASIBLE
   */
  execute(caller: Caller, taskId: string, reason: string): Promise<TaskWithFindings> {
    return this.work.run(caller, async (tx) => {
      const { drawId } = await this.tasks.get(tx.manager, taskId);
      // The draw first: replacements of one draw follow each other, and opening waits for them.
      const draw = await this.draws.getForUpdate(tx, drawId);
      if (draw.status !== 'DRAWN') {
        throw refuse('INVALID_TRANSITION', { process: 'draw', from: draw.status, allowed: [] });
      }
      const task = await this.tasks.getForUpdate(tx, taskId);
      const act = taskProcess.apply(task.status, 'replace', subjectOf(task), { reason });
      const replacement = await this.pick(tx, draw, task.institutionId);
      await this.drawResults.appendReplacement(tx, drawId, replacement, reason);
      await this.tasks.update(tx, taskId, { status: act.to });
      const { target, teams } = replacement;
      const [newTaskId = ''] = await this.makeTasks.execute(tx, await this.makeTasks.setting(tx, draw), [
        { rank: null, target, teams },
      ]);
      const subject = { type: 'task', id: taskId, districts: [task.district] } as const;
      await this.history.record(tx, subject, act, 'task.replaced', { drawId, newTaskId }, reason);
      await tx.emit('task.assigned', { taskId: newTaskId });
      return this.tasks.get(tx.manager, newTaskId);
    });
  }

  private async pick(tx: Tx, draw: Draw, voided: string): Promise<Replacement> {
    if (draw.seedSealed === null) throw new Error(`draw ${draw.id} has tasks but no seed`);
    const selected = await this.drawResults.listSelected(tx.manager, draw.id, 0, draw.targetCount);
    const replacements = await this.drawResults.listReplacements(tx.manager, draw.id);
    const stratum = [...selected, ...replacements].find(({ target }) => target === voided)?.stratum ?? '';
    const next = await this.drawResults.nextReserve(tx.manager, draw.id, stratum);
    const target = next === null ? null : await this.inputs.findTarget(tx.manager, draw.id, next);
    const result: DrawResult = {
      seed: this.cipher.open(draw.seedSealed, seedContext(draw.id)),
      resultDigest: draw.resultDigest ?? '',
      reserves: { [stratum]: next === null ? [] : [next] },
      selected: selected satisfies Selected[],
    };
    try {
      return pickReplacement(
        {
          announcement: JSON.parse(draw.announcement) as Announcement,
          // Only the next reserve can be picked, so the other million need not be fetched.
          targets: target ? [target] : [],
          inspectors: await this.inputs.loadInspectors(tx.manager, draw.id),
          conflicts: await this.inputs.loadConflicts(tx.manager, draw.id),
          result,
          replacements,
          voided,
        },
        nodeSm3,
      );
    } catch (error) {
      throw refusalOf(error);
    }
  }
}

function refusalOf(error: unknown): unknown {
  if (!(error instanceof DrawError)) return error;
  if (error.code === 'RESERVES_EXHAUSTED') return refuse('RESERVES_EXHAUSTED');
  if (error.code !== 'INFEASIBLE') return error;
  const [target, department = ''] = error.detail;
  return refuse('INFEASIBLE', { target, department, departmentName: departmentLabel(department) });
}
