import { Injectable } from '@nestjs/common';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { AuditLog } from '@zhaoguan/audit';
import { dateInShanghai } from '@zhaoguan/kernel';
import { assertVersionIfGiven, UnitOfWork, type Tx } from '@zhaoguan/platform';
import type { PartyStatement, PenaltyCase } from '../domain/penalty-case';
import type { PenaltyCaseAction } from '../domain/penalty-case.process';
import { assertNewWords, assertNothingStated, assertOwnFiles } from '../domain/statements';
import { PenaltyCaseStore } from '../store/penalty-case.store';
import { StatementStore } from '../store/statement.store';
import { Authorities } from './authorities';
import { act } from './case-act';
import { CaseViews, type CaseView } from './case-views';
import { PartyOfCase } from './party-of-case';

export interface StatementToReceive {
  readonly nature: PartyStatement['nature'];
  readonly text: string;
  /** Made on paper or by word of mouth, entered by the official in charge. */
  readonly recordedForParty: boolean;
  /** Uploaded before; the party's own statement alone has any. */
  readonly fileIds: readonly string[];
}

/** Takes the party's statement (陈述申辩) or its waiver, from itself or as recorded by the official. */
@Injectable()
export class ReceiveStatement {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: PenaltyCaseStore,
    private readonly statements: StatementStore,
    private readonly party: PartyOfCase,
    private readonly authorities: Authorities,
    private readonly audit: AuditLog,
    private readonly views: CaseViews,
  ) {}

  /**
   * @throws NOT_FOUND, FORBIDDEN, WRONG_DISTRICT, CASE_NEEDS_ANOTHER, NOT_THE_PARTY, STALE_VERSION, INVALID_TRANSITION, STATEMENT_DUPLICATE,
   *   WAIVER_AFTER_STATEMENT, TOO_MANY_STATEMENTS, UNKNOWN_STATEMENT_FILE
   */
  execute(caller: Caller, id: string, input: StatementToReceive, version?: number): Promise<CaseView> {
    return this.work.run(caller, async (tx) => {
      const subject = await this.cases.getForUpdate(tx, id);
      const byParty = !input.recordedForParty;
      if (byParty) await this.assertParty(tx, subject);
      else await this.requireOfficial(tx, subject);
      assertVersionIfGiven(version, subject.version);
      const on = dateInShanghai(tx.at);
      const transition = act(subject, actionOf(input), on);
      await this.assertOwnAndNew(tx, id, input, byParty);
      const stated = await this.cases.move(tx, subject, transition);
      await this.statements.insert(tx, id, {
        nature: input.nature,
        channel: byParty ? 'PARTY' : 'RECORDED',
        text: input.text,
        fileIds: input.fileIds,
      });
      await this.audit.append(tx, {
        action: input.nature === 'WAIVER' ? 'penalty-case.statement-waived' : 'penalty-case.statement-made',
        subjectType: 'penalty-case',
        subjectId: id,
        district: subject.district,
        detail: { channel: byParty ? 'PARTY' : 'RECORDED' },
      });
      const { institutionId, district } = subject;
      await tx.emit('penalty-case.stated', { caseId: id, institutionId, district, byParty });
      return this.views.full(tx.manager, caller, stated, on);
    });
  }

  private async assertOwnAndNew(
    tx: Tx,
    id: string,
    { nature, text, fileIds }: StatementToReceive,
    byParty: boolean,
  ): Promise<void> {
    const before = await this.statements.list(tx.manager, id);
    const channel = byParty ? 'PARTY' : 'RECORDED';
    if (nature === 'STATEMENT') assertNewWords(before, { channel, text, fileIds });
    else if (byParty) assertNothingStated(before);
    if (fileIds.length > 0)
      assertOwnFiles(await this.statements.files(tx.manager, id), before, fileIds, tx.caller.id);
  }

  private async assertParty(tx: Tx, subject: PenaltyCase): Promise<void> {
    const party = await this.party.of(tx.manager, subject);
    if (party !== tx.caller.id || !tx.caller.permissions.has('case.state')) throw refuse('NOT_THE_PARTY');
  }

  private async requireOfficial(tx: Tx, subject: PenaltyCase): Promise<void> {
    if (!tx.caller.permissions.has('case.manage')) throw refuse('FORBIDDEN');
    await this.authorities.requireInCharge(tx.caller, subject);
    await this.party.requireAnother(tx, subject);
  }
}

function actionOf({ nature, recordedForParty }: StatementToReceive): PenaltyCaseAction {
  if (!recordedForParty) return 'state';
  return nature === 'WAIVER' ? 'recordWaiver' : 'recordStatement';
}
