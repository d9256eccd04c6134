import { Module } from '@nestjs/common';
import { AccessModule } from '@zhaoguan/access';
import { FollowUpsController } from './http/follow-ups.controller';
import { RatingsController } from './http/ratings.controller';
import { RaiseFollowUpsJob } from './jobs/raise-follow-ups.job';
import { FigureStore } from './store/figure.store';
import { FollowUpStore } from './store/follow-up.store';
import { RatingStore } from './store/rating.store';
import { ExportStatistics } from './use-cases/export-statistics.query';
import { ExportFollowUps } from './use-cases/export-follow-ups.query';
import { AddToRating } from './use-cases/add-to-rating';
import { FeedbackReference } from './use-cases/feedback-reference';
import { FollowUpContact } from './use-cases/follow-up-contact';
import { FollowUpDesk } from './use-cases/follow-up-desk';
import { FollowUps } from './use-cases/follow-ups.query';
import { GiveRating } from './use-cases/give-rating';
import { HandleFollowUp } from './use-cases/handle-follow-up';
import { RatedSteps } from './use-cases/rated-steps.query';
import { RaiseFollowUps } from './use-cases/raise-follow-ups';
import { RevealContact } from './use-cases/reveal-contact';
import { RatingStatisticsQuery } from './use-cases/statistics.query';

@Module({
  imports: [AccessModule],
  controllers: [RatingsController, FollowUpsController],
  providers: [
    RatingStore,
    FollowUpStore,
    FigureStore,
    FeedbackReference,
    FollowUpDesk,
    FollowUpContact,
    RatedSteps,
    GiveRating,
    AddToRating,
    FollowUps,
    ExportFollowUps,
    HandleFollowUp,
    RaiseFollowUps,
    RaiseFollowUpsJob,
    RevealContact,
    RatingStatisticsQuery,
    ExportStatistics,
  ],
})
export class FeedbackModule {}
