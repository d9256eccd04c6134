import { Module } from '@nestjs/common';
import { AccessModule } from '@zhaoguan/access';
import { ExchangeModule } from '@zhaoguan/exchange';
import { InstitutionsModule } from '@zhaoguan/institutions';
import { RemovalDecisionsController } from './http/removal-decisions.controller';
import { RemovalFilesController, RemovalGroundsController } from './http/removal-files.controller';
import { RemovalNoticesController } from './http/removal-notices.controller';
import { RemovalPapersController } from './http/removal-papers.controller';
import { RemovalsController } from './http/removals.controller';
import { IssuePapersJob } from './jobs/issue-papers.job';
import { PrintRemovalPaperJob } from './jobs/print-paper.job';
import { RemovalDecisionServices } from './store/decision-service.store';
import { GivenPaperStore } from './store/given-paper.store';
import { RemovalPaperStore } from './store/removal-paper.store';
import { RemovalStore } from './store/removal.store';
import { ExportRemovals } from './use-cases/export-removals.query';
import { DecideRemoval } from './use-cases/decide-removal';
import { LoadRemoval } from './use-cases/load-removal';
import { MoveRemoval } from './use-cases/move-removal';
import { NotifyOperator } from './use-cases/notify-operator';
import { OpenRemoval } from './use-cases/open-removal';
import { RecordRemoval } from './use-cases/record-removal';
import { RemovalFiles } from './use-cases/removal-files';
import { RemovalOffice } from './use-cases/removal-office';
import { RemovalPaperDesk } from './use-cases/removal-paper-desk';
import { RemovalPapersQuery } from './use-cases/removal-papers.query';
import { RemovalViews } from './use-cases/removal-views';
import { RemovalsQuery } from './use-cases/removals.query';
import { ServeRemovalDecision } from './use-cases/serve-removal-decision';
import { StateRemoval } from './use-cases/state-removal';
import { TellPartner } from './use-cases/tell-partner';

@Module({
  imports: [AccessModule, ExchangeModule, InstitutionsModule],
  controllers: [
    RemovalsController,
    RemovalNoticesController,
    RemovalDecisionsController,
    RemovalPapersController,
    RemovalFilesController,
    RemovalGroundsController,
  ],
  providers: [
    RemovalStore,
    RemovalPaperStore,
    GivenPaperStore,
    RemovalDecisionServices,
    RemovalOffice,
    LoadRemoval,
    RecordRemoval,
    RemovalViews,
    OpenRemoval,
    NotifyOperator,
    StateRemoval,
    MoveRemoval,
    DecideRemoval,
    ServeRemovalDecision,
    RemovalPapersQuery,
    RemovalPaperDesk,
    TellPartner,
    PrintRemovalPaperJob,
    IssuePapersJob,
    RemovalFiles,
    RemovalsQuery,
    ExportRemovals,
  ],
})
export class RemovalsModule {}
