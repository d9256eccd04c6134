import { Inject, Injectable } from '@nestjs/common';
import { systemCaller } from '@zhaoguan/contracts';
import type { Clock } from '@zhaoguan/kernel';
import { CLOCK, OnJob, UnitOfWork, type JobRun } from '@zhaoguan/platform';
import { attempted } from '../domain/delivery';
import type { CaseChange } from '../domain/change';
import type { Partner } from '../domain/partner';
import { digestOf, sign } from '../http/hmac';
import { CaseStore } from '../store/case.store';
import { DeliveryStore, type Delivery } from '../store/delivery.store';
import { PartnerStore } from '../store/partner.store';
import { WebhookSender, type Webhook } from './webhook-sender';

interface Waiting {
  readonly delivery: Delivery;
  readonly partner: Partner & { readonly webhookUrl: string };
  readonly key: { readonly id: string; readonly secret: string };
  readonly change: CaseChange;
}

/**
 * Tells a partner of the oldest step of a case that waits, then asks for the next one: a later step never overtakes an earlier one,
 * but for one that was given up. Sent outside the transaction, so a crash in between sends it twice; its id is the same then.
 */
@Injectable()
export class SendWebhookJob {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: CaseStore,
    private readonly partners: PartnerStore,
    private readonly deliveries: DeliveryStore,
    private readonly sender: WebhookSender,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @OnJob('exchange.send-webhook')
  async run(run: JobRun<'exchange.send-webhook'>): Promise<void> {
    const { caseId } = run.payload;
    const waiting = await this.find(caseId, run.traceId);
    const failure = waiting && (await this.sender.send(signedWebhook(waiting, this.clock.now())));
    await run.complete(async (tx) => {
      if (!waiting || failure === undefined) return;
      const { changeId, attempts } = waiting.delivery;
      const result = attempted(attempts, failure, tx.at);
      await this.cases.lock(tx, [caseId]);
      await this.deliveries.record(tx, changeId, result);
      const next = await this.deliveries.oldestWaiting(tx.manager, caseId);
      if (next) await tx.enqueue('exchange.send-webhook', { caseId }, next.nextAt);
    });
  }

  /** None when the partner is switched off or wants no webhooks: what waits is sent when it is back. */
  private find(caseId: string, traceId: string): Promise<Waiting | undefined> {
    return this.work.read(systemCaller(traceId), async (manager) => {
      const delivery = await this.deliveries.oldestWaiting(manager, caseId);
      if (!delivery || delivery.nextAt > this.clock.now()) return undefined;
      const partner = await this.partners.find(manager, delivery.partnerId);
      const key = await this.partners.keyInUse(manager, delivery.partnerId);
      if (!partner?.webhookUrl || partner.disabledAt !== null || !key) return undefined;
      const change = await this.cases.getChange(manager, delivery.changeId);
      return { delivery, partner: { ...partner, webhookUrl: partner.webhookUrl }, key, change };
    });
  }
}

/** Signed as the partner signs its own requests; the nonce is the id of the event. */
function signedWebhook({ partner, key, change }: Waiting, at: Date): Webhook {
  const { pathname, search } = new URL(partner.webhookUrl);
  const body = JSON.stringify(change);
  const parts = {
    method: 'POST',
    path: pathname + search,
    timestamp: String(Math.floor(at.getTime() / 1000)),
    nonce: change.eventId,
    digest: digestOf(partner.algorithm, body),
  };
  return {
    url: partner.webhookUrl,
    body,
    headers: {
      'x-exchange-key': key.id,
      'x-exchange-timestamp': parts.timestamp,
      'x-exchange-nonce': parts.nonce,
      'x-exchange-digest': parts.digest,
      'x-exchange-signature': sign(partner.algorithm, key.secret, parts),
    },
  };
}
