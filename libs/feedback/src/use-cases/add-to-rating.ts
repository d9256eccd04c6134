import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { guarded } from '@zhaoguan/kernel';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import { followUpProcess } from '../domain/follow-up.process';
import { FollowUpStore, type FollowUp } from '../store/follow-up.store';
import { RatingStore } from '../store/rating.store';
import { FeedbackReference } from './feedback-reference';
import { RatedSteps, type RatedFiling } from './rated-steps.query';

/** The applicant adds to a rating, once (追评); that it is not settled begins a follow-up anew that had ended. */
@Injectable()
export class AddToRating {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ratings: RatingStore,
    private readonly followUps: FollowUpStore,
    private readonly reference: FeedbackReference,
    private readonly audit: AuditLog,
    private readonly steps: RatedSteps,
  ) {}

  /** @throws NOT_FOUND, REASON_REQUIRED, ADDITION_GIVEN */
  execute(caller: Caller, ratingId: string, words: string, unsettled: boolean): Promise<RatedFiling> {
    return this.work.run(caller, async (tx) => {
      const rating = await this.ratings.get(tx.manager, ratingId);
      if (rating.applicantId !== caller.id) throw refuse('NOT_FOUND');
      const kept = guarded(words);
      if (kept === null)
        throw refuse('REASON_REQUIRED', {}, [{ pointer: '/words', code: 'REASON_REQUIRED' }]);
      const known = await this.followUps.find(tx.manager, 'rating_id', ratingId);
      const followUp = known && (await this.followUps.getForUpdate(tx, known.id));
      await this.ratings.add(tx, ratingId, kept, unsettled);
      await this.audit.append(tx, {
        action: 'service-rating.added-to',
        subjectType: 'service-rating',
        subjectId: ratingId,
        district: rating.district,
        detail: {},
      });
      if (followUp && unsettled && followUp.endedAt !== null) await this.reopen(tx, followUp, kept);
      return this.steps.of(tx.manager, caller, rating.filingId);
    });
  }

  private async reopen(tx: Tx, followUp: FollowUp, note: string): Promise<void> {
    const transition = followUpProcess.apply(followUp.status, 'reopen', undefined, { reason: note });
    const dueOn = await this.reference.followUpDue(tx.at, followUp);
    await this.followUps.move(tx, followUp, transition, { note, dueOn });
    const { id, district } = followUp;
    await this.audit.append(tx, {
      action: 'rating-follow-up.reopen',
      subjectType: 'rating-follow-up',
      subjectId: id,
      district,
      detail: { from: transition.from, to: transition.to },
    });
    await tx.emit('rating-follow-up.opened', { followUpId: id, district, dueOn, again: true });
  }
}
