import { Injectable } from '@nestjs/common';
import { LicenseInstitution } from '@zhaoguan/institutions';
import { dateInShanghai } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import type { Filing } from '../domain/filing';
import { FilingStore } from '../store/filing.store';
import { CaseRegimes } from './case-regimes';
import { RecordAct } from './record-act';

/** Renewals in one transaction: short enough to fail and be done again. */
const BATCH = 200;

/**
 * Licences whose renewal was asked for in time and not decided before their last day go on (逾期未作决定，视为准予延续). The case stays
 * open: its certificate is still owed.
 * @law 行政许可法第五十条第二款
 */
@Injectable()
export class RenewUndecided {
  constructor(
    private readonly filings: FilingStore,
    private readonly regimes: CaseRegimes,
    private readonly license: LicenseInstitution,
    private readonly record: RecordAct,
  ) {}

  /** One batch; asks for the next while there is one. */
  async execute(tx: Tx): Promise<void> {
    const undecided = await this.filings.listUndecidedRenewalsForUpdate(tx, dateInShanghai(tx.at), BATCH);
    for (const before of undecided) await this.renew(tx, before);
    if (undecided.length === BATCH) await tx.enqueue('filings.renew-undecided', {});
  }

  private async renew(tx: Tx, before: Filing): Promise<void> {
    const { id, renewal, dueOn, extendedFrom, application } = before;
    if (renewal === null) throw new Error(`filing ${id} renews nothing`);
    const { until } = renewal;
    const validUntil = await this.regimes.validUntil(before, until, until);
    if (!(await this.license.prolong(tx, renewal, validUntil))) return;
    await this.record.execute(tx, {
      action: 'renew',
      before,
      changes: { dueOn, extendedFrom },
      event: 'filing.renewed',
      payload: { filingId: id, district: application.district },
    });
  }
}
