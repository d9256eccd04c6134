/** What people are told in the application (站内通知), in words. */
export const NOTIFICATION_LABELS = {
  FILING_SUBMITTED: '备案已提交',
  FILING_RETURNED: '备案退回补正',
  FILING_REFUSED: '不予备案通知',
  FILING_LAPSED: '备案逾期未补正通知',
  FILING_ACCEPTED: '准予备案通知',
  DRAW_ANNOUNCED: '抽取公告已发布',
  DRAW_DRAWN: '抽取已完成',
  DRAW_INFEASIBLE: '抽取未能完成',
  DRAW_VOIDED: '抽取作废',
  DRAW_OPENED: '抽取公开',
  TASKS_ASSIGNED: '新的检查任务',
  TASKS_CANCELLED: '检查任务取消',
  INSPECTION_SUBMITTED: '检查结果已提交',
  RESULT_PUBLISHED: '检查结果公布',
  FINDINGS_TO_TAKE_UP: '待立案问题',
  PENALTY_NOTICED: '行政处罚告知送达',
  STATEMENT_MADE: '当事人陈述申辩',
  STATEMENT_ENDED: '陈述申辩期满',
  PENALTY_DECIDED: '行政处罚决定送达',
  CASE_DISMISSED: '不予处罚通知',
  GRADE_CHANGED: '信用等级变化',
  TERM_NEAR: '期限临近',
  TERM_OVERDUE: '期限已过',
} as const;
export type NotificationType = keyof typeof NOTIFICATION_LABELS;
export const NOTIFICATION_TYPES = Object.keys(NOTIFICATION_LABELS) as NotificationType[];
