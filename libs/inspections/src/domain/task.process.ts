import { STATE_LABELS } from '@zhaoguan/contracts';
import { defineProcess, type ActionOf, type GuardRefusal, type StateOf } from '@zhaoguan/kernel';
import { SYSTEM_ONLY } from './draw.process';
import { contradicts, saysGone, type Finding, type ResultCode } from './findings';

/** What the guards look at. */
export interface TaskSubject {
  readonly teamSize: number;
  readonly itemCount: number;
  readonly findings: readonly Finding[];
  /** Wording that was submitted; null before. */
  readonly resultCode: string | null;
}

export interface TaskContext {
  readonly result?: ResultCode;
}

/** @law 行政处罚法第四十二条、第五十五条：执法人员不得少于两人 */
function twoInspectors({ teamSize }: TaskSubject): GuardRefusal | null {
  return teamSize >= 2 ? null : { code: 'NOT_ENOUGH_TEAM' };
}

function everyItemAnswered({ itemCount, findings }: TaskSubject): GuardRefusal | null {
  const count = itemCount - findings.length;
  return count > 0 ? { code: 'FINDINGS_INCOMPLETE', details: { count } } : null;
}

function resultAgrees({ findings }: TaskSubject, { result }: TaskContext): GuardRefusal | null {
  return result !== undefined && contradicts(findings, result)
    ? { code: 'RESULT_CONTRADICTS_FINDINGS' }
    : null;
}

/** 补抽: only where two inspectors have reported that the institution is closed or has moved away. */
function gone({ resultCode }: TaskSubject): GuardRefusal | null {
  return saysGone(resultCode) ? null : { code: 'NOT_REPORTED_GONE' };
}

/** Life of an inspection task (检查任务). */
export const taskProcess = defineProcess({
  name: 'inspection-task',
  states: ['ASSIGNED', 'IN_PROGRESS', 'SUBMITTED', 'REPLACED', 'CANCELLED'],
  initial: 'ASSIGNED',
  terminal: ['REPLACED', 'CANCELLED'],
  actions: {
    start: {
      from: ['ASSIGNED'],
      to: 'IN_PROGRESS',
      permission: 'task.inspect',
      label: '开始检查',
      guards: [twoInspectors],
      legalBasis: '《中华人民共和国行政处罚法》第四十二条',
    },
    record: {
      from: ['IN_PROGRESS'],
      to: 'IN_PROGRESS',
      permission: 'task.inspect',
      label: '记录检查情况',
    },
    submit: {
      from: ['IN_PROGRESS'],
      to: 'SUBMITTED',
      permission: 'task.inspect',
      label: '提交检查结果',
      guards: [twoInspectors, everyItemAnswered, resultAgrees],
      emits: 'task.submitted',
    },
    replace: {
      from: ['SUBMITTED'],
      to: 'REPLACED',
      permission: 'task.replace',
      label: '补抽',
      guards: [gone],
      reasonRequired: true,
    },
    cancel: {
      from: ['ASSIGNED', 'IN_PROGRESS'],
      to: 'CANCELLED',
      permission: SYSTEM_ONLY,
      label: '随抽取作废',
      reasonRequired: true,
    },
  },
});

export type TaskStatus = StateOf<typeof taskProcess>;
export type TaskAction = ActionOf<typeof taskProcess>;

export const TASK_STATUS_LABELS: Readonly<Record<TaskStatus, string>> = STATE_LABELS['inspection-task'];
