/** How an authority has learnt of a place that offers its service without having filed (线索来源). */
export const UNFILED_SOURCE_LABELS = {
  PATROL: '日常巡查',
  INSPECTION: '检查中发现',
  COMPLAINT: '投诉举报',
  REFERRAL: '其他部门、镇街告知',
} as const;
export type UnfiledSource = keyof typeof UNFILED_SOURCE_LABELS;
export const UNFILED_SOURCES = Object.keys(UNFILED_SOURCE_LABELS) as UnfiledSource[];
