import {
  findTerm,
  isOwnOffice,
  isResponsible,
  kindsLedBy,
  ROLE_PERMISSIONS,
  rolesWith,
  WORK_ITEM_LABELS,
  type Caller,
  type DistrictRow,
  type JurisdictionRow,
  type OverdueLack,
  type OverdueLevel,
  type Permission,
  type SubjectType,
  type TermRow,
  type WorkItemType,
} from '@zhaoguan/contracts';
import {
  addDays,
  addWorkingDays,
  coversDistrict,
  workingDaysBetween,
  type PlainDate,
} from '@zhaoguan/kernel';
import { isOfOneLevel } from './one-level';
import { overdueProcess, type OverdueAct, type OverdueAction, type OverdueStatus } from './overdue.process';
import type { DueItem } from './reminder';
import type { Today } from './urgency';
import type { WorkItem } from './work-item';

/** A last day that an office has let pass (超期事项): one for an item and its last day; a new term is another. */
export interface Overdue {
  readonly id: string;
  readonly type: WorkItemType;
  readonly subjectType: SubjectType;
  readonly subjectId: string;
  readonly dueOn: PlainDate;
  /** Name of the institution; of the plan, while nobody may know whom an inspection is going to. */
  readonly title: string;
  readonly district: string;
  readonly township: string | null;
  readonly department: string;
  /** What the act needs that was not done; whose own it is, empty where it is the office's. */
  readonly permission: Permission;
  readonly assignees: readonly string[];
  readonly concerned: readonly string[];
  readonly level: OverdueLevel;
  /** The division whose officials supervise it now. */
  readonly place: string;
  /** Null where it lies with somebody who can urge it. */
  readonly lacking: OverdueLack | null;
  readonly status: OverdueStatus;
  readonly raisedAt: Date;
  readonly endedAt: Date | null;
  readonly version: number;
}

export type OverdueKey = Pick<Overdue, 'type' | 'subjectId' | 'dueOn'>;

/**
 * The applicant or the party has the case: its last day is theirs, and a term of its own says what follows. Of a case that nobody may
 * decide the decision itself goes up.
 */
export const NOT_OF_OFFICES: readonly WorkItemType[] = [
  'FILING_TO_CORRECT',
  'FILING_TO_FINISH',
  'COMMITMENT_TO_FULFIL',
  'STATEMENT_TO_MAKE',
  'REMOVAL_TO_ANSWER',
  'FILING_MISMATCH_TO_CORRECT',
  'FILING_CLOSURE_TO_FINISH',
  'EXPIRY_TO_RENEW',
  'SUSPENSION_TO_END',
  'BARRED_TO_DISMISS',
  'INSPECTION_UNDER_WAY',
  'FILING_TO_ARRANGE',
  'OFFICE_TO_STAFF',
];

/** Whether so many working days have passed since the last day that it goes up to this level, by the rules of the place. */
export function isToBeRaised(
  { dueOn, district, department }: Pick<DueItem, 'dueOn' | 'district' | 'department'>,
  level: OverdueLevel,
  { date, calendar }: Today,
  terms: readonly TermRow[],
): boolean {
  const days = daysUntilRaised({ district, department }, level, date, terms);
  return days !== undefined && dueOn < date && workingDaysBetween(dueOn, date, calendar) >= days;
}

function daysUntilRaised(
  { district, department }: Pick<DueItem, 'district' | 'department'>,
  level: OverdueLevel,
  on: PlainDate,
  terms: readonly TermRow[],
): number | undefined {
  const [kind = null] = department === null ? [] : kindsLedBy([department]);
  return findTerm(terms, { code: `ESCALATION_${level}`, kind, district, on })?.value;
}

/** The day from which on it lies with the level above, unless it is done before; null where it goes no further, or nobody is known to be there. */
export function goesUpOn(
  overdue: Pick<Overdue, 'dueOn' | 'district' | 'department' | 'place' | 'level' | 'lacking' | 'status'>,
  { date, calendar }: Today,
  terms: readonly TermRow[],
  districts: ReadonlyMap<string, Pick<DistrictRow, 'parent'>>,
): PlainDate | null {
  const stays = overdue.status === 'ENDED' || overdue.level === 'SECOND' || overdue.lacking !== null;
  if (stays || above(overdue.place, districts) === undefined) return null;
  const days = daysUntilRaised(overdue, 'SECOND', date, terms);
  const day = days === undefined ? date : addWorkingDays(overdue.dueOn, days, calendar).date;
  return day > date ? day : null;
}

/** The division above; undefined at the top. */
export function above(place: string, districts: ReadonlyMap<string, Pick<DistrictRow, 'parent'>>) {
  return districts.get(place)?.parent ?? undefined;
}

/**
 * Where the person above stands: in the office itself, but for what waits for those very persons (公布、决定、补抽), who do not
 * supervise themselves.
 */
export function firstPlaceOf(
  { district, permission }: Pick<DueItem, 'district' | 'permission'>,
  districts: ReadonlyMap<string, Pick<DistrictRow, 'parent'>>,
): string {
  return (isOfSupervisors(permission) ? above(district, districts) : undefined) ?? district;
}

/** Whether the work is that of the very persons who supervise (公布、决定、补抽). */
export const isOfSupervisors = (permission: Permission): boolean =>
  rolesWith('overdue.supervise').some((role) => ROLE_PERMISSIONS[role].includes(permission));

type Raised = Pick<Overdue, 'district' | 'place' | 'permission' | 'level' | 'lacking'>;

/** For who reads it: whether it lies with the head of the office, or above. What is the head's own work does from the first. */
export const shownLevel = ({ place, district }: Pick<Raised, 'place' | 'district'>): OverdueLevel =>
  place === district ? 'FIRST' : 'SECOND';

/**
 * How it was raised at first, by what was done since.
 * @param steps from the first on
 */
export function raisedInWords(
  overdue: Raised,
  [next]: readonly { readonly action: OverdueAction; readonly level: OverdueLevel }[],
): { readonly label: string; readonly level: OverdueLevel } {
  // There was nobody to raise it to, or it stands with the step that follows who it was.
  if (next?.action === 'keep' || overdue.lacking === 'ALL')
    return { label: '列入超期督办', level: next?.level ?? overdue.level };
  const toHead = { label: '报负责人督办', level: 'FIRST' } as const;
  if (isOfSupervisors(overdue.permission))
    return shownLevel(overdue) === 'FIRST'
      ? toHead
      : { label: '报上级督办（本级负责人是承办人）', level: 'SECOND' };
  const first = next?.action === 'raiseFurther' ? 'FIRST' : (next?.level ?? overdue.level);
  return first === 'FIRST' ? toHead : { label: '报上级督办（本级没有可以督办的负责人）', level: 'SECOND' };
}

/**
 * Where it was raised to (报到), and why past the head of the office whose own work it is, or no further than that.
 * @param above name of the authority that supervises it
 */
export function raisedToInWords(overdue: Raised, above: string): string {
  if (overdue.lacking !== null) return LACKING[overdue.lacking];
  if (shownLevel(overdue) === 'FIRST') return '已报本级负责人';
  const why = isOfSupervisors(overdue.permission) ? '（本级负责人是承办人，由上级督办）' : '';
  return `已报上级：${above}${why}`;
}

const LACKING: Readonly<Record<OverdueLack, string>> = {
  ABOVE: '由本级负责人督办（上级部门在本平台没有可以督办的人员，需要上级知道的，请以其他方式报告）',
  ALL: '没有可以督办的人员（本级和上级部门在本平台都没有，请以其他方式报告上级）',
};

/** What the list calls it: whom an inspection that has not begun is going to is known to its team alone. */
export function titleOf({ type, title, detail }: WorkItem): string {
  if (type === 'INSPECTION_TO_START') return detail;
  return type === 'INSPECTOR_TO_REPLACE' ? WORK_ITEM_LABELS[type] : title;
}

/** Whether somebody stands above the office, where it was raised to (role AND district). */
export function isAbove(
  { permissions, departments, districts }: Caller,
  { department, district, township, place }: Pick<Overdue, 'department' | 'district' | 'township' | 'place'>,
  jurisdictions: readonly JurisdictionRow[],
): boolean {
  if (!permissions.has('overdue.supervise') || !departments.includes(department)) return false;
  if (place !== district && !coversDistrict(districts, place)) return false;
  return isResponsible(districts, jurisdictions, { district, township });
}

/** Whether it was for this official, or the office, to do. */
export function isOfOffice(
  { id, permissions, departments, districts }: Caller,
  { permission, department, district, township, assignees }: Overdue,
  jurisdictions: readonly JurisdictionRow[],
): boolean {
  const mayAct = permissions.has('overdue.explain') && permissions.has(permission);
  if (!mayAct || !departments.includes(department)) return false;
  if (assignees.length > 0) return assignees.includes(id);
  return isResponsible(districts, jurisdictions, { district, township });
}

/** Whether it is for this official to say why it is late: who covers the office from above reads it, and did not let it pass. */
export function mayExplain(
  caller: Caller,
  overdue: Overdue,
  jurisdictions: readonly JurisdictionRow[],
): boolean {
  if (!isOfOffice(caller, overdue, jurisdictions)) return false;
  return !isOfOneLevel(overdue.permission) || isOwnOffice(caller.districts, jurisdictions, overdue);
}

/** Whether somebody reads it on the page of the case: its office, whoever of it conducts the case, and who stands above that. */
export function isReadOnCase(
  caller: Caller,
  overdue: Overdue,
  jurisdictions: readonly JurisdictionRow[],
): boolean {
  return (
    isAbove(caller, { ...overdue, place: overdue.district }, jurisdictions) ||
    isOfOffice(caller, { ...overdue, assignees: [] }, jurisdictions)
  );
}

/** What somebody may do about it now. */
export function actsOn(
  overdue: Overdue,
  caller: Caller,
  jurisdictions: readonly JurisdictionRow[],
): OverdueAct[] {
  const open = overdueProcess.availableActions(overdue.status, caller.permissions, overdue, {
    actorId: caller.id,
  });
  return (['urge', 'explain'] as const).filter(
    (act) =>
      open.includes(act) &&
      (act === 'urge' ? isAbove(caller, overdue, jurisdictions) : mayExplain(caller, overdue, jurisdictions)),
  );
}

/** The earliest last days that lie at most five and at most fifteen working days back. */
export function bandEdges(today: Today): { readonly five: PlainDate; readonly fifteen: PlainDate } {
  return { five: earliestWithin(5, today), fifteen: earliestWithin(15, today) };
}

function earliestWithin(workingDays: number, { date, calendar }: Today): PlainDate {
  let day = date;
  for (let before = addDays(day, -1); workingDaysBetween(before, date, calendar) <= workingDays;) {
    day = before;
    before = addDays(day, -1);
  }
  return day;
}

/** So many working days late; what ended on a holiday is late by one at least. */
export function daysOverdue({ dueOn }: Pick<Overdue, 'dueOn'>, { date, calendar }: Today): number {
  return Math.max(1, workingDaysBetween(dueOn, date, calendar));
}
