import { ApiFailure } from '../../../shared/api/failure';
import {
  acknowledged,
  answersOf,
  attempted,
  changed,
  resolved,
  settled,
  shown,
  sorted,
  type Answer,
  type Answers,
  type Changes,
  type Conflict,
} from './answers';
import type { KeptChanges } from './kept-changes';
import { isPassing } from './passing';
import type { Evidence, FindingInput, Task } from './queries';

/** What the queue asks of the server. Both fail with ApiFailure or Unreachable. */
export interface TaskServer {
  /** Records findings on the version of the task that is given. @returns the task with them */
  readonly record: (task: Task, findings: FindingInput[]) => Promise<Task>;
  readonly fetch: (taskId: string) => Promise<Task>;
}

/**
 * `resting`: nothing to send, or only what a person has to finish. `waiting`: no answer came, it is tried again by itself.
 * `stopped`: the server takes no more answers for this task.
 */
export type Phase = 'resting' | 'sending' | 'waiting' | 'stopped';

export interface QueueState {
  /** As the server last told it, to this phone or to a colleague's. */
  readonly task: Task;
  readonly phase: Phase;
  readonly changes: Changes;
  /** Why the server did not take the answer of an item; until it is changed it is not sent again. */
  readonly refused: Readonly<Record<string, string>>;
  readonly failure: Error | null;
}

/** Typing and tapping are gathered for a moment, so that a note is not sent letter by letter. */
const GATHER_MS = 700;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 60_000;
const STALE = 412;
const UNPROCESSABLE = 422;

/**
 * Brings the answers of one inspection to the server: one request at a time, only what has changed, again and again while
 * the network is away. Each request names the version it was made on, so that what a colleague sent is seen first.
 */
export class AnswerQueue {
  private state: QueueState;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private retryMs = FIRST_RETRY_MS;
  private busy = false;

  constructor(
    task: Task,
    private readonly server: TaskServer,
    private readonly kept: KeptChanges,
    private readonly onTask: (task: Task) => void,
  ) {
    const changes = settled(kept.read(), answersOf(task.findings));
    this.state = { task, phase: 'resting', changes, refused: {}, failure: null };
  }

  start(): void {
    this.plan(0);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): QueueState => this.state;

  /**
   * The page has fetched the task anew. An older answer that arrives late changes nothing. What a colleague holds by now may
   * end a conflict without anybody choosing, so that what waited for the choice can be sent.
   */
  observe(task: Task): void {
    if (task.version < this.state.task.version) return;
    this.set({ task, changes: settled(this.state.changes, answersOf(task.findings)) });
    if (this.nextBatch().length > 0) this.plan(GATHER_MS);
  }

  change(itemId: string, answer: Answer): void {
    const { [itemId]: _, ...refused } = this.state.refused;
    this.set({ changes: changed(this.state.changes, this.recorded, itemId, answer), refused });
    this.plan(GATHER_MS);
  }

  /** Evidence that the server has stored becomes part of an item's answer. */
  attach(itemId: string, evidence: Evidence): void {
    const { task, changes } = this.state;
    this.set({ task: { ...task, evidence: [...task.evidence, evidence] } });
    const answer = shown(changes, this.recorded, itemId);
    this.change(itemId, { ...answer, evidenceIds: [...answer.evidenceIds, evidence.id] });
  }

  resolve(conflict: Conflict, choice: 'mine' | 'theirs'): void {
    this.set({ changes: resolved(this.state.changes, conflict, choice) });
    this.plan(0);
  }

  /** At once, e.g. because the network is back. */
  readonly retry = (): void => {
    this.retryMs = FIRST_RETRY_MS;
    if (this.state.phase === 'stopped') this.set({ phase: 'resting', failure: null });
    this.plan(0);
  };

  stop(): void {
    clearTimeout(this.timer);
  }

  private get recorded(): Answers {
    return answersOf(this.state.task.findings);
  }

  private plan(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), delay);
  }

  private async send(): Promise<void> {
    if (this.busy || this.state.phase === 'stopped') return;
    const batch = this.nextBatch();
    if (batch.length === 0) {
      this.set({ phase: 'resting', failure: null });
      return;
    }
    const sent = answersOf(batch);
    this.busy = true;
    this.set({ phase: 'sending', changes: attempted(this.state.changes, sent) });
    try {
      this.receive(await this.server.record(this.state.task, batch), sent);
      this.retryMs = FIRST_RETRY_MS;
      this.plan(0);
    } catch (error) {
      await this.recover(error as Error, batch);
    } finally {
      this.busy = false;
    }
  }

  private nextBatch(): FindingInput[] {
    const { changes, refused } = this.state;
    return sorted(changes, this.recorded)
      .ready.filter(({ itemId }) => !Object.hasOwn(refused, itemId))
      .map(({ itemId, mine: { outcome, note, evidenceIds } }) => ({
        itemId,
        outcome,
        evidenceIds: [...evidenceIds],
        ...(note.trim() === '' ? {} : { note }),
      }));
  }

  private receive(task: Task, sent: Answers = {}): void {
    const changes = acknowledged(this.state.changes, sent, answersOf(task.findings));
    this.set({ task, changes, failure: null });
    this.onTask(task);
  }

  private async recover(error: Error, batch: readonly FindingInput[]): Promise<void> {
    if (isPassing(error)) {
      this.wait(error);
      return;
    }
    const faults = faultsOf(error, batch);
    if (Object.keys(faults).length > 0) {
      this.set({ refused: { ...this.state.refused, ...faults } });
      this.plan(0);
      return;
    }
    try {
      this.receive(await this.server.fetch(this.state.task.id));
    } catch (again) {
      if (isPassing(again)) this.wait(again as Error);
      else this.set({ phase: 'stopped', failure: error });
      return;
    }
    if (error instanceof ApiFailure && error.status === STALE) this.plan(0);
    else this.set({ phase: 'stopped', failure: error });
  }

  private wait(failure: Error): void {
    this.set({ phase: 'waiting', failure });
    this.plan(this.retryMs);
    this.retryMs = Math.min(2 * this.retryMs, LONGEST_RETRY_MS);
  }

  private set(change: Partial<QueueState>): void {
    this.state = { ...this.state, ...change };
    this.kept.write(this.state.changes);
    for (const listener of this.listeners) listener();
  }
}

/** Messages by item, from pointers that begin with the place in the list that was sent: `/0/note`. */
function faultsOf(error: Error, batch: readonly FindingInput[]): Record<string, string> {
  if (!(error instanceof ApiFailure) || error.status !== UNPROCESSABLE) return {};
  return Object.fromEntries(
    (error.problem.errors ?? []).flatMap(({ pointer, message }) => {
      const item = batch[Number(/^\/(\d+)(?:\/|$)/.exec(pointer)?.[1])];
      return item ? [[item.itemId, message]] : [];
    }),
  );
}
