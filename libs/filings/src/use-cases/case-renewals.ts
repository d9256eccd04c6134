import { Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import type { Institution } from '@zhaoguan/institutions';
import { addDays, type PlainDate } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import type { Filing, Renewal } from '../domain/filing';
import { renewalAsked } from '../domain/renewal';
import { CaseRegimes } from './case-regimes';
import { FilingReference } from './filing-reference';
import { RegisteredSite } from './registered-site';

/** Whether an application asks that a licence goes on (延续), and in time. @law 行政许可法第五十条 */
@Injectable()
export class CaseRenewals {
  constructor(
    private readonly sites: RegisteredSite,
    private readonly reference: FilingReference,
    private readonly regimes: CaseRegimes,
  ) {}

  /**
   * As it would be, were it handed in on a day: until it is, another address or code is that of another site, and nothing has been asked for
   * in time yet. What was handed in stays as it was settled then.
   * @param filing under the law of that day
   */
  async begun(manager: Tx['manager'], filing: Filing, on: PlainDate): Promise<Filing> {
    if (filing.round > 0) return filing;
    const held = filing.type === 'INITIAL' ? await this.sites.standing(manager, filing) : null;
    return { ...filing, renewal: held && (await this.of(filing, held, on)) };
  }

  /** What it is handed in as. */
  async of(filing: Filing, held: Institution, on: PlainDate): Promise<Renewal | null> {
    return renewalAsked(filing, held, { on, days: await this.reference.renewalDays(filing, on) });
  }

  /**
   * A licence is renewed for one more term, not for several ahead: as long as it ends later than one given today would, there is nothing to
   * be renewed.
   * @throws RENEWED_AHEAD
   * @law 行政许可法第五十条
   */
  async requireEnding(filing: Filing, on: PlainDate): Promise<void> {
    if (filing.renewal === null) return;
    const fresh = await this.regimes.validUntil(filing, on, null);
    if (fresh !== null && fresh < filing.renewal.until) throw refuse('RENEWED_AHEAD');
  }

  /** By which day it must be handed in to be in time; null once it was handed in. */
  async askBy({ round, renewal, ...filing }: Filing, today: PlainDate): Promise<PlainDate | null> {
    if (round > 0 || renewal === null) return null;
    return addDays(renewal.until, -(await this.reference.renewalDays(filing, today)));
  }

  /** As it is shown: of what is not handed in, what would be on that day; afterwards what was settled, as long as the licence stands. */
  async shown(manager: Tx['manager'], stored: Filing, on: PlainDate): Promise<Filing> {
    const filing = await this.regimes.shown(manager, stored, on);
    return filing.round > 0 ? this.regimes.renewing(manager, filing) : this.begun(manager, filing, on);
  }
}
