import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { dateInShanghai, type Clock } from '@zhaoguan/kernel';
import { CLOCK, FileStore, UnitOfWork, type StoredFile, type Tx } from '@zhaoguan/platform';
import type { Evidence, TaskWithFindings } from '../domain/task';
import { taskProcess } from '../domain/task.process';
import { StandInStore } from '../store/stand-in.store';
import { TaskStore } from '../store/task.store';
import { History } from './history';
import { requireMember } from './own-task';

/** Takes in a photo or document of an inspection (检查证据). */
@Injectable()
export class AddEvidence {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tasks: TaskStore,
    private readonly standIns: StandInStore,
    private readonly files: FileStore,
    private readonly history: History,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND, INVALID_TRANSITION, INSPECTOR_ABSENT, and what FileStore refuses */
  async execute(caller: Caller, id: string, source: Readable, name: string): Promise<Evidence> {
    // Asked first, so that nobody fills the disk for a task that is not theirs.
    await this.work.read(caller, async (manager) =>
      this.requireOpen(manager, caller, await this.tasks.get(manager, id)),
    );
    return this.files.receive(caller, source, name, (file) =>
      this.work.run(caller, (tx) => this.add(tx, id, file)),
    );
  }

  private async add(tx: Tx, id: string, file: StoredFile): Promise<Evidence> {
    const task = await this.tasks.getForUpdate(tx, id);
    await this.requireOpen(tx.manager, tx.caller, task);
    await this.files.record(tx, file);
    await this.tasks.insertEvidence(tx, id, file);
    await this.history.note(tx, { type: 'task', id, districts: [task.district] }, 'task.evidence-added', {
      evidenceId: file.id,
      sm3: file.sm3,
    });
    return { ...file, uploadedAt: tx.at };
  }

  private async requireOpen(manager: Tx['manager'], caller: Caller, task: TaskWithFindings): Promise<void> {
    requireMember(task, caller);
    const absent = await this.standIns.absentMembers(manager, task, dateInShanghai(this.clock.now()));
    taskProcess.apply(task.status, 'record', task, { actorId: caller.id, absent });
  }
}
