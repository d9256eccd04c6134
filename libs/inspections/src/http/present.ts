import { OUTCOME_LABELS, type Caller, type Permission } from '@zhaoguan/contracts';
import { beaconTiming } from '@zhaoguan/draw';
import { plainDate, type PlainDate } from '@zhaoguan/kernel';
import type { Draw } from '../domain/draw';
import { DRAW_STATUS_LABELS, drawProcess } from '../domain/draw.process';
import { lacksSignature, type Finding } from '../domain/findings';
import { leads } from '../domain/jurisdiction';
import type { Plan } from '../domain/plan';
import { RESULT_STATUS_LABELS, resultProcess } from '../domain/result.process';
import { isFixed, taskScopeOf, type StandInRecord, type Task, type TeamMember } from '../domain/task';
import { TASK_STATUS_LABELS, taskProcess, type TaskStatus } from '../domain/task.process';
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

export function toDrawSummary(draw: Draw, { id: actorId }: Pick<Caller, 'id'>) {
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
      value: mayReadValue(draw, actorId) ? draw.beaconValue : null,
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

/** Whoever confirms a value copies it from where it was published, and so must not read what the first official copied. */
function mayReadValue({ beaconConfirmedAt, beaconEnteredBy }: Draw, actorId: string): boolean {
  return beaconConfirmedAt !== null || beaconEnteredBy === actorId;
}

export function toDraw(found: DrawFound, caller: Caller) {
  const { id: actorId, permissions } = caller;
  const { draw, subject, isInCharge, isInTeam, hasLooked, unpublishedResults } = found;
  const { status, announcement, announcementSm3, failure } = draw;
  return {
    ...toDrawSummary(draw, caller),
    announcement: JSON.parse(announcement) as object,
    announcementSm3,
    // Whom nobody could be sent to is a drawn institution: a secret of the department in charge until it is laid open.
    failure: isInCharge || status === 'VOIDED' ? failure : null,
    outstandingTasks: status === 'DRAWN' ? subject.outstandingTasks : 0,
    unpublishedResults,
    availableActions: isInCharge
      ? drawProcess.availableActions(status, permissions, subject, { actorId, isInTeam, hasLooked })
      : [],
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
    siteType,
    district,
  } = task;
  const { status, dueOn, startedAt, submittedAt, resultId, resultCode, coSignedAt, version } = task;
  return {
    id,
    drawId,
    planId,
    planTitle,
    institution: { id: institutionId, name: institutionName, address: institutionAddress },
    kind,
    siteType,
    district,
    status,
    statusLabel: TASK_STATUS_LABELS[status],
    dueOn,
    workingDaysLeft: isUnfinished(status) ? daysLeft(plainDate(dueOn)) : null,
    startedAt,
    submittedAt,
    // What one inspector alone reports, and may take back, is no result yet to the institution.
    ...(isReportHidden(task, caller)
      ? { resultId: null, resultCode: null, coSignedAt: null }
      : { resultId, resultCode, coSignedAt }),
    version,
    // A list does not look at findings and publication: whether those allow it is asked of the one task.
    availableActions: taskProcess.availableActions(
      status,
      permissionsAt(task, caller, leads(caller, kind)),
      { ...task, findings: [] },
      { actorId: caller.id },
    ),
  };
}

export function toTask(
  { task, isInCharge, isPublished, absent, standIns, withdrawal }: TaskFound,
  caller: Caller,
  daysLeft: DaysLeft,
) {
  const { team, items, findings, evidence, status } = task;
  return {
    ...toTaskSummary(task, caller, daysLeft),
    withdrawal,
    team: team.map(({ personId, name, certificateNumber, department }) => ({
      name,
      certificateNumber,
      department,
      isAbsent: absent.includes(personId),
    })),
    standIns: standIns.map(({ leftName, joinedName, department, reason, decidedAt }) => ({
      leftName,
      joinedName,
      department,
      reason,
      decidedAt,
    })),
    items,
    findings: findings.map((finding) => toFinding(finding, namesOf(team, standIns))),
    evidence,
    availableActions: taskProcess.availableActions(status, permissionsAt(task, caller, isInCharge), task, {
      actorId: caller.id,
      isPublished,
      absent,
      former: standIns.map(({ leftId }) => leftId),
    }),
  };
}

/** Of everybody who ever stood in the team: what was recorded keeps the name of who recorded it. */
function namesOf(
  team: readonly TeamMember[],
  standIns: readonly StandInRecord[],
): ReadonlyMap<string, string> {
  return new Map([
    ...standIns.map(({ leftId, leftName }) => [leftId, leftName] as const),
    ...team.map(({ personId, name }) => [personId, name] as const),
  ]);
}

function toFinding(finding: Finding, names: ReadonlyMap<string, string>) {
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
    recordedByName: names.get(finding.recordedBy) ?? null,
  };
}

const isReportHidden = (task: Task, caller: Caller): boolean =>
  taskScopeOf(caller).ownInstitutions && !task.assignees.includes(caller.id) && !isFixed(task);

const isUnfinished = (status: TaskStatus): boolean => status === 'ASSIGNED' || status === 'IN_PROGRESS';

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

function toKeptFinding({ id, itemCode, itemTitle, outcome, note }: Finding) {
  return { id, itemCode, itemTitle, outcome, outcomeLabel: OUTCOME_LABELS[outcome], note };
}

export function toResult(found: ResultFound, caller: Caller, daysLeft: DaysLeft) {
  const { result, publishedByName, coSignedBy, disagreements, withdrawals } = found;
  const { id, taskId, planId, planTitle, institutionId, institutionName, kind, siteType, district } = result;
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
    siteType,
    district,
    inspectedOn,
    resultCode,
    resultLabel,
    failures,
    agency,
    certificateNumbers,
    dueOn,
    workingDaysLeft: status === 'PENDING' ? daysLeft(plainDate(dueOn)) : null,
    status,
    statusLabel: RESULT_STATUS_LABELS[status],
    createdAt,
    publishedAt,
    publishedByName,
    // Of how the team came to its result, the department in charge.
    disagreements: leads(caller, kind) ? disagreements : [],
    withdrawals: leads(caller, kind) ? withdrawals : [],
    keptFindings: result.keptFindings && result.keptFindings.map((finding) => toKeptFinding(finding)),
    awaitsCoSignature: status === 'PENDING' && lacksSignature(resultCode, coSignedBy),
    version,
    availableActions: leads(caller, kind)
      ? resultProcess.availableActions(
          status,
          caller.permissions,
          { ...result, coSignedBy },
          { actorId: caller.id },
        )
      : [],
  };
}
