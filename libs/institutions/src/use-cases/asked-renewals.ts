import type { PlainDate } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';

/** Told by the module of the filings, which keeps the applications: the registry imports none of the modules above it, nor reads their tables. */
export interface AskedRenewals {
  /** Whether the licence of an institution was asked to go on, and nothing is decided of it; as far as the reader sees it. */
  isAsked(manager: Tx['manager'], institutionId: string): Promise<boolean>;
  /** Of which of these institutions the licence counts as renewed on a day, for nobody decided in time (视为准予延续); as far as the reader sees it. */
  presumed(
    manager: Tx['manager'],
    institutionIds: readonly string[],
    today: PlainDate,
  ): Promise<ReadonlySet<string>>;
}

export const ASKED_RENEWALS = Symbol('ASKED_RENEWALS');
