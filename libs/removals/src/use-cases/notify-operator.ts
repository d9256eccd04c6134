import { Injectable } from '@nestjs/common';
import { assertNeedsNoPaper, assertService, ReadsOnline } from '@zhaoguan/access';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { dateInShanghai, guarded, type PlainDate } from '@zhaoguan/kernel';
import { ReferenceData, UnitOfWork, type Tx } from '@zhaoguan/platform';
import type { Removal, RemovalNotice } from '../domain/removal';
import { REMOVAL_STATUS_LABELS } from '../domain/removal.process';
import { ANNOUNCEMENT_TERM, DECISION_TERM, STATEMENT_TERM } from '../domain/removal-rules';
import { RemovalPaperStore } from '../store/removal-paper.store';
import { LoadRemoval } from './load-removal';
import { RecordRemoval } from './record-removal';
import { RemovalPaperDesk, type RemovalGivenPaper } from './removal-paper-desk';
import { READS_REMOVALS, RemovalViews, type RemovalView } from './removal-views';
import { TellPartner } from './tell-partner';

/** `servedOn` only where it was handed over on another day than today. */
export type ServiceToEnter = Pick<RemovalNotice, 'service' | 'serviceNote'> & {
  readonly servedOn: PlainDate | null;
};

/** What a service is of: what it tells, and the day of its paper. */
interface ToServe {
  readonly facts: string;
  readonly paperOn: PlainDate;
}

/**
 * Tells the institution what is meant to be done and why, and until when it can answer (事先告知): at once, or by a paper that is drawn
 * up, printed, and whose service is entered when it has reached the institution.
 */
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
   * Online or by announcement: told and served in one act.
   * @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, STALE_VERSION, INVALID_TRANSITION, EVIDENCE_REQUIRED, NO_OPERATOR,
   *   SERVICE_NOTE_REQUIRED, NOTICE_PAPER_FIRST
   */
  execute(
    caller: Caller,
    id: string,
    { facts, ...service }: ServiceToEnter & { readonly facts: string },
    version?: number,
  ): Promise<RemovalView> {
    return this.work.run(caller, async (tx) => {
      const before = await this.load.execute(tx, id, version);
      await this.requireEvidence(tx, id);
      assertNeedsNoPaper(service.service);
      const toServe = { facts: guarded(facts) ?? facts, paperOn: dateInShanghai(tx.at) };
      return this.tell(tx, before, 'notice', toServe, service, (after) => this.desk.notice(tx, after));
    });
  }

  /**
   * Draws the paper up (制作告知书), or draws it up anew as long as it is not served.
   * @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, STALE_VERSION, INVALID_TRANSITION, EVIDENCE_REQUIRED
   */
  prepare(caller: Caller, id: string, facts: string, version?: number): Promise<RemovalView> {
    return this.work.run(caller, async (tx) => {
      const before = await this.load.execute(tx, id, version);
      await this.requireEvidence(tx, id);
      const prepared = {
        facts: guarded(facts) ?? facts,
        preparedBy: caller.id,
        preparedOn: dateInShanghai(tx.at),
      };
      const after = await this.record.execute(tx, before, 'prepare', { prepared });
      await this.desk.noticeToServe(tx, after);
      return this.views.full(tx.manager, caller, after);
    });
  }

  /**
   * Enters that the paper has reached the institution (送达). Nothing of what it says is changed by it.
   * @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, STALE_VERSION, INVALID_TRANSITION, NO_OPERATOR, SERVICE_NOTE_REQUIRED,
   *   SERVICE_DAY_WRONG
   */
  serve(caller: Caller, id: string, service: ServiceToEnter, version?: number): Promise<RemovalView> {
    return this.work.run(caller, async (tx) => {
      const before = await this.load.execute(tx, id, version);
      const { prepared } = before;
      if (!prepared) throw refuse('INVALID_TRANSITION', { from: REMOVAL_STATUS_LABELS[before.status] });
      const toServe = { facts: prepared.facts, paperOn: prepared.preparedOn };
      return this.tell(tx, before, 'serve', toServe, service, (after) => this.desk.latestNotice(tx, after));
    });
  }

  private async tell(
    tx: Tx,
    before: Removal,
    act: 'notice' | 'serve',
    toServe: ToServe,
    service: ServiceToEnter,
    paperOf: (after: Removal) => Promise<RemovalGivenPaper>,
  ): Promise<RemovalView> {
    const notice = await this.noticeOf(tx, before, toServe, service);
    const after = await this.record.execute(tx, before, act, {
      notice,
      prepared: null,
      proposal: null,
      dueOn: await this.reference.dueOn(DECISION_TERM, notice.statementUntil, before),
      detail: { channel: notice.service, until: notice.statementUntil },
    });
    await this.partner.noticed(tx, after, await paperOf(after));
    return this.views.full(tx.manager, tx.caller, after);
  }

  private async requireEvidence(tx: Tx, id: string): Promise<void> {
    const files = await this.papers.files(tx.manager, id);
    if (!files.some(({ purpose }) => purpose === 'EVIDENCE')) throw refuse('EVIDENCE_REQUIRED');
  }

  private async noticeOf(
    tx: Tx,
    before: Removal,
    { facts, paperOn }: ToServe,
    input: ServiceToEnter,
  ): Promise<RemovalNotice> {
    const on = dateInShanghai(tx.at);
    const { service } = input;
    const serviceNote = service === 'ONLINE' ? null : guarded(input.serviceNote);
    const servedOn = service === 'DELIVERED' ? (input.servedOn ?? on) : on;
    assertService(
      { service, serviceNote, servedOn },
      {
        isReadOnline: await this.readsOnline.whileActing(tx, before.partyId, READS_REMOVALS),
        paperOn,
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
