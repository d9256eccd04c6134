import { Module } from '@nestjs/common';
import { DrawOutcomeQuery } from './draw-outcome.query';
import { DrawRosterController } from './draw-roster.controller';
import { DrawsQuery } from './draws.query';
import { InstitutionRecordQuery } from './institution-record.query';
import { PublicInstitutionsController } from './institutions.controller';
import { InstitutionsQuery } from './institutions.query';
import { NonconformitiesQuery } from './nonconformities.query';
import { PublicPapersController } from './papers.controller';
import { PapersQuery } from './papers.query';
import { PenaltiesQuery } from './penalties.query';
import { PublicReference } from './public-reference';
import { ReceiptsQuery } from './receipts.query';
import { PublicRecordsController } from './records.controller';
import { RegisterFigures } from './register-figures.query';
import { PublicRemovals } from './removals.query';
import { PublicServiceRatingsController } from './service-ratings.controller';
import { ServiceRatingsQuery } from './service-ratings.query';
import { ResultsQuery } from './results.query';
import { PublicSignaturesController } from './signatures.controller';
import { SignaturesQuery } from './signatures.query';

const QUERIES = [
  PublicReference,
  InstitutionsQuery,
  InstitutionRecordQuery,
  ResultsQuery,
  PenaltiesQuery,
  PublicRemovals,
  DrawsQuery,
  DrawOutcomeQuery,
  ReceiptsQuery,
  RegisterFigures,
  SignaturesQuery,
  PapersQuery,
  NonconformitiesQuery,
  ServiceRatingsQuery,
];

/** What the public may read: published views only, under a role that can read nothing else. */
@Module({
  controllers: [
    PublicInstitutionsController,
    PublicRecordsController,
    DrawRosterController,
    PublicSignaturesController,
    PublicPapersController,
    PublicServiceRatingsController,
    DrawRosterController,
  ],
  providers: QUERIES,
  exports: QUERIES,
})
export class PublicModule {}
