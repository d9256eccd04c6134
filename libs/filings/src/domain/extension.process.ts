import { STATE_LABELS, SYSTEM_ONLY } from '@zhaoguan/contracts';
import {
  defineProcess,
  type ActionOf,
  type GuardRefusal,
  type PlainDate,
  type StateOf,
} from '@zhaoguan/kernel';

interface ExtensionSubject {
  readonly askedBy: string;
  readonly dueBefore: PlainDate;
}

interface ExtensionContext {
  readonly actorId: string;
  readonly today: PlainDate;
  readonly reason?: string;
}

/** The head of the authority approves what somebody else asks for; else one person would give themselves more time. */
function byAnother({ askedBy }: ExtensionSubject, { actorId }: ExtensionContext): GuardRefusal | null {
  return askedBy === actorId ? { code: 'EXTENSION_NEEDS_ANOTHER' } : null;
}

/** A term that is over is not extended: the authority is late, and stays so. */
function beforeTheEnd({ dueBefore }: ExtensionSubject, { today }: ExtensionContext): GuardRefusal | null {
  return today > dueBefore ? { code: 'EXTENSION_TOO_LATE' } : null;
}

/**
 * What is asked for when a licence cannot be decided in time (报请延长办理期限). Approved, it is an act on the case (`extend` of
 * filingProcess); what comes of a case ends what nobody has answered.
 * @law 行政许可法第四十二条第一款
 */
export const extensionProcess = defineProcess({
  name: 'filing-extension',
  states: ['ASKED', 'APPROVED', 'DECLINED', 'LAPSED'],
  initial: 'ASKED',
  terminal: ['APPROVED', 'DECLINED', 'LAPSED'],
  actions: {
    approve: {
      from: ['ASKED'],
      to: 'APPROVED',
      permission: 'filing.extend',
      label: '批准延长',
      guards: [byAnother, beforeTheEnd],
      emits: 'filing.extended',
    },
    decline: {
      from: ['ASKED'],
      to: 'DECLINED',
      permission: 'filing.extend',
      label: '不批准延长',
      guards: [byAnother],
      emits: 'filing.extension-declined',
      reasonRequired: true,
    },
    lapse: {
      from: ['ASKED'],
      to: 'LAPSED',
      permission: SYSTEM_ONLY,
      label: '本件已经办结或者退回，报请失效',
    },
  },
});

export type ExtensionStatus = StateOf<typeof extensionProcess>;
export type ExtensionAction = ActionOf<typeof extensionProcess>;

export const EXTENSION_STATUS_LABELS: Readonly<Record<ExtensionStatus, string>> =
  STATE_LABELS['filing-extension'];
