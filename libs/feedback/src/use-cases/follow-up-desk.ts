import { Injectable } from '@nestjs/common';
import { kindsLedBy, refuse, type Caller } from '@zhaoguan/contracts';
import type { Tx } from '@zhaoguan/platform';
import { FollowUpStore, type FollowUp, type FollowUpCriteria } from '../store/follow-up.store';
import { FeedbackReference } from './feedback-reference';

/**
 * Who handles a follow-up (谁来回访): the office that was rated, and none above it, which reads and counts, unless nobody there may. Who has acted on the filing
 * does not see it at all (row-level security), nor, while the filing is to be decided, does anybody who may decide it.
 */
@Injectable()
export class FollowUpDesk {
  constructor(
    private readonly followUps: FollowUpStore,
    private readonly reference: FeedbackReference,
  ) {}

  /** For who reads it. @throws NOT_FOUND, WRONG_DISTRICT */
  async require(manager: Tx['manager'], caller: Caller, followUp: FollowUp): Promise<void> {
    const criteria = this.criteriaOf(caller);
    const isHidden = criteria.decidedOnly && (await this.followUps.isUndecided(manager, followUp.id));
    if (isHidden || !criteria.kinds.includes(followUp.kind)) throw refuse('NOT_FOUND');
    if (!(await this.reference.isResponsible(caller, followUp))) throw refuse('WRONG_DISTRICT');
  }

  /** For who acts on it or calls the applicant. @throws NOT_FOUND, WRONG_DISTRICT also for an authority above */
  async requireOwn(manager: Tx['manager'], caller: Caller, followUp: FollowUp): Promise<void> {
    await this.require(manager, caller, followUp);
    if (!(await this.isOwn(caller, followUp))) throw refuse('WRONG_DISTRICT');
  }

  /** Also of the office above to which it was raised, for nobody of the one rated may handle it. */
  async isOwn(caller: Caller, followUp: FollowUp): Promise<boolean> {
    const { raisedTo } = followUp;
    if (raisedTo !== null) return caller.districts.includes(raisedTo);
    return this.reference.isOwnOffice(caller, followUp);
  }

  /** What a list of theirs holds. */
  criteriaOf({ departments, permissions }: Caller): Pick<FollowUpCriteria, 'kinds' | 'decidedOnly'> {
    return { kinds: kindsLedBy(departments), decidedOnly: permissions.has('filing.accept') };
  }
}
