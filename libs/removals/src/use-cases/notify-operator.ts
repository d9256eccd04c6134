import { Injectable } from '@nestjs/common';
import { assertService, ReadsOnline } from '@zhaoguan/access';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { dateInShanghai, guarded, type PlainDate } from '@zhaoguan/kernel';
import { ReferenceData, UnitOfWork, type Tx } from '@zhaoguan/platform';
import type { Removal, RemovalNotice } from '../domain/removal';
import { ANNOUNCEMENT_TERM, DECISION_TERM, STATEMENT_TERM } from '../domain/removal-rules';
import { RemovalPaperStore } from '../store/removal-paper.store';
import { LoadRemoval } from './load-removal';
import { RecordRemoval } from './record-removal';
import { RemovalPaperDesk } from './removal-paper-desk';
import { RemovalViews, type RemovalView } from './removal-views';
import { TellPartner } from './tell-partner';

/** `servedOn` only where it was handed over on another day than today. */
export type NoticeToServe = Pick<RemovalNotice, 'facts' | 'service' | 'serviceNote'> & {
  readonly servedOn: PlainDate | null;
};

/** Tells the institution what is meant to be done and why, and until when it can answer (事先告知). */
@Injectable()
export class NotifyOperator {
  constructor(
    private readonly work: UnitOfWork,
    private readonly load: LoadRemoval,
    private readonly readsOnline: ReadsOnline,
    private readonly papers: RemovalPaperStore,
    private readonly reference: ReferenceData,
    private readonly record: RecordRemoval,
    private readonly desk: RemovalPaperDesk,
    private readonly partner: TellPartner,
    private readonly views: RemovalViews,
  ) {}

  /**
   * @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, STALE_VERSION, INVALID_TRANSITION, EVIDENCE_REQUIRED, NO_OPERATOR,
   *   SERVICE_NOTE_REQUIRED, SERVICE_DAY_WRONG
   */
  execute(caller: Caller, id: string, input: NoticeToServe, version?: number): Promise<RemovalView> {
    return this.work.run(caller, async (tx) => {
      const before = await this.load.execute(tx, id, version);
      const files = await this.papers.files(tx.manager, id);
      if (!files.some(({ purpose }) => purpose === 'EVIDENCE')) throw refuse('EVIDENCE_REQUIRED');
      const notice = await this.noticeOf(tx, before, input);
      const after = await this.record.execute(tx, before, 'notice', {
        notice,
        proposal: null,
        dueOn: await this.reference.dueOn(DECISION_TERM, notice.statementUntil, before),
        detail: { channel: notice.service, until: notice.statementUntil },
      });
      await this.partner.noticed(tx, after, await this.desk.notice(tx, after));
      return this.views.full(tx.manager, caller, after);
    });
  }

  private async noticeOf(tx: Tx, before: Removal, input: NoticeToServe): Promise<RemovalNotice> {
    const on = dateInShanghai(tx.at);
    const { facts, service } = input;
    const serviceNote = service === 'ONLINE' ? null : guarded(input.serviceNote);
    const servedOn = service === 'DELIVERED' ? (input.servedOn ?? on) : on;
    assertService(
      { service, serviceNote, servedOn },
      {
        isReadOnline: await this.readsOnline.whileActing(tx, before.partyId, 'removal.state'),
        openedOn: dateInShanghai(before.openedAt),
        on,
      },
    );
    // Announced, it counts as served when the days of the announcement are over; handed over, the days run from the day on which
    // that is entered: nobody's period is over before anybody could see it.
    const received = service === 'ANNOUNCED' ? await this.reference.dueOn(ANNOUNCEMENT_TERM, on, before) : on;
    const statementUntil = await this.reference.dueOn(STATEMENT_TERM, received, before);
    return {
      facts,
      service,
      serviceNote,
      servedOn,
      statementUntil,
      noticedBy: tx.caller.id,
      noticedAt: tx.at,
    };
  }
}
