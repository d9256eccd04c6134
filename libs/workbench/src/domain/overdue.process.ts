import { STATE_LABELS, SYSTEM_ONLY, type OverdueLevel } from '@zhaoguan/contracts';
import { defineProcess, type ActionOf, type GuardRefusal, type StateOf } from '@zhaoguan/kernel';

export interface OverdueSubject {
  readonly level: OverdueLevel;
  /** Who has to do with the case: keeps the account of the party, filed or entered it, or has the work itself. */
  readonly concerned: readonly string[];
}

export interface OverdueContext {
  readonly actorId: string;
  readonly reason?: string;
}

function notAtTheTop({ level }: OverdueSubject): GuardRefusal | null {
  return level === 'SECOND' ? { code: 'OVERDUE_AT_THE_TOP' } : null;
}

/** @law 公务员法第七十六条（回避） */
function notConcerned({ concerned }: OverdueSubject, { actorId }: OverdueContext): GuardRefusal | null {
  return concerned.includes(actorId) ? { code: 'OVERDUE_CONCERNS_YOU' } : null;
}

const OPEN = ['RAISED', 'URGED', 'EXPLAINED'] as const;
// 上级行政机关对下级的监督检查，逾期不作决定的责令改正; of filings by analogy. How many days that takes no law says (list `terms`).
const LAW = '《中华人民共和国行政许可法》第六十条、第七十四条第二项';

/**
 * What happens when an office has let a last day pass (超期督办). It goes up by itself, to the person above and then to the level
 * above, and ends by itself when the office has done its work: nobody can keep it down or close it by hand. What was ended and
 * waits anew under the same last day, because it was sent back, is raised again.
 */
export const overdueProcess = defineProcess({
  name: 'overdue',
  states: ['RAISED', 'URGED', 'EXPLAINED', 'ENDED'],
  initial: 'RAISED',
  actions: {
    raiseFurther: {
      from: OPEN,
      to: 'RAISED',
      permission: SYSTEM_ONLY,
      label: '报上级督办',
      guards: [notAtTheTop],
      legalBasis: LAW,
    },
    // Where nobody of the levels above is on this platform, or who had it has left: that somebody has it, and who, is written down.
    keep: { from: OPEN, to: 'RAISED', permission: SYSTEM_ONLY, label: '确定督办部门', legalBasis: LAW },
    urge: {
      from: OPEN,
      to: 'URGED',
      permission: 'overdue.supervise',
      label: '督办',
      guards: [notConcerned],
      reasonRequired: true,
      legalBasis: LAW,
    },
    explain: {
      from: OPEN,
      to: 'EXPLAINED',
      permission: 'overdue.explain',
      label: '说明超期原因',
      reasonRequired: true,
      legalBasis: LAW,
    },
    end: { from: OPEN, to: 'ENDED', permission: SYSTEM_ONLY, label: '事项办结', legalBasis: LAW },
    raiseAgain: {
      from: ['ENDED'],
      to: 'RAISED',
      permission: SYSTEM_ONLY,
      label: '退回后仍超期，重新上报',
      legalBasis: LAW,
    },
  },
});

export type OverdueStatus = StateOf<typeof overdueProcess>;
export type OverdueAction = ActionOf<typeof overdueProcess>;
/** What people do; the system does the rest. */
export type OverdueAct = Extract<OverdueAction, 'urge' | 'explain'>;

export const OVERDUE_STATUS_LABELS: Readonly<Record<OverdueStatus, string>> = STATE_LABELS.overdue;
