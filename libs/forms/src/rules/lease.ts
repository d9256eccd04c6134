import type { FieldType } from '@zhaoguan/contracts';
import { addDays, addMonths, isPlainDate, type PlainDate, yearOf } from '@zhaoguan/kernel';
import { BROKEN, KEPT, type RuleKind } from './rule';

const DATES: readonly FieldType[] = ['date'];

function dateOf(value: unknown): PlainDate | null {
  return typeof value === 'string' && isPlainDate(value) ? value : null;
}

/**
 * A day is not after another.
 * @law 民发〔2024〕19号: what was taken in advance is given back before the service stops
 */
export const notAfter: RuleKind = {
  looksAt: [DATES, DATES],
  parameters: [],
  judge: ({ values }) => {
    const [day, last] = values.map(dateOf);
    return day && last && day > last ? BROKEN : KEPT;
  },
};

/**
 * A day is not before another.
 * @law 民法典第七百零四条: a lease states its 租赁期限, which has a beginning and an end
 */
export const notBefore: RuleKind = {
  looksAt: [DATES, DATES],
  parameters: [],
  judge: ({ values }) => {
    const [end, beginning] = values.map(dateOf);
    return end && beginning && end < beginning ? BROKEN : KEPT;
  },
};

/**
 * Two days are not the same.
 * @law 养老机构管理办法（民政部令第66号）: 暂停、终止服务的规定; a stop has a first day and one on which the service goes on
 */
export const notSameDay: RuleKind = {
  looksAt: [DATES, DATES],
  parameters: [],
  judge: ({ values }) => {
    const [end, beginning] = values.map(dateOf);
    return end && end === beginning ? BROKEN : KEPT;
  },
};

/**
 * A day has not passed: what ends today is in force today.
 * @law 养老机构管理办法（民政部令第66号）: the application states by what right the premises are held;
 *   托育机构设置标准（试行）（国卫人口发〔2019〕58号）第十一条: 应当有自有场地或租赁期不少于3年的场地
 */
export const notPast: RuleKind = {
  looksAt: [DATES],
  parameters: [],
  judge: ({ values, today }) => {
    const [end] = values.map(dateOf);
    return end && end < today ? BROKEN : KEPT;
  },
};

/**
 * The lease runs for so many years, to its last day, counted from its first day, or from today while that is not given.
 * @law 托育机构设置标准（试行）（国卫人口发〔2019〕58号）第十一条: 租赁场地租期不得少于3年；
 *   家庭托育点管理办法（试行）（国卫人口发〔2023〕28号）: 租赁住宅的租期不少于3年
 */
export const leaseTerm: RuleKind = {
  looksAt: [DATES, DATES],
  parameters: ['years'],
  judge: ({ values, parameters: { years }, today }) => {
    const [end, beginning] = values.map(dateOf);
    if (!end || years === undefined) return KEPT;
    const first = beginning ?? today;
    // No lease is that long in a calendar that ends with the year 9999.
    if (yearOf(first) + years > 9999) return BROKEN;
    return end < addDays(addMonths(first, years * 12), -1) ? BROKEN : KEPT;
  },
};
