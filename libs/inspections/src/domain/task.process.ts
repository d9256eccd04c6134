import { STATE_LABELS } from '@zhaoguan/contracts';
import { defineProcess, type ActionOf, type GuardRefusal, type StateOf } from '@zhaoguan/kernel';
import { SYSTEM_ONLY } from './draw.process';
import { contradicts, saysGone, type Finding, type PlanItem, type ResultCode } from './findings';

/** What the guards look at. */
export interface TaskSubject {
  /** Person ids of the team. */
  readonly assignees: readonly string[];
  readonly items: readonly Pick<PlanItem, 'id' | 'title'>[];
  readonly findings: readonly Pick<Finding, 'itemId' | 'outcome'>[];
  /** Wording that was submitted; null before. */
  readonly resultCode: string | null;
  readonly submittedBy: string | null;
  readonly coSignedBy: string | null;
}

export interface TaskContext {
  readonly actorId: string;
  readonly result?: ResultCode;
  /** Whether the result is public already. */
  readonly isPublished?: boolean;
  /** Person ids of members who cannot go any more. */
  readonly absent?: readonly string[];
  /** Person ids of those whose report that nobody is there another of the team has taken back (撤回). */
  readonly overruled?: readonly string[];
  /** Person ids of those who left the team before (替补): what they began is not theirs to judge either. */
  readonly former?: readonly string[];
  /** 终止检查: whether somebody could take the place, and the first day on which it has stood empty for long enough. */
  readonly emptyPlace?: {
    readonly somebodyCanGo: boolean;
    readonly longEnoughFrom: string;
    readonly today: string;
  };
}

/** @law 行政处罚法第四十二条、第五十五条：执法人员不得少于两人 */
function twoInspectors({ assignees }: TaskSubject): GuardRefusal | null {
  return assignees.length >= 2 ? null : { code: 'NOT_ENOUGH_TEAM' };
}

/**
 * Every item has its finding; where there is nobody left to inspect, what was not touched counts as not checked. Before a
 * wording is chosen nothing is missing yet.
 */
function everyItemAnswered({ items, findings }: TaskSubject, { result }: TaskContext): GuardRefusal | null {
  if (result === undefined || saysGone(result.code)) return null;
  const answered = new Set(findings.map(({ itemId }) => itemId));
  const missing = items.filter(({ id }) => !answered.has(id));
  if (missing.length === 0) return null;
  const fields = missing.map(({ id, title }) => ({
    pointer: `/findings/${id}`,
    code: 'FINDINGS_INCOMPLETE',
    message: `“${title}”还没有结论`,
  }));
  return { code: 'FINDINGS_INCOMPLETE', details: { count: missing.length }, fields };
}

function resultAgrees({ findings }: TaskSubject, { result }: TaskContext): GuardRefusal | null {
  return result !== undefined && contradicts(findings, result)
    ? { code: 'RESULT_CONTRADICTS_FINDINGS' }
    : null;
}

/** 会签, 撤回 and 补抽: only where an inspector has reported that the institution is closed, has moved away or was not found. */
function gone({ resultCode }: TaskSubject): GuardRefusal | null {
  return saysGone(resultCode) ? null : { code: 'NOT_REPORTED_GONE' };
}

function notCoSigned({ coSignedBy }: TaskSubject): GuardRefusal | null {
  return coSignedBy === null ? null : { code: 'ALREADY_CO_SIGNED' };
}

/** What the public has read with one signature does not get a second one afterwards. */
function notPublished(_: TaskSubject, { isPublished }: TaskContext): GuardRefusal | null {
  return isPublished === true ? { code: 'RESULT_PUBLISHED' } : null;
}

function anotherThanSubmitter({ submittedBy }: TaskSubject, { actorId }: TaskContext): GuardRefusal | null {
  return submittedBy === actorId ? { code: 'SAME_OFFICIAL' } : null;
}

/** @law 行政处罚法第四十二条：执法人员不得少于两人 */
function coSigned({ coSignedBy }: TaskSubject): GuardRefusal | null {
  return coSignedBy === null ? { code: 'NOT_CO_SIGNED' } : null;
}

function notInTeam({ assignees }: TaskSubject, { actorId, former = [] }: TaskContext): GuardRefusal | null {
  return assignees.includes(actorId) || former.includes(actorId) ? { code: 'SAME_OFFICIAL' } : null;
}

/** A team of whom somebody cannot go does not begin: two must stand there. @law 行政处罚法第四十二条 */
function wholeTeam(_: TaskSubject, { absent = [] }: TaskContext): GuardRefusal | null {
  return absent.length === 0 ? null : { code: 'TEAM_INCOMPLETE' };
}

/** Who cannot go any more, or declared a recusal, inspects and signs no more either. @law 行政处罚法第四十二条、第四十三条 */
function actorCanGo(_: TaskSubject, { actorId, absent = [] }: TaskContext): GuardRefusal | null {
  return absent.includes(actorId) ? { code: 'INSPECTOR_ABSENT' } : null;
}

/** Else one inspector could report the same again and again, and the colleague who found otherwise would never get a word in. */
function notOverruled(_: TaskSubject, { actorId, result, overruled = [] }: TaskContext): GuardRefusal | null {
  return result !== undefined && saysGone(result.code) && overruled.includes(actorId)
    ? { code: 'REPORT_OVERRULED' }
    : null;
}

/** Who can go stays: nobody takes an inspector out of a team by choice. Who has submitted has done the part. */
function somebodyAbsent({ submittedBy }: TaskSubject, { absent = [] }: TaskContext): GuardRefusal | null {
  return absent.some((id) => id !== submittedBy) ? null : { code: 'INSPECTOR_PRESENT' };
}

/** What has begun is finished as long as one of the team can: one may submit. */
function nobodyLeft({ assignees }: TaskSubject, { absent = [] }: TaskContext): GuardRefusal | null {
  return assignees.every((id) => absent.includes(id)) ? null : { code: 'INSPECTOR_PRESENT' };
}

/** As long as another of the team can go there, the report is theirs to sign or to take back. */
function nobodyToSign(
  { assignees, submittedBy }: TaskSubject,
  { absent = [] }: TaskContext,
): GuardRefusal | null {
  return assignees.every((id) => id === submittedBy || absent.includes(id))
    ? null
    : { code: 'INSPECTOR_PRESENT' };
}

/** As long as somebody can go, nobody is spared; an absence of some days is no pretext. */
function emptyForDays(_: TaskSubject, { emptyPlace }: TaskContext): GuardRefusal | null {
  if (emptyPlace === undefined) return null;
  if (emptyPlace.somebodyCanGo) return { code: 'SOMEBODY_CAN_GO' };
  const { longEnoughFrom, today } = emptyPlace;
  return today < longEnoughFrom ? { code: 'ABSENCE_TOO_SHORT', details: { from: longEnoughFrom } } : null;
}

const STAND_IN = {
  permission: 'task.replace',
  label: '替补检查人员',
  reasonRequired: true,
  legalBasis: '《中华人民共和国行政处罚法》第四十二条',
} as const;

const CALL_OFF = {
  to: 'CANCELLED',
  permission: 'task.replace',
  label: '终止检查',
  reasonRequired: true,
  emits: 'task.called-off',
  legalBasis: '《中华人民共和国行政处罚法》第四十二条',
} as const;

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
      guards: [twoInspectors, wholeTeam],
      emits: 'task.started',
      legalBasis: '《中华人民共和国行政处罚法》第四十二条',
    },
    record: {
      from: ['IN_PROGRESS'],
      to: 'IN_PROGRESS',
      permission: 'task.inspect',
      label: '记录检查情况',
      guards: [actorCanGo],
    },
    submit: {
      from: ['IN_PROGRESS'],
      to: 'SUBMITTED',
      permission: 'task.inspect',
      label: '提交检查结果',
      guards: [actorCanGo, twoInspectors, everyItemAnswered, resultAgrees, notOverruled],
      emits: 'task.submitted',
    },
    coSign: {
      from: ['SUBMITTED'],
      to: 'SUBMITTED',
      permission: 'task.inspect',
      label: '会签检查结果',
      guards: [actorCanGo, gone, notCoSigned, notPublished, anotherThanSubmitter],
      emits: 'task.co-signed',
      legalBasis: '《中华人民共和国行政处罚法》第四十二条',
    },
    // Else a colleague who finds otherwise could only leave the signature out, and the draw would stay closed for good.
    withdrawReport: {
      from: ['SUBMITTED'],
      to: 'IN_PROGRESS',
      permission: 'task.inspect',
      label: '撤回检查结果',
      guards: [actorCanGo, gone, notCoSigned, notPublished],
      reasonRequired: true,
      emits: 'task.report-withdrawn',
      legalBasis: '《中华人民共和国行政处罚法》第四十二条',
    },
    replace: {
      from: ['SUBMITTED'],
      to: 'REPLACED',
      permission: 'task.replace',
      label: '补抽',
      guards: [notInTeam, gone, coSigned],
      reasonRequired: true,
    },
    standInBefore: {
      ...STAND_IN,
      from: ['ASSIGNED'],
      to: 'ASSIGNED',
      guards: [notInTeam, somebodyAbsent],
    },
    standInDuring: {
      ...STAND_IN,
      from: ['IN_PROGRESS'],
      to: 'IN_PROGRESS',
      guards: [notInTeam, somebodyAbsent],
    },
    standInToSign: {
      ...STAND_IN,
      from: ['SUBMITTED'],
      to: 'SUBMITTED',
      guards: [notInTeam, gone, notCoSigned, notPublished, somebodyAbsent],
    },
    callOff: { ...CALL_OFF, from: ['ASSIGNED'], guards: [notInTeam, somebodyAbsent, emptyForDays] },
    // Else a team that has left the authority in the middle would keep its draw closed for good.
    callOffBegun: { ...CALL_OFF, from: ['IN_PROGRESS'], guards: [notInTeam, nobodyLeft, emptyForDays] },
    // One alone has said that nobody is there, and nobody can come to see it: neither signed nor carried on it would stay for good.
    callOffUnsigned: {
      ...CALL_OFF,
      from: ['SUBMITTED'],
      guards: [notInTeam, gone, notCoSigned, notPublished, nobodyToSign, emptyForDays],
    },
    cancel: {
      from: ['ASSIGNED'],
      to: 'CANCELLED',
      permission: SYSTEM_ONLY,
      label: '随抽取作废',
      reasonRequired: true,
    },
  },
});

export type TaskStatus = StateOf<typeof taskProcess>;
export type TaskAction = ActionOf<typeof taskProcess>;

/** 替补 and 终止 are one act each to people, and one in each state to the table. */
export function standInActionOf(status: TaskStatus): 'standInBefore' | 'standInDuring' | 'standInToSign' {
  if (status === 'ASSIGNED') return 'standInBefore';
  return status === 'IN_PROGRESS' ? 'standInDuring' : 'standInToSign';
}

export function callOffActionOf(status: TaskStatus): 'callOff' | 'callOffBegun' | 'callOffUnsigned' {
  if (status === 'ASSIGNED') return 'callOff';
  return status === 'IN_PROGRESS' ? 'callOffBegun' : 'callOffUnsigned';
}

export const TASK_STATUS_LABELS: Readonly<Record<TaskStatus, string>> = STATE_LABELS['inspection-task'];
