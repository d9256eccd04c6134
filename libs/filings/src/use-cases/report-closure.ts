import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import type { Caller } from '@zhaoguan/contracts';
import { dateInShanghai, guarded } from '@zhaoguan/kernel';
import { assertVersion, UnitOfWork } from '@zhaoguan/platform';
import { dueAfterReport, type ClosureReport } from '../domain/closure';
import { closureProcess } from '../domain/closure.process';
import { requireRight } from '../domain/filing';
import { ClosureStore } from '../store/closure.store';
import { FilingStore } from '../store/filing.store';
import { ClosureDesk } from './closure-desk';
import { Closures, type ClosureView } from './closures.query';

/** Who has ended reports that everybody is placed and the fees are given back (报告已完成): its office looks again. */
@Injectable()
export class ReportClosure {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly closures: ClosureStore,
    private readonly desk: ClosureDesk,
    private readonly query: Closures,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param version what was read: nothing is reported of what the office has recorded meanwhile, and nothing twice
   * @throws NOT_FOUND, FORBIDDEN, VERSION_REQUIRED, STALE_VERSION, INVALID_TRANSITION, REASON_REQUIRED
   */
  execute(
    caller: Caller,
    id: string,
    said: ClosureReport,
    version: number | undefined,
  ): Promise<ClosureView> {
    return this.work.run(caller, async (tx) => {
      const filing = await this.filings.getForUpdate(tx, id);
      requireRight(filing, caller, 'filing.file');
      const before = await this.closures.get(tx, id);
      const seq = await this.closures.version(tx.manager, id);
      assertVersion(version, seq);
      const statement = guarded(said.statement) ?? '';
      const { from, to } = closureProcess.apply(before.status, 'report', undefined, { reason: statement });
      const { kind, district } = before;
      const today = dateInShanghai(tx.at);
      const anew = await this.desk.dueOn({ kind, district }, today);
      const dueOn = dueAfterReport(before.dueOn, anew, today);
      await this.closures.appendReport(tx, before, { seq, to, statement }, dueOn);
      await this.audit.append(tx, {
        action: 'filing.closure-reported',
        subjectType: 'filing',
        subjectId: id,
        district,
        detail: { from, to, until: dueOn },
      });
      await tx.emit('filing.closure-reported', { filingId: id });
      const closure = await this.closures.get(tx, id);
      return this.query.view(tx.manager, { filing, closure }, caller);
    });
  }
}
