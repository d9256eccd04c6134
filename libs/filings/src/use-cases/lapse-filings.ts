import { Injectable } from '@nestjs/common';
import { chineseDate, dateInShanghai } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import { FilingStore } from '../store/filing.store';
import { OpenOpinions } from './open-opinions';
import { RecordAct } from './record-act';
import { VerificationDesk } from './verification-desk';

/** Filings in one transaction: short enough to fail and be done again. */
const BATCH = 200;

/** Returned filings that were not handed in again within the term count as withdrawn (逾期未补正视为撤回). */
@Injectable()
export class LapseFilings {
  constructor(
    private readonly filings: FilingStore,
    private readonly record: RecordAct,
    private readonly opinions: OpenOpinions,
    private readonly verification: VerificationDesk,
  ) {}

  /** One batch; asks for the next while there is one. */
  async execute(tx: Tx): Promise<void> {
    const overdue = await this.filings.listOverdueForUpdate(tx, dateInShanghai(tx.at), BATCH);
    for (const before of overdue) {
      await this.opinions.waive(tx, before.id, '逾期未补正，申请视为撤回');
      await this.verification.endWithCase(tx, before.id, '逾期未补正，申请视为撤回，不再核查');
      await this.record.execute(tx, {
        action: 'lapse',
        before,
        changes: {},
        reason: `补正期限${before.correctBy && chineseDate(before.correctBy)}届满，未重新提交`,
        event: 'filing.lapsed',
        payload: {
          filingId: before.id,
          applicantId: before.applicantId,
          district: before.application.district,
          kind: before.kind,
        },
      });
    }
    if (overdue.length === BATCH) await tx.enqueue('filings.lapse-returned', {});
  }
}
