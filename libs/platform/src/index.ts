export * from './config';
export * from './tokens';
export * from './database/data-source';
export * from './database/database-listener';
export * from './database/key-fingerprints';
export * from './database/keys-of-database';
export * from './database/session-locks';
export * from './database/site-type-of';
export * from './database/planned-once';
export * from './database/unit-of-work';
export * from './database/pg-errors';
export * from './jobs/on-job';
export { DeadJobs, RETRY_OUTCOMES, type DeadJob, type RetryOutcome } from './jobs/dead-jobs';
export * from './jobs/job-runner';
export * from './jobs/queue.service';
export * from './jobs/redis-answers';
export * from './jobs/scheduler';
export * from './outbox/outbox-relay';
export * from './crypto/field-cipher';
export * from './crypto/sm2';
export * from './crypto/sm3';
export * from './signing/document-signer';
export { FileSignatures, type SignedFile } from './signing/file-signatures';
export { rotateSigningKey } from './signing/signing-key-file';
export { writeDraft } from './storage/draft';
export * from './storage/file-store';
export * from './storage/media-type';
export { ResumableUploads } from './storage/resumable-uploads';
export { codePointName } from './printing/document-font';
export * from './printing/paper';
export { IssuePaper, type PaperPlace } from './papers/issue-paper';
export { printPaper, type PrintedDocument } from './papers/paper-document';
export { PaperLineDto } from './papers/paper.dto';
export { PaperStore, type PaperLine } from './papers/paper-store';
export { drawQr, QR_SIZE } from './papers/qr-code';
export { printCaseDocument, type PrintedPdf } from './printing/case-document';
export {
  downloadSpreadsheet,
  noRows,
  pagesOf,
  writeSpreadsheet,
  XLSX_TYPE,
  type PageRequest,
  type SpreadsheetFile,
} from './spreadsheet/spreadsheet-file';
export { writeXlsx, type Sheet } from './spreadsheet/xlsx-writer';
export type { SheetColumn } from './spreadsheet/sheet-cells';
export * from './logging/logger';
export * from './logging/nest-logger';
export * from './http/policy';
export { GivesSpreadsheet, UntilGone } from './http/spreadsheet-routes';
export * from './http/problem';
export { retryAfter, toProblem } from './http/problem.failure';
export * from './http/problem.filter';
export { ERROR_PAGES, isForPeople, type ErrorPages } from './http/error-pages';
export { SecretAnswer } from './http/idempotency.interceptor';
export { LimitedLogin } from './http/rate-limit.guard';
export * from './http/download';
export * from './http/file-routes';
export * from './http/validation';
export * from './http/versions';
export * from './http/name-fragment';
export * from './http/page';
export * from './http/is-day';
export * from './http/upload';
export * from './http/http-app';
export * from './http/http.module';
export * from './platform.module';
export * from './public-platform.module';
export * from './embedded-postgres';
export * from './project-root';
export * from './reference/load-reference';
export * from './reference/reference-data';
export * from './database/migrate';
export * from './reference/regime-warnings';
export * from './database/embedded-database';
