import { addMonths, type PlainDate } from '@zhaoguan/kernel';

/** From when to when something is public; both days included. */
export interface PublicTerm {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/**
 * Term of publicity (公示期), counted from the day of publication. It runs to the longest the class allows; what ends
 * it earlier is a repair (信用修复), never a default.
 * @param rule whether the class is published at all, and its longest term in months
 * @returns null when the class is in principle not published (轻微失信)
 * @law 信用修复管理办法（国家发展和改革委员会令第36号）
 */
export function publicTerm(
  rule: { readonly published: boolean; readonly maxMonths: number },
  from: PlainDate,
): PublicTerm | null {
  return rule.published ? { from, until: addMonths(from, rule.maxMonths) } : null;
}
