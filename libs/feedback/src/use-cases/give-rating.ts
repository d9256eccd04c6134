import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { isBadRating, refuse, type Caller } from '@zhaoguan/contracts';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import {
  checkedOpinion,
  ratedActOf,
  ratedOfficialsOf,
  type FilingStep,
  type Opinion,
  type StepKey,
} from '../domain/rating';
import { FollowUpStore } from '../store/follow-up.store';
import { RatingStore } from '../store/rating.store';
import { FeedbackReference } from './feedback-reference';
import { RatedSteps, type RatedFiling } from './rated-steps.query';

/** The applicant rates a step of the own filing, once (好差评). A bad rating opens its follow-up in the same transaction. */
@Injectable()
export class GiveRating {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ratings: RatingStore,
    private readonly followUps: FollowUpStore,
    private readonly reference: FeedbackReference,
    private readonly audit: AuditLog,
    private readonly steps: RatedSteps,
  ) {}

  /** @throws NOT_FOUND, STEP_NOT_RATED, UNKNOWN_RATING_REASON, RATING_REASON_REQUIRED, RATING_GIVEN */
  execute(caller: Caller, filingId: string, key: StepKey, given: Opinion): Promise<RatedFiling> {
    return this.work.run(caller, async (tx) => {
      const filing = await this.ratings.step(tx.manager, filingId, key);
      if (filing?.applicantId !== caller.id) throw refuse('NOT_FOUND');
      const action = ratedActOf(filing);
      const opinion = checkedOpinion(given, action, await this.reference.reasons());
      const office = await this.reference.officeOf(filing.kind, filing);
      const officialIds = ratedOfficialsOf(filing);
      const ratingId = await this.ratings.insert(tx, { ...opinion, filing, action, officialIds, office });
      // The log says that a step was rated, not how: who reads the log may be who was rated.
      await this.audit.append(tx, {
        action: 'service-rating.given',
        subjectType: 'service-rating',
        subjectId: ratingId,
        district: filing.district,
        detail: { code: action },
      });
      if (isBadRating(opinion.level)) await this.open(tx, filing, ratingId, office);
      return this.steps.of(tx.manager, caller, filingId);
    });
  }

  private async open(tx: Tx, filing: FilingStep, ratingId: string, office: string): Promise<void> {
    const { filingId, applicantId, kind, district, township } = filing;
    const dueOn = await this.reference.followUpDue(tx.at, filing);
    const facts = { ratingId, filingId, applicantId, kind, district, township, office, dueOn };
    const followUpId = await this.followUps.insert(tx, facts);
    await tx.emit('rating-follow-up.opened', { followUpId, district, dueOn, again: false });
  }
}
