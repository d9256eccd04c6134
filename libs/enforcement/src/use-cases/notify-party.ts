import { Injectable } from '@nestjs/common';
import { assertNeedsNoPaper } from '@zhaoguan/access';
import type { Caller, PenaltyService } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import { PenaltyCaseStore } from '../store/penalty-case.store';
import { CaseViews, type CaseView } from './case-views';
import { NoticeDesk } from './notice-desk';
import { ProposedNotices, type NoticeToPropose } from './proposed-notices';

export interface NoticeToGive extends NoticeToPropose {
  readonly service: PenaltyService;
}

/** Tells the party online what is meant to be imposed and why, and what it can say to that (行政处罚告知). */
@Injectable()
export class NotifyParty {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: PenaltyCaseStore,
    private readonly proposed: ProposedNotices,
    private readonly desk: NoticeDesk,
    private readonly views: CaseViews,
  ) {}

  /**
   * @throws NOT_FOUND, WRONG_DISTRICT, CASE_NEEDS_ANOTHER, STALE_VERSION, INVALID_TRANSITION, PENALTY_OUT_OF_RANGE, HEARING_REQUIRED,
   *   PRIOR_ORDER_REQUIRED, PRIOR_ORDER_INVALID, NOTICE_PAPER_FIRST, NO_OPERATOR
   * @law 行政处罚法第四十四条、第四十五条、第六十三条
   */
  execute(caller: Caller, id: string, input: NoticeToGive, version: number | undefined): Promise<CaseView> {
    return this.work.run(caller, async (tx) => {
      const { subject, on, transition } = await this.desk.begin(tx, caller, id, 'notice', version);
      assertNeedsNoPaper(input.service);
      const { service } = input;
      const proposed = await this.proposed.propose(tx, subject, input, on);
      const online = { service, serviceNote: null, servedOn: null };
      const notice = await this.desk.serve(tx, subject, proposed, online);
      const noticed = await this.cases.move(tx, subject, transition, { notice });
      await this.desk.tell(tx, subject, proposed, service);
      return this.views.full(tx.manager, caller, noticed, on);
    });
  }
}
