import { SetMetadata } from '@nestjs/common';
import type { JobMap, JobName } from '@zhaoguan/contracts';
import type { Tx } from '../database/unit-of-work';

export const ON_JOB = Symbol('ON_JOB');

/** Marks the one method that does a job. It takes a {@link JobRun} and must call `complete` once, or throw. */
export const OnJob = (name: JobName): MethodDecorator => SetMetadata(ON_JOB, name);

export interface JobRun<J extends JobName> {
  readonly name: J;
  readonly payload: JobMap[J];
  readonly traceId: string;
  /**
   * Runs `work` in the transaction that also records that this job is done. Delivered again, the job finds the
   * record and `work` does not run: at least once delivered, in effect once.
   */
  complete(work: (tx: Tx) => Promise<void>): Promise<void>;
}
