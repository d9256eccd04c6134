import { Inject, Injectable } from '@nestjs/common';
import { FILING_CONTACTS, type FilingContacts } from '@zhaoguan/access';
import type { Caller } from '@zhaoguan/contracts';
import type { Tx } from '@zhaoguan/platform';
import type { FollowUp } from '../store/follow-up.store';
import { RatingStore } from '../store/rating.store';
import { FollowUpDesk } from './follow-up-desk';

export const CONTACT_SOURCES = ['RATING', 'FILING'] as const;
/** Where the number comes from: left with the rating, or that of the application. */
export type ContactSource = (typeof CONTACT_SOURCES)[number];

interface Contact {
  /** Of the application: whom it names. Who rates leaves a number and no name. */
  readonly name: string | null;
  readonly phone: string;
  readonly from: ContactSource;
}

/**
 * Whom to call about a bad rating (回访). Who rates need not leave a number, and is to be asked all the same: then it is the number that
 * the application gives for questions about it, for the office alone that follows the rating up; from above it is not even seen masked.
 * @law 国务院办公厅关于建立政务服务“好差评”制度的意见（国办发〔2019〕51号）: 回访核实；个人信息保护法第六条
 */
@Injectable()
export class FollowUpContact {
  constructor(
    private readonly ratings: RatingStore,
    private readonly desk: FollowUpDesk,
    @Inject(FILING_CONTACTS) private readonly filings: FilingContacts,
  ) {}

  /** In clear; null where there is nobody to call, or it is not for the reader to call. */
  async of(manager: Tx['manager'], caller: Caller, followUp: FollowUp): Promise<Contact | null> {
    const left = await this.ratings.contactPhone(manager, followUp.ratingId);
    if (left !== null) return { name: null, phone: left, from: 'RATING' };
    // Once it has ended nobody is called any more.
    if (followUp.endedAt !== null || !(await this.desk.isOwn(caller, followUp))) return null;
    const contact = await this.filings.of(manager, followUp.filingId);
    return contact && { ...contact, from: 'FILING' };
  }
}
