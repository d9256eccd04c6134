import { Injectable } from '@nestjs/common';
import type { AskedRenewals } from '@zhaoguan/institutions';
import type { Tx } from '@zhaoguan/platform';
import { OpenSiteStore } from '../store/open-site.store';

/** For the page of an institution: what is asked for already is not begun once more. */
@Injectable()
export class TellAskedRenewals implements AskedRenewals {
  constructor(private readonly open: OpenSiteStore) {}

  isAsked(manager: Tx['manager'], institutionId: string): Promise<boolean> {
    return this.open.isRenewalAsked(manager, institutionId);
  }
}
