import type { JobName } from './jobs';

/** What each background job (后台任务) does, for the administrator who finds it dead. */
export const JOB_LABELS: Readonly<Record<JobName, string>> = {
  'platform.sweep': '清理过期的临时数据',
  'audit.sequence': '操作记录排入日志',
  'inspections.compute-draw': '计算抽取结果',
  'inspections.create-tasks': '按抽取结果生成检查任务',
  'inspections.publish-due-results': '公布到期的检查结果',
  'publication.publish-penalty': '公示处罚决定',
  'credit.open-account': '开立信用档案',
  'credit.record-result': '检查结果记入信用档案',
  'credit.record-penalty': '处罚决定记入信用档案',
  'credit.recompute-due-grades': '重新计算到期的信用等级',
  'filings.render-receipt': '制作备案回执',
  'filings.lapse-returned': '逾期未补正的备案自动终止',
  'institutions.apply-status-steps': '机构暂停、恢复、终止到期生效',
  'workbench.tell-filing-submitted': '通知：备案已提交',
  'workbench.tell-filing-returned': '通知：备案退回补正',
  'workbench.tell-filing-refused': '通知：不予备案',
  'workbench.tell-filing-lapsed': '通知：备案逾期未补正而终止',
  'workbench.tell-filing-accepted': '通知：准予备案',
  'workbench.tell-recusal-declared': '通知：回避已登记',
  'workbench.tell-recusal-revoked': '通知：回避已解除',
  'workbench.tell-draw-announced': '通知：抽取公告已发布',
  'workbench.tell-draw-drawn': '通知：抽取已完成',
  'workbench.tell-draw-infeasible': '通知：抽取无法安排人员',
  'workbench.tell-draw-voided': '通知：抽取已作废',
  'workbench.tell-draw-opened': '通知：抽取结果已公开',
  'workbench.tell-draw-tasks-made': '通知：检查任务已生成',
  'workbench.tell-task-assigned': '通知：分派检查任务',
  'workbench.tell-finding-changed': '通知：检查情况不一致',
  'workbench.tell-task-stood-in': '通知：替补参加检查',
  'workbench.tell-task-called-off': '通知：终止检查',
  'workbench.tell-task-submitted': '通知：检查结果已提交',
  'workbench.tell-report-withdrawn': '通知：检查结果已撤回',
  'workbench.tell-inspection-result-published': '通知：检查结果已公布',
  'workbench.tell-penalty-case-noticed': '通知：行政处罚告知',
  'workbench.tell-penalty-case-stated': '通知：当事人陈述申辩',
  'workbench.tell-penalty-case-dismissed': '通知：不予处罚',
  'workbench.tell-penalty-decided': '通知：处罚决定',
  'workbench.tell-rating-follow-up-opened': '通知：差评待回访',
  'workbench.tell-rating-follow-up-ended': '通知：差评办结',
  'workbench.tell-credit-grade-changed': '通知：信用等级变动',
  'workbench.settle': '事项办结后更新通知',
  'workbench.remind': '提醒临近和超过的期限',
  'workbench.tell-statements-ended': '通知：陈述申辩期满',
  'workbench.sweep': '清理过期的草稿和通知',
};

/** The job in words; a job of another version of the program keeps its name. */
export function jobLabel(job: string): string {
  return Object.hasOwn(JOB_LABELS, job) ? JOB_LABELS[job as JobName] : job;
}
