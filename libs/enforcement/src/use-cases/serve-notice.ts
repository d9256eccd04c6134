import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import type { Notice, PenaltyCase } from '../domain/penalty-case';
import { PenaltyCaseStore } from '../store/penalty-case.store';
import { CaseViews, type CaseView } from './case-views';
import { NoticeDesk, type NoticeToServe } from './notice-desk';

/** Enters how the paper of a notice has reached the party (送达). What it proposes stays as it was made. */
@Injectable()
export class ServeNotice {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: PenaltyCaseStore,
    private readonly desk: NoticeDesk,
    private readonly views: CaseViews,
  ) {}

  /**
   * @throws NOT_FOUND, WRONG_DISTRICT, CASE_NEEDS_ANOTHER, STALE_VERSION, INVALID_TRANSITION, NO_OPERATOR, SERVICE_NOTE_REQUIRED,
   *   SERVICE_DAY_WRONG
   * @law 行政处罚法第四十四条、第四十五条
   */
  execute(caller: Caller, id: string, input: NoticeToServe, version: number | undefined): Promise<CaseView> {
    return this.work.run(caller, async (tx) => {
      const { subject, on, transition } = await this.desk.begin(tx, caller, id, 'serve', version);
      const notice = await this.desk.serve(tx, subject, preparedNotice(subject), input);
      const noticed = await this.cases.move(tx, subject, transition, { notice });
      await this.desk.tell(tx, subject, notice, input.service);
      return this.views.full(tx.manager, caller, noticed, on);
    });
  }
}

/** The process lets nobody serve what was not made. */
function preparedNotice({ id, notice }: PenaltyCase): Notice {
  if (!notice) throw new Error(`case ${id} is to be served without a notice`);
  return notice;
}
