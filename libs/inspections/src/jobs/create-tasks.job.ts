import { Injectable } from '@nestjs/common';
import type { Selected } from '@zhaoguan/draw';
import { OnJob, type JobRun, type Tx } from '@zhaoguan/platform';
import { DrawResultStore } from '../store/draw-result.store';
import { DrawStore } from '../store/draw.store';
import { TaskStore } from '../store/task.store';
import { History } from '../use-cases/history';
import { MakeTasks } from '../use-cases/make-tasks';

const TASKS_IN_A_BATCH = 500;

/** Makes the tasks of a draw as soon as it is drawn; asked again, only those that are missing. */
@Injectable()
export class CreateTasksJob {
  constructor(
    private readonly draws: DrawStore,
    private readonly results: DrawResultStore,
    private readonly tasks: TaskStore,
    private readonly makeTasks: MakeTasks,
    private readonly history: History,
  ) {}

  @OnJob('inspections.create-tasks')
  async createTasks(run: JobRun<'inspections.create-tasks'>): Promise<void> {
    const { drawId } = run.payload;
    await run.complete(async (tx) => {
      const draw = await this.draws.getForUpdate(tx, drawId);
      if (draw.status !== 'DRAWN') return;
      const setting = await this.makeTasks.setting(tx, draw);
      let count = 0;
      for (let after = 0; ;) {
        const batch = await this.results.listSelected(tx.manager, drawId, after, TASKS_IN_A_BATCH);
        const last = batch.at(-1);
        if (!last) break;
        const missing = await this.withoutTask(tx, drawId, batch);
        if (missing.length > 0) await this.makeTasks.execute(tx, setting, missing);
        count += missing.length;
        after = last.rank;
      }
      if (count === 0) return;
      const { districts } = draw;
      await this.history.note(tx, { type: 'draw', id: drawId, districts }, 'draw.tasks-made', { count });
      await tx.emit('draw.tasks-made', { drawId });
    });
  }

  private async withoutTask(tx: Tx, drawId: string, batch: readonly Selected[]): Promise<Selected[]> {
    const ids = batch.map(({ target }) => target);
    const made = await this.tasks.institutionsWithTask(tx.manager, drawId, ids);
    return batch.filter(({ target }) => !made.has(target));
  }
}
