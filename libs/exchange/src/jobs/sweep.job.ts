import { Injectable } from '@nestjs/common';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { DeliveryStore } from '../store/delivery.store';
import { FolderStore } from '../store/folder.store';
import { PartnerStore } from '../store/partner.store';

/** Twice the clock skew would do; an hour is easier to explain to who looks at the table. */
const NONCE_LIFE_MS = 3_600_000;
/** The feed keeps what happened; how it was sent, or came in, is looked up for a quarter at most. */
const HISTORY_LIFE_MS = 90 * 24 * 3_600_000;
/** What should have been sent so long ago has lost its job: given up by the queue, and by nobody else. */
const OVERDUE_MS = 3_600_000;

@Injectable()
export class ExchangeSweepJob {
  constructor(
    private readonly partners: PartnerStore,
    private readonly deliveries: DeliveryStore,
    private readonly folders: FolderStore,
  ) {}

  @OnJob('exchange.sweep')
  async run(run: JobRun<'exchange.sweep'>): Promise<void> {
    await run.complete(async (tx) => {
      await this.partners.removeNonces(tx, new Date(tx.at.getTime() - NONCE_LIFE_MS));
      const over = new Date(tx.at.getTime() - HISTORY_LIFE_MS);
      await this.deliveries.remove(tx, over);
      await this.folders.remove(tx, over);
      const overdue = new Date(tx.at.getTime() - OVERDUE_MS);
      for (const caseId of await this.deliveries.casesLeft(tx, overdue))
        await tx.enqueue('exchange.send-webhook', { caseId });
    });
  }
}
