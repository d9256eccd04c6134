import { Injectable } from '@nestjs/common';
import type { Permission } from '@zhaoguan/contracts';
import { dateInShanghai, guarded, type PlainDate } from '@zhaoguan/kernel';
import { ReferenceData, type Tx } from '@zhaoguan/platform';
import {
  assertCorrects,
  type DaysOfDecision,
  type DecisionService,
  type DecisionServiceToEnter,
  type DecisionToServe,
} from '../domain/decision-service';
import { assertService } from '../domain/notice-service';
import type { DecisionServiceStore } from '../store/decision-service.store';
import { ReadsOnline } from './reads-online';

/** Served by announcement, it counts as received when the days of the announcement are over. */
const ANNOUNCEMENT_TERM = 'REMOVAL_ANNOUNCEMENT';

/**
 * The service of a decision (决定书送达), one rule for penalties and removals: by the system with the decision where the party reads it
 * online, else as an official enters it. The caller holds the case locked, and says who may do it.
 * @law 行政处罚法第六十一条；行政许可法第四十四条
 */
@Injectable()
export class ServeDecision {
  constructor(
    private readonly reference: ReferenceData,
    private readonly readsOnline: ReadsOnline,
  ) {}

  /**
   * Together with the decision: it reaches an account in which somebody reads it, that of whom the notice was served online.
   * @param permission by which the account reads it
   * @returns null where it is still to be served
   */
  async atOnce(
    tx: Tx,
    services: DecisionServiceStore,
    decision: DecisionToServe,
    permission: Permission,
  ): Promise<DecisionService | null> {
    if (!(await this.readsOnline.whileActing(tx, decision.partyId, permission))) return null;
    const on = dateInShanghai(tx.at);
    return this.add(tx, services, decision, {
      number: 1,
      service: 'ONLINE',
      serviceNote: null,
      servedOn: on,
      receivedOn: on,
      reason: null,
      enteredBy: null,
    });
  }

  /**
   * @param permission by which the account of the party reads it; null where it does not, whoever has one
   * @throws DECISION_SERVED, DECISION_SERVICE_CHANGED, SERVICE_REASON_REQUIRED, NO_OPERATOR, SERVICE_NOTE_REQUIRED, SERVICE_DAY_WRONG
   */
  async enter(
    tx: Tx,
    services: DecisionServiceStore,
    decision: DecisionToServe,
    input: DecisionServiceToEnter,
    permission: Permission | null,
  ): Promise<DecisionService> {
    const latest = (await services.list(tx.manager, decision.id)).at(-1);
    const reason = guarded(input.reason);
    assertCorrects(latest?.number, { corrects: input.corrects, reason });
    const on = dateInShanghai(tx.at);
    const { service } = input;
    const serviceNote = service === 'ONLINE' ? null : guarded(input.serviceNote);
    const servedOn = service === 'ONLINE' ? on : (input.servedOn ?? on);
    const isReadOnline =
      permission !== null && (await this.readsOnline.whileActing(tx, decision.partyId, permission));
    assertService(
      { service, serviceNote, servedOn },
      { isReadOnline, paper: '决定书', paperOn: decision.decidedOn, on },
    );
    const receivedOn =
      service === 'ANNOUNCED' ? await this.reference.dueOn(ANNOUNCEMENT_TERM, servedOn, decision) : servedOn;
    return this.add(tx, services, decision, {
      number: (latest?.number ?? 0) + 1,
      service,
      serviceNote,
      servedOn,
      receivedOn,
      reason: input.corrects === null ? null : reason,
      enteredBy: tx.caller.id,
    });
  }

  /** What follows from the receipt on this day. @law 行政处罚法第六十七条；行政复议法第二十条；行政诉讼法第四十六条 */
  async daysFrom(
    receivedOn: PlainDate,
    { kind, district, decidedOn, isFine }: Omit<DecisionToServe, 'id' | 'partyId'>,
  ): Promise<DaysOfDecision> {
    const lastDay = (term: string): Promise<PlainDate> =>
      this.reference.dueOn(term, receivedOn, { kind, district, asOf: decidedOn });
    return {
      reconsiderationUntil: await lastDay('RECONSIDERATION'),
      litigationUntil: await lastDay('LITIGATION'),
      paymentDueOn: isFine ? await lastDay('PENALTY_PAYMENT') : null,
    };
  }

  private async add(
    tx: Tx,
    services: DecisionServiceStore,
    decision: DecisionToServe,
    record: Omit<DecisionService, keyof DaysOfDecision | 'enteredAt'>,
  ): Promise<DecisionService> {
    const days = await this.daysFrom(record.receivedOn, decision);
    const entered = { ...record, ...days, enteredAt: tx.at };
    await services.add(tx, decision.id, entered);
    return entered;
  }
}
