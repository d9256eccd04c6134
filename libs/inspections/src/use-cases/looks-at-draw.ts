import { Injectable } from '@nestjs/common';
import { TraceStore } from '@zhaoguan/audit';
import type { Tx } from '@zhaoguan/platform';
import type { Draw } from '../domain/draw';
import { TaskStore } from '../store/task.store';

/** Who has looked at what was drawn while it was sealed: at the list, or at a task of it. */
@Injectable()
export class LooksAtDraw {
  constructor(
    private readonly traces: TraceStore,
    private readonly tasks: TaskStore,
  ) {}

  async hasLooked(manager: Tx['manager'], { id, status }: Draw, personId: string): Promise<boolean> {
    // Only then is there something sealed to look at, and a look decides something.
    if (status !== 'DRAWN') return false;
    const lists = await this.traces.subjectsOf(manager, personId, 'draw', 'draw.selection-looked-at');
    if (lists.includes(id)) return true;
    const tasks = await this.traces.subjectsOf(manager, personId, 'task', 'task.looked-at');
    return tasks.length > 0 && (await this.tasks.isAnyOfDraw(manager, id, tasks));
  }
}
