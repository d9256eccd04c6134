/** Reads and checks the files under seeds/reference. Pure: the caller reads the file and parses its JSON. */
export * from './agencies';
export * from './change-rules';
export * from './credit-rules';
export * from './district-tiles';
export * from './districts';
export {
  EVIDENCE_MARKS,
  type EvidenceMark,
  isInForce,
  NO_LAW,
  type LegalCitation,
  overlaps,
  type Period,
  REFERENCE_KINDS,
  type ReferenceFile,
  type ReferenceKind,
  type ReferenceSource,
} from './file';
export * from './forms';
export * from './holidays';
export * from './indicators';
export * from './inspection-items';
export * from './materials';
export * from './penalty-bases';
export * from './removal-grounds';
export * from './rating-reasons';
export * from './regimes';
export * from './result-categories';
export * from './staff-requirements';
export { ReferenceDataError } from './row';
export * from './service-items';
export * from './site-items';
export * from './terms';
