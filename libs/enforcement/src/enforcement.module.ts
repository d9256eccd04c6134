import { Module } from '@nestjs/common';
import { InstitutionsModule } from '@zhaoguan/institutions';
import { FailedFindingsController } from './http/failed-findings.controller';
import { PenaltyBasesController } from './http/penalty-bases.controller';
import { PenaltyCasesController } from './http/penalty-cases.controller';
import { FailedFindingStore } from './store/failed-finding.store';
import { PenaltyCaseStore } from './store/penalty-case.store';
import { Authorities } from './use-cases/authorities';
import { CaseGrounds } from './use-cases/case-grounds';
import { CaseViews } from './use-cases/case-views';
import { DecidePenaltyCase } from './use-cases/decide-penalty-case';
import { NotifyParty } from './use-cases/notify-party';
import { OpenPenaltyCase } from './use-cases/open-penalty-case';
import { OpenFindings } from './use-cases/open-findings.query';
import { PenaltyBases } from './use-cases/penalty-bases.query';
import { PenaltyCasesQuery } from './use-cases/penalty-cases.query';
import { ReceiveStatement } from './use-cases/receive-statement';

@Module({
  imports: [InstitutionsModule],
  controllers: [PenaltyCasesController, FailedFindingsController, PenaltyBasesController],
  providers: [
    FailedFindingStore,
    PenaltyCaseStore,
    Authorities,
    CaseGrounds,
    CaseViews,
    OpenPenaltyCase,
    NotifyParty,
    ReceiveStatement,
    DecidePenaltyCase,
    PenaltyCasesQuery,
    OpenFindings,
    PenaltyBases,
  ],
})
export class EnforcementModule {}
