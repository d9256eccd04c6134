import type { Caller, Kind } from '@zhaoguan/contracts';
import type { Finding, Failure, PlanItem } from './findings';
import type { ResultStatus } from './result.process';
import type { TaskStatus } from './task.process';

/** One inspector of a team, as listed when the draw was announced. */
export interface TeamMember {
  readonly personId: string;
  readonly name: string;
  readonly certificateNumber: string;
  readonly department: string;
}

/** 检查任务: one drawn institution and its team. */
export interface Task {
  readonly id: string;
  readonly drawId: string;
  readonly planId: string;
  readonly planTitle: string;
  /** Rank in the draw; null for a replacement (补抽). */
  readonly rank: number | null;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly institutionAddress: string;
  readonly kind: Kind;
  readonly district: string;
  readonly items: readonly PlanItem[];
  readonly team: readonly TeamMember[];
  readonly assignees: readonly string[];
  readonly dueOn: string;
  readonly status: TaskStatus;
  readonly startedAt: Date | null;
  readonly submittedAt: Date | null;
  readonly resultId: string | null;
  /** Standard wording chosen when it was submitted, e.g. `NO_PROBLEM`. */
  readonly resultCode: string | null;
  readonly createdAt: Date;
  readonly version: number;
}

/** A photo or document taken at an inspection. */
export interface Evidence {
  readonly id: string;
  readonly sm3: string;
  readonly size: number;
  readonly mediaType: string;
  readonly name: string;
  readonly uploadedAt: Date;
}

export interface TaskWithFindings extends Task {
  readonly findings: readonly Finding[];
  readonly evidence: readonly Evidence[];
}

/** 检查结果. */
export interface InspectionResult {
  readonly id: string;
  readonly taskId: string;
  readonly planId: string;
  readonly planTitle: string;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly kind: Kind;
  readonly district: string;
  readonly inspectedOn: string;
  readonly resultCode: string;
  readonly resultLabel: string;
  readonly failures: readonly Failure[];
  readonly agency: string;
  readonly certificateNumbers: readonly string[];
  /** Person ids of the inspectors. */
  readonly members: readonly string[];
  readonly dueOn: string;
  readonly status: ResultStatus;
  readonly submittedBy: string;
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
  readonly version: number;
}

/**
 * How much of the tasks a person may see: officials who run draws see all of their district; case officers what is
 * submitted; inspectors their own; operators their institution's, from the moment the inspection begins, without notes
 * that may still change. Drawn targets are secret until then.
 */
export type TaskView = 'district' | 'submitted' | 'own' | 'institution';

export function taskViewOf({ permissions }: Caller): TaskView {
  if (permissions.has('draw.read')) return 'district';
  if (permissions.has('case.read')) return 'submitted';
  return permissions.has('task.inspect') ? 'own' : 'institution';
}

export function maySee(task: Task, caller: Caller): boolean {
  if (task.assignees.includes(caller.id)) return true;
  switch (taskViewOf(caller)) {
    case 'district':
      return true;
    case 'submitted':
      return task.status === 'SUBMITTED';
    case 'own':
      return false;
    case 'institution':
      return task.status === 'IN_PROGRESS' || task.status === 'SUBMITTED';
  }
}
