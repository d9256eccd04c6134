import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessModule } from '@zhaoguan/access';
import { ExchangeChangesController } from './http/changes.controller';
import { PartnerGuard } from './http/partner.guard';
import { PartnersController } from './http/partners.controller';
import { PollFoldersJob } from './jobs/poll-folders.job';
import { PublishChangesJob } from './jobs/publish-changes.job';
import { SendWebhookJob } from './jobs/send-webhook.job';
import { ExchangeSweepJob } from './jobs/sweep.job';
import { WebhookSender } from './jobs/webhook-sender';
import { CaseStore } from './store/case.store';
import { DeliveryStore } from './store/delivery.store';
import { FolderEntryStore } from './store/folder-entry.store';
import { FolderStore } from './store/folder.store';
import { PartnerStore } from './store/partner.store';
import { ChangesQuery } from './use-cases/changes.query';
import { FolderChanges } from './use-cases/folder-changes';
import { FolderEntries } from './use-cases/folder-entries';
import { FolderInbox } from './use-cases/folder-inbox';
import { ManagePartners } from './use-cases/manage-partners';
import { PartnerCases } from './use-cases/partner-cases';
import { PartnerFolders } from './use-cases/partner-folders';
import { PartnersQuery } from './use-cases/partners.query';

@Module({
  imports: [AccessModule],
  controllers: [PartnersController, ExchangeChangesController],
  providers: [
    PartnerStore,
    CaseStore,
    DeliveryStore,
    FolderStore,
    FolderEntryStore,
    ManagePartners,
    PartnersQuery,
    PartnerCases,
    ChangesQuery,
    FolderInbox,
    FolderChanges,
    FolderEntries,
    PartnerFolders,
    WebhookSender,
    PublishChangesJob,
    SendWebhookJob,
    PollFoldersJob,
    ExchangeSweepJob,
    { provide: APP_GUARD, useClass: PartnerGuard },
  ],
  exports: [PartnerCases, PartnerFolders, FolderEntries],
})
export class ExchangeModule {}
