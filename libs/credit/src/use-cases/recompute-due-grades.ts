import { Injectable } from '@nestjs/common';
import { dateInShanghai } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import { CreditStore } from '../store/credit.store';
import { ComputeGrade } from './compute-grade';

/** Accounts in one transaction: short enough to fail and be done again. */
const BATCH = 200;

/** Grades that change by time alone: a deduction halves, a term ends. */
@Injectable()
export class RecomputeDueGrades {
  constructor(
    private readonly store: CreditStore,
    private readonly compute: ComputeGrade,
  ) {}

  /** One batch; asks for the next while there is one, so it takes up where it was stopped. */
  async execute(tx: Tx): Promise<void> {
    const due = await this.store.lockDue(tx, dateInShanghai(tx.at), BATCH);
    for (const institutionId of due) {
      const account = await this.store.lockAccount(tx, institutionId);
      if (account) await this.compute.execute(tx, account, '记分减半或者期满');
    }
    if (due.length === BATCH) await tx.enqueue('credit.recompute-due-grades', {});
  }
}
