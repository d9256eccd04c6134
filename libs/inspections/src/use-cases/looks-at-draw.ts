import { Injectable } from '@nestjs/common';
import { TraceStore } from '@zhaoguan/audit';
import type { Tx } from '@zhaoguan/platform';
import type { Draw } from '../domain/draw';
import { TaskStore } from '../store/task.store';
import { History } from './history';

type Sealable = Pick<Draw, 'id' | 'districts' | 'status'>;

const LOOK = 'draw.selection-looked-at';

/** Who has looked at what was drawn while it was sealed: at the list, or at a task of it. */
@Injectable()
export class LooksAtDraw {
  constructor(
    private readonly traces: TraceStore,
    private readonly tasks: TaskStore,
    private readonly history: History,
  ) {}

  /** Writes down that the caller learns something of what these draws have drawn; it is a secret only while they are sealed. */
  async note(tx: Tx, draws: readonly Sealable[]): Promise<void> {
    const sealed = draws.filter(({ status }) => status === 'DRAWN');
    if (sealed.length === 0) return;
    const subjects = sealed.map(({ id, districts }) => ({ type: 'draw', id, districts }) as const);
    await this.history.noteAll(tx, subjects, LOOK);
  }

  async hasLooked(manager: Tx['manager'], { id, status }: Draw, personId: string): Promise<boolean> {
    // Only then is there something sealed to look at, and a look decides something.
    if (status !== 'DRAWN') return false;
    const lists = await this.traces.subjectsOf(manager, personId, 'draw', LOOK);
    if (lists.includes(id)) return true;
    const tasks = await this.traces.subjectsOf(manager, personId, 'task', 'task.looked-at');
    return tasks.length > 0 && (await this.tasks.isAnyOfDraw(manager, id, tasks));
  }
}
