import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import type { Caller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import { PenaltyCaseStore } from '../store/penalty-case.store';
import { CaseViews, type CaseView } from './case-views';
import { NoticeDesk } from './notice-desk';
import { ProposedNotices, type NoticeToPropose } from './proposed-notices';

const NOT_SERVED = {
  noticedOn: null,
  statementUntil: null,
  service: null,
  serviceNote: null,
  servedOn: null,
};

/**
 * Makes the paper of a notice that is handed over (制作告知书), of the day; once more where it was wrong. The party knows nothing until it has it.
 */
@Injectable()
export class PrepareNotice {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: PenaltyCaseStore,
    private readonly proposed: ProposedNotices,
    private readonly desk: NoticeDesk,
    private readonly audit: AuditLog,
    private readonly views: CaseViews,
  ) {}

  /**
   * @throws NOT_FOUND, WRONG_DISTRICT, CASE_NEEDS_ANOTHER, STALE_VERSION, INVALID_TRANSITION, PENALTY_OUT_OF_RANGE, HEARING_REQUIRED,
   *   PRIOR_ORDER_REQUIRED, PRIOR_ORDER_INVALID
   * @law 行政处罚法第四十四条、第六十三条
   */
  execute(
    caller: Caller,
    id: string,
    input: NoticeToPropose,
    version: number | undefined,
  ): Promise<CaseView> {
    return this.work.run(caller, async (tx) => {
      const { subject, on, transition } = await this.desk.begin(tx, caller, id, 'prepare', version);
      const proposed = await this.proposed.propose(tx, subject, input, on);
      const prepared = await this.cases.move(tx, subject, transition, {
        notice: { ...proposed, ...NOT_SERVED },
      });
      const { institutionId, district } = subject;
      const { measures, amountFen, severity } = proposed;
      await this.audit.append(tx, {
        action: 'penalty-case.prepared',
        subjectType: 'penalty-case',
        subjectId: id,
        district,
        detail: { measures, amountFen, severity },
      });
      await tx.emit('penalty-case.prepared', { caseId: id, institutionId, district });
      return this.views.full(tx.manager, caller, prepared, on);
    });
  }
}
