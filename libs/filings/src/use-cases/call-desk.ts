import { Injectable } from '@nestjs/common';
import type { Tx } from '@zhaoguan/platform';
import { ReadsOnline } from '@zhaoguan/access';
import { PartnerCases } from '@zhaoguan/exchange';
import type { PlainDate } from '@zhaoguan/kernel';
import { callReasonOf, type CallReason } from '../domain/call-before-return';
import type { Filing } from '../domain/filing';
import { FilingReference } from './filing-reference';

/**
 * Whether an official rings the applicant up before a return (电话联系): the days to put it right run from then on, and what is not put
 * right counts as withdrawn, so somebody must have learned of it.
 */
@Injectable()
export class CallDesk {
  constructor(
    private readonly reference: FilingReference,
    private readonly readsOnline: ReadsOnline,
    private readonly partners: PartnerCases,
  ) {}

  async reason(manager: Tx['manager'], filing: Filing, on: PlainDate): Promise<CallReason | null> {
    const isReached =
      (await this.readsOnline.execute(manager, filing.applicantId, 'filing.file')) ||
      (await this.partners.isTold(manager, filing.id));
    return callReasonOf(filing, {
      roundsBeforeCall: await this.reference.roundsBeforeCall(filing, on),
      isReached,
    });
  }
}
