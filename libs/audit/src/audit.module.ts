import { Global, Module } from '@nestjs/common';
import { AuditLog } from './audit-log';
import { AuditEntriesController } from './http/audit-entries.controller';
import { PublicLogController } from './http/public-log.controller';
import { SequenceJob } from './jobs/sequence.job';
import { PaperSignatures } from './papers/paper-signatures';
import { PrintPapers } from './papers/print-papers';
import { EntryStore } from './store/entry.store';
import { LogStore } from './store/log.store';
import { TraceStore } from './store/trace.store';
import { ListEntriesQuery } from './use-cases/list-entries.query';
import { PublicLogQuery } from './use-cases/public-log.query';
import { SequenceLog } from './use-cases/sequence-log';

@Global()
@Module({
  controllers: [AuditEntriesController, PublicLogController],
  providers: [
    AuditLog,
    EntryStore,
    ListEntriesQuery,
    LogStore,
    PaperSignatures,
    PrintPapers,
    PublicLogQuery,
    SequenceJob,
    SequenceLog,
    TraceStore,
  ],
  exports: [AuditLog, PaperSignatures, PrintPapers, TraceStore],
})
export class AuditModule {}
