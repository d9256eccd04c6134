import {
  isBadRating,
  RATED_ACT_LABELS,
  reasonsFor,
  refuse,
  type Kind,
  type RatedAct,
  type RatingLevel,
  type RatingReasonRow,
} from '@zhaoguan/contracts';
import { guarded, type PlainDate } from '@zhaoguan/kernel';
import { servedBy, type RatedProcess } from './rated-acts';

/** Which step it is: the number of the act in the record of the process in which it was done. */
export interface StepKey {
  readonly process: RatedProcess;
  /** The filing itself, the verification on the spot, the commitment. */
  readonly recordId: string;
  readonly step: number;
}

/** A step of a filing (办理环节), as it was done. */
export interface FilingStep extends StepKey {
  readonly filingId: string;
  readonly action: string;
  /** Whether officials had been there before, of a visit. */
  readonly again: boolean;
  /** Who did it; of a visit, who verified. */
  readonly actorIds: readonly string[];
  readonly at: Date;
  /** On which day the officials looked, where that was recorded afterwards. */
  readonly day: PlainDate | null;
  /** The material that was promised. */
  readonly about: string | null;
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
export function ratedActOf(step: FilingStep): RatedAct {
  const act = servedBy(step);
  if (act === null) throw refuse('STEP_NOT_RATED', {}, [{ pointer: '/step', code: 'STEP_NOT_RATED' }]);
  return act;
}

/** What was done, in words: of several promises, which. */
export function stepLabel(act: RatedAct, about: string | null): string {
  return about === null ? RATED_ACT_LABELS[act] : `${RATED_ACT_LABELS[act]}：${about}`;
}

/** Whose act is rated; nobody's where the applicant handed in: then it is the service of the office. */
export function ratedOfficialsOf({ actorIds, applicantId }: FilingStep): string[] {
  return actorIds.filter((id) => id !== applicantId);
}

/**
 * The opinion as it is kept. Who is discontent says why, so that it can be looked into; by what can be said of such a step.
 * @law 国务院办公厅关于建立政务服务“好差评”制度提高政务服务水平的意见（国办发〔2019〕51号）
 * @throws UNKNOWN_RATING_REASON, RATING_REASON_REQUIRED
 */
export function checkedOpinion(
  opinion: Opinion,
  act: RatedAct,
  catalogue: readonly RatingReasonRow[],
): Opinion {
  const side = isBadRating(opinion.level) ? 'BAD' : 'GOOD';
  const known = new Set(
    reasonsFor(act, catalogue)
      .filter((row) => row.side === side)
      .map(({ code }) => code),
  );
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
