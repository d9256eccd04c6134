import { KEPT, NUMBERS, onceInColumn, rowsOf, type Finding, type RuleKind } from './rule';

/** 岗位 of those who look after people, as the forms code them. */
const CARER = 'CARER';
const CARE_WORKER = 'CARE_WORKER';
const HEALTH = 'HEALTH';

/** How many people hold a post; null while the table of posts is empty. */
function peopleAt(staff: unknown, post: string): number | null {
  if (staff === null) return null;
  return rowsOf(staff).reduce(
    (sum, row) => sum + (row['post'] === post && typeof row['people'] === 'number' ? row['people'] : 0),
    0,
  );
}

/**
 * Carers that a row of classes needs: each class by itself, never pooled, its places spread as evenly as they can be.
 * @returns 0 for a row that is not filled in, or whose type has no number
 */
function neededFor(row: Readonly<Record<string, unknown>>, ratios: Readonly<Record<string, number>>): number {
  const { type, classes, places } = row;
  const children = typeof type === 'string' ? ratios[type] : undefined;
  if (!children || typeof classes !== 'number' || typeof places !== 'number' || classes < 1) return 0;
  const [least, larger] = [Math.floor(places / classes), places % classes];
  return larger * Math.ceil((least + 1) / children) + (classes - larger) * Math.ceil(least / children);
}

const CLASS_TYPES = ['INFANT', 'YOUNGER_TODDLER', 'OLDER_TODDLER', 'MIXED'] as const;

function judgeCarers(
  [staff, classes]: readonly unknown[],
  parameters: Readonly<Record<string, number>>,
): { readonly carers: number; readonly without: number; readonly needed: number } | null {
  const carers = peopleAt(staff, CARER);
  if (carers === null || classes === null) return null;
  const sum = (ratios: Readonly<Record<string, number>>): number =>
    rowsOf(classes).reduce((all, row) => all + neededFor(row, ratios), 0);
  const { MIXED: _mixed, ...confirmed } = parameters;
  return { carers, without: sum(confirmed), needed: sum(parameters) };
}

/**
 * Enough carers for the classes of one age: each class by itself, `children` by the code of the type.
 * @law 托育机构设置标准（试行）（国卫人口发〔2019〕58号）: 保育人员与婴幼儿的比例，乳儿班1:3，托小班1:5，托大班1:7
 */
export const enoughCarers: RuleKind = {
  looksAt: [['rows'], ['rows']],
  parameters: CLASS_TYPES.filter((type) => type !== 'MIXED'),
  words: ['carers', 'needed'],
  told: '保育人员按班型分班计算，乳儿班每 {INFANT} 名、托小班每 {YOUNGER_TODDLER} 名、托大班每 {OLDER_TODDLER} 名婴幼儿至少 1 人',
  judge: ({ values, parameters }) => {
    const found = judgeCarers(values, parameters);
    if (!found || found.carers >= found.without) return KEPT;
    return [{ words: { carers: found.carers, needed: found.without } }];
  },
};

/**
 * The same with the classes of mixed ages, for which the whole country has no number; silent where the carers do not even
 * do for the others, which {@link enoughCarers} says.
 * @law 托育机构设置标准（试行）（国卫人口发〔2019〕58号）: 混合编班 without a ratio; the term of the place, else the strict default
 */
export const enoughCarersWithMixed: RuleKind = {
  looksAt: [['rows'], ['rows']],
  parameters: CLASS_TYPES,
  words: ['carers', 'needed'],
  told: '混合编班的，保育人员一般按每 {MIXED} 名婴幼儿至少 1 人计算，请核对',
  judge: ({ values, parameters }) => {
    const found = judgeCarers(values, parameters);
    if (!found || found.carers < found.without || found.carers >= found.needed) return KEPT;
    return [{ words: { carers: found.carers, needed: found.needed } }];
  },
};

/**
 * One carer looks after so many children at most.
 * @law 家庭托育点管理办法（试行）（国卫人口发〔2023〕28号）: 每1名照护人员最多看护3名婴幼儿
 */
export const enoughCarersAtHome: RuleKind = {
  looksAt: [['rows'], NUMBERS],
  parameters: ['children'],
  words: ['carers', 'needed'],
  told: '每名照护人员（保育人员）最多看护 {children} 名婴幼儿',
  judge: ({ values: [staff, places], parameters: { children } }) => {
    const carers = peopleAt(staff ?? null, CARER);
    if (carers === null || typeof places !== 'number' || !children) return KEPT;
    const needed = Math.ceil(places / children);
    return carers < needed ? [{ words: { carers, needed } }] : KEPT;
  },
};

/**
 * Enough 护理员 for those who live there, each ability by itself; a number that is not given counts as nobody.
 * @law MZ/T 187-2021《养老机构岗位设置及人员配备规范》: a recommended standard, by the ability of the old
 */
export const enoughCareWorkers: RuleKind = {
  looksAt: [['rows'], NUMBERS, NUMBERS, NUMBERS],
  parameters: ['able', 'partly', 'fully'],
  words: ['workers', 'needed'],
  told: '养老护理员一般按能力完好老年人每 {able} 名、部分失能老年人每 {partly} 名、完全失能老年人每 {fully} 名至少 1 人配备',
  judge: ({ values: [staff, ...residents], parameters: { able, partly, fully } }) => {
    const workers = peopleAt(staff ?? null, CARE_WORKER);
    if (workers === null) return KEPT;
    const ratios = [able, partly, fully];
    const needed = residents.reduce<number>((sum, people, index) => {
      const ratio = ratios[index];
      return sum + (typeof people === 'number' && ratio ? Math.ceil(people / ratio) : 0);
    }, 0);
    return workers < needed ? [{ words: { workers, needed } }] : KEPT;
  },
};

/** Somebody at a post that the rules ask of every site of the kind, however many children there are. */
const someoneAt = (post: string, told: string): RuleKind => ({
  looksAt: [['rows']],
  parameters: [],
  told,
  judge: ({ values: [staff] }) => (peopleAt(staff ?? null, post) === 0 ? [{}] : KEPT),
});

/** @law 托儿所幼儿园卫生保健管理办法（卫生部、教育部令第76号）第十二条：聘用符合国家规定的卫生保健人员 */
export const withHealthStaff: RuleKind = someoneAt(HEALTH, '有卫生保健人员');
/** @law 托育机构设置标准（试行）（国卫人口发〔2019〕58号）：独立设置的至少有1名保安人员在岗；由保安公司派驻 */
export const withGuards: RuleKind = someoneAt('GUARD', '独立设置的，至少有 1 名保安人员在岗，请核对');
/** @law 托育机构设置标准（试行）（国卫人口发〔2019〕58号）：按照有关托儿所卫生保健规定配备炊事人员 */
export const withCooks: RuleKind = someoneAt('COOK', '自营供餐的，有炊事人员，请核对');

/**
 * Of so many children one of the health staff works full time; silent where there are none, which {@link withHealthStaff} says. A number that
 * is not given counts as nobody.
 * @law 托儿所幼儿园卫生保健管理办法（卫生部、教育部令第76号）第十二条
 */
export const healthStaffFullTime: RuleKind = {
  looksAt: [['rows'], NUMBERS],
  parameters: ['children'],
  told: '托位超过 {children} 个的，至少有 1 名专职卫生保健人员',
  judge: ({ values: [staff, places], parameters: { children } }) => {
    if (!peopleAt(staff ?? null, HEALTH) || typeof places !== 'number' || children === undefined) return KEPT;
    if (places <= children) return KEPT;
    const fullTime = rowsOf(staff).some(
      ({ post, fullTime: some }) => post === HEALTH && typeof some === 'number' && some > 0,
    );
    return fullTime ? KEPT : [{}];
  },
};

/** Each post (岗位) stands in one row: two would be counted as different people. */
export const postsOnce = onceInColumn('post');

/** Those with a certificate, and those who work full time, are some of the people at the post. */
export const partsOfPost: RuleKind = {
  looksAt: [['rows']],
  parameters: [],
  told: '持证人数、专职人数不能超过该岗位的人数',
  judge: ({ values: [staff] }) =>
    rowsOf(staff).flatMap((row, index) =>
      ['certified', 'fullTime'].flatMap((part): Finding[] => {
        const [some, all] = [row[part], row['people']];
        return typeof some === 'number' && typeof all === 'number' && some > all
          ? [{ at: `/${index}/${part}` }]
          : [];
      }),
    ),
};
