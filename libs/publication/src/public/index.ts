export { PublicModule } from './public.module';
export {
  DrawsQuery,
  type AnnouncedDraw,
  type PublicDraw,
  type PublicDrawStatus,
  type RosterEntry,
} from './draws.query';
export {
  DrawOutcomeQuery,
  type DrawnInstitution,
  type DrawnReplacement,
  type DrawnStandIn,
  type Outcome,
  type StratumCount,
} from './draw-outcome.query';
export { InstitutionRecordQuery, type InstitutionRecord } from './institution-record.query';
export {
  InstitutionsQuery,
  type OtherInstitution,
  type Predecessor,
  type FilingEndFacts,
  type StatusStepFacts,
  type InstitutionCriteria,
  type PublicInstitution,
} from './institutions.query';
export type { PublicPage } from './keyset-page';
export { etagOf, isKnown, PUBLIC_CACHE, PublicCacheInterceptor } from './public-cache.interceptor';
export { districtPath, PublicReference } from './public-reference';
export { RegisterFigures, type Figures } from './register-figures.query';
export { NonconformitiesQuery, type PublicNonconformity } from './nonconformities.query';
export { PapersQuery, type PaperQuestion } from './papers.query';
export type { PublicPaper } from './public-paper';
export { PenaltiesQuery, type PenaltyCriteria, type PublicPenalty } from './penalties.query';
export { PublicRemovals, type PublicAnnouncement, type PublicRemoval } from './removals.query';
export { ReceiptsQuery, type PublicReceipt, type RegisteredNumber } from './receipts.query';
export type { PublicRenewal } from './renewals';
export { SignaturesQuery, type PublicSignature, type PublicSigningKey } from './signatures.query';
export { ResultsQuery, type LastInspection, type PublicResult, type ResultCriteria } from './results.query';
export {
  ServiceRatingsQuery,
  type PublicServiceRating,
  type ServiceRatingPage,
} from './service-ratings.query';
