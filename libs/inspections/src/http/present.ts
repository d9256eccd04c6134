import type { Caller, Permission } from '@zhaoguan/contracts';
import { beaconTiming } from '@zhaoguan/draw';
import type { Draw } from '../domain/draw';
import { DRAW_STATUS_LABELS, drawProcess } from '../domain/draw.process';
import { OUTCOME_LABELS, type Finding } from '../domain/findings';
import { leads } from '../domain/jurisdiction';
import type { Plan } from '../domain/plan';
import { RESULT_STATUS_LABELS, resultProcess } from '../domain/result.process';
import type { Task } from '../domain/task';
import { TASK_STATUS_LABELS, taskProcess } from '../domain/task.process';
import type { DrawFound } from '../use-cases/look-at-draws.query';
import type { ResultFound } from '../use-cases/look-at-results.query';
import type { TaskFound } from '../use-cases/look-at-tasks.query';

/** From domain to answer: what is not named here does not leave the system. */

export function toPlanSummary(plan: Plan) {
  const { id, title, year, kind, districts, excludedTownships, strata, demands, maxLoad } = plan;
  const { taskWorkingDays, createdAt, version } = plan;
  return {
    id,
    title,
    year,
    kind,
    districts,
    excludedTownships,
    strata: [...strata],
    demands: [...demands],
    maxLoad,
    taskWorkingDays,
    createdAt,
    version,
  };
}

export function toPlan(plan: Plan, drawInProgress: boolean, caller: Caller) {
  const mayAnnounce = caller.permissions.has('draw.announce') && leads(caller, plan.kind) && !drawInProgress;
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
      timing: beaconTiming(
        { source: draw.beaconSource, round: draw.beaconRound },
        announcedAt,
        draw.beaconEnteredAt,
      ),
    },
    resultDigest,
    drawnAt,
    openedAt,
    voidedAt,
    voidReason,
    version,
  };
}

export function toDraw(found: DrawFound, { id: actorId, permissions }: Caller) {
  const { draw, subject, isInCharge, isInTeam } = found;
  const { status, announcement, announcementSm3, failure } = draw;
  return {
    ...toDrawSummary(draw),
    announcement: JSON.parse(announcement) as object,
    announcementSm3,
    // Whom nobody could be sent to is a drawn institution: a secret of the department in charge until it is laid open.
    failure: isInCharge || status === 'VOIDED' ? failure : null,
    outstandingTasks: status === 'DRAWN' ? subject.outstandingTasks : 0,
    availableActions: isInCharge
      ? drawProcess.availableActions(status, permissions, subject, { actorId, isInTeam })
      : [],
  };
}

export function toTaskSummary(task: Task, caller: Caller) {
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
  const { status, dueOn, startedAt, submittedAt, resultId, coSignedAt, version } = task;
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
    startedAt,
    submittedAt,
    resultId,
    version,
    coSignedAt,
    // A list does not look at findings and publication: whether those allow it is asked of the one task.
    availableActions: taskProcess.availableActions(
      status,
      permissionsAt(task, caller, leads(caller, kind)),
      { ...task, findings: [] },
      { actorId: caller.id },
    ),
  };
}

export function toTask({ task, isInCharge, isPublished }: TaskFound, caller: Caller) {
  const { team, items, findings, evidence, status } = task;
  return {
    ...toTaskSummary(task, caller),
    team: team.map(({ name, certificateNumber, department }) => ({ name, certificateNumber, department })),
    items,
    findings: findings.map(toFinding),
    evidence,
    availableActions: taskProcess.availableActions(status, permissionsAt(task, caller, isInCharge), task, {
      actorId: caller.id,
      isPublished,
    }),
  };
}

function toFinding({ id, itemId, itemCode, itemTitle, severity, outcome, note, evidenceIds }: Finding) {
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
  };
}

/** Inspecting is for the team, everything else for those in charge, whoever else holds the permission. */
function permissionsAt(
  { assignees }: Pick<Task, 'assignees'>,
  { id, permissions }: Caller,
  isInCharge: boolean,
): ReadonlySet<Permission> {
  const isMember = assignees.includes(id);
  return new Set(
    [...permissions].filter((permission) => (permission === 'task.inspect' ? isMember : isInCharge)),
  );
}

export function toResult({ result, publishedByName }: ResultFound, caller: Caller) {
  const { id, taskId, planId, planTitle, institutionId, institutionName, kind, district } = result;
  const { inspectedOn, resultCode, resultLabel, failures, agency, certificateNumbers, dueOn } = result;
  const { status, createdAt, publishedAt, version } = result;
  return {
    id,
    taskId,
    planId,
    planTitle,
    institutionId,
    institutionName,
    kind,
    district,
    inspectedOn,
    resultCode,
    resultLabel,
    failures,
    agency,
    certificateNumbers,
    dueOn,
    status,
    statusLabel: RESULT_STATUS_LABELS[status],
    createdAt,
    publishedAt,
    publishedByName,
    version,
    availableActions: leads(caller, kind)
      ? resultProcess.availableActions(status, caller.permissions, result, { actorId: caller.id })
      : [],
  };
}
