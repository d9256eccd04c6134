import { STATE_LABELS } from '@zhaoguan/contracts';
import {
  defineProcess,
  type ActionOf,
  type GuardRefusal,
  type PlainDate,
  type StateOf,
} from '@zhaoguan/kernel';

/** What the guard of a proposal looks at. */
export interface HearingOfOperator {
  /** Whether the institution itself has waived it (放弃陈述申辩), online and since the notice. */
  readonly waived: boolean;
  /** Last day for it; null before the notice. */
  readonly statementUntil: PlainDate | null;
}

/**
 * Nobody's filing or licence is taken away before the period in which they can answer is over. It is the institution's: only itself can end it
 * earlier, and neither a short answer nor what an official takes down does.
 */
function periodIsOver(
  { waived, statementUntil }: HearingOfOperator,
  context: { readonly on: PlainDate },
): GuardRefusal | null {
  if (waived || (statementUntil !== null && context.on > statementUntil)) return null;
  return { code: 'STATEMENT_PERIOD_RUNNING', details: { until: statementUntil } };
}

/**
 * Life of a removal (注销、撤销): the authority ends a filing or a licence that its operator has not ended. One official gives notice and
 * proposes, another decides; a decision that falls in review or in court is annulled by a further act, never edited.
 * @law 养老机构管理办法（民政部令第66号）备案办理的规定；托育机构登记和备案办法（试行）（国卫办人口发〔2019〕25号）；行政许可法第六十九条、第七十条
 */
export const removalProcess = defineProcess({
  name: 'removal',
  states: ['OPENED', 'PREPARED', 'NOTICED', 'STATED', 'PROPOSED', 'DECIDED', 'DROPPED', 'ANNULLED'],
  initial: 'OPENED',
  terminal: ['DROPPED', 'ANNULLED'],
  actions: {
    // What is handed over is printed first: the institution learns of it when its service is entered.
    prepare: {
      from: ['OPENED', 'PREPARED'],
      to: 'PREPARED',
      permission: 'removal.manage',
      label: '制作告知书',
      emits: 'removal.moved',
    },
    notice: {
      from: ['OPENED'],
      to: 'NOTICED',
      permission: 'removal.manage',
      label: '事先告知',
      emits: 'removal.moved',
    },
    serve: {
      from: ['PREPARED'],
      to: 'NOTICED',
      permission: 'removal.manage',
      label: '送达告知书',
      emits: 'removal.moved',
    },
    state: {
      from: ['NOTICED', 'STATED'],
      to: 'STATED',
      permission: 'removal.state',
      label: '陈述申辩',
      emits: 'removal.moved',
    },
    recordStatement: {
      from: ['NOTICED', 'STATED'],
      to: 'STATED',
      permission: 'removal.manage',
      label: '记录陈述申辩或者放弃',
      emits: 'removal.moved',
    },
    propose: {
      from: ['NOTICED', 'STATED'],
      to: 'PROPOSED',
      permission: 'removal.manage',
      label: '报请决定',
      guards: [periodIsOver],
      emits: 'removal.moved',
    },
    // What the institution is to answer may change with it, so it is told anew.
    sendBack: {
      from: ['PROPOSED'],
      to: 'OPENED',
      permission: 'removal.decide',
      label: '退回重新办理',
      emits: 'removal.moved',
      reasonRequired: true,
    },
    decide: {
      from: ['PROPOSED'],
      to: 'DECIDED',
      permission: 'removal.decide',
      label: '决定',
      emits: 'removal.moved',
    },
    drop: {
      from: ['OPENED', 'PREPARED', 'NOTICED', 'STATED', 'PROPOSED'],
      to: 'DROPPED',
      permission: 'removal.manage',
      label: '终止办理',
      emits: 'removal.moved',
      reasonRequired: true,
    },
    annul: {
      from: ['DECIDED'],
      to: 'ANNULLED',
      permission: 'removal.decide',
      label: '撤销决定、恢复效力',
      emits: 'removal.moved',
      reasonRequired: true,
    },
  },
});

export type RemovalStatus = StateOf<typeof removalProcess>;
export type RemovalAction = ActionOf<typeof removalProcess>;

/** What a waiver (放弃陈述申辩) is called where it was done, and in the log: an answer it is not. */
export const WAIVERS = {
  state: { label: '放弃陈述申辩', logged: 'removal.waive' },
  recordStatement: { label: '记录放弃陈述申辩', logged: 'removal.recordWaiver' },
} as const;

/** An act in words. @param waived of a statement, whether it was a waiver; not known for other acts */
export function actInWords(action: RemovalAction, waived: boolean): string {
  if (isStatement(action)) return waived ? WAIVERS[action].label : STATED[action];
  return removalProcess.actions[action].label;
}

/** Whether the institution has its say by it, or waives that. */
export const isStatement = (action: RemovalAction): action is keyof typeof WAIVERS => action in WAIVERS;

const STATED = { state: '陈述申辩', recordStatement: '记录陈述申辩' } as const;

export const REMOVAL_STATUS_LABELS: Readonly<Record<RemovalStatus, string>> = STATE_LABELS.removal;
