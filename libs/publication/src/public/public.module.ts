import { Module } from '@nestjs/common';
import { DrawOutcomeQuery } from './draw-outcome.query';
import { DrawRosterController } from './draw-roster.controller';
import { DrawsQuery } from './draws.query';
import { InstitutionRecordQuery } from './institution-record.query';
import { PublicInstitutionsController } from './institutions.controller';
import { InstitutionsQuery } from './institutions.query';
import { PenaltiesQuery } from './penalties.query';
import { PublicReference } from './public-reference';
import { ReceiptsQuery } from './receipts.query';
import { PublicRecordsController } from './records.controller';
import { RegisterFigures } from './register-figures.query';
import { PublicServiceRatingsController } from './service-ratings.controller';
import { ServiceRatingsQuery } from './service-ratings.query';
import { ResultsQuery } from './results.query';

const QUERIES = [
  PublicReference,
  InstitutionsQuery,
  InstitutionRecordQuery,
  ResultsQuery,
  PenaltiesQuery,
  DrawsQuery,
  DrawOutcomeQuery,
  ReceiptsQuery,
  RegisterFigures,
  ServiceRatingsQuery,
];

/** What the public may read: published views only, under a role that can read nothing else. */
@Module({
  controllers: [
    PublicInstitutionsController,
    PublicRecordsController,
    PublicServiceRatingsController,
    DrawRosterController,
  ],
  providers: QUERIES,
  exports: QUERIES,
})
export class PublicModule {}
