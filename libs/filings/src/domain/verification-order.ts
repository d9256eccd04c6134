import { refuse } from '@zhaoguan/contracts';
import { saysSomething, toApplicant, type FieldError, type PlainDate } from '@zhaoguan/kernel';
import { awaitsAdmission } from './admission';
import type { Filing } from './filing';
import { asksForLicence, isNotice } from './filing-types';
import type { VerificationStatus } from './verification.process';

/**
 * Why officials go: a rule sends them after an acceptance (备案以后), the substance of an application for a licence is looked at before it
 * is decided (审查), or the authority sees a reason of its own (机关决定).
 */
export const VERIFICATION_ORIGINS = ['ACCEPTANCE', 'REVIEW', 'ORDERED'] as const;
export type VerificationOrigin = (typeof VERIFICATION_ORIGINS)[number];

/** The term of each, counted from the day after the acceptance or the order (list `terms`). */
export const VISIT_TERMS: Readonly<Record<VerificationOrigin, string>> = {
  ACCEPTANCE: 'FILING_ON_SITE_VERIFICATION',
  REVIEW: 'LICENCE_ON_SITE_VERIFICATION',
  ORDERED: 'FILING_ORDERED_VERIFICATION',
};

type Ordered = Pick<Filing, 'kind' | 'regime' | 'type' | 'status' | 'admitBy' | 'admittedOn'>;

/**
 * As what a visit may be ordered now; null where it may not. Of a 养老机构 the rule sends officials after the acceptance. Of a 托育机构 or a
 * 家庭托育点 no rule does, so the authority may, before or after it; a notice of what stops or goes on says nothing that can be seen there.
 * @law 行政许可法第三十四条第三款：根据法定条件和程序，需要对申请材料的实质内容进行核实的，应当指派两名以上工作人员进行核查
 */
export function orderOf(filing: Ordered, today: PlainDate): Exclude<VerificationOrigin, 'ACCEPTANCE'> | null {
  const { kind, type, status } = filing;
  if (kind !== 'CHILDCARE' || isNotice(type) || awaitsAdmission(filing, today)) return null;
  if (status === 'ACCEPTED') return 'ORDERED';
  if (status !== 'SUBMITTED') return null;
  return asksForLicence(filing) ? 'REVIEW' : 'ORDERED';
}

/** @throws VISIT_BEFORE_ADMISSION, VISIT_NOT_ORDERABLE */
export function requireOrder(filing: Ordered, today: PlainDate): Exclude<VerificationOrigin, 'ACCEPTANCE'> {
  const origin = orderOf(filing, today);
  if (origin !== null) return origin;
  throw refuse(awaitsAdmission(filing, today) ? 'VISIT_BEFORE_ADMISSION' : 'VISIT_NOT_ORDERABLE');
}

/** The day on which one means to come lies ahead, and within the term. */
export function planFaults(plannedOn: PlainDate | null, today: PlainDate, dueOn: PlainDate): FieldError[] {
  if (plannedOn === null || (today <= plannedOn && plannedOn <= dueOn)) return [];
  const message =
    plannedOn < today ? '计划核查的日期不能早于今天' : `计划核查的日期不能晚于核查期限（${dueOn}）`;
  return [{ pointer: '/plannedOn', code: plannedOn < today ? 'IN_PAST' : 'TOO_LATE', message }];
}

/** No visit of a review, and no putting right, lies beyond the day by which the application is decided; late already, it is for today. */
export function withinDecision(last: PlainDate, decideBy: PlainDate | null, today: PlainDate): PlainDate {
  if (decideBy === null || last <= decideBy) return last;
  return decideBy < today ? today : decideBy;
}

/**
 * What was ordered to be seen before the decision is seen before it is granted. What was found not to match may be granted knowingly, and is
 * then to be put right like any other mismatch; so may what is granted otherwise than two officials have seen it.
 * @returns why, as the history keeps it; undefined where nothing stands against it
 * @throws VERIFICATION_NOT_RECORDED, MISMATCH_UNEXPLAINED, UNSEEN_UNEXPLAINED
 * @law 行政许可法第三十四条第三款
 */
export function whyGranted(
  review: { readonly origin: VerificationOrigin; readonly status: VerificationStatus } | null,
  unseen: readonly { readonly label: string }[],
  reason: string | undefined,
): string | undefined {
  if (review?.origin !== 'REVIEW') return undefined;
  if (review.status === 'OPEN' || review.status === 'RECHECK') throw refuse('VERIFICATION_NOT_RECORDED');
  const words = toApplicant(reason ?? '');
  const required = (message: string): FieldError[] => [{ pointer: '/reason', code: 'REQUIRED', message }];
  const items = unseen.map(({ label }) => label).join('、');
  if (review.status === 'MISMATCH_FOUND') {
    if (!saysSomething(words))
      throw refuse('MISMATCH_UNEXPLAINED', {}, required('现场核查不一致，请写明仍然准予的理由'));
    return `现场核查不一致${items === '' ? '' : `，另有${items}没有到现场看过`}，仍然准予的理由：${words}`;
  }
  if (review.status !== 'VERIFIED' || unseen.length === 0) return undefined;
  if (!saysSomething(words))
    throw refuse('UNSEEN_UNEXPLAINED', { items }, required('有内容没有到现场看过，请写明仍然准予的理由'));
  return `${items}与现场核查所见不同，没有到现场看过，仍然准予的理由：${words}`;
}
