import {
  isBadRating,
  RATED_ACTS,
  refuse,
  type Kind,
  type RatedAct,
  type RatingLevel,
  type RatingReasonRow,
} from '@zhaoguan/contracts';
import { guarded } from '@zhaoguan/kernel';

/** A step of a filing (办理环节), as it was done. */
export interface FilingStep {
  readonly filingId: string;
  readonly step: number;
  readonly action: string;
  readonly actorId: string;
  readonly at: Date;
  readonly applicantId: string;
  readonly kind: Kind;
  readonly name: string;
  readonly district: string;
  readonly township: string | null;
}

/** What the applicant says of a step (好差评). */
export interface Opinion {
  readonly level: RatingLevel;
  readonly reasons: readonly string[];
  readonly words: string | null;
  /** Where the applicant wants to be called about a bad rating; null where nowhere. */
  readonly contactPhone: string | null;
}

/** The act that can be rated. @throws STEP_NOT_RATED */
export function ratedActOf({ action }: FilingStep): RatedAct {
  const act = RATED_ACTS.find((each) => each === action);
  if (act === undefined) throw refuse('STEP_NOT_RATED', {}, [{ pointer: '/step', code: 'STEP_NOT_RATED' }]);
  return act;
}

/** Whose act is rated; nobody's where the applicant handed in: then it is the service of the office. */
export function ratedOfficialOf({ actorId, applicantId }: FilingStep): string | null {
  return actorId === applicantId ? null : actorId;
}

/**
 * The opinion as it is kept. Who is discontent says why, so that it can be looked into.
 * @throws UNKNOWN_RATING_REASON, RATING_REASON_REQUIRED
 */
export function checkedOpinion(opinion: Opinion, catalogue: readonly RatingReasonRow[]): Opinion {
  const side = isBadRating(opinion.level) ? 'BAD' : 'GOOD';
  const known = new Set(catalogue.filter((row) => row.side === side).map(({ code }) => code));
  const unknown = opinion.reasons.findIndex((code) => !known.has(code));
  if (unknown >= 0) {
    const pointer = `/reasons/${unknown}`;
    throw refuse('UNKNOWN_RATING_REASON', {}, [{ pointer, code: 'UNKNOWN_RATING_REASON' }]);
  }
  const words = guarded(opinion.words);
  if (side === 'BAD' && opinion.reasons.length === 0 && words === null) {
    throw refuse('RATING_REASON_REQUIRED', {}, [{ pointer: '/reasons', code: 'RATING_REASON_REQUIRED' }]);
  }
  // Nobody calls about a good one, so its number is not kept (个人信息保护法第六条).
  const contactPhone = side === 'BAD' ? opinion.contactPhone : null;
  return { level: opinion.level, reasons: [...new Set(opinion.reasons)], words, contactPhone };
}
