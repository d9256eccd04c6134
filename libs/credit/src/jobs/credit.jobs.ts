import { Injectable } from '@nestjs/common';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { ComputeGrade } from '../use-cases/compute-grade';
import { RecomputeDueGrades } from '../use-cases/recompute-due-grades';
import { RecordEvent } from '../use-cases/record-event';

/** What other modules tell, entered in the ledger. The order of events does not matter, so no job waits for another. */
@Injectable()
export class CreditJobs {
  constructor(
    private readonly compute: ComputeGrade,
    private readonly record: RecordEvent,
    private readonly recompute: RecomputeDueGrades,
  ) {}

  @OnJob('credit.open-account')
  async openAccount(run: JobRun<'credit.open-account'>): Promise<void> {
    await run.complete(async (tx) => {
      await this.compute.account(tx, run.payload.institutionId);
    });
  }

  @OnJob('credit.record-result')
  async recordResult(run: JobRun<'credit.record-result'>): Promise<void> {
    await run.complete((tx) => this.record.ofResult(tx, run.payload));
  }

  @OnJob('credit.record-penalty')
  async recordPenalty(run: JobRun<'credit.record-penalty'>): Promise<void> {
    await run.complete((tx) => this.record.ofPenalty(tx, run.payload));
  }

  @OnJob('credit.record-commitment')
  async recordCommitment(run: JobRun<'credit.record-commitment'>): Promise<void> {
    await run.complete((tx) => this.record.ofBreach(tx, run.payload));
  }

  @OnJob('credit.recompute-due-grades')
  async recomputeDueGrades(run: JobRun<'credit.recompute-due-grades'>): Promise<void> {
    await run.complete((tx) => this.recompute.execute(tx));
  }
}
