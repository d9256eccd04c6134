import { Inject, Injectable } from '@nestjs/common';
import { licenceExpiredOn } from '@zhaoguan/contracts';
import { dateInShanghai, type Clock, type PlainDate } from '@zhaoguan/kernel';
import { CLOCK, type Tx } from '@zhaoguan/platform';
import type { Institution } from '../domain/institution';
import { ASKED_RENEWALS, type AskedRenewals } from './asked-renewals';

type Held = Pick<Institution, 'id' | 'regime' | 'validUntil' | 'status' | 'filingEndedAs'>;

/** Which licences have expired: past their last day, and neither renewed nor counting as renewed. @law 行政许可法第五十条 */
@Injectable()
export class LicenceExpiry {
  constructor(
    @Inject(ASKED_RENEWALS) private readonly renewals: AskedRenewals,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By institution, the last day of its licence; one whose licence holds is absent. */
  async of(manager: Tx['manager'], held: readonly Held[]): Promise<ReadonlyMap<string, PlainDate>> {
    const today = dateInShanghai(this.clock.now());
    const past = held.flatMap(({ id, filingEndedAs, ...rest }) => {
      const on = licenceExpiredOn({ ...rest, isEnded: filingEndedAs !== null }, false, today);
      return on === null ? [] : [[id, on] as const];
    });
    if (past.length === 0) return new Map();
    const ids = past.map(([id]) => id);
    const presumed = await this.renewals.presumed(manager, ids, today);
    return new Map(past.filter(([id]) => !presumed.has(id)));
  }
}
