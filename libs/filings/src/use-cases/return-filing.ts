import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { dateInShanghai, normalizeText } from '@zhaoguan/kernel';
import { UnitOfWork } from '@zhaoguan/platform';
import { summaryOf, type Remark } from '../domain/filing';
import { FilingReference } from './filing-reference';
import { LoadForDecision } from './load-for-decision';
import { PresentFiling, type FilingView } from './present-filing';
import { RecordAct } from './record-act';

/** The authority returns the filing with everything that must be put right (退回补正，一次性告知). */
@Injectable()
export class ReturnFiling {
  constructor(
    private readonly work: UnitOfWork,
    private readonly load: LoadForDecision,
    private readonly reference: FilingReference,
    private readonly present: PresentFiling,
    private readonly record: RecordAct,
  ) {}

  /** @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, INVALID_TRANSITION, REASON_REQUIRED */
  async execute(caller: Caller, id: string, reasons: readonly Remark[]): Promise<FilingView> {
    return this.work.run(caller, async (tx) => {
      const before = await this.load.execute(tx, id, 'filing.return');
      const remarks = reasons.map(({ pointer, message }) => ({ pointer, message: normalizeText(message) }));
      const after = await this.record.execute(tx, {
        action: 'return',
        before,
        changes: { correctBy: await this.reference.correctBy(before, dateInShanghai(tx.at)) },
        reason: summaryOf(remarks),
        remarks,
        event: 'filing.returned',
        payload: { filingId: id, district: before.application.district },
      });
      return this.present.view(tx.manager, after, caller);
    });
  }
}
