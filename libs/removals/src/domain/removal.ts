import {
  refuse,
  type Kind,
  type LegalCitation,
  type Regime,
  type RemovalService,
  type RemovalType,
} from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import type { HearingOfOperator, RemovalAction, RemovalStatus } from './removal.process';

/** Why a filing or a licence may be removed, as the reference list said when the case was opened. */
export interface RemovalGround {
  readonly code: string;
  readonly label: string;
  readonly basis: LegalCitation;
  /** What else the law makes follow from it. */
  readonly consequence?: string;
}

/** What the institution is told beforehand (事先告知). */
export interface RemovalNotice {
  readonly facts: string;
  readonly service: RemovalService;
  /** Who took it and how, where it was handed over; null else. */
  readonly serviceNote: string | null;
  readonly servedOn: PlainDate;
  readonly statementUntil: PlainDate;
  readonly noticedBy: string;
  /** When it was given: what was waived before was another notice's to answer. */
  readonly noticedAt: Date;
}

/** A notice on paper (事先告知书) that is drawn up and not served yet: the institution does not know of it. */
export interface PreparedNotice {
  readonly facts: string;
  readonly preparedBy: string;
  /** The day that its paper bears. */
  readonly preparedOn: PlainDate;
}

export interface RemovalProposal {
  readonly text: string;
  /** What the official says to what the institution has said; null where it said nothing. */
  readonly statementReview: string | null;
  readonly proposedBy: string;
}

export interface RemovalDecision {
  /** What was found (查明的事实), in the words of who decided, having heard the institution; of decisions of before, those of the notice. */
  readonly facts: string;
  readonly number: string;
  readonly decidedBy: string;
  readonly decidedOn: PlainDate;
  /** Last day for its service; null once it is served, from which the days of the institution run. */
  readonly serveBy: PlainDate | null;
}

/** By which the decision fell (行政复议决定、判决等). */
export interface RemovalAnnulment {
  readonly document: string;
  readonly annulledOn: PlainDate;
}

/** A removal of a filing or a licence by the authority (注销、撤销). */
export interface Removal {
  readonly id: string;
  readonly type: RemovalType;
  /** What the institution held when it was begun. */
  readonly regime: Regime;
  readonly ground: RemovalGround;
  readonly institutionId: string;
  /** Whose account the institution was in when it was opened (当事人); whoever files for the site afterwards is another. */
  readonly partyId: string | null;
  readonly institutionName: string;
  readonly uscc: string;
  readonly filingNumber: string;
  readonly kind: Kind;
  /** `HOME`: 家庭托育点. */
  readonly siteType: 'HOME' | null;
  readonly district: string;
  readonly township: string | null;
  readonly authorityName: string;
  readonly status: RemovalStatus;
  /** What gave rise to it; for officials. */
  readonly clue: string;
  readonly openedBy: string;
  readonly openedAt: Date;
  /** Last day for the next step of the authority; null once it has ended. */
  readonly dueOn: PlainDate | null;
  readonly prepared: PreparedNotice | null;
  readonly notice: RemovalNotice | null;
  readonly proposal: RemovalProposal | null;
  readonly decision: RemovalDecision | null;
  readonly annulment: RemovalAnnulment | null;
  /** Whether the institution itself has waived its answer since the notice. */
  readonly isWaived: boolean;
  /** Whoever has opened it, done an act of the office in it, or uploaded evidence; in whatever round. */
  readonly workedOn: readonly string[];
  /** Whose act a revocation judges: who accepted or licensed what it is about. Nobody's where it is 注销. */
  readonly acceptedBy: readonly string[];
  readonly version: number;
}

/** What the institution said (陈述申辩), or that it waived it. */
export interface RemovalStatement {
  readonly id: string;
  readonly nature: 'STATEMENT' | 'WAIVER';
  readonly channel: 'PARTY' | 'RECORDED';
  readonly text: string;
  readonly madeAt: Date;
  readonly fileIds: readonly string[];
}

export interface RemovalFile {
  readonly id: string;
  /** EVIDENCE is the authority's, STATEMENT the institution's. */
  readonly purpose: 'EVIDENCE' | 'STATEMENT';
  readonly name: string;
  readonly size: number;
  readonly mediaType: 'application/pdf' | 'image/jpeg' | 'image/png';
  readonly sm3: string;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
}

/** What the guards of the process look at. */
export function hearingOf({ isWaived, notice }: Removal): HearingOfOperator {
  return { waived: isWaived, statementUntil: notice?.statementUntil ?? null };
}

/**
 * Whether another one decides: whoever has worked on a case does not (承办与决定分离), and who has decided it does not undo it.
 */
export function isForAnother({ workedOn, decision }: Removal, personId: string): boolean {
  return workedOn.includes(personId) || decision?.decidedBy === personId;
}

/**
 * Whether it judges this person's own act: who accepted a filing does not decide that it should not have been had.
 * @law 公务员法第七十六条（回避）
 */
export function isOfOwnAcceptance({ acceptedBy }: Removal, personId: string): boolean {
  return acceptedBy.includes(personId);
}

/** Before what is for whoever decides. @throws REMOVAL_NEEDS_ANOTHER, REVOCATION_OF_OWN_ACCEPTANCE */
export function requireDecider(removal: Removal, personId: string): void {
  if (isForAnother(removal, personId)) throw refuse('REMOVAL_NEEDS_ANOTHER');
  if (isOfOwnAcceptance(removal, personId)) throw refuse('REVOCATION_OF_OWN_ACCEPTANCE');
}

/** Acts of whoever decides. */
const DECIDERS: ReadonlySet<RemovalAction> = new Set(['decide', 'sendBack', 'annul']);

/** Acts that a person of this office can do now; deciding is not for who has worked on it, nor for whose act it judges. */
export function withoutOwn(
  removal: Removal,
  actions: readonly RemovalAction[],
  personId: string,
): RemovalAction[] {
  const isOwn = isForAnother(removal, personId) || isOfOwnAcceptance(removal, personId);
  return actions.filter((action) => !(isOwn && DECIDERS.has(action)));
}
