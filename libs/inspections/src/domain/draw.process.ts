import { STATE_LABELS } from '@zhaoguan/contracts';
import { defineProcess, type ActionOf, type GuardRefusal, type StateOf } from '@zhaoguan/kernel';

/** What the guards look at: who announced, entered and confirmed which value, and how far the inspections are. */
export interface DrawSubject {
  readonly announcedBy: string;
  /** Everybody who ever entered a value, also one that was corrected since. */
  readonly beaconEnterers: readonly string[];
  readonly beaconConfirmedBy: string | null;
  readonly beaconValue: string | null;
  /** Whether somebody may know the value of the beacon by now, entered or not. */
  readonly beaconMayBeKnown: boolean;
  /** Drawn targets whose inspection is not yet submitted, or lacks its second signature. */
  readonly outstandingTasks: number;
  /** Inspections that were begun, whatever became of them. */
  readonly begunTasks: number;
}

export interface DrawContext {
  readonly actorId: string;
  /** Whether the actor is sent to one of the drawn institutions. */
  readonly isInTeam?: boolean;
  /** Whether the actor has looked at what was drawn, while it was sealed. */
  readonly hasLooked?: boolean;
  /** Value that is being confirmed. */
  readonly value?: string;
}

/** 公告、录入、确认与作废须由不同的工作人员办理: whoever can still choose must not have chosen before. */
function anotherOfficial(
  { announcedBy, beaconEnterers, beaconConfirmedBy }: DrawSubject,
  { actorId, isInTeam }: DrawContext,
): GuardRefusal | null {
  const hasHadAHand = [announcedBy, ...beaconEnterers, beaconConfirmedBy].includes(actorId);
  return hasHadAHand || isInTeam === true ? { code: 'SAME_OFFICIAL' } : null;
}

/** An announcement is its planner's to withdraw only as long as nobody can know what it would come to. */
function anotherOfficialOnceKnown(draw: DrawSubject, context: DrawContext): GuardRefusal | null {
  return draw.beaconMayBeKnown ? anotherOfficial(draw, context) : null;
}

function sameValue(draw: DrawSubject, { value }: DrawContext): GuardRefusal | null {
  return value === undefined || value === draw.beaconValue ? null : { code: 'BEACON_MISMATCH' };
}

function allSubmitted({ outstandingTasks: count }: DrawSubject): GuardRefusal | null {
  return count > 0 ? { code: 'TASKS_OUTSTANDING', details: { count } } : null;
}

/** What inspectors have found does not vanish with a draw, nor is an institution taken out while they are in the house. */
function noneBegun({ begunTasks: count }: DrawSubject): GuardRefusal | null {
  return count > 0 ? { code: 'INSPECTION_BEGUN', details: { count } } : null;
}

/** Who has seen a result does not throw it away: else whoever likes it less than another would. */
function unseen(_: DrawSubject, { hasLooked }: DrawContext): GuardRefusal | null {
  return hasLooked === true ? { code: 'RESULT_SEEN' } : null;
}

/** Acts of the system itself ask for this; nobody holds it. */
export const SYSTEM_ONLY = 'system.act';

/**
 * Life of a draw (抽取). A mistyped beacon may be entered again until it is confirmed; everything else happens once.
 * @law 国办发〔2015〕58号：随机抽取检查对象、随机选派执法检查人员
 */
export const drawProcess = defineProcess({
  name: 'draw',
  states: ['ANNOUNCED', 'BEACON_ENTERED', 'BEACON_CONFIRMED', 'DRAWN', 'INFEASIBLE', 'OPENED', 'VOIDED'],
  initial: 'ANNOUNCED',
  terminal: ['OPENED', 'VOIDED'],
  actions: {
    enterBeacon: {
      from: ['ANNOUNCED', 'BEACON_ENTERED'],
      to: 'BEACON_ENTERED',
      permission: 'draw.enter-beacon',
      label: '录入公开随机数',
      emits: 'draw.beacon-entered',
    },
    confirmBeacon: {
      from: ['BEACON_ENTERED'],
      to: 'BEACON_CONFIRMED',
      permission: 'draw.confirm-beacon',
      label: '确认公开随机数',
      guards: [anotherOfficial, sameValue],
      emits: 'draw.beacon-confirmed',
    },
    complete: {
      from: ['BEACON_CONFIRMED'],
      to: 'DRAWN',
      permission: SYSTEM_ONLY,
      label: '完成抽取',
      emits: 'draw.drawn',
    },
    fail: {
      from: ['BEACON_CONFIRMED'],
      to: 'INFEASIBLE',
      permission: SYSTEM_ONLY,
      label: '人员无法安排',
      emits: 'draw.infeasible',
    },
    open: {
      from: ['DRAWN'],
      to: 'OPENED',
      permission: 'draw.open',
      label: '公开抽取',
      guards: [allSubmitted],
      emits: 'draw.opened',
      legalBasis: '国办发〔2015〕58号',
    },
    void: {
      from: ['ANNOUNCED', 'BEACON_ENTERED'],
      to: 'VOIDED',
      permission: 'draw.void',
      label: '作废抽取公告',
      guards: [anotherOfficialOnceKnown],
      reasonRequired: true,
      emits: 'draw.voided',
    },
    /**
     * A result thrown away, or its absence: by another official than those who brought it about or have seen it, and laid
     * open, so that nobody draws until it pleases. Once an inspection has begun the result stands: they are finished, and it is opened.
     */
    discard: {
      from: ['BEACON_CONFIRMED', 'DRAWN', 'INFEASIBLE'],
      to: 'VOIDED',
      permission: 'draw.discard',
      label: '作废抽取结果',
      guards: [anotherOfficial, unseen, noneBegun],
      reasonRequired: true,
      emits: 'draw.voided',
    },
  },
});

export type DrawStatus = StateOf<typeof drawProcess>;
export type DrawAction = ActionOf<typeof drawProcess>;

export const DRAW_STATUS_LABELS: Readonly<Record<DrawStatus, string>> = STATE_LABELS.draw;
