import { Module } from '@nestjs/common';
import { AccessModule } from '@zhaoguan/access';
import { InstitutionsModule } from '@zhaoguan/institutions';
import { CaseDocumentsController } from './http/case-documents.controller';
import { DecisionServicesController } from './http/decision-services.controller';
import { FailedFindingsController } from './http/failed-findings.controller';
import { PenaltyBasesController } from './http/penalty-bases.controller';
import { PenaltyCasesController } from './http/penalty-cases.controller';
import { PenaltyNoticesController } from './http/penalty-notices.controller';
import { PenaltyPreviewsController } from './http/penalty-previews.controller';
import { StatementFilesController } from './http/statement-files.controller';
import { PenaltyDecisionServices } from './store/decision-service.store';
import { FailedFindingStore } from './store/failed-finding.store';
import { PenaltyCaseStore } from './store/penalty-case.store';
import { StatementStore } from './store/statement.store';
import { Authorities } from './use-cases/authorities';
import { CaseDocuments } from './use-cases/case-documents.query';
import { CaseGrounds } from './use-cases/case-grounds';
import { CaseViews } from './use-cases/case-views';
import { DecidePenaltyCase } from './use-cases/decide-penalty-case';
import { DecisionDesk } from './use-cases/decision-desk';
import { DecisionViews } from './use-cases/decision-view';
import { HearingRule } from './use-cases/hearing-rule';
import { NoticeDesk } from './use-cases/notice-desk';
import { NotifyParty } from './use-cases/notify-party';
import { OpenPenaltyCase } from './use-cases/open-penalty-case';
import { PartyOfCase } from './use-cases/party-of-case';
import { OpenFindings } from './use-cases/open-findings.query';
import { PenaltyBases } from './use-cases/penalty-bases.query';
import { PenaltyCasesQuery } from './use-cases/penalty-cases.query';
import { PrepareNotice } from './use-cases/prepare-notice';
import { PreviewPenalty } from './use-cases/preview-penalty.query';
import { ProposedNotices } from './use-cases/proposed-notices';
import { ReceiveStatement } from './use-cases/receive-statement';
import { ServeNotice } from './use-cases/serve-notice';
import { StatementFiles } from './use-cases/statement-files';

@Module({
  imports: [AccessModule, InstitutionsModule],
  controllers: [
    PenaltyCasesController,
    PenaltyNoticesController,
    DecisionServicesController,
    CaseDocumentsController,
    StatementFilesController,
    PenaltyPreviewsController,
    PenaltyBasesController,
    FailedFindingsController,
  ],
  providers: [
    FailedFindingStore,
    PenaltyCaseStore,
    StatementStore,
    PenaltyDecisionServices,
    Authorities,
    CaseDocuments,
    CaseGrounds,
    CaseViews,
    DecisionViews,
    DecisionDesk,
    PartyOfCase,
    HearingRule,
    OpenPenaltyCase,
    ProposedNotices,
    NoticeDesk,
    NotifyParty,
    PrepareNotice,
    ServeNotice,
    ReceiveStatement,
    StatementFiles,
    DecidePenaltyCase,
    PenaltyCasesQuery,
    OpenFindings,
    PenaltyBases,
    PreviewPenalty,
  ],
})
export class EnforcementModule {}
