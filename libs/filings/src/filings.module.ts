import { Global, Module } from '@nestjs/common';
import { AccessModule, FILING_CONTACTS } from '@zhaoguan/access';
import { ExchangeModule } from '@zhaoguan/exchange';
import { ASKED_RENEWALS, InstitutionsModule } from '@zhaoguan/institutions';
import { CLOSURE_CONTROLLERS, CLOSURE_PROVIDERS } from './closures';
import { DisclosureController } from './http/disclosure.controller';
import { CommitmentsController, InstitutionCommitmentsController } from './http/commitments.controller';
import { AssignmentController } from './http/assignment.controller';
import { CaseNotesController } from './http/case-notes.controller';
import { ExchangeFilingsController } from './http/exchange-filings.controller';
import { FilingDecisionsController } from './http/filing-decisions.controller';
import { FilingFormsController } from './http/filing-forms.controller';
import { ExtensionsController } from './http/extensions.controller';
import { FilingOpinionsController } from './http/filing-opinions.controller';
import { OpinionsController } from './http/opinions.controller';
import { FilingRecordsController } from './http/filing-records.controller';
import { FilingsController } from './http/filings.controller';
import { PapersController } from './http/papers.controller';
import { PublicReceiptsController, ReceiptsController } from './http/receipts.controller';
import { AssistanceController } from './http/assistance.controller';
import { DuplicatesController } from './http/duplicates.controller';
import { OfficesController } from './http/offices.controller';
import { SameCodeController } from './http/same-code.controller';
import { VISITS } from './use-cases/visits';
import { InstitutionVerificationsController, VerificationController } from './http/verification.controller';
import { ReceiversController } from './http/receivers.controller';
import { FollowClosingJob } from './jobs/follow-closing.job';
import { FollowRemovalJob } from './jobs/follow-removal.job';
import { AdmitSilentJob } from './jobs/admit-silent.job';
import { LapseReturnedJob } from './jobs/lapse-returned.job';
import { PrintPaperJob } from './jobs/print-paper.job';
import { RenderReceiptJob } from './jobs/render-receipt.job';
import { RenewUndecidedJob } from './jobs/renew-undecided.job';
import { HandInRow } from './jobs/hand-in-row';
import { ReadCaseFile } from './jobs/read-case-file';
import { ServeFolderJob } from './jobs/serve-folder.job';
import { SignReceiptsJob } from './jobs/sign-receipts.job';
import { ReleaseCasesJob } from './jobs/release-cases.job';
import { ExportCommitments } from './use-cases/export-commitments.query';
import { ExportOpinions } from './use-cases/export-opinions.query';
import { AbandonDraft } from './use-cases/abandon-draft';
import { AcceptanceDesk } from './use-cases/acceptance-desk';
import { AcceptFiling } from './use-cases/accept-filing';
import { AdmitFiling } from './use-cases/admit-filing';
import { AnswerOpinion } from './use-cases/answer-opinion';
import { AskedDepartments } from './use-cases/asked-departments';
import { ApplicationCheck } from './use-cases/application-check';
import { AskOpinion } from './use-cases/ask-opinion';
import { AssignCase } from './use-cases/assign-case';
import { AttachMaterial } from './use-cases/attach-material';
import { FollowChanges } from './use-cases/follow-changes';
import { RegisteredSite } from './use-cases/registered-site';
import { CaseNotes } from './use-cases/case-notes';
import { BesideRegister } from './use-cases/beside-register';
import { CallDesk } from './use-cases/call-desk';
import { CaseRegimes } from './use-cases/case-regimes';
import { CaseRenewals } from './use-cases/case-renewals';
import { ChangeDesk } from './use-cases/change-desk';
import { CommitMaterial } from './use-cases/commit-material';
import { CommitmentDesk } from './use-cases/commitment-desk';
import { CompareSubmissions } from './use-cases/compare-submissions';
import { DiscloseNonconformity } from './use-cases/disclose-nonconformity';
import { Colleagues } from './use-cases/colleagues';
import { Deciders } from './use-cases/deciders';
import { AssistFiling } from './use-cases/assist-filing';
import { WindowOffice } from './use-cases/window-office';
import { PresentAssistance } from './use-cases/present-assistance';
import { EndedCases } from './use-cases/ended-cases';
import { EndExtension } from './use-cases/end-extension';
import { ExtendTerm } from './use-cases/extend-term';
import { ExtensionsOfFiling } from './use-cases/extensions-of-filing.query';
import { DraftFiling } from './use-cases/draft-filing';
import { EditFiling } from './use-cases/edit-filing';
import { FindDuplicates } from './use-cases/find-duplicates.query';
import { FindSameCode } from './use-cases/find-same-code.query';
import { FilingForms } from './use-cases/filing-forms';
import { FilingReference } from './use-cases/filing-reference';
import { GetAssignment } from './use-cases/get-assignment.query';
import { GetChanges } from './use-cases/get-changes.query';
import { GetDisclosure } from './use-cases/get-disclosure.query';
import { GetFiling } from './use-cases/get-filing';
import { GetFilingForm } from './use-cases/get-filing-form.query';
import { GetHistory } from './use-cases/get-history.query';
import { HoldCase } from './use-cases/hold-case';
import { IssueReceipt } from './use-cases/issue-receipt';
import { FindLicenceBefore } from './use-cases/find-licence-before';
import { PaperDesk } from './use-cases/paper-desk';
import { LicenceInForce } from './use-cases/licence-in-force';
import { LapseFilings } from './use-cases/lapse-filings';
import { ListCommitments } from './use-cases/list-commitments.query';
import { ExportFilings } from './use-cases/export-filings.query';
import { ListFilings } from './use-cases/list-filings.query';
import { ListPapers } from './use-cases/list-papers.query';
import { LoadForDecision } from './use-cases/load-for-decision';
import { NoticeDesk } from './use-cases/notice-desk';
import { SuccessorDesk } from './use-cases/successor-desk';
import { OpenOpinions } from './use-cases/open-opinions';
import { OpenMaterial } from './use-cases/open-material';
import { OpinionActs } from './use-cases/opinion-acts';
import { OpinionGivers } from './use-cases/opinion-givers';
import { OpinionsOfFiling } from './use-cases/opinions-of-filing.query';
import { PrintApplication } from './use-cases/print-application.query';
import { PrintAssistanceConfirmation } from './use-cases/print-assistance-confirmation.query';
import { PrepareReceipt } from './use-cases/prepare-receipt';
import { PresentDisclosure } from './use-cases/present-disclosure';
import { PresentFiling } from './use-cases/present-filing';
import { PresentMaterials } from './use-cases/present-materials';
import { ReadReceipt } from './use-cases/read-receipt.query';
import { ReadableChanges } from './use-cases/readable-changes';
import { ReceiptLines } from './use-cases/receipt-lines';
import { RecordAct } from './use-cases/record-act';
import { RecordVerificationAct } from './use-cases/record-verification-act';
import { ReceiveCase } from './use-cases/receive-case';
import { RefuseFiling } from './use-cases/refuse-filing';
import { ReleaseCases } from './use-cases/release-cases';
import { RenewUndecided } from './use-cases/renew-undecided';
import { ReturnDesk } from './use-cases/return-desk';
import { ReturnFiling } from './use-cases/return-filing';
import { SettleCommitment } from './use-cases/settle-commitment';
import { HandInsOfADay } from './use-cases/hand-ins-of-a-day';
import { SubmissionDesk } from './use-cases/submission-desk';
import { RevealApplicant } from './use-cases/reveal-applicant';
import { TellAskedRenewals } from './use-cases/tell-asked-renewals';
import { TellContact } from './use-cases/tell-contact';
import { SubmitFiling } from './use-cases/submit-filing';
import { VerificationDesk } from './use-cases/verification-desk';
import { Verifications } from './use-cases/verifications.query';
import { WithdrawFiling } from './use-cases/withdraw-filing';
import { RETRACTION_CONTROLLERS, RETRACTION_PROVIDERS } from './retractions';
import { FILING_STORES } from './store/providers';
import { TAKEOVER_CONTROLLERS, TAKEOVER_PROVIDERS } from './takeovers';
import { UNATTENDED_CONTROLLERS, UNATTENDED_PROVIDERS } from './unattended';

const USE_CASES = [
  ...TAKEOVER_PROVIDERS,
  ...CLOSURE_PROVIDERS,
  ...RETRACTION_PROVIDERS,
  ...UNATTENDED_PROVIDERS,
  FilingReference,
  FilingForms,
  ApplicationCheck,
  RegisteredSite,
  FollowChanges,
  CaseRegimes,
  CaseRenewals,
  LicenceInForce,
  ChangeDesk,
  NoticeDesk,
  SuccessorDesk,
  ReadableChanges,
  CompareSubmissions,
  CallDesk,
  ReturnDesk,
  HandInsOfADay,
  SubmissionDesk,
  CommitmentDesk,
  PresentMaterials,
  PresentAssistance,
  PresentFiling,
  FindLicenceBefore,
  PaperDesk,
  EndedCases,
  EndExtension,
  RecordAct,
  Colleagues,
  Deciders,
  HoldCase,
  OpinionActs,
  OpinionGivers,
  OpenOpinions,
  OpinionsOfFiling,
  AskOpinion,
  AnswerOpinion,
  AskedDepartments,
  LoadForDecision,
  ExtensionsOfFiling,
  ExtendTerm,
  GetAssignment,
  AssignCase,
  ReleaseCases,
  CaseNotes,
  RecordVerificationAct,
  VerificationDesk,
  Verifications,
  ...VISITS,
  DraftFiling,
  ReceiveCase,
  AssistFiling,
  WindowOffice,
  EditFiling,
  AttachMaterial,
  CommitMaterial,
  SettleCommitment,
  ListCommitments,
  SubmitFiling,
  AbandonDraft,
  WithdrawFiling,
  RenewUndecided,
  ReturnFiling,
  RefuseFiling,
  AdmitFiling,
  RevealApplicant,
  AcceptanceDesk,
  AcceptFiling,
  BesideRegister,
  FindSameCode,
  FindDuplicates,
  GetChanges,
  GetFiling,
  GetFilingForm,
  OpenMaterial,
  GetHistory,
  ListFilings,
  ExportFilings,
  ExportCommitments,
  ExportOpinions,
  PrepareReceipt,
  PrintApplication,
  PrintAssistanceConfirmation,
  LapseFilings,
  IssueReceipt,
  ReceiptLines,
  ListPapers,
  PresentDisclosure,
  DiscloseNonconformity,
  GetDisclosure,
  ReadReceipt,
];

/** Global for what it tells other modules by a name of their common ground; none of them imports it. */
@Global()
@Module({
  imports: [AccessModule, InstitutionsModule, ExchangeModule],
  controllers: [
    ...TAKEOVER_CONTROLLERS,
    ...CLOSURE_CONTROLLERS,
    ...RETRACTION_CONTROLLERS,
    ...UNATTENDED_CONTROLLERS,
    CommitmentsController,
    InstitutionCommitmentsController,
    FilingRecordsController,
    FilingsController,
    OfficesController,
    SameCodeController,
    ExchangeFilingsController,
    DuplicatesController,
    AssistanceController,
    FilingDecisionsController,
    AssignmentController,
    CaseNotesController,
    VerificationController,
    InstitutionVerificationsController,
    ReceiversController,
    FilingOpinionsController,
    OpinionsController,
    ExtensionsController,
    FilingFormsController,
    PapersController,
    DisclosureController,
    ReceiptsController,
    PublicReceiptsController,
  ],
  providers: [
    ...FILING_STORES,
    ...USE_CASES,
    RenderReceiptJob,
    RenewUndecidedJob,
    PrintPaperJob,
    SignReceiptsJob,
    LapseReturnedJob,
    AdmitSilentJob,
    ReleaseCasesJob,
    FollowClosingJob,
    FollowRemovalJob,
    HandInRow,
    ReadCaseFile,
    ServeFolderJob,
    { provide: FILING_CONTACTS, useClass: TellContact },
    { provide: ASKED_RENEWALS, useClass: TellAskedRenewals },
  ],
  exports: [FILING_CONTACTS, ASKED_RENEWALS],
})
export class FilingsModule {}
