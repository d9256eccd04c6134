import { Injectable } from '@nestjs/common';
import type { AskedRenewals } from '@zhaoguan/institutions';
import type { PlainDate } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import { OpenSiteStore } from '../store/open-site.store';

/** For the register: what is asked for already is not begun once more, and what counts as renewed has not expired. */
@Injectable()
export class TellAskedRenewals implements AskedRenewals {
  constructor(private readonly open: OpenSiteStore) {}

  isAsked(manager: Tx['manager'], institutionId: string): Promise<boolean> {
    return this.open.isRenewalAsked(manager, institutionId);
  }

  presumed(
    manager: Tx['manager'],
    institutionIds: readonly string[],
    today: PlainDate,
  ): Promise<ReadonlySet<string>> {
    return this.open.presumedRenewals(manager, institutionIds, today);
  }
}
