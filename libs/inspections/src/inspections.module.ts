import { Module } from '@nestjs/common';
import { AccessModule } from '@zhaoguan/access';
import { InstitutionsModule } from '@zhaoguan/institutions';
import { BeaconsController } from './http/beacons.controller';
import { DrawsController } from './http/draws.controller';
import { InspectorsController } from './http/inspectors.controller';
import { InspectionItemsController, InspectionResultCategoriesController } from './http/items.controller';
import { OwnInspectionsController } from './http/own-inspections.controller';
import { InspectionPlansController } from './http/plans.controller';
import { PublicDrawsController } from './http/public-draws.controller';
import { DrawRecordsController, TaskRecordsController } from './http/records.controller';
import { InspectionResultsController } from './http/results.controller';
import { InspectionTasksController } from './http/tasks.controller';
import { ComputeDrawJob } from './jobs/compute-draw.job';
import { CreateTasksJob } from './jobs/create-tasks.job';
import { PublishDueResultsJob } from './jobs/publish-due-results.job';
import { DirectoryStore } from './store/directory.store';
import { DrawInputStore } from './store/draw-input.store';
import { DrawResultStore } from './store/draw-result.store';
import { DrawStore } from './store/draw.store';
import { InspectorStore } from './store/inspector.store';
import { OwnInspectionStore } from './store/own-inspection.store';
import { PlanStore } from './store/plan.store';
import { PublicDrawStore } from './store/public-draw.store';
import { ResultStore } from './store/result.store';
import { TaskStore } from './store/task.store';
import { TransitionStore } from './store/transition.store';
import { AddEvidence } from './use-cases/add-evidence';
import { AddInspector } from './use-cases/add-inspector';
import { AnnounceDraw } from './use-cases/announce-draw';
import { Authority } from './use-cases/authority';
import { BeaconRules } from './use-cases/beacon-rules';
import { ChangeInspector } from './use-cases/change-inspector';
import { CheckStaffing } from './use-cases/check-staffing';
import { CoSignTask } from './use-cases/co-sign-task';
import { WithdrawReport } from './use-cases/withdraw-report';
import { WithdrawResult } from './use-cases/withdraw-result';
import { NextInspector } from './use-cases/next-inspector';
import { CallOffTask } from './use-cases/call-off';
import { EmptyPlaces } from './use-cases/empty-places';
import { StandInForInspector } from './use-cases/stand-in';
import { StandInStore } from './store/stand-in.store';
import { ConfirmBeacon } from './use-cases/confirm-beacon';
import { CreatePlan } from './use-cases/create-plan';
import { DeclareRecusal } from './use-cases/declare-recusal';
import { DirectoryHistory } from './use-cases/directory-history.query';
import { DrawRecords } from './use-cases/draw-records.query';
import { DrawSecrets } from './use-cases/draw-secrets';
import { EnterBeacon } from './use-cases/enter-beacon';
import { FreezeInputs } from './use-cases/freeze-inputs';
import { History } from './use-cases/history';
import { InspectorDesk } from './use-cases/inspector-desk.query';
import { IncompleteTeams } from './use-cases/incomplete-teams.query';
import { LookAtDraws } from './use-cases/look-at-draws.query';
import { LookAtResults } from './use-cases/look-at-results.query';
import { LookAtTasks } from './use-cases/look-at-tasks.query';
import { LooksAtDraw } from './use-cases/looks-at-draw';
import { LookUp } from './use-cases/look-up.query';
import { MakeTasks } from './use-cases/make-tasks';
import { NameOfficials } from './use-cases/name-officials';
import { NameRecusals } from './use-cases/name-recusals';
import { NextReserve } from './use-cases/next-reserve';
import { OpenDraw } from './use-cases/open-draw';
import { OwnInspections } from './use-cases/own-inspections.query';
import { PreviewPlan } from './use-cases/preview-plan';
import { PublishResult } from './use-cases/publish-result';
import { ReadHistory } from './use-cases/read-history.query';
import { RecordFindings } from './use-cases/record-findings';
import { ReplaceTarget } from './use-cases/replace-target';
import { StartTask } from './use-cases/start-task';
import { SubmitTask } from './use-cases/submit-task';
import { VoidDraw } from './use-cases/void-draw';

const STORES = [
  DirectoryStore,
  DrawInputStore,
  DrawResultStore,
  DrawStore,
  InspectorStore,
  OwnInspectionStore,
  PlanStore,
  PublicDrawStore,
  ResultStore,
  TaskStore,
  TransitionStore,
];

const USE_CASES = [
  AddEvidence,
  AddInspector,
  AnnounceDraw,
  Authority,
  BeaconRules,
  ChangeInspector,
  CheckStaffing,
  CoSignTask,
  WithdrawReport,
  WithdrawResult,
  CallOffTask,
  EmptyPlaces,
  StandInForInspector,
  StandInStore,
  ConfirmBeacon,
  CreatePlan,
  DeclareRecusal,
  DirectoryHistory,
  DrawRecords,
  DrawSecrets,
  EnterBeacon,
  FreezeInputs,
  History,
  InspectorDesk,
  IncompleteTeams,
  LookAtDraws,
  LookAtResults,
  LookAtTasks,
  LooksAtDraw,
  LookUp,
  MakeTasks,
  NameOfficials,
  NameRecusals,
  NextInspector,
  NextReserve,
  OpenDraw,
  OwnInspections,
  PreviewPlan,
  PublishResult,
  ReadHistory,
  RecordFindings,
  ReplaceTarget,
  StartTask,
  SubmitTask,
  VoidDraw,
];

@Module({
  imports: [AccessModule, InstitutionsModule],
  controllers: [
    BeaconsController,
    DrawRecordsController,
    DrawsController,
    InspectionItemsController,
    InspectionPlansController,
    InspectionResultCategoriesController,
    InspectionResultsController,
    InspectionTasksController,
    InspectorsController,
    OwnInspectionsController,
    PublicDrawsController,
    TaskRecordsController,
  ],
  providers: [...STORES, ...USE_CASES, ComputeDrawJob, CreateTasksJob, PublishDueResultsJob],
})
export class InspectionsModule {}
