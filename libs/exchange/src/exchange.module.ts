import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessModule } from '@zhaoguan/access';
import { ExchangeChangesController } from './http/changes.controller';
import { PartnerGuard } from './http/partner.guard';
import { PartnersController } from './http/partners.controller';
import { PublishChangesJob } from './jobs/publish-changes.job';
import { SendWebhookJob } from './jobs/send-webhook.job';
import { ExchangeSweepJob } from './jobs/sweep.job';
import { WebhookSender } from './jobs/webhook-sender';
import { CaseStore } from './store/case.store';
import { DeliveryStore } from './store/delivery.store';
import { PartnerStore } from './store/partner.store';
import { ChangesQuery } from './use-cases/changes.query';
import { ManagePartners } from './use-cases/manage-partners';
import { PartnerCases } from './use-cases/partner-cases';
import { PartnersQuery } from './use-cases/partners.query';

@Module({
  imports: [AccessModule],
  controllers: [PartnersController, ExchangeChangesController],
  providers: [
    PartnerStore,
    CaseStore,
    DeliveryStore,
    ManagePartners,
    PartnersQuery,
    PartnerCases,
    ChangesQuery,
    WebhookSender,
    PublishChangesJob,
    SendWebhookJob,
    ExchangeSweepJob,
    { provide: APP_GUARD, useClass: PartnerGuard },
  ],
  exports: [PartnerCases],
})
export class ExchangeModule {}
