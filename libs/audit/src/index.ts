export { AuditLog } from './audit-log';
export { AuditModule } from './audit.module';
export type { AuditFacts } from './domain/entry';
