import { Injectable } from '@nestjs/common';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { CaseStore } from '../store/case.store';
import { DeliveryStore } from '../store/delivery.store';
import { PartnerStore } from '../store/partner.store';

/** Puts what has happened to a partner's cases into its feed, and asks for the webhooks. */
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
      if (partner?.webhookUrl) await this.deliveries.insert(tx, partnerId, placed);
      for (const caseId of await this.deliveries.casesWaiting(tx, partnerId))
        await tx.enqueue('exchange.send-webhook', { caseId });
    });
  }
}
