import { KINDS, type Caller, type Kind } from '@zhaoguan/contracts';
import { lacksSignature, type Finding, type Failure, type PlanItem } from './findings';
import { kindsLedBy } from './jurisdiction';
import type { ResultStatus } from './result.process';
import type { TaskStatus } from './task.process';

/** One inspector of a team, as listed when the draw was announced. */
export interface TeamMember {
  readonly personId: string;
  readonly name: string;
  readonly certificateNumber: string;
  readonly department: string;
}

/** Who took whose place in a team (替补检查人员). */
export interface StandInRecord {
  readonly leftId: string;
  readonly leftNumber: string;
  readonly leftName: string;
  /** Null: nobody could go, and the inspection was called off (终止检查). */
  readonly joinedName: string | null;
  readonly department: string;
  readonly reason: string;
  readonly decidedAt: Date;
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
  /** `HOME`: 家庭托育点. */
  readonly siteType: 'HOME' | null;
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
  readonly submittedBy: string | null;
  /** Second signature (会签) under a result that the institution is gone. */
  readonly coSignedBy: string | null;
  readonly coSignedAt: Date | null;
  readonly createdAt: Date;
  readonly version: number;
}

/** A photo or document taken at an inspection. */
export interface Evidence {
  readonly id: string;
  readonly sm3: string;
  readonly size: number;
  /** By its content, whatever its name says. */
  readonly mediaType: 'application/pdf' | 'image/jpeg' | 'image/png';
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
  /** `HOME`: 家庭托育点. */
  readonly siteType: 'HOME' | null;
  readonly district: string;
  readonly inspectedOn: string;
  readonly resultCode: string;
  readonly resultLabel: string;
  readonly failures: readonly Failure[];
  /** Of a withdrawn result: what had been found when it was withdrawn; null for any other. */
  readonly keptFindings: readonly Finding[] | null;
  readonly agency: string;
  readonly certificateNumbers: readonly string[];
  /** Person ids of the inspectors. */
  readonly members: readonly string[];
  readonly dueOn: string;
  readonly status: ResultStatus;
  readonly submittedBy: string;
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
  readonly publishedBy: string | null;
  readonly version: number;
}

/** Numbers of those who answer for a result: the team, and whoever had recorded for it before leaving it. */
export function certificatesOf(
  { team, findings }: Pick<TaskWithFindings, 'team' | 'findings'>,
  standIns: readonly Pick<StandInRecord, 'leftId' | 'leftNumber'>[],
): readonly string[] {
  const recorders = new Set(findings.map(({ recordedBy }) => recordedBy));
  const before = standIns.filter(({ leftId }) => recorders.has(leftId)).map(({ leftNumber }) => leftNumber);
  return [...new Set([...team.map(({ certificateNumber }) => certificateNumber), ...before])];
}

/** How much of the tasks a person may see, besides those of the own team. */
export interface TaskScope {
  /** Kinds of which every task of the district is: for officials who run their draws, the department in charge only. */
  readonly kinds: readonly Kind[];
  /** Whether what is submitted is, of either kind: for case officers, whose departments are several. */
  readonly submitted: boolean;
  /** Whether those at the own institutions are, from the moment the inspection begins. Until then they are secret. */
  readonly ownInstitutions: boolean;
}

export function taskScopeOf(caller: Caller): TaskScope {
  const { permissions } = caller;
  return {
    kinds: permissions.has('draw.read') ? kindsLedBy(caller) : [],
    submitted: takesUpCases(caller),
    ownInstitutions: permissions.has('task.own'),
  };
}

/** Findings of a joint inspection may ground a case of each department that took part; who is of none has no case. */
function takesUpCases({ permissions, departments }: Caller): boolean {
  return permissions.has('case.manage') && departments.length > 0;
}

/** Kinds whose results the caller reads before the public does. */
export function kindsBeforePublication(caller: Caller): readonly Kind[] {
  return takesUpCases(caller) ? KINDS : kindsLedBy(caller);
}

/** States in which the institution knows of its inspection. */
export const KNOWN_TO_INSTITUTION: readonly TaskStatus[] = ['IN_PROGRESS', 'SUBMITTED'];

/** Whether what was found can no longer be changed: an unsigned report that nobody is there may be taken back. */
export function isFixed({ status, resultCode, coSignedBy }: Task): boolean {
  return status === 'SUBMITTED' && !lacksSignature(resultCode, coSignedBy);
}

/** Whether somebody of the team still has something to do. */
export function awaitsTeam(task: Task): boolean {
  return task.status === 'SUBMITTED'
    ? !isFixed(task)
    : task.status === 'ASSIGNED' || task.status === 'IN_PROGRESS';
}

/** States in which the findings of an inspection may ground a case. */
export const MAY_GROUND_A_CASE: readonly TaskStatus[] = ['SUBMITTED', 'REPLACED'];

export function maySee(task: Pick<Task, 'assignees' | 'kind' | 'status'>, caller: Caller): boolean {
  const { kinds, submitted, ownInstitutions } = taskScopeOf(caller);
  return (
    task.assignees.includes(caller.id) ||
    kinds.includes(task.kind) ||
    (submitted && MAY_GROUND_A_CASE.includes(task.status)) ||
    (ownInstitutions && KNOWN_TO_INSTITUTION.includes(task.status))
  );
}
