import {
  INSTITUTION_STATUS_LABELS,
  LICENCE_PARTNER_EVENT_LABELS,
  PARTNER_EVENT_LABELS,
  REGIME_WORDS,
  RENEWAL_PARTNER_EVENT_LABELS,
  REMOVAL_WORDS,
  type PartnerEvent,
  type Regime,
} from '@zhaoguan/contracts';
import type { ChangesToWrite } from '@zhaoguan/exchange';
import { CSV_BOM, csvLine } from '@zhaoguan/kernel';
import type { FilingStatus } from '../domain/filing.process';

/** What became of a row. */
const ROW_RESULTS = {
  SUBMITTED: '已提交',
  SAME: '以前已办理',
  DRAFTED: '已登记，未提交',
  REFUSED: '没有办理',
} as const;
export type RowResult = keyof typeof ROW_RESULTS;

export interface RowReport {
  readonly row: number;
  readonly reference: string;
  readonly result: RowResult;
  readonly filingId: string | null;
  /** Which cells, and why; nothing of what stands in them. */
  readonly faults: readonly { readonly place: string; readonly reason: string }[];
}

const REPORT_HEADER = ['行号', '业务编号', '结果', '列', '原因', '受理号'];
const CHANGES_HEADER = [
  '序号',
  '进展编号',
  '业务编号',
  '受理号',
  '第几项',
  '结果',
  '状态',
  '办理期限',
  '补正期限',
  '备案编号',
  '原因',
  '时间',
  '机构状态',
  '起始日期',
  '文号',
  '陈述申辩截止日期',
  '文书核验地址',
];

const EVENT_LABELS = { FILING: PARTNER_EVENT_LABELS, LICENCE: LICENCE_PARTNER_EVENT_LABELS } as const;

/** What tells under which law a case is handled, and whether it asks for a licence to go on (延续). */
interface ReportedCase {
  readonly regime: Regime;
  readonly renewal: boolean;
}

const REMOVAL_STEP_LABELS: ReadonlyMap<PartnerEvent, string> = new Map([
  ['removal.noticed', '事先告知'],
  ['removal.dropped', '终止办理'],
  ['removal.decided', '决定'],
  ['removal.annulled', '决定被撤销，恢复效力'],
]);

/** The report on a file, as Excel opens it. */
export function reportText(rows: readonly RowReport[]): string {
  return CSV_BOM + [REPORT_HEADER, ...rows.flatMap(linesOf)].map(csvLine).join('');
}

/** The report on a file that is none: the reason, and nothing was done. */
export function unreadableText(reason: string): string {
  return CSV_BOM + [REPORT_HEADER, ['', '', '整个文件没有办理', '', reason, '']].map(csvLine).join('');
}

function linesOf({ row, reference, result, filingId, faults }: RowReport): string[][] {
  const lines = faults.length > 0 ? faults : [{ place: '', reason: '' }];
  return lines.map(({ place, reason }) => [
    String(row),
    reference,
    ROW_RESULTS[result],
    place,
    reason,
    filingId ?? '',
  ]);
}

/**
 * Steps of cases, in the order of the feed.
 * @param reasons why it was returned or refused, by the id of the change
 * @param cases what the case is about, by its id
 */
export function changesText(
  changes: ChangesToWrite,
  reasons: ReadonlyMap<string, string>,
  cases: ReadonlyMap<string, ReportedCase>,
): string {
  const lines = changes.map((change) => {
    const about = cases.get(change.filingId) ?? { regime: 'FILING', renewal: false };
    return [
      change.position,
      change.eventId,
      change.reference,
      change.filingId,
      String(change.seq),
      eventLabel(change, about),
      stateLabel(change, about),
      change.dueOn ?? '',
      change.correctBy ?? '',
      change.filingNumber ?? '',
      reasons.get(change.eventId) ?? mismatchInWords(change),
      secondInShanghai(change.at),
      change.institutionStatus === null ? '' : INSTITUTION_STATUS_LABELS[change.institutionStatus],
      change.effectiveOn ?? '',
      change.removal?.number ?? change.paper?.number ?? '',
      change.removal?.statementUntil ?? '',
      change.removal?.checkUrl ?? change.paper?.checkUrl ?? '',
    ];
  });
  return CSV_BOM + [CHANGES_HEADER, ...lines].map(csvLine).join('');
}

type Change = ChangesToWrite[number];

/** Which items do not match, and what is to be done about it. */
const mismatchInWords = ({ verification }: Change): string =>
  verification === null || verification.toDo === null
    ? ''
    : `不一致的项目：${verification.items.join('、')}。${verification.toDo}`;

/** Of a removal, which it is and how far it has come: 撤销备案（决定）. */
function eventLabel({ event, removal }: Change, { regime, renewal }: ReportedCase): string {
  const labels = renewal ? RENEWAL_PARTNER_EVENT_LABELS : EVENT_LABELS[regime];
  const step = REMOVAL_STEP_LABELS.get(event);
  return removal === null || step === undefined
    ? labels[event]
    : `${REMOVAL_WORDS[regime].types[removal.type]}（${step}）`;
}

const stateLabel = ({ status, filingEnd }: Change, { regime }: ReportedCase): string =>
  filingEnd === null
    ? REGIME_WORDS[regime].states[status as FilingStatus]
    : REMOVAL_WORDS[regime].ends[filingEnd];

/** The header alone, to be filled in. */
export const templateText = (headers: readonly string[]): string => CSV_BOM + csvLine(headers);

/** `2026-11-24 10:00:00`, in the time that everybody there has. */
function secondInShanghai(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
