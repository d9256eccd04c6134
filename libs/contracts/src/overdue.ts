/** How far up it has gone when an office has let a last day pass (督办层级): to the person above, or to the level above. */
export const OVERDUE_LEVEL_LABELS = {
  FIRST: '本级负责人',
  SECOND: '上级部门',
} as const;
export type OverdueLevel = keyof typeof OVERDUE_LEVEL_LABELS;
export const OVERDUE_LEVELS = Object.keys(OVERDUE_LEVEL_LABELS) as OverdueLevel[];

/** Who could urge it and is not on this platform (没有可以督办的人员): nobody of the levels above, or nobody at all. */
export const OVERDUE_LACKS = ['ABOVE', 'ALL'] as const;
export type OverdueLack = (typeof OVERDUE_LACKS)[number];

/** How late, in working days (超期天数). */
export const OVERDUE_BAND_LABELS = {
  upTo5: '1—5 个工作日',
  upTo15: '6—15 个工作日',
  longer: '16 个工作日以上',
} as const;
export type OverdueBand = keyof typeof OVERDUE_BAND_LABELS;
export const OVERDUE_BANDS = Object.keys(OVERDUE_BAND_LABELS) as OverdueBand[];
