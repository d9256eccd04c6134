import { Injectable } from '@nestjs/common';
import { RecordDisclosure, type Revealed } from '@zhaoguan/access';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import { FOLLOW_UP_STATUS_LABELS } from '../domain/follow-up.process';
import { FollowUpStore } from '../store/follow-up.store';
import { FollowUpContact } from './follow-up-contact';
import { FollowUpDesk } from './follow-up-desk';

/** What may be shown in clear of a follow-up. */
export const REVEALABLE_OF_FOLLOW_UP = ['contactPhone'] as const;
export type RevealableOfFollowUp = (typeof REVEALABLE_OF_FOLLOW_UP)[number];

/** Who handles a bad rating calls the applicant at the number left for that, or at that of the application (查看评价人的回访电话). */
@Injectable()
export class RevealContact {
  constructor(
    private readonly work: UnitOfWork,
    private readonly followUps: FollowUpStore,
    private readonly contact: FollowUpContact,
    private readonly desk: FollowUpDesk,
    private readonly disclosure: RecordDisclosure,
  ) {}

  /** While it is followed up (个人信息保护法第六条). @throws NOT_FOUND, WRONG_DISTRICT, INVALID_TRANSITION, REASON_REQUIRED, REVEAL_LIMIT */
  execute(
    caller: Caller,
    id: string,
    fields: readonly RevealableOfFollowUp[],
    reason: string,
  ): Promise<Revealed<RevealableOfFollowUp>> {
    return this.work.run(caller, async (tx) => {
      const followUp = await this.followUps.getForUpdate(tx, id);
      await this.desk.requireOwn(tx.manager, caller, followUp);
      if (followUp.endedAt !== null) {
        throw refuse('INVALID_TRANSITION', { from: FOLLOW_UP_STATUS_LABELS[followUp.status] });
      }
      const remainingToday = await this.disclosure.execute(tx, {
        subjectType: 'rating-follow-up',
        subjectId: id,
        district: followUp.district,
        fields,
        reason,
      });
      const contact = await this.contact.of(tx.manager, caller, followUp);
      return { values: { contactPhone: contact?.phone ?? null }, remainingToday };
    });
  }
}
