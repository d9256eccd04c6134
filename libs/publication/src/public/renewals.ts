import { renewalStateOn, type OpenRenewal, type RenewalState } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';

/** That a licence was asked to go on in time, and until when it was given. */
export interface PublicRenewal {
  readonly state: RenewalState;
  readonly until: PlainDate;
}

/** The open renewal of the licence of an institution `i`, as SQL. */
export const RENEWAL = `(
  select jsonb_build_object('until', r.until, 'takenIn', r.taken_in) from filings.renewal_public r
   where r.institution_id = i.id order by r.until desc limit 1)`;

/** Null where nothing is asked for, and where it says nothing of whether the licence holds. */
export function renewalShown(renewal: OpenRenewal | null, today: PlainDate): PublicRenewal | null {
  const state = renewal && renewalStateOn(renewal, today);
  return renewal && state && { state, until: renewal.until };
}
