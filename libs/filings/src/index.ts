export { FilingsModule } from './filings.module';
export { FilingEntity } from './store/filing.entity';
export {
  FILING_STATUS_LABELS,
  filingProcess,
  type FilingAction,
  type FilingStatus,
} from './domain/filing.process';
