import { Injectable } from '@nestjs/common';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import { ReferenceData, UnitOfWork } from '@zhaoguan/platform';
import { requireDecider } from '../domain/removal';
import { NOTICE_TERM } from '../domain/removal-rules';
import { RemovalPaperStore } from '../store/removal-paper.store';
import { LoadRemoval } from './load-removal';
import { RecordRemoval } from './record-removal';
import { RemovalViews, type RemovalView } from './removal-views';
import { TellPartner } from './tell-partner';

/** The steps between notice and decision: 报请决定, 退回重新办理, 终止办理. */
@Injectable()
export class MoveRemoval {
  constructor(
    private readonly work: UnitOfWork,
    private readonly load: LoadRemoval,
    private readonly papers: RemovalPaperStore,
    private readonly reference: ReferenceData,
    private readonly record: RecordRemoval,
    private readonly partner: TellPartner,
    private readonly views: RemovalViews,
  ) {}

  /**
   * @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, STALE_VERSION, INVALID_TRANSITION, STATEMENT_PERIOD_RUNNING,
   *   STATEMENT_REVIEW_REQUIRED
   */
  propose(
    caller: Caller,
    id: string,
    { text, statementReview }: { readonly text: string; readonly statementReview: string | null },
    version?: number,
  ): Promise<RemovalView> {
    return this.work.run(caller, async (tx) => {
      const before = await this.load.execute(tx, id, version);
      const said = await this.papers.statements(tx.manager, id);
      if (statementReview === null && said.some(({ nature }) => nature === 'STATEMENT'))
        throw refuse('STATEMENT_REVIEW_REQUIRED', {}, [
          { pointer: '/statementReview', code: 'REQUIRED', message: '请填写' },
        ]);
      const proposal = { text, statementReview, proposedBy: caller.id };
      const after = await this.record.execute(tx, before, 'propose', { proposal });
      return this.views.full(tx.manager, caller, after);
    });
  }

  /**
   * @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, REMOVAL_NEEDS_ANOTHER, REVOCATION_OF_OWN_ACCEPTANCE, STALE_VERSION,
   *   INVALID_TRANSITION
   */
  sendBack(caller: Caller, id: string, reason: string, version?: number): Promise<RemovalView> {
    return this.work.run(caller, async (tx) => {
      const before = await this.load.execute(tx, id, version);
      requireDecider(before, caller.id);
      const dueOn = await this.reference.dueOn(NOTICE_TERM, dateInShanghai(tx.at), before);
      const after = await this.record.execute(tx, before, 'sendBack', { reason, dueOn });
      return this.views.full(tx.manager, caller, after);
    });
  }

  /** @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, STALE_VERSION, INVALID_TRANSITION */
  drop(caller: Caller, id: string, reason: string, version?: number): Promise<RemovalView> {
    return this.work.run(caller, async (tx) => {
      const before = await this.load.execute(tx, id, version);
      const after = await this.record.execute(tx, before, 'drop', { reason, dueOn: null });
      await this.partner.dropped(tx, after);
      return this.views.full(tx.manager, caller, after);
    });
  }
}
