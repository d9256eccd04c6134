import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { FileStore, UnitOfWork, type StoredFile } from '@zhaoguan/platform';
import type { Evidence, TaskWithFindings } from '../domain/task';
import { taskProcess } from '../domain/task.process';
import { TaskStore } from '../store/task.store';
import { History } from './history';
import { requireMember } from './own-task';

/** Takes in a photo or document of an inspection (检查证据). */
@Injectable()
export class AddEvidence {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tasks: TaskStore,
    private readonly files: FileStore,
    private readonly history: History,
  ) {}

  /** @throws NOT_FOUND, INVALID_TRANSITION, and what FileStore refuses */
  async execute(
    caller: Caller,
    id: string,
    source: Parameters<FileStore['receive']>[0],
    name: string,
  ): Promise<Evidence> {
    // Asked first, so that nobody fills the disk for a task that is not theirs.
    await this.work.read(caller, async (manager) =>
      this.requireOpen(caller, await this.tasks.get(manager, id)),
    );
    const file: StoredFile = await this.files.receive(source, name);
    await this.work.run(caller, async (tx) => {
      const task = await this.tasks.getForUpdate(tx, id);
      this.requireOpen(caller, task);
      await this.files.record(tx, file);
      await this.tasks.insertEvidence(tx, id, file);
      await this.history.note(tx, { type: 'task', id, districts: [task.district] }, 'task.evidence-added', {
        evidenceId: file.id,
        sm3: file.sm3,
      });
    });
    const { id: evidenceId, sm3, size, mediaType } = file;
    return { id: evidenceId, sm3, size, mediaType, name: file.name };
  }

  private requireOpen(caller: Caller, task: TaskWithFindings): void {
    requireMember(task, caller);
    taskProcess.apply(task.status, 'record', task, { actorId: caller.id });
  }
}
