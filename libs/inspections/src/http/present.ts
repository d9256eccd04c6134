import { OUTCOME_LABELS, type Caller, type Permission } from '@zhaoguan/contracts';
import { beaconTiming } from '@zhaoguan/draw';
import { plainDate, type PlainDate } from '@zhaoguan/kernel';
import type { Draw } from '../domain/draw';
import { DRAW_STATUS_LABELS, drawProcess } from '../domain/draw.process';
import type { Finding } from '../domain/findings';
import type { Plan } from '../domain/plan';
import { RESULT_STATUS_LABELS, resultProcess } from '../domain/result.process';
import type { InspectionResult, Task, TaskWithFindings, TeamMember } from '../domain/task';
import { TASK_STATUS_LABELS, taskProcess, type TaskAction, type TaskStatus } from '../domain/task.process';
import type { DrawWithProgress } from '../use-cases/look-at-draws.query';
import { subjectOf } from '../use-cases/own-task';

/** From domain to answer: what is not named here does not leave the system. */

export function toPlanSummary(plan: Plan) {
  const { id, title, year, kind, districts, strata, demands, maxLoad, taskWorkingDays, createdAt, version } =
    plan;
  return {
    id,
    title,
    year,
    kind,
    districts,
    strata: [...strata],
    demands: [...demands],
    maxLoad,
    taskWorkingDays,
    createdAt,
    version,
  };
}

export function toPlan(plan: Plan, drawInProgress: boolean, { permissions }: Caller) {
  const mayAnnounce = permissions.has('draw.announce') && !drawInProgress;
  return {
    ...toPlanSummary(plan),
    itemIds: plan.items.map(({ id }) => id),
    items: plan.items,
    availableActions: mayAnnounce ? ['announceDraw'] : [],
  };
}

export function toDrawSummary(draw: Draw) {
  const { id, planId, title, kind, districts, status, announcedAt, targetCount, resultDigest } = draw;
  const { drawnAt, openedAt, voidedAt, voidReason, version } = draw;
  return {
    id,
    planId,
    title,
    kind,
    districts,
    status,
    statusLabel: DRAW_STATUS_LABELS[status],
    announcedAt,
    targetCount,
    beacon: {
      source: draw.beaconSource,
      round: draw.beaconRound,
      value: draw.beaconValue,
      sourceUrl: draw.beaconSourceUrl,
      enteredAt: draw.beaconEnteredAt,
      confirmedAt: draw.beaconConfirmedAt,
      timing: beaconTiming(draw.beaconSource, draw.beaconRound, announcedAt),
    },
    resultDigest,
    drawnAt,
    openedAt,
    voidedAt,
    voidReason,
    version,
  };
}

export function toDraw({ draw, outstandingTasks }: DrawWithProgress, { id, permissions }: Caller) {
  const { status, announcement, announcementSm3, failure } = draw;
  const subject = { ...draw, outstandingTasks };
  return {
    ...toDrawSummary(draw),
    announcement: JSON.parse(announcement) as object,
    announcementSm3,
    failure,
    outstandingTasks: status === 'DRAWN' ? outstandingTasks : 0,
    availableActions: drawProcess.availableActions(status, permissions, subject, { actorId: id }),
  };
}

/** Working days until the last day of a term. */
export type DaysLeft = (dueOn: PlainDate) => number;

export function toTaskSummary(task: Task, caller: Caller, daysLeft: DaysLeft) {
  const {
    id,
    drawId,
    planId,
    planTitle,
    institutionId,
    institutionName,
    institutionAddress,
    kind,
    district,
  } = task;
  const { status, dueOn, startedAt, submittedAt, resultId, resultCode, version } = task;
  return {
    id,
    drawId,
    planId,
    planTitle,
    institution: { id: institutionId, name: institutionName, address: institutionAddress },
    kind,
    district,
    status,
    statusLabel: TASK_STATUS_LABELS[status],
    dueOn,
    workingDaysLeft: isUnfinished(status) ? daysLeft(plainDate(dueOn)) : null,
    startedAt,
    submittedAt,
    resultId,
    resultCode,
    version,
    // A list does not count the findings: whether they are complete is asked of the one task.
    availableActions: taskProcess.availableActions(
      status,
      permissionsAt(task, caller),
      { teamSize: task.team.length, itemCount: 0, findings: [], resultCode: task.resultCode },
      {},
    ),
  };
}

export function toTask(task: TaskWithFindings, caller: Caller, daysLeft: DaysLeft) {
  const { team, items, findings, evidence, status } = task;
  const actions: TaskAction[] = taskProcess.availableActions(
    status,
    permissionsAt(task, caller),
    subjectOf(task),
    {},
  );
  return {
    ...toTaskSummary(task, caller, daysLeft),
    team: team.map(({ name, certificateNumber, department }) => ({ name, certificateNumber, department })),
    items,
    findings: findings.map((finding) => toFinding(finding, team)),
    evidence,
    availableActions: actions,
  };
}

function toFinding(finding: Finding, team: readonly TeamMember[]) {
  const { id, itemId, itemCode, itemTitle, severity, outcome, note, evidenceIds, recordedAt } = finding;
  return {
    id,
    itemId,
    itemCode,
    itemTitle,
    severity,
    outcome,
    outcomeLabel: OUTCOME_LABELS[outcome],
    note,
    evidenceIds,
    recordedAt,
    recordedByName: team.find(({ personId }) => personId === finding.recordedBy)?.name ?? null,
  };
}

const isUnfinished = (status: TaskStatus): boolean => status === 'ASSIGNED' || status === 'IN_PROGRESS';

/** Inspecting is for the team, whoever else holds the permission. */
function permissionsAt(task: Task, { id, permissions }: Caller): ReadonlySet<Permission> {
  if (task.assignees.includes(id)) return permissions;
  return new Set([...permissions].filter((permission) => permission !== 'task.inspect'));
}

export function toResult(result: InspectionResult, caller: Caller, daysLeft: DaysLeft) {
  const { members, submittedBy: _, ...rest } = result;
  return {
    ...rest,
    statusLabel: RESULT_STATUS_LABELS[result.status],
    workingDaysLeft: result.status === 'PENDING' ? daysLeft(plainDate(result.dueOn)) : null,
    availableActions: resultProcess.availableActions(
      result.status,
      caller.permissions,
      { members },
      { actorId: caller.id },
    ),
  };
}
