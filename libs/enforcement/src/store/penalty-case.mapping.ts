import { plainDate, type PlainDate } from '@zhaoguan/kernel';
import type { Decision, Notice, Penalty, PenaltyCase } from '../domain/penalty-case';
import type { PriorOrder } from '../domain/prior-order';
import type { PenaltyCaseEntity } from './penalty-case.entity';

/** Row → case. What the table's constraints keep together is read together. */
export function toCase(row: PenaltyCaseEntity): PenaltyCase {
  const { id, caseNumber, institutionId, kind, district, department, authorityName, partyName, partyUscc } =
    row;
  return {
    id,
    caseNumber,
    institutionId,
    partyId: row.partyId,
    kind,
    siteType: row.siteType,
    district,
    township: row.township,
    department,
    authorityName,
    partyName,
    partyUscc,
    partyAddress: row.partyAddress,
    basis: row.basis,
    investigators: row.investigators,
    status: row.status,
    openedBy: row.openedBy,
    openedOn: plainDate(row.openedOn),
    decideBy: plainDate(row.decideBy),
    notice: noticeOf(row),
    isHeard: row.isHeard,
    decision: decisionOf(row),
    version: row.version,
  };
}

function noticeOf(row: PenaltyCaseEntity): Notice | null {
  if (row.noticePaperOn === null) return null;
  return {
    severity: present(row.noticeSeverity),
    measures: present(row.noticeMeasures),
    amountFen: Number(present(row.noticeAmountFen)),
    facts: present(row.noticeFacts),
    reasons: present(row.noticeReasons),
    priorOrder: priorOrderOf(row),
    paperOn: plainDate(row.noticePaperOn),
    isOnPaper: row.isNoticeOnPaper,
    noticedOn: dateOrNull(row.noticedOn),
    statementUntil: dateOrNull(row.statementUntil),
    service: row.noticeService,
    serviceNote: row.noticeServiceNote,
    servedOn: dateOrNull(row.noticeServedOn),
  };
}

function priorOrderOf({
  priorOrderNumber,
  priorOrderedOn,
  priorOrderDueOn,
}: PenaltyCaseEntity): PriorOrder | null {
  if (priorOrderNumber === null) return null;
  return {
    documentNumber: priorOrderNumber,
    orderedOn: dateOf(priorOrderedOn),
    dueOn: dateOf(priorOrderDueOn),
  };
}

function decisionOf(row: PenaltyCaseEntity): Decision | null {
  if (row.decidedOn === null) return null;
  return {
    number: present(row.decisionNumber),
    penalty: penaltyOf(row),
    text: present(row.decisionText),
    statementReview: row.statementReview,
    decidedBy: present(row.decidedBy),
    decidedOn: plainDate(row.decidedOn),
    serveBy: dateOrNull(row.serveBy),
  };
}

function penaltyOf(row: PenaltyCaseEntity): Penalty | null {
  if (row.decisionMeasures === null) return null;
  return {
    measures: row.decisionMeasures,
    measureLabels: present(row.decisionMeasureLabels),
    amountFen: Number(present(row.decisionAmountFen)),
    publicityClass: present(row.publicityClass),
  };
}

/** That it was made on paper stands in the history. */
export type NoticeToKeep = Omit<Notice, 'isOnPaper'>;

export function noticeColumns(notice: NoticeToKeep): Partial<PenaltyCaseEntity> {
  return {
    noticeSeverity: notice.severity,
    noticeMeasures: [...notice.measures],
    noticeAmountFen: String(notice.amountFen),
    noticeFacts: notice.facts,
    noticeReasons: notice.reasons,
    priorOrderNumber: notice.priorOrder?.documentNumber ?? null,
    priorOrderedOn: notice.priorOrder?.orderedOn ?? null,
    priorOrderDueOn: notice.priorOrder?.dueOn ?? null,
    noticePaperOn: notice.paperOn,
    noticedOn: notice.noticedOn,
    statementUntil: notice.statementUntil,
    noticeService: notice.service,
    noticeServiceNote: notice.serviceNote,
    noticeServedOn: notice.servedOn,
  };
}

export function decisionColumns({ penalty, ...decision }: Decision): Partial<PenaltyCaseEntity> {
  return {
    decisionNumber: decision.number,
    decisionText: decision.text,
    statementReview: decision.statementReview,
    decidedBy: decision.decidedBy,
    decidedOn: decision.decidedOn,
    serveBy: decision.serveBy,
    decisionMeasures: penalty ? [...penalty.measures] : null,
    decisionMeasureLabels: penalty ? [...penalty.measureLabels] : null,
    decisionAmountFen: penalty ? String(penalty.amountFen) : null,
    publicityClass: penalty?.publicityClass ?? null,
  };
}

/** The constraints of the table promise it; a null here is a broken row, not a case to answer with. */
function present<T>(value: T | null): T {
  if (value === null) throw new Error('a penalty case lacks what its state requires');
  return value;
}

const dateOf = (value: string | null): PlainDate => plainDate(present(value));
const dateOrNull = (value: string | null): PlainDate | null => (value === null ? null : plainDate(value));
