import type { FormField } from '@zhaoguan/contracts';
import { valueAt } from '../answers';
import { displayValue } from '../display';
import { BROKEN, KEPT, NUMBERS, onceInColumn, rowsOf, type Finding, type RuleKind } from './rule';

function nameOfClass(field: FormField | undefined, type: unknown): string {
  const column = field?.fields?.find(({ pointer }) => pointer === '/type');
  return column ? displayValue(column, type) : '本班';
}

/**
 * No class has more children than its type allows: the parameters by the code of the type. Looks at the columns `/type`,
 * `/classes` and `/places`.
 * @law 托育机构设置标准（试行）（国卫人口发〔2019〕58号）: 乳儿班10人以下，托小班15人以下，托大班20人以下，
 *   18个月以上混合编班18人以下
 */
export const classSize: RuleKind = {
  looksAt: [['rows']],
  parameters: ['INFANT', 'YOUNGER_TODDLER', 'OLDER_TODDLER', 'MIXED'],
  words: ['class', 'limit'],
  usual: ({ parameters, field }) =>
    Object.entries(parameters).map(([type, limit]) => ({ class: nameOfClass(field, type), limit })),
  judge: ({ values: [value], parameters, field }) =>
    rowsOf(value).flatMap((row, index): Finding[] => {
      const { type, classes, places } = row;
      const limit = typeof type === 'string' ? parameters[type] : undefined;
      if (typeof limit !== 'number' || typeof classes !== 'number' || typeof places !== 'number') return [];
      if (places <= classes * limit) return [];
      return [{ at: `/${index}/places`, words: { class: nameOfClass(field, type), limit } }];
    }),
};

/** Each type of class (班型) stands in one row, with how many classes of it there are: a second row would be read as another type. */
export const classesOnce = onceInColumn('type');

/** From how many months on a class of each type takes children in. */
const YOUNGEST: Readonly<Record<string, number>> = {
  INFANT: 6,
  YOUNGER_TODDLER: 12,
  MIXED: 18,
  OLDER_TODDLER: 24,
};

/**
 * No class takes in children who are younger than so many months. Looks at the column `/type`.
 * @law 学前教育法第八十四条: kindergartens are encouraged to open such classes; from which age on is the rule of the place (term)
 */
export const classAge: RuleKind = {
  looksAt: [['rows']],
  parameters: ['months'],
  words: ['class'],
  usual: ({ parameters: { months = 0 }, field }) =>
    Object.keys(YOUNGEST)
      .filter((type) => isTooYoung(type, months))
      .map((type) => ({ class: nameOfClass(field, type) })),
  idle: ({ months = 0 }) => Object.keys(YOUNGEST).every((type) => !isTooYoung(type, months)),
  judge: ({ values: [value], parameters: { months = 0 }, field }) =>
    rowsOf(value).flatMap(({ type }, index): Finding[] =>
      isTooYoung(type, months) ? [{ at: `/${index}/type`, words: { class: nameOfClass(field, type) } }] : [],
    ),
};

function isTooYoung(type: unknown, months: number): boolean {
  const youngest = typeof type === 'string' ? YOUNGEST[type] : undefined;
  return youngest !== undefined && youngest < months;
}

const placesOfClasses = (classes: unknown): number =>
  rowsOf(classes)
    .map((row) => valueAt(row, '/places'))
    .reduce<number>((total, places) => total + (typeof places === 'number' ? places : 0), 0);

/**
 * The classes together have no more places than the institution. Looks at the column `/places`.
 * @law 托育机构登记和备案办法（试行）（国卫办人口发〔2019〕25号）: the 备案书 states 托位规模 and, of it, each 班型
 */
export const placesInWhole: RuleKind = {
  looksAt: [['rows'], NUMBERS],
  parameters: [],
  judge: ({ values: [classes, whole] }) =>
    typeof whole === 'number' && placesOfClasses(classes) > whole ? BROKEN : KEPT,
};

/**
 * And no fewer: sizes of classes and carers are reckoned by them, and a place that is in none would escape both. Judged once every class
 * says how many it has.
 * @law 托育机构登记和备案办法（试行）（国卫办人口发〔2019〕25号）第八条；托育机构设置标准（试行）（国卫人口发〔2019〕58号）第十九条、第二十条
 */
export const placesMakeWhole: RuleKind = {
  looksAt: [['rows'], NUMBERS],
  parameters: [],
  words: ['missing'],
  told: '各班托位之和应当等于托位数',
  judge: ({ values: [classes, whole] }) => {
    const rows = rowsOf(classes);
    const isSaid = rows.length > 0 && rows.every((row) => typeof valueAt(row, '/places') === 'number');
    if (!isSaid || typeof whole !== 'number') return KEPT;
    const missing = whole - placesOfClasses(classes);
    return missing > 0 ? [{ words: { missing } }] : KEPT;
  },
};
