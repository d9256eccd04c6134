import { refuse } from '@zhaoguan/contracts';
import { toApplicant } from '@zhaoguan/kernel';

/** Why an application is not taken in (不予受理). @law 行政许可法第三十二条第一款第一项、第二项 */
export const DISMISSAL_GROUNDS = {
  NO_LICENCE_NEEDED: { label: '申请事项依法不需要取得行政许可', item: '第一项' },
  NOT_COMPETENT: { label: '申请事项依法不属于本机关职权范围', item: '第二项' },
} as const;
export type DismissalGround = keyof typeof DISMISSAL_GROUNDS;

export interface Dismissal {
  readonly ground: DismissalGround;
  readonly reason: string;
  /** The authority to turn to, where this one is not competent. */
  readonly competent: string | null;
}

/** Who is sent away is told where to go. @throws VALIDATION_FAILED */
export function checkedDismissal({ ground, reason, competent }: Dismissal): Dismissal {
  const named = competent?.trim() ?? '';
  if (ground !== 'NOT_COMPETENT') return { ground, reason: toApplicant(reason), competent: null };
  if (named !== '') return { ground, reason: toApplicant(reason), competent: named };
  const field = { pointer: '/competent', code: 'REQUIRED', message: '请写明应当向哪个行政机关申请' };
  throw refuse('VALIDATION_FAILED', {}, [field]);
}

/** As it stands in the history and is read by the applicant. */
export function dismissalInWords({ ground, reason, competent }: Dismissal): string {
  const told = `${DISMISSAL_GROUNDS[ground].label}。${reason}`;
  return competent === null ? told : `${told}\n请向${competent}申请。`;
}
