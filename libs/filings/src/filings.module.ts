import { Module } from '@nestjs/common';
import { AccessModule } from '@zhaoguan/access';
import { InstitutionsModule } from '@zhaoguan/institutions';
import { AssignmentController } from './http/assignment.controller';
import { CaseNotesController } from './http/case-notes.controller';
import { FilingDecisionsController } from './http/filing-decisions.controller';
import { FilingFormsController } from './http/filing-forms.controller';
import { FilingOpinionsController } from './http/filing-opinions.controller';
import { OpinionsController } from './http/opinions.controller';
import { FilingRecordsController } from './http/filing-records.controller';
import { FilingsController } from './http/filings.controller';
import { PublicReceiptsController, ReceiptsController } from './http/receipts.controller';
import { SameCodeController } from './http/same-code.controller';
import { VerificationController } from './http/verification.controller';
import { LapseReturnedJob } from './jobs/lapse-returned.job';
import { ReleaseCasesJob } from './jobs/release-cases.job';
import { RenderReceiptJob } from './jobs/render-receipt.job';
import { AssignmentStore } from './store/assignment.store';
import { CaseNoteStore } from './store/case-note.store';
import { FilingListStore } from './store/filing-list.store';
import { FilingNumberStore } from './store/filing-number.store';
import { FilingStore } from './store/filing.store';
import { FilingStores } from './store/filing-stores';
import { HistoryStore } from './store/history.store';
import { MaterialStore } from './store/material.store';
import { OpinionStore } from './store/opinion.store';
import { ReceiptStore } from './store/receipt.store';
import { SameCodeStore } from './store/same-code.store';
import { ApplicationSeal } from './store/sealed-application';
import { VerificationStore } from './store/verification.store';
import { AbandonDraft } from './use-cases/abandon-draft';
import { AcceptanceDesk } from './use-cases/acceptance-desk';
import { AcceptFiling } from './use-cases/accept-filing';
import { AnswerOpinion } from './use-cases/answer-opinion';
import { ApplicationCheck } from './use-cases/application-check';
import { AskOpinion } from './use-cases/ask-opinion';
import { AssignCase } from './use-cases/assign-case';
import { AttachMaterial } from './use-cases/attach-material';
import { RegisteredSite } from './use-cases/registered-site';
import { CaseNotes } from './use-cases/case-notes';
import { ChangeDesk } from './use-cases/change-desk';
import { CompareSubmissions } from './use-cases/compare-submissions';
import { Deciders } from './use-cases/deciders';
import { DraftFiling } from './use-cases/draft-filing';
import { EditFiling } from './use-cases/edit-filing';
import { FindSameCode } from './use-cases/find-same-code.query';
import { FilingForms } from './use-cases/filing-forms';
import { FilingReference } from './use-cases/filing-reference';
import { GetAssignment } from './use-cases/get-assignment.query';
import { GetChanges } from './use-cases/get-changes.query';
import { GetFiling } from './use-cases/get-filing';
import { GetFilingForm } from './use-cases/get-filing-form.query';
import { GetHistory } from './use-cases/get-history.query';
import { HoldCase } from './use-cases/hold-case';
import { IssueReceipt } from './use-cases/issue-receipt';
import { LapseFilings } from './use-cases/lapse-filings';
import { ListFilings } from './use-cases/list-filings.query';
import { LoadForDecision } from './use-cases/load-for-decision';
import { NoticeDesk } from './use-cases/notice-desk';
import { OpenOpinions } from './use-cases/open-opinions';
import { OpinionActs } from './use-cases/opinion-acts';
import { OpinionsOfFiling } from './use-cases/opinions-of-filing.query';
import { PrepareReceipt } from './use-cases/prepare-receipt';
import { PresentFiling } from './use-cases/present-filing';
import { ReadReceipt } from './use-cases/read-receipt.query';
import { ReadableChanges } from './use-cases/readable-changes';
import { RecordAct } from './use-cases/record-act';
import { RecordVerificationAct } from './use-cases/record-verification-act';
import { RefuseFiling } from './use-cases/refuse-filing';
import { ReleaseCases } from './use-cases/release-cases';
import { ReturnDesk } from './use-cases/return-desk';
import { ReturnFiling } from './use-cases/return-filing';
import { SubmissionDesk } from './use-cases/submission-desk';
import { RevealApplicant } from './use-cases/reveal-applicant';
import { SubmitFiling } from './use-cases/submit-filing';
import { VerificationDesk } from './use-cases/verification-desk';
import { VerificationFiles } from './use-cases/verification-files';
import { Verifications } from './use-cases/verifications.query';
import { VerifyOnSite } from './use-cases/verify-on-site';

const STORES = [
  AssignmentStore,
  CaseNoteStore,
  ApplicationSeal,
  FilingStore,
  FilingStores,
  FilingListStore,
  FilingNumberStore,
  HistoryStore,
  MaterialStore,
  ReceiptStore,
  SameCodeStore,
  VerificationStore,
  OpinionStore,
];
const USE_CASES = [
  FilingReference,
  FilingForms,
  ApplicationCheck,
  RegisteredSite,
  ChangeDesk,
  NoticeDesk,
  ReadableChanges,
  CompareSubmissions,
  ReturnDesk,
  SubmissionDesk,
  PresentFiling,
  RecordAct,
  Deciders,
  HoldCase,
  OpinionActs,
  OpenOpinions,
  OpinionsOfFiling,
  AskOpinion,
  AnswerOpinion,
  LoadForDecision,
  GetAssignment,
  AssignCase,
  ReleaseCases,
  CaseNotes,
  RecordVerificationAct,
  VerificationDesk,
  Verifications,
  VerifyOnSite,
  VerificationFiles,
  DraftFiling,
  EditFiling,
  AttachMaterial,
  SubmitFiling,
  AbandonDraft,
  ReturnFiling,
  RefuseFiling,
  RevealApplicant,
  AcceptanceDesk,
  AcceptFiling,
  FindSameCode,
  GetChanges,
  GetFiling,
  GetFilingForm,
  GetHistory,
  ListFilings,
  PrepareReceipt,
  LapseFilings,
  IssueReceipt,
  ReadReceipt,
];

@Module({
  imports: [AccessModule, InstitutionsModule],
  controllers: [
    FilingRecordsController,
    FilingsController,
    SameCodeController,
    FilingDecisionsController,
    AssignmentController,
    CaseNotesController,
    VerificationController,
    FilingOpinionsController,
    OpinionsController,
    FilingFormsController,
    ReceiptsController,
    PublicReceiptsController,
  ],
  providers: [...STORES, ...USE_CASES, RenderReceiptJob, LapseReturnedJob, ReleaseCasesJob],
})
export class FilingsModule {}
