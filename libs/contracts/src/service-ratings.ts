/**
 * The five levels of a rating (好差评), best to worst.
 * @law 国务院办公厅关于建立政务服务“好差评”制度提高政务服务水平的意见（国办发〔2019〕51号）: 五个等级，后两个为差评
 */
export const RATING_LEVEL_LABELS = {
  VERY_SATISFIED: '非常满意',
  SATISFIED: '满意',
  BASICALLY_SATISFIED: '基本满意',
  DISSATISFIED: '不满意',
  VERY_DISSATISFIED: '非常不满意',
} as const;
export type RatingLevel = keyof typeof RATING_LEVEL_LABELS;
export const RATING_LEVELS = Object.keys(RATING_LEVEL_LABELS) as RatingLevel[];

/** Whether a rating has to be followed up (差评). */
export function isBadRating(level: RatingLevel): boolean {
  return level === 'DISSATISFIED' || level === 'VERY_DISSATISFIED';
}

/** Ratings by level. */
export type RatingCounts = Readonly<Record<RatingLevel, number>>;

/** Share of the three levels of content (满意率), in 1/10000; null where nobody has rated. */
export function satisfactionOf(counts: RatingCounts): number | null {
  const sum = (levels: readonly RatingLevel[]): number =>
    levels.reduce((all, level) => all + counts[level], 0);
  const total = sum(RATING_LEVELS);
  if (total === 0) return null;
  return Math.round((sum(RATING_LEVELS.filter((level) => !isBadRating(level))) / total) * 10_000);
}

/**
 * What the authority did after which its service can be rated, in words. Which act of which process is which of them, and which is none,
 * says the table of libs/feedback (`rated-acts.ts`).
 */
export const RATED_ACT_LABELS = {
  submit: '提交申请',
  admit: '受理',
  dismiss: '不予受理',
  extend: '延长办理期限',
  return: '退回补正',
  refuse: '不予办理',
  accept: '准予办理',
  visit: '现场核查',
  revisit: '现场复核',
  recheck: '书面复核',
  keepPromise: '核实承诺的材料',
  returnPromise: '退回承诺的材料',
  breakPromise: '认定未履行承诺',
  checkClosure: '终止后续核实',
  retract: '答复撤回的申请',
} as const;
export type RatedAct = keyof typeof RATED_ACT_LABELS;
export const RATED_ACTS = Object.keys(RATED_ACT_LABELS) as RatedAct[];

/** Longest text of a rating, characters. */
export const RATING_WORDS_LIMIT = 500;
