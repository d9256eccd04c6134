import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import type {
  AuditAction,
  EventMap,
  InstitutionStatus,
  PartnerEvent,
  StatusAction,
} from '@zhaoguan/contracts';
import { PartnerCases } from '@zhaoguan/exchange';
import type { Tx } from '@zhaoguan/platform';
import type { Dismissal } from '../domain/dismissal';
import type { LongerTerm } from '../domain/extension';
import { applyAct, type Filing } from '../domain/filing';
import { legalBasisOf } from '../domain/filing.deadlines';
import type { FilingAction } from '../domain/filing.process';
import { statusActionOf } from '../domain/filing-types';
import { toldPaper } from '../domain/papers/told-paper';
import type { Remark } from '../domain/remarks';
import { FilingStore } from '../store/filing.store';
import { HistoryStore } from '../store/history.store';
import { CaseRegimes } from './case-regimes';
import { EndExtension } from './end-extension';
import { PaperDesk, type FilingGivenPaper } from './paper-desk';

type FilingEvent = Extract<keyof EventMap, `filing.${string}`> & AuditAction;

export interface Act<E extends FilingEvent> {
  readonly action: FilingAction;
  /** The filing as it was before the act. */
  readonly before: Filing;
  /** What the act changes, beside the status; a term that ran before ends with every act. */
  readonly changes: Partial<Filing>;
  readonly reason?: string;
  /** What the applicant must put right in what was handed in. */
  readonly remarks?: readonly Remark[];
  /** Of an extension of the term. */
  readonly longer?: LongerTerm;
  /** Why an application is not taken in. */
  readonly dismissal?: Dismissal;
  /** Departments that do not agree with it. */
  readonly unheeded?: readonly string[];
  readonly event: E;
  readonly payload: EventMap[E];
}

/** What a partner is told of an accepted notice. It holds from the day that the notice names. */
const TOLD_OF_STATUS = {
  suspend: { event: 'institution.suspended', institutionStatus: 'SUSPENDED' },
  prolong: { event: 'institution.suspension-prolonged', institutionStatus: 'SUSPENDED' },
  resume: { event: 'institution.resumed', institutionStatus: 'OPERATING' },
  close: { event: 'institution.closed', institutionStatus: 'CLOSED' },
} as const satisfies Record<StatusAction, { event: PartnerEvent; institutionStatus: InstitutionStatus }>;

/** What every act leaves behind: the new state, its transition, the audit entry, its paper, the event. In the act's transaction. */
@Injectable()
export class RecordAct {
  constructor(
    private readonly filings: FilingStore,
    private readonly history: HistoryStore,
    private readonly audit: AuditLog,
    private readonly papers: PaperDesk,
    private readonly partners: PartnerCases,
    private readonly extensions: EndExtension,
    private readonly regimes: CaseRegimes,
  ) {}

  /** @throws INVALID_TRANSITION, REASON_REQUIRED, STALE_VERSION, DUPLICATE_FILING */
  async execute<E extends FilingEvent>(tx: Tx, act: Act<E>): Promise<Filing> {
    const { before, action, reason, unheeded = [] } = act;
    const applied = applyAct(before, action, reason);
    const ended = { ...before, dueOn: null, extendedFrom: null, correctBy: null };
    const after = await this.filings.save(tx, { ...ended, ...act.changes, status: applied.to });
    await this.history.appendTransition(tx, before.id, {
      action,
      from: applied.from,
      to: applied.to,
      reason: reason ?? null,
      legalBasis: legalBasisOf(await this.regimes.renewing(tx.manager, before), action),
    });
    if (act.remarks) await this.history.appendRemarks(tx, after, act.remarks);
    await this.audit.append(tx, {
      action: act.event,
      subjectType: 'filing',
      subjectId: before.id,
      district: before.application.district,
      detail: {
        from: applied.from,
        to: applied.to,
        round: after.round,
        filingNumber: after.filingNumber,
        ...(unheeded.length > 0 && { unheeded }),
      },
    });
    if (before.regime === 'LICENCE' && applied.to !== applied.from) await this.extensions.lapse(tx, after);
    const paper = await this.papers.execute(tx, after, act);
    await tx.emit(act.event, act.payload);
    await this.tellPartner(tx, act.event, after, paper);
    return after;
  }

  /** The platform that handed it in; of a suspension, resumption or closure, the one whose case the institution came of. */
  private async tellPartner(
    tx: Tx,
    event: FilingEvent,
    after: Filing,
    given: FilingGivenPaper | null,
  ): Promise<void> {
    const { id, type, status, institutionId, filingNumber, application } = after;
    const { dueOn, correctBy } = after;
    const paper = given && toldPaper(given);
    await this.partners.tell(tx, event, { filingId: id, status, dueOn, correctBy, filingNumber, paper });
    if (event !== 'filing.accepted' || institutionId === null) return;
    if (type === 'INITIAL') await this.partners.bindInstitution(tx, id, institutionId);
    const action = statusActionOf(after);
    if (action === undefined) return;
    await this.partners.tellLater(tx, {
      ...TOLD_OF_STATUS[action],
      institutionId,
      filingNumber,
      // What prolongs a suspension holds at once.
      effectiveOn: action === 'prolong' ? after.filedOn : (application.notice?.startsOn ?? null),
      filingEnd: null,
    });
  }
}
