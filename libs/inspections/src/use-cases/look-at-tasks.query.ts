import { Injectable } from '@nestjs/common';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { FileStore, UnitOfWork, type Page, type Tx } from '@zhaoguan/platform';
import { maySee, taskViewOf, type Evidence, type Task, type TaskWithFindings } from '../domain/task';
import type { TaskStatus } from '../domain/task.process';
import { TaskStore } from '../store/task.store';
import { History } from './history';

export interface TaskFilter {
  readonly mine: boolean;
  readonly status?: TaskStatus | undefined;
  readonly drawId?: string | undefined;
  readonly district?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const VISIBLE: Readonly<Record<'submitted' | 'institution', readonly TaskStatus[]>> = {
  submitted: ['SUBMITTED'],
  institution: ['IN_PROGRESS', 'SUBMITTED'],
};

/** Reads tasks as far as the reader may; an official who sees what is still secret leaves an entry in the log. */
@Injectable()
export class LookAtTasks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tasks: TaskStore,
    private readonly files: FileStore,
    private readonly history: History,
  ) {}

  list(caller: Caller, { mine, status, ...filter }: TaskFilter): Promise<Page<Task>> {
    return this.work.run(caller, async (tx) => {
      const view = mine ? 'own' : taskViewOf(caller);
      const allowed = view === 'submitted' || view === 'institution' ? VISIBLE[view] : undefined;
      const wanted = status === undefined ? allowed : (allowed ?? [status]).filter((each) => each === status);
      const page = await this.tasks.list(tx.manager, {
        ...filter,
        statuses: wanted,
        assignee: view === 'own' ? caller.id : undefined,
        operator: view === 'institution' ? caller.id : undefined,
      });
      await this.noteSecrets(tx, page.items);
      return page;
    });
  }

  /** @throws NOT_FOUND also when it is not for these eyes */
  get(caller: Caller, id: string): Promise<TaskWithFindings> {
    return this.work.run(caller, async (tx) => {
      const task = await this.tasks.get(tx.manager, id);
      if (!maySee(task, caller)) throw refuse('NOT_FOUND');
      await this.noteSecrets(tx, [task]);
      // What is still being written is for the team and the officials, not for the institution.
      const draft = taskViewOf(caller) === 'institution' && task.status !== 'SUBMITTED';
      return draft ? { ...task, findings: [], evidence: [] } : task;
    });
  }

  /** The file itself, for team and officials. @throws NOT_FOUND */
  async evidence(
    caller: Caller,
    taskId: string,
    evidenceId: string,
  ): Promise<{ readonly evidence: Evidence; readonly content: Awaited<ReturnType<FileStore['read']>> }> {
    const task = await this.get(caller, taskId);
    const evidence = task.evidence.find(({ id }) => id === evidenceId);
    if (!evidence) throw refuse('NOT_FOUND');
    return { evidence, content: await this.files.read(evidence.sm3) };
  }

  /** Drawn institutions are secret until their inspection begins: who reads of them besides the team is written down. */
  private async noteSecrets(tx: Tx, tasks: readonly Task[]): Promise<void> {
    const secret = tasks.filter(
      ({ status, assignees }) => status === 'ASSIGNED' && !assignees.includes(tx.caller.id),
    );
    for (const { id, drawId, district } of secret) {
      await this.history.note(tx, { type: 'task', id, districts: [district] }, 'task.looked-at', { drawId });
    }
  }
}
