import { Injectable } from '@nestjs/common';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import { assertVersionIfGiven, ReferenceData, UnitOfWork, type Tx } from '@zhaoguan/platform';
import type { Removal, RemovalStatement } from '../domain/removal';
import { assertNewStatement, assertOwnFiles, DECISION_TERM } from '../domain/removal-rules';
import { RemovalPaperStore } from '../store/removal-paper.store';
import { RemovalStore } from '../store/removal.store';
import { RecordRemoval } from './record-removal';
import { RemovalOffice } from './removal-office';
import { RemovalViews, type RemovalView } from './removal-views';

export type StatementToMake = Pick<RemovalStatement, 'nature' | 'text' | 'fileIds'> & {
  /** Made on paper or by word of mouth, entered by the official. */
  readonly recordedForParty: boolean;
};

/** Takes what the institution says (陈述申辩), from itself or as taken down by the official. */
@Injectable()
export class StateRemoval {
  constructor(
    private readonly work: UnitOfWork,
    private readonly removals: RemovalStore,
    private readonly papers: RemovalPaperStore,
    private readonly office: RemovalOffice,
    private readonly reference: ReferenceData,
    private readonly record: RecordRemoval,
    private readonly views: RemovalViews,
  ) {}

  /**
   * @throws NOT_FOUND, FORBIDDEN, NOT_THE_PARTY, WRONG_DEPARTMENT, WRONG_DISTRICT, REMOVAL_NEEDS_ANOTHER, STALE_VERSION,
   *   INVALID_TRANSITION, STATEMENT_DUPLICATE, TOO_MANY_STATEMENTS, UNKNOWN_STATEMENT_FILE
   */
  execute(caller: Caller, id: string, input: StatementToMake, version?: number): Promise<RemovalView> {
    return this.work.run(caller, async (tx) => {
      const before = await this.removals.getForUpdate(tx, id);
      const { nature, text, fileIds, recordedForParty } = input;
      if (recordedForParty) await this.requireOfficial(tx, before);
      else this.requireOwn(tx, before);
      assertVersionIfGiven(version, before.version);
      const said = await this.papers.statements(tx.manager, id);
      const channel = recordedForParty ? 'RECORDED' : 'PARTY';
      const words = { nature, channel, text, fileIds } as const;
      assertNewStatement(await this.sinceNotice(tx, id, said), words);
      if (fileIds.length > 0)
        assertOwnFiles(await this.papers.files(tx.manager, id), said, fileIds, caller.id);
      await this.papers.insertStatement(tx, id, words);
      const today = dateInShanghai(tx.at);
      const after = await this.record.execute(tx, before, recordedForParty ? 'recordStatement' : 'state', {
        dueOn: await this.reference.dueOn(DECISION_TERM, today, before),
        detail: { channel },
        waived: nature === 'WAIVER',
      });
      return this.views.full(tx.manager, caller, after);
    });
  }

  /** Told anew, it may answer anew, in the same words as well. */
  private async sinceNotice(
    tx: Tx,
    id: string,
    said: readonly RemovalStatement[],
  ): Promise<RemovalStatement[]> {
    const acts = await this.removals.history(tx.manager, id);
    const told = acts.findLast(({ to }) => to === 'NOTICED');
    return said.filter(({ madeAt }) => told === undefined || madeAt >= told.at);
  }

  private async requireOfficial(tx: Tx, removal: Removal): Promise<void> {
    if (!tx.caller.permissions.has('removal.manage')) throw refuse('FORBIDDEN');
    await this.office.require(tx, removal);
  }

  private requireOwn(tx: Tx, { partyId }: Removal): void {
    if (partyId !== tx.caller.id || !tx.caller.permissions.has('removal.state'))
      throw refuse('NOT_THE_PARTY');
  }
}
