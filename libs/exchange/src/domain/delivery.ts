import type { DeliveryState } from '@zhaoguan/contracts';

/** Waits after each failure: a partner that is renewed overnight or over a weekend is reached again. Seconds. */
const BACK_OFF = [30, 120, 600, 1800, 3600, 3 * 3600, 6 * 3600, 12 * 3600, 24 * 3600, 24 * 3600] as const;

export interface Attempted {
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly nextAt: Date;
  readonly lastError: string | null;
}

/**
 * What follows from an attempt to send a webhook.
 * @param failure why it did not arrive; null when the partner answered 2xx
 */
export function attempted(before: number, failure: string | null, at: Date): Attempted {
  const attempts = before + 1;
  if (failure === null) return { state: 'DELIVERED', attempts, nextAt: at, lastError: null };
  const wait = BACK_OFF[before];
  if (wait === undefined) return { state: 'DEAD', attempts, nextAt: at, lastError: failure };
  return {
    state: 'PENDING',
    attempts,
    nextAt: new Date(at.getTime() + wait * 1000),
    lastError: failure,
  };
}
