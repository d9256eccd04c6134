import { Injectable } from '@nestjs/common';
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
