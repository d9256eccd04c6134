import { Injectable } from '@nestjs/common';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { expiryNotice } from '../domain/expiry-notices';
import { FactStore } from '../store/fact.store';
import { Tell } from '../use-cases/tell';

/** An institution hears of what ends (到期预警). */
@Injectable()
export class ExpiryNotices {
  constructor(
    private readonly facts: FactStore,
    private readonly tell: Tell,
  ) {}

  @OnJob('workbench.tell-expiry-near')
  async near(run: JobRun<'workbench.tell-expiry-near'>): Promise<void> {
    await run.complete(async (tx) => {
      const institution = await this.facts.institution(tx.manager, run.payload.institutionId);
      if (!institution?.operatorId) return;
      const { what, institutionId } = run.payload;
      const waits = what === 'LICENCE' && (await this.facts.isRenewalWaiting(tx.manager, institutionId));
      const notice = expiryNotice(institution, run.payload, waits);
      await this.tell.execute(tx, [institution.operatorId], run.traceId, notice);
    });
  }
}
