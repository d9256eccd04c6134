import { Module } from '@nestjs/common';
import { InstitutionsModule } from '@zhaoguan/institutions';
import { CreditController } from './http/credit.controller';
import { CreditJobs } from './jobs/credit.jobs';
import { CreditStore } from './store/credit.store';
import { ComputeGrade } from './use-cases/compute-grade';
import { CreditAuthority } from './use-cases/credit-authority';
import { ConfirmRectified } from './use-cases/confirm-rectified';
import { CreditRules } from './use-cases/credit-rules';
import { CreditQuery } from './use-cases/credit.query';
import { PreviewPenaltyOnGrade } from './use-cases/preview-penalty.query';
import { RecomputeDueGrades } from './use-cases/recompute-due-grades';
import { RecordEvent } from './use-cases/record-event';

@Module({
  imports: [InstitutionsModule],
  controllers: [CreditController],
  providers: [
    CreditStore,
    CreditRules,
    ComputeGrade,
    RecordEvent,
    RecomputeDueGrades,
    CreditAuthority,
    ConfirmRectified,
    CreditQuery,
    PreviewPenaltyOnGrade,
    CreditJobs,
  ],
})
export class CreditModule {}
