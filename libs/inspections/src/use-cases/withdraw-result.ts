import { Injectable } from '@nestjs/common';
import type { Tx } from '@zhaoguan/platform';
import { resultProcess } from '../domain/result.process';
import type { TaskWithFindings } from '../domain/task';
import { ResultStore } from '../store/result.store';
import { TaskStore } from '../store/task.store';
import { TransitionStore } from '../store/transition.store';
import type { TaskStatus } from '../domain/task.process';

const NO_REPORT = {
  submittedAt: null,
  submittedBy: null,
  resultId: null,
  resultCode: null,
} as const;

/**
 * An unsigned report that nobody is there counts no more: the result stays as it was handed in, with what had been found
 * then; the task is without one. The act itself is recorded by whoever asks for this.
 */
@Injectable()
export class WithdrawResult {
  constructor(
    private readonly tasks: TaskStore,
    private readonly results: ResultStore,
    private readonly transitions: TransitionStore,
  ) {}

  /** In the history of the result only: the log has it as an act on the inspection, which is sealed until the opening. */
  async execute(tx: Tx, task: TaskWithFindings, status: TaskStatus): Promise<TaskWithFindings> {
    const { id, resultId, coSignedBy, district, findings } = task;
    if (resultId === null) throw new Error(`task ${id} has no result to withdraw`);
    const result = await this.results.getForUpdate(tx, resultId);
    const asked = { ...result, coSignedBy };
    const act = resultProcess.apply(result.status, 'withdraw', asked, { actorId: tx.caller.id });
    await this.results.saveWithdrawn(tx, resultId, findings);
    await this.transitions.append(tx, [{ type: 'result', id: resultId, districts: [district] }], act);
    return this.tasks.update(tx, id, { ...NO_REPORT, status });
  }
}
