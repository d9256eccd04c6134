import { Injectable } from '@nestjs/common';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { DrawResultStore } from '../store/draw-result.store';
import { DrawStore } from '../store/draw.store';
import { History } from '../use-cases/history';
import { MakeTasks } from '../use-cases/make-tasks';

const TASKS_IN_A_BATCH = 500;

/** Makes the tasks of a draw as soon as it is drawn; asked again, only those that are missing. */
@Injectable()
export class CreateTasksJob {
  constructor(
    private readonly draws: DrawStore,
    private readonly results: DrawResultStore,
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
        const batch = await this.results.listWithoutTask(tx.manager, drawId, after, TASKS_IN_A_BATCH);
        if (batch.length === 0) break;
        await this.makeTasks.execute(tx, setting, batch);
        count += batch.length;
        after = batch.at(-1)?.rank ?? after;
      }
      if (count === 0) return;
      const { districts } = draw;
      await this.history.note(tx, { type: 'draw', id: drawId, districts }, 'draw.tasks-made', { count });
    });
  }
}
