import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import type { Caller, TakeoverRelation } from '@zhaoguan/contracts';
import { assertVersionIfGiven, UnitOfWork } from '@zhaoguan/platform';
import { requireEditable, requireRight } from '../domain/filing';
import { statementOf } from '../domain/takeover';
import { FilingStore } from '../store/filing.store';
import { PresentFiling, type FilingView } from './present-filing';
import { TakeoverDesk } from './takeover-desk';

export interface TakeoverToState {
  readonly relation: TakeoverRelation;
  readonly ground: string;
  readonly explanation: string;
  readonly predecessorId?: string | undefined;
}

/** The applicant says why they file under a code of another account, or in the house of another home (归属说明). */
@Injectable()
export class StateTakeover {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly desk: TakeoverDesk,
    private readonly present: PresentFiling,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, STALE_VERSION, VALIDATION_FAILED */
  async execute(caller: Caller, id: string, said: TakeoverToState, version?: number): Promise<FilingView> {
    return this.work.run(caller, async (tx) => {
      const filing = await this.filings.getForUpdate(tx, id);
      requireRight(filing, caller, 'filing.file');
      assertVersionIfGiven(version, filing.version);
      requireEditable(filing);
      const statement = statementOf(said, await this.desk.standing(tx.manager, filing));
      await this.desk.statements.append(tx, filing, statement);
      const saved = await this.filings.save(tx, await this.desk.shown(tx.manager, filing));
      const { relation, ground } = statement;
      await this.audit.append(tx, {
        action: 'filing.takeover-stated',
        subjectType: 'filing',
        subjectId: id,
        district: filing.application.district,
        detail: { relation, ground },
      });
      return this.present.view(tx.manager, saved, caller);
    });
  }
}
