import { Module } from '@nestjs/common';
import { PublishPenaltyJob } from './jobs/publish-penalty.job';
import { PenaltyFacts } from './store/penalty-facts';
import { PublicationLedger } from './store/publication-ledger';
import { PublishPenalty } from './use-cases/publish-penalty';

@Module({ providers: [PenaltyFacts, PublicationLedger, PublishPenalty, PublishPenaltyJob] })
export class PublicationModule {}
