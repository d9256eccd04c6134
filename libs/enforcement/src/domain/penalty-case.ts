import type {
  Kind,
  PenaltyBasisRow,
  PenaltyMeasure,
  PenaltyService,
  PenaltyTier,
  PublicityClass,
} from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import type { PriorOrder } from './prior-order';
import type { PenaltyCaseStatus } from './penalty-case.process';

/** What the party is told before a decision (行政处罚告知). @law 行政处罚法第四十四条 */
export interface Notice {
  readonly severity: PenaltyTier['severity'];
  readonly measures: readonly PenaltyMeasure[];
  /** Fine in fen; 0 when none is meant. */
  readonly amountFen: number;
  readonly facts: string;
  readonly reasons: string;
  /** The order to correct that went before; null where none is claimed. */
  readonly priorOrder: PriorOrder | null;
  /** Day that its paper bears (告知书的日期). */
  readonly paperOn: PlainDate;
  /** Whether the paper was made to be handed over, before its service was known. */
  readonly isOnPaper: boolean;
  /** Day on which its service was entered; null until then, and the party knows nothing of it. */
  readonly noticedOn: PlainDate | null;
  /** Last day on which the party can still count on being waited for; null until the notice is served. */
  readonly statementUntil: PlainDate | null;
  /** How it reached the party; null until it is served, and for one from before that was asked. */
  readonly service: PenaltyService | null;
  /** Who took it, and how; for officials. */
  readonly serviceNote: string | null;
  readonly servedOn: PlainDate | null;
}

/** A notice that has reached the party. */
export type ServedNotice = Notice & Readonly<Record<'noticedOn' | 'statementUntil', PlainDate>>;

/** What the party was told; null while a paper, if there is one, still waits to be handed over. */
export function servedNotice(notice: Notice | null): ServedNotice | null {
  if (notice === null || notice.noticedOn === null || notice.statementUntil === null) return null;
  return { ...notice, noticedOn: notice.noticedOn, statementUntil: notice.statementUntil };
}

/** The penalty itself (行政处罚决定). */
export interface Penalty {
  readonly measures: readonly PenaltyMeasure[];
  readonly measureLabels: readonly string[];
  readonly amountFen: number;
  readonly publicityClass: PublicityClass;
}

/** How the case ended; `penalty` is null when it was decided not to penalise (不予行政处罚). */
export interface Decision {
  readonly number: string;
  readonly penalty: Penalty | null;
  readonly text: string;
  /** What was made of the party's statement (复核意见). */
  readonly statementReview: string | null;
  readonly decidedBy: string;
  readonly decidedOn: PlainDate;
  /** Last day for its service; null once it is served, from which the days of the party run. @law 行政处罚法第六十一条 */
  readonly serveBy: PlainDate | null;
}

/** A case against one institution (行政处罚案件). */
export interface PenaltyCase {
  readonly id: string;
  readonly caseNumber: string;
  readonly institutionId: string;
  /** Whose account the institution was in when it was opened (当事人); null where it was in nobody's. */
  readonly partyId: string | null;
  readonly kind: Kind;
  /** `HOME`: 家庭托育点. */
  readonly siteType: 'HOME' | null;
  readonly district: string;
  /** Of the institution when the case was opened: a functional area may hold it. */
  readonly township: string | null;
  readonly department: string;
  /** Full name of the authority, e.g. 西安市长安区民政局. */
  readonly authorityName: string;
  readonly partyName: string;
  readonly partyUscc: string;
  /** As registered when the case was opened: its documents keep to it. */
  readonly partyAddress: string;
  /** The clause as it stood when the case was opened: a later change of the law does not reach it. */
  readonly basis: PenaltyBasisRow;
  /** Certificate numbers (执法证号) of those who found the facts; two or more. @law 行政处罚法第四十二条 */
  readonly investigators: readonly string[];
  readonly status: PenaltyCaseStatus;
  readonly openedBy: string;
  readonly openedOn: PlainDate;
  /** Last day for the decision. @law 行政处罚法第六十条 */
  readonly decideBy: PlainDate;
  readonly notice: Notice | null;
  /** Whether the party itself has answered the notice, or waived that. */
  readonly isHeard: boolean;
  readonly decision: Decision | null;
  readonly version: number;
}

/** A clause that an inspected item rests on. */
export interface LegalBasis {
  readonly law: string;
  readonly article: string | null;
  /** False for a recommended standard, on which nothing can be ordered or penalised. */
  readonly binding: boolean;
}

/** A failed finding of an inspection that the case rests on, as it stood. */
export interface CaseFinding {
  readonly findingId: string;
  readonly resultId: string;
  readonly itemCode: string;
  readonly itemTitle: string;
  readonly legalBasis: readonly LegalBasis[];
  readonly severity: 'V' | 'H' | 'M' | 'L';
  readonly note: string | null;
  readonly inspectedOn: PlainDate;
}

/** A file that the party has put beside a statement. */
export interface StatementFile {
  readonly id: string;
  readonly sm3: string;
  readonly size: number;
  /** By its content, whatever its name says. */
  readonly mediaType: 'application/pdf' | 'image/jpeg' | 'image/png';
  readonly name: string;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
}

/** What the party said, or that it has nothing to say. */
export interface PartyStatement {
  readonly id: string;
  readonly nature: 'STATEMENT' | 'WAIVER';
  /** PARTY: by its own account; RECORDED: on paper or by word of mouth, entered by the official. */
  readonly channel: 'PARTY' | 'RECORDED';
  readonly text: string;
  readonly files: readonly StatementFile[];
  readonly madeBy: string;
  readonly madeAt: Date;
}
