import { addMonths, type PlainDate } from '@zhaoguan/kernel';

/** How an office learnt what has become of a suspension past its day. */
export const CONTACT_WAYS = ['PHONE', 'VISIT', 'OTHER'] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];
export const CONTACT_WAY_LABELS: Readonly<Record<ContactWay, string>> = {
  PHONE: '电话联系',
  VISIT: '上门查看',
  OTHER: '其他方式',
};

/** Later than this nobody remembers why; no law sets it. */
const MOST_MONTHS_AHEAD = 6;

/** What is wrong with the day on which an office looks again; null where nothing is. */
export function lookAgainFault(on: PlainDate, today: PlainDate): string | null {
  if (on <= today) return '再次了解的日期应晚于今天';
  return on > addMonths(today, MOST_MONTHS_AHEAD) ? `再次了解的日期应在${MOST_MONTHS_AHEAD}个月以内` : null;
}
