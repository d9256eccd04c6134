import { Module, type DynamicModule } from '@nestjs/common';
import { AccessModule, KnownDeviceEntity, PersonEntity, SessionEntity } from '@zhaoguan/access';
import { AuditModule } from '@zhaoguan/audit';
import { FilingEntity, FilingsModule } from '@zhaoguan/filings';
import {
  DrawEntity,
  EvidenceEntity,
  FindingEntity,
  InspectionsModule,
  InspectorEntity,
  PlanEntity,
  RecusalEntity,
  ResultEntity,
  TaskEntity,
} from '@zhaoguan/inspections';
import {
  CreditAccountEntity,
  CreditEventEntity,
  CreditEventLiftEntity,
  CreditModule,
  GradeChangeEntity,
} from '@zhaoguan/credit';
import {
  CaseFindingEntity,
  CaseStatementEntity,
  CaseTransitionEntity,
  EnforcementModule,
  PenaltyCaseEntity,
  StatementFileEntity,
} from '@zhaoguan/enforcement';
import { FeedbackModule } from '@zhaoguan/feedback';
import { ExchangeModule } from '@zhaoguan/exchange';
import { InstitutionEntity, InstitutionsModule } from '@zhaoguan/institutions';
import { PlatformModule, type PlatformOptions } from '@zhaoguan/platform';
import { PublicationEntryEntity, PublicationModule } from '@zhaoguan/publication';
import { RemovalsModule } from '@zhaoguan/removals';
import { StaffModule } from '@zhaoguan/staff';
import { UnfiledModule } from '@zhaoguan/unfiled';
import { WorkbenchModule } from '@zhaoguan/workbench';

/** Rows of every module, for the one DataSource. */
const ENTITIES = [
  PersonEntity,
  SessionEntity,
  KnownDeviceEntity,
  InstitutionEntity,
  FilingEntity,
  InspectorEntity,
  RecusalEntity,
  PlanEntity,
  DrawEntity,
  TaskEntity,
  FindingEntity,
  EvidenceEntity,
  ResultEntity,
  PenaltyCaseEntity,
  CaseFindingEntity,
  CaseStatementEntity,
  StatementFileEntity,
  CaseTransitionEntity,
  PublicationEntryEntity,
  CreditAccountEntity,
  CreditEventEntity,
  CreditEventLiftEntity,
  GradeChangeEntity,
];

export type SystemOptions = Omit<PlatformOptions, 'entities'>;

/** All modules of the system, wired once: api, worker and standalone differ only in what they start. */
@Module({})
export class SystemModule {
  static forRoot(options: SystemOptions): DynamicModule {
    return {
      module: SystemModule,
      imports: [
        PlatformModule.forRoot({ ...options, entities: ENTITIES }),
        AuditModule,
        AccessModule,
        InstitutionsModule,
        ExchangeModule,
        FilingsModule,
        RemovalsModule,
        StaffModule,
        InspectionsModule,
        EnforcementModule,
        PublicationModule,
        CreditModule,
        FeedbackModule,
        UnfiledModule,
        WorkbenchModule,
      ],
    };
  }
}
