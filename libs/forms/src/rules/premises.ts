import { addDays, isPlainDate, yearOf } from '@zhaoguan/kernel';
import { FIELD_TYPES } from '@zhaoguan/contracts';
import { BROKEN, KEPT, NUMBERS, rowsOf, type RuleKind } from './rule';

/**
 * What the condition of the rule names is not allowed, or is to be looked at twice: the law is in the form.
 * @law JGJ 39-2016（2019年版）第4.1.3条: 生活用房 never below ground or half below; 第4.1.3B条: of a 托儿所 on the first floor.
 *   WS/T 821-2023, which allows the third, is recommended and binds nobody
 * @law GB 55037-2022 第4.3.5条: 居室 and 休息室 of the old never below ground or half below; in a house of the third grade of
 *   fire resistance on the first or second floor. 第5.3.3条: no house of the fourth. JGJ 450-2018 第5.6.4条: a lift from the second floor on
 */
export const notAllowed: RuleKind = {
  looksAt: [FIELD_TYPES],
  parameters: [],
  judge: ({ values: [value] }) => (value === null ? KEPT : BROKEN),
};

/**
 * On the second floor lives the oldest class alone, of no more than so many children. Which class lives where is not asked:
 * where the first floor is used too, the others may be there. Looks at the columns `/type` and `/places`.
 * @law JGJ 39-2016（2019年版）第4.1.3B条: where the first floor is truly difficult, 托大班 may be on the second, at most 60 children
 */
export const secondFloor: RuleKind = {
  looksAt: [['choices'], ['rows']],
  parameters: ['children'],
  judge: ({ values: [floors, classes], parameters: { children = Infinity } }) => {
    if (!Array.isArray(floors) || !floors.includes('SECOND')) return KEPT;
    const rows = rowsOf(classes);
    if (rows.length === 0) return KEPT;
    const oldest = rows.filter(({ type }) => type === 'OLDER_TODDLER');
    if (oldest.length === 0) return BROKEN;
    if (floors.length > 1) return KEPT;
    const places = oldest.reduce((sum, row) => sum + Number(row['places'] ?? 0), 0);
    return oldest.length < rows.length || places > children ? BROKEN : KEPT;
  },
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
