import { Injectable } from '@nestjs/common';
import type { EventMap } from '@zhaoguan/contracts';
import { AuditLog } from '@zhaoguan/audit';
import type { Tx } from '@zhaoguan/platform';
import { entriesOfResult, entryOfBreach, entryOfPenalty, type CreditEntry } from '../domain/scoring';
import { CreditStore } from '../store/credit.store';
import { ComputeGrade } from './compute-grade';
import { CreditRules } from './credit-rules';

/** Enters in the ledger what has happened, and computes the grade. A source that is entered already changes nothing. */
@Injectable()
export class RecordEvent {
  constructor(
    private readonly store: CreditStore,
    private readonly rules: CreditRules,
    private readonly compute: ComputeGrade,
    private readonly audit: AuditLog,
  ) {}

  async ofResult(tx: Tx, result: EventMap['inspection-result.published']): Promise<void> {
    const entries = entriesOfResult(result, await this.rules.events());
    await this.record(tx, result.institutionId, entries, '检查结果公布');
  }

  async ofPenalty(tx: Tx, penalty: EventMap['penalty.decided']): Promise<void> {
    const entry = entryOfPenalty(penalty, await this.rules.events());
    await this.record(tx, penalty.institutionId, [entry], entry.text);
  }

  async ofBreach(tx: Tx, breach: EventMap['commitment.breached']): Promise<void> {
    const entry = entryOfBreach(breach, await this.rules.events());
    await this.record(tx, breach.institutionId, [entry], entry.text);
  }

  private async record(
    tx: Tx,
    institutionId: string,
    entries: readonly CreditEntry[],
    cause: string,
  ): Promise<void> {
    const account = await this.compute.account(tx, institutionId);
    if ((await this.store.addEntries(tx, account, entries)) === 0) return;
    await this.audit.append(tx, {
      action: 'credit.recorded',
      subjectType: 'institution',
      subjectId: institutionId,
      district: account.district,
      detail: { entries: entries.map(({ ruleCode, sourceId, item }) => ({ ruleCode, sourceId, item })) },
    });
    await this.compute.execute(tx, account, cause);
  }
}
