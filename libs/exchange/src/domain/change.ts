import {
  PARTNER_EVENTS,
  type FilingEnd,
  type InstitutionStatus,
  type PartnerEvent,
  type RemovalService,
  type RemovalType,
} from '@zhaoguan/contracts';

export const isPartnerEvent = (event: string): event is PartnerEvent =>
  (PARTNER_EVENTS as readonly string[]).includes(event);

/** What the authority does to a filing or a licence that stands (注销、撤销), as far as a partner is told. */
export interface RemovalStep {
  readonly type: RemovalType;
  /** Number (文号) and day of its paper; none where nothing was given out. */
  readonly number: string | null;
  readonly issuedOn: string | null;
  /** How the authority serves its notice, and the last day for an answer. */
  readonly service: RemovalService | null;
  readonly statementUntil: string | null;
}

/** What a visit on the spot (现场核查) found of what was filed, as far as a partner is told: neither what was filed nor what was found. */
export interface VerificationStep {
  readonly visitedOn: string;
  /** Names of the items that do not match. */
  readonly items: readonly string[];
  /** What is to be done until when, in words for who applied; null where all matches again. */
  readonly toDo: string | null;
}

/** The paper (文书) that an act on a case has given out: to be fetched, and to be checked by anybody. */
export interface TellsPaper {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly issuedOn: string;
}

/** What has become of the institution that came of a case. */
export interface InstitutionStep {
  readonly institutionStatus: InstitutionStatus;
  /** From which day on it is so; null where nothing has changed yet. */
  readonly effectiveOn: string | null;
  /** What the filing or the licence has become; null while it is in force. */
  readonly filingEnd: FilingEnd | null;
}

/** A step of a case (办理进展). Ids, states, numbers and days only: no personal data travels by webhook. */
export interface CaseChange {
  /** The same in the feed and in every delivery of it: who has seen it need not look at it again. */
  readonly eventId: string;
  readonly event: PartnerEvent;
  /** The partner's own number of the case. */
  readonly reference: string;
  readonly filingId: string;
  /** Counts the steps of the case from 1, without gaps. */
  readonly seq: number;
  readonly status: string;
  readonly dueOn: string | null;
  readonly correctBy: string | null;
  readonly filingNumber: string | null;
  readonly at: Date;
  /** Of a return, a refusal or another decision; null where no paper was given out, and for the receipt. */
  readonly paper: (TellsPaper & { readonly checkUrl: string }) | null;
  /** Null in the steps of the case itself. */
  readonly institutionStatus: InstitutionStatus | null;
  readonly effectiveOn: string | null;
  readonly filingEnd: FilingEnd | null;
  /** Null in any other step. */
  readonly verification: VerificationStep | null;
  /** `checkUrl`: where anybody checks the paper (文书核验). */
  readonly removal: (RemovalStep & { readonly checkUrl: string | null }) | null;
}
