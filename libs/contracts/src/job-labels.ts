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
};

/** The job in words; a job of another version of the program keeps its name. */
export function jobLabel(job: string): string {
  return Object.hasOwn(JOB_LABELS, job) ? JOB_LABELS[job as JobName] : job;
}
