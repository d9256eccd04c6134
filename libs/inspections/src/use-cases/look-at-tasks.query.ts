import { Injectable } from '@nestjs/common';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import { FileStore, UnitOfWork, type Page, type Tx } from '@zhaoguan/platform';
import {
  awaitsTeam,
  isFixed,
  maySee,
  taskScopeOf,
  type Evidence,
  type StandInRecord,
  type Task,
  type TaskWithFindings,
} from '../domain/task';
import type { TaskStatus } from '../domain/task.process';
import { DrawStore } from '../store/draw.store';
import { TaskStore } from '../store/task.store';
import { ResultStore } from '../store/result.store';
import { StandInStore } from '../store/stand-in.store';
import { TransitionStore } from '../store/transition.store';
import { Authority } from './authority';
import { History } from './history';
import { LooksAtDraw } from './looks-at-draw';
import { NameOfficials } from './name-officials';

export interface TaskFilter {
  readonly mine: boolean;
  readonly status?: TaskStatus | undefined;
  readonly drawId?: string | undefined;
  readonly district?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A task as one reader finds it. */
export interface TaskFound {
  readonly task: TaskWithFindings;
  /** Whether its acts besides inspecting are this reader's. */
  readonly isInCharge: boolean;
  /** Whether its result is public already. */
  readonly isPublished: boolean;
  /** Person ids of members who cannot go any more; empty where nothing of the team is open. */
  readonly absent: readonly string[];
  /** The last report that was taken back, while the inspection goes on; null for the institution. */
  readonly withdrawal: {
    readonly actorName: string | null;
    readonly at: Date;
    readonly reason: string | null;
  } | null;
  /** Who took whose place in the team. */
  readonly standIns: readonly StandInRecord[];
}

/** Reads tasks as far as the reader may; an official who sees what is still secret leaves an entry in the log. */
@Injectable()
export class LookAtTasks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly draws: DrawStore,
    private readonly tasks: TaskStore,
    private readonly results: ResultStore,
    private readonly standIns: StandInStore,
    private readonly transitions: TransitionStore,
    private readonly names: NameOfficials,
    private readonly files: FileStore,
    private readonly authority: Authority,
    private readonly history: History,
    private readonly looks: LooksAtDraw,
  ) {}

  list(caller: Caller, { mine, ...filter }: TaskFilter): Promise<Page<Task>> {
    return this.work.run(caller, async (tx) => {
      const page = await this.tasks.list(tx.manager, {
        ...filter,
        me: caller.id,
        scope: mine ? null : taskScopeOf(caller),
        exceptTownships: await this.authority.townshipsOfOthers(caller),
      });
      await this.noteSecrets(tx, page.items);
      if (!mine) await this.noteAnswer(tx, filter);
      return page;
    });
  }

  /** @throws NOT_FOUND also when it is not for these eyes */
  get(caller: Caller, id: string): Promise<TaskFound> {
    return this.work.run(caller, async (tx) => {
      const task = await this.tasks.get(tx.manager, id);
      const { kind, district, resultId } = task;
      if (!maySee(task, caller) || !(await this.isOurs(caller, task))) throw refuse('NOT_FOUND');
      await this.noteSecrets(tx, [task]);
      const result = resultId === null ? null : await this.results.find(tx.manager, resultId);
      // What is still being written is for the team and the officials, not for the institution.
      const draft = taskScopeOf(caller).ownInstitutions && !isFixed(task);
      return {
        task: draft ? { ...task, findings: [], evidence: [] } : task,
        isInCharge: await this.authority.isInCharge(caller, { kind, districts: [district] }),
        isPublished: result?.status === 'PUBLISHED',
        absent: awaitsTeam(task)
          ? await this.standIns.absentMembers(tx.manager, task, dateInShanghai(tx.at))
          : [],
        standIns: await this.standIns.listOfTask(tx.manager, id),
        withdrawal: draft ? null : await this.withdrawal(tx, task),
      };
    });
  }

  private async withdrawal(tx: Tx, { id, status }: Task): Promise<TaskFound['withdrawal']> {
    if (status !== 'IN_PROGRESS') return null;
    const acts = await this.transitions.list(tx.manager, 'task', id);
    const last = acts.findLast(({ action }) => action === 'withdrawReport');
    if (last === undefined) return null;
    const [named] = await this.names.of(tx.manager, [last]);
    return named === undefined ? null : { actorName: named.actorName, at: named.at, reason: named.reason };
  }

  /** The county around a functional area is not in charge there; team and operator are bound by the task itself. */
  private async isOurs(caller: Caller, { assignees, district }: Task): Promise<boolean> {
    if (assignees.includes(caller.id) || taskScopeOf(caller).ownInstitutions) return true;
    return this.authority.covers(caller, [district]);
  }

  /** The file itself, for team and officials. @throws NOT_FOUND */
  async evidence(
    caller: Caller,
    taskId: string,
    evidenceId: string,
  ): Promise<{ readonly evidence: Evidence; readonly content: Awaited<ReturnType<FileStore['read']>> }> {
    const { task } = await this.get(caller, taskId);
    const evidence = task.evidence.find(({ id }) => id === evidenceId);
    if (!evidence) throw refuse('NOT_FOUND');
    return { evidence, content: await this.files.read(evidence.sm3) };
  }

  /**
   * Whoever tries an act that depends on who stands in a team that is secret still learns something of it, whatever the
   * answer: in a transaction of its own, which a refusal does not undo.
   */
  async noteAttempt(caller: Caller, id: string): Promise<void> {
    // The key of the request is for the act itself.
    const { idempotency: _, ...reader } = caller;
    await this.work.run(reader, async (tx) => {
      const task = await this.tasks.get(tx.manager, id);
      if (await this.authority.isInCharge(caller, { kind: task.kind, districts: [task.district] }))
        await this.noteSecrets(tx, [task]);
    });
  }

  /** What is not among the tasks of a draw tells of it, too: an empty answer is a look like any other. */
  private async noteAnswer(tx: Tx, { drawId, status }: Pick<TaskFilter, 'drawId' | 'status'>): Promise<void> {
    const tellsSecrets = status === undefined || status === 'ASSIGNED' || status === 'CANCELLED';
    if (!tellsSecrets || taskScopeOf(tx.caller).kinds.length === 0) return;
    await this.looks.note(tx, await this.draws.listSealed(tx.manager, drawId));
  }

  /**
   * Drawn institutions are secret until their inspection begins, and where it is called off until the draw is laid open: who
   * reads of them besides the team is written down.
   */
  private async noteSecrets(tx: Tx, tasks: readonly Task[]): Promise<void> {
    const others = tasks.filter(({ assignees }) => !assignees.includes(tx.caller.id));
    const cancelled = others.filter(({ status }) => status === 'CANCELLED');
    const sealed = await this.tasks.idsOfSealed(tx.manager, cancelled);
    const secret = others.filter(({ id, status }) => status === 'ASSIGNED' || sealed.has(id));
    for (const { id, drawId, district } of secret) {
      await this.history.note(tx, { type: 'task', id, districts: [district] }, 'task.looked-at', { drawId });
    }
  }
}
