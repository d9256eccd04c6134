import { PARTNER_EVENTS, type PartnerEvent } from '@zhaoguan/contracts';

export const isPartnerEvent = (event: string): event is PartnerEvent =>
  (PARTNER_EVENTS as readonly string[]).includes(event);

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
}
