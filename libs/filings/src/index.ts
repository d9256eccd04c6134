export { FilingsModule } from './filings.module';
export { FilingEntity } from './store/filing.entity';
export {
  FILING_STATUS_LABELS,
  filingProcess,
  type FilingAction,
  type FilingStatus,
} from './domain/filing.process';
export {
  serviceGuide,
  type GuideMaterial,
  type GuideReference,
  type ServiceGuide,
} from './domain/guide/service-guide';
export { closingOfApplication } from './domain/form-sheet';
export { printFormSheet } from './printing/form-sheet';
export type { GuideForm } from './domain/guide/guide-form';
export type { GuidePlace } from './domain/guide/guide-place';
export type { GuideSteps } from './domain/guide/guide-steps';
