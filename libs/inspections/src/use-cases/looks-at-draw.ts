import { Injectable } from '@nestjs/common';
import { TraceStore } from '@zhaoguan/audit';
import type { Tx } from '@zhaoguan/platform';
import { TaskStore } from '../store/task.store';

/** Who has looked at what was drawn while it was sealed: at the list, or at a task of it. */
@Injectable()
export class LooksAtDraw {
  constructor(
    private readonly traces: TraceStore,
    private readonly tasks: TaskStore,
  ) {}

  async hasLooked(manager: Tx['manager'], drawId: string, personId: string): Promise<boolean> {
    const lists = await this.traces.subjectsOf(manager, personId, 'draw', 'draw.selection-looked-at');
    if (lists.includes(drawId)) return true;
    const tasks = await this.traces.subjectsOf(manager, personId, 'task', 'task.looked-at');
    return tasks.length > 0 && (await this.tasks.isAnyOfDraw(manager, drawId, tasks));
  }
}
