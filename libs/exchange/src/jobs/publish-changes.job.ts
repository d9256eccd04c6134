import { Injectable } from '@nestjs/common';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { CaseStore } from '../store/case.store';
import { DeliveryStore } from '../store/delivery.store';
import { PartnerStore } from '../store/partner.store';

/**
 * Puts what has happened to a partner's cases into its feed, and asks for the webhooks. Where an earlier one of the case still
 * waits, its job goes on with the next: two jobs would both send it.
 */
@Injectable()
export class PublishChangesJob {
  constructor(
    private readonly cases: CaseStore,
    private readonly partners: PartnerStore,
    private readonly deliveries: DeliveryStore,
  ) {}

  @OnJob('exchange.publish-changes')
  async run(run: JobRun<'exchange.publish-changes'>): Promise<void> {
    const { partnerId } = run.payload;
    await run.complete(async (tx) => {
      const placed = await this.cases.placeChanges(tx, partnerId);
      const partner = await this.partners.find(tx.manager, partnerId);
      if (!partner?.webhookUrl) return;
      const caseIds = [...new Set(placed.map(({ caseId }) => caseId))];
      await this.cases.lock(tx, caseIds);
      const atRest = await this.deliveries.casesAtRest(tx, caseIds);
      await this.deliveries.insert(tx, partnerId, placed);
      for (const caseId of atRest) await tx.enqueue('exchange.send-webhook', { caseId });
    });
  }
}
