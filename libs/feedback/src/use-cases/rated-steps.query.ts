import { Injectable } from '@nestjs/common';
import { reasonsFor, refuse, type Caller, type RatedAct, type RatingReasonRow } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import type { FollowUpStatus } from '../domain/follow-up.process';
import { servedBy } from '../domain/rated-acts';
import { stepLabel, type StepKey } from '../domain/rating';
import { FollowUpStore, type FollowUp, type FollowUpAct } from '../store/follow-up.store';
import { RatingStore, type Rating } from '../store/rating.store';
import { FeedbackReference } from './feedback-reference';

/** What became of a bad rating, for who gave it. */
export interface FollowUpOutcome {
  readonly status: FollowUpStatus;
  readonly dueOn: PlainDate;
  readonly endedAt: Date | null;
  /** What the authority answered last; null while it has not ended. */
  readonly answer: string | null;
  /** Nobody may handle it yet, neither in the office rated nor above it. */
  readonly unattended: boolean;
  /** Which office calls, and whether it is one above the office rated. */
  readonly handledBy: string;
  readonly raised: boolean;
}

export type RatingView = Omit<Rating, 'applicantId' | 'filingId' | 'district' | 'action' | keyof StepKey> & {
  readonly followUp: FollowUpOutcome | null;
};

/** A step that can be rated, with its rating. */
export interface RatedStep extends StepKey {
  readonly action: RatedAct;
  readonly label: string;
  readonly at: Date;
  /** On which day the officials looked, where that was recorded afterwards. */
  readonly day: PlainDate | null;
  /** Codes of the reasons that fit it. */
  readonly reasons: readonly string[];
  readonly rating: RatingView | null;
}

export interface RatedFiling {
  /** All that there are, for the words of what was given. */
  readonly reasons: readonly RatingReasonRow[];
  readonly steps: readonly RatedStep[];
}

/** The steps of the own filing, and how they were rated. For nobody but the applicant. */
@Injectable()
export class RatedSteps {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ratings: RatingStore,
    private readonly followUps: FollowUpStore,
    private readonly reference: FeedbackReference,
  ) {}

  /** @throws NOT_FOUND */
  get(caller: Caller, filingId: string): Promise<RatedFiling> {
    return this.work.read(caller, (manager) => this.of(manager, caller, filingId));
  }

  /** @throws NOT_FOUND */
  async of(manager: Tx['manager'], caller: Caller, filingId: string): Promise<RatedFiling> {
    if (!(await this.ratings.isOf(manager, filingId, caller.id))) throw refuse('NOT_FOUND');
    const steps = await this.ratings.steps(manager, filingId);
    const ratings = await this.ratings.ofFiling(manager, filingId);
    const followUps = await this.followUps.ofRatings(
      manager,
      ratings.map(({ id }) => id),
    );
    const acts = await this.followUps.acts(
      manager,
      followUps.map(({ id }) => id),
    );
    const nameOf = await this.reference.officeNames();
    const outcomes = new Map<string, FollowUpOutcome>();
    for (const one of followUps) {
      const own = acts.filter((act) => act.followUpId === one.id);
      outcomes.set(one.ratingId, outcomeOf(one, own, nameOf(await this.reference.handledBy(one))));
    }
    const catalogue = await this.reference.reasons();
    const reasons = catalogue.map(({ code, label, side }) => ({ code, label, side }));
    return {
      reasons,
      steps: steps.flatMap((done) => {
        const action = servedBy(done);
        if (action === null) return [];
        const { process, recordId, step, at, day, about } = done;
        const rating = ratings.find((each) => isOf(each, done));
        const view = rating ? viewOf(rating, outcomes.get(rating.id) ?? null) : null;
        const fitting = reasonsFor(action, catalogue).map(({ code }) => code);
        const label = stepLabel(action, about);
        return [{ process, recordId, step, action, label, at, day, reasons: fitting, rating: view }];
      }),
    };
  }
}

const isOf = (rating: StepKey, { process, recordId, step }: StepKey): boolean =>
  rating.process === process && rating.recordId === recordId && rating.step === step;

function viewOf(rating: Rating, followUp: FollowUpOutcome | null): RatingView {
  const { id, level, reasons, words, ratedAt, addition } = rating;
  return { id, level, reasons, words, ratedAt, addition, followUp };
}

function outcomeOf(followUp: FollowUp, acts: readonly FollowUpAct[], handledBy: string): FollowUpOutcome {
  const { status, dueOn, endedAt } = followUp;
  const last = acts.findLast(({ action }) => action === 'resolve' || action === 'dismiss');
  const isOpen = endedAt === null;
  const answer = isOpen ? null : (last?.note ?? null);
  const unattended = isOpen && followUp.unattended;
  return { status, dueOn, endedAt, answer, unattended, handledBy, raised: followUp.raisedTo !== null };
}
