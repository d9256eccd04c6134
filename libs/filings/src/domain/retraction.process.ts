import { STATE_LABELS, SYSTEM_ONLY } from '@zhaoguan/contracts';
import {
  defineProcess,
  type ActionOf,
  type GuardRefusal,
  type PlainDate,
  type StateOf,
} from '@zhaoguan/kernel';

interface RetractionSubject {
  readonly askedBy: string;
  /** Of a suspension the day on which it would end by itself (预计恢复服务日); null of what has no end. */
  readonly runsUntil: PlainDate | null;
}

interface RetractionContext {
  readonly actorId: string;
  readonly today: PlainDate;
  readonly reason?: string;
}

/** Who asks at the window in the name of the applicant does not answer as well. */
function byAnother({ askedBy }: RetractionSubject, { actorId }: RetractionContext): GuardRefusal | null {
  return askedBy === actorId ? { code: 'RETRACTION_NEEDS_ANOTHER' } : null;
}

/** Nothing is left of a suspension whose whole time has passed meanwhile: in force, it would begin after its own end. */
function stillToRun({ runsUntil }: RetractionSubject, { today }: RetractionContext): GuardRefusal | null {
  return runsUntil !== null && runsUntil <= today ? { code: 'SUSPENSION_OVER' } : null;
}

/**
 * That what was accepted and is not in force yet (暂停、恢复、终止服务) be taken back (撤回). As long as it is open, what was accepted does
 * not come into force; neither the acceptance nor its history is changed by it.
 * @law 老年人权益保障法第四十六条；托育机构管理规范（试行）（国卫人口发〔2019〕58号）第七条: who ends or stops tells so beforehand; neither says what
 *   becomes of it when that changes
 */
export const retractionProcess = defineProcess({
  name: 'filing-retraction',
  states: ['ASKED', 'GRANTED', 'DECLINED', 'TAKEN_BACK', 'LAPSED'],
  initial: 'ASKED',
  terminal: ['GRANTED', 'DECLINED', 'TAKEN_BACK', 'LAPSED'],
  actions: {
    grant: {
      from: ['ASKED'],
      to: 'GRANTED',
      permission: 'filing.accept',
      label: '准予撤回',
      guards: [byAnother],
      emits: 'filing.retracted',
    },
    decline: {
      from: ['ASKED'],
      to: 'DECLINED',
      permission: 'filing.accept',
      label: '不予撤回',
      guards: [byAnother, stillToRun],
      emits: 'filing.retraction-declined',
      reasonRequired: true,
    },
    // The applicant, or who asked for them at the window: what was accepted comes into force on its day after all.
    takeBack: {
      from: ['ASKED'],
      to: 'TAKEN_BACK',
      permission: 'filing.file',
      label: '不再申请撤回',
      guards: [stillToRun],
      emits: 'filing.retraction-taken-back',
    },
    // The site was filed anew (after 撤销): what was told under the filing before never comes into force.
    lapse: {
      from: ['ASKED'],
      to: 'LAPSED',
      permission: SYSTEM_ONLY,
      label: '已重新办理，不再答复',
    },
  },
});

export type RetractionStatus = StateOf<typeof retractionProcess>;
export type RetractionAction = ActionOf<typeof retractionProcess>;

export const RETRACTION_STATUS_LABELS: Readonly<Record<RetractionStatus, string>> =
  STATE_LABELS['filing-retraction'];
