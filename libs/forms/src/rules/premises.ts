import { addDays, isPlainDate, yearOf } from '@zhaoguan/kernel';
import { FIELD_TYPES } from '@zhaoguan/contracts';
import { BROKEN, KEPT, NUMBERS, type RuleKind } from './rule';

/**
 * What the condition of the rule names is not allowed, or is to be looked at twice: the law is in the form.
 * @law WS/T 821-2023 托育机构质量评估标准: 生活用房 no higher than the third floor and never below ground
 */
export const notAllowed: RuleKind = {
  looksAt: [FIELD_TYPES],
  parameters: [],
  judge: ({ values: [value] }) => (value === null ? KEPT : BROKEN),
};

/**
 * So much area of the rooms for each bed, from so many beds on.
 * @law JGJ 450-2018《老年人照料设施建筑设计标准》: 居室使用面积 of facilities of 20 beds and more
 */
export const areaPerBed: RuleKind = {
  looksAt: [NUMBERS, NUMBERS],
  parameters: ['squareMetres', 'from'],
  judge: ({ values: [area, beds], parameters: { squareMetres, from } }) =>
    typeof area === 'number' &&
    typeof beds === 'number' &&
    squareMetres !== undefined &&
    from !== undefined &&
    beds >= from &&
    area < beds * squareMetres
      ? BROKEN
      : KEPT,
};

/** A house was not built in a year to come. */
export const notAfterThisYear: RuleKind = {
  looksAt: [NUMBERS],
  parameters: [],
  judge: ({ values: [year], today }) => (typeof year === 'number' && year > yearOf(today) ? BROKEN : KEPT),
};

/** A house is no older than so many years, else some places ask for a test of its structure (房屋安全鉴定). */
export const builtWithin: RuleKind = {
  looksAt: [NUMBERS],
  parameters: ['years'],
  judge: ({ values: [year], parameters: { years }, today }) =>
    typeof year === 'number' && years !== undefined && year < yearOf(today) - years ? BROKEN : KEPT,
};

/** What is in force today ends within so many days: the next one is to be applied for in time. */
export const endsSoon: RuleKind = {
  looksAt: [['date']],
  parameters: ['days'],
  judge: ({ values: [end], parameters: { days }, today }) => {
    if (typeof end !== 'string' || !isPlainDate(end) || days === undefined || end < today) return KEPT;
    return end <= addDays(today, days) ? BROKEN : KEPT;
  },
};
