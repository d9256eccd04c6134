import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type AuditAction, type Caller } from '@zhaoguan/contracts';
import { FileStore, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { isApplicant, opensVisitFiles, requireRight } from '../domain/filing';
import { FilingStore } from '../store/filing.store';
import { FilingReference } from './filing-reference';

/**
 * Opens what was uploaded beside a case after its acceptance (现场核查、终止后续核实): photos and papers show names and numbers in clear, so
 * like a material they are opened by whose they are to read, and leave a trace.
 */
@Injectable()
export class OpenPaper {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly files: FileStore,
    private readonly offices: FilingReference,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param action that an official leaves in the log by it
   * @param find the file, where the reader may have it; `own`: is the applicant
   * @throws NOT_FOUND, WRONG_DEPARTMENT, FORBIDDEN
   */
  async execute<F extends { readonly sm3: string }>(
    caller: Caller,
    filingId: string,
    action: AuditAction,
    find: (tx: Tx, own: boolean) => Promise<F | undefined>,
  ) {
    const file = await this.work.run(caller, async (tx) => {
      const filing = await this.filings.get(tx.manager, filingId);
      requireRight(filing, caller, 'filing.read');
      const own = isApplicant(filing, caller);
      if (!own && !opensVisitFiles(filing, await this.offices.actingOn(caller, filing)))
        throw refuse('FORBIDDEN');
      const wanted = await find(tx, own);
      if (wanted === undefined) throw refuse('NOT_FOUND');
      if (!own)
        await this.audit.append(tx, {
          action,
          subjectType: 'filing',
          subjectId: filingId,
          district: filing.application.district,
          detail: { sm3: wanted.sm3 },
        });
      return wanted;
    });
    return { file, content: await this.files.read(file.sm3) };
  }
}
