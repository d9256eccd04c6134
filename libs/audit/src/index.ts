export { AuditLog } from './audit-log';
export { AuditModule } from './audit.module';
export { logPublicKey } from './checkpoint-key';
export { logKeyProof } from './store/key-proof';
export { canonicalJson, type AuditFacts } from './domain/entry';
export { PaperSignatures } from './papers/paper-signatures';
export { PrintPapers } from './papers/print-papers';
export { TraceStore, type Deed, type Trace } from './store/trace.store';
export { LogFault, verifyLog, type VerifiedLog, type VerifyOptions } from './verify-log';
