import { Module } from '@nestjs/common';
import { AccessModule } from '@zhaoguan/access';
import { FiguresController } from './http/figures.controller';
import { FormDraftsController } from './http/form-drafts.controller';
import { NotificationsController } from './http/notifications.controller';
import { OverdueController } from './http/overdue.controller';
import { SearchController } from './http/search.controller';
import { WorkItemsController } from './http/work-items.controller';
import { DrawNotices } from './jobs/draw-notices.jobs';
import { CommitmentNotices } from './jobs/commitment-notices.jobs';
import { ExpiryNotices } from './jobs/expiry-notices.job';
import { FilingNotices } from './jobs/filing-notices.jobs';
import { RatingNotices } from './jobs/rating-notices.jobs';
import { RetractionNotices } from './jobs/retraction-notices.jobs';
import { ExtensionNotices } from './jobs/extension-notices.jobs';
import { OpinionNotices } from './jobs/opinion-notices.jobs';
import { OverdueJobs } from './jobs/overdue.jobs';
import { RemindJob } from './jobs/remind.job';
import { SettleJob } from './jobs/settle.job';
import { RemovalNotices } from './jobs/removal-notices.job';
import { SubmissionNotices } from './jobs/submission-notices.jobs';
import { SupervisionNotices } from './jobs/supervision-notices.jobs';
import { SweepJob } from './jobs/sweep.job';
import { TeamNotices } from './jobs/team-notices.jobs';
import { UnattendedNotices } from './jobs/unattended-notices.jobs';
import { DueItemStore } from './store/due-item.store';
import { FactStore } from './store/fact.store';
import { FigureStore } from './store/figure.store';
import { FormDraftStore } from './store/form-draft.store';
import { NotificationStore } from './store/notification.store';
import { OverdueItemStore } from './store/overdue-item.store';
import { OverdueListStore } from './store/overdue-list.store';
import { OverdueStore } from './store/overdue.store';
import { SearchStore } from './store/search.store';
import { WorkItemStore } from './store/work-item.store';
import { NotificationStreams } from './streams/notification-streams';
import { ExportOverdue } from './use-cases/export-overdue.query';
import { ExportWorkItems } from './use-cases/export-work-items.query';
import { Audience } from './use-cases/audience';
import { FigureCache } from './use-cases/figure-cache';
import { FigureReader } from './use-cases/figure-reader';
import { Figures } from './use-cases/figures.query';
import { FollowOverdue } from './use-cases/follow-overdue';
import { FormDrafts } from './use-cases/form-drafts';
import { Notifications } from './use-cases/notifications';
import { OverdueAudience } from './use-cases/overdue-audience';
import { OverdueOfFiling } from './use-cases/overdue-of-filing.query';
import { Overdues } from './use-cases/overdue.query';
import { RaiseOverdue } from './use-cases/raise-overdue';
import { Remind } from './use-cases/remind';
import { Scopes } from './use-cases/scopes';
import { Search } from './use-cases/search.query';
import { SeekOverdue } from './use-cases/seek-overdue';
import { Settle } from './use-cases/settle';
import { SuperviseOverdue } from './use-cases/supervise-overdue';
import { Tell } from './use-cases/tell';
import { TellOverdueMoved } from './use-cases/tell-overdue-moved';
import { TellSilentCases } from './use-cases/tell-silent-cases';
import { TimedReader } from './use-cases/timed-reader';
import { WorkItems } from './use-cases/work-items.query';

const STORES = [
  DueItemStore,
  FactStore,
  FigureStore,
  FormDraftStore,
  NotificationStore,
  OverdueItemStore,
  OverdueListStore,
  OverdueStore,
  SearchStore,
  WorkItemStore,
];
const USE_CASES = [
  Audience,
  FigureCache,
  FigureReader,
  Figures,
  FollowOverdue,
  FormDrafts,
  Notifications,
  OverdueAudience,
  OverdueOfFiling,
  Overdues,
  RaiseOverdue,
  Remind,
  Scopes,
  Search,
  SeekOverdue,
  Settle,
  SuperviseOverdue,
  Tell,
  TellOverdueMoved,
  TellSilentCases,
  TimedReader,
  WorkItems,
  ExportOverdue,
  ExportWorkItems,
];
const JOBS = [
  DrawNotices,
  CommitmentNotices,
  FilingNotices,
  RatingNotices,
  OpinionNotices,
  ExtensionNotices,
  RetractionNotices,
  OverdueJobs,
  RemindJob,
  SettleJob,
  RemovalNotices,
  ExpiryNotices,
  SubmissionNotices,
  SupervisionNotices,
  SweepJob,
  TeamNotices,
  UnattendedNotices,
];

@Module({
  imports: [AccessModule],
  controllers: [
    WorkItemsController,
    FiguresController,
    FormDraftsController,
    NotificationsController,
    OverdueController,
    SearchController,
  ],
  providers: [...STORES, ...USE_CASES, ...JOBS, NotificationStreams],
})
export class WorkbenchModule {}
