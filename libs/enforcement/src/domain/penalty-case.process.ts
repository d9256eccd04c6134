import { STATE_LABELS } from '@zhaoguan/contracts';
import {
  defineProcess,
  type ActionOf,
  type GuardRefusal,
  type PlainDate,
  type StateOf,
} from '@zhaoguan/kernel';

/** What the guard of a penalty looks at. */
export interface HearingOfParty {
  /** Whether the party itself has stated its case or waived that (陈述、申辩). */
  readonly heard: boolean;
  /** Last day of the period for it. */
  readonly statementUntil: PlainDate | null;
}

/**
 * No penalty before the party was heard, has waived it, or has let the period pass. The period is the party's: only itself can end it
 * earlier, and what an official takes down does not.
 * @law 行政处罚法第四十五条、第六十二条
 */
function partyWasHeard(subject: HearingOfParty, context: { readonly on: PlainDate }): GuardRefusal | null {
  const { heard, statementUntil } = subject;
  if (heard || (statementUntil !== null && context.on > statementUntil)) return null;
  return { code: 'STATEMENT_PERIOD_RUNNING', details: { until: statementUntil } };
}

/**
 * Life of a penalty case (行政处罚案件) in its short form: ordinary procedure (普通程序) without a hearing.
 * @law 行政处罚法第五章第三节
 */
export const penaltyCaseProcess = defineProcess({
  name: 'penalty-case',
  states: ['OPENED', 'PREPARED', 'NOTICED', 'STATED', 'DECIDED', 'NOT_PENALISED'],
  initial: 'OPENED',
  terminal: ['DECIDED', 'NOT_PENALISED'],
  actions: {
    // Online there is no paper to hand over first.
    notice: {
      from: ['OPENED'],
      to: 'NOTICED',
      permission: 'case.manage',
      label: '行政处罚告知',
      emits: 'penalty-case.noticed',
      legalBasis: '《中华人民共和国行政处罚法》第四十四条',
    },
    prepare: {
      from: ['OPENED', 'PREPARED'],
      to: 'PREPARED',
      permission: 'case.manage',
      label: '制作告知书',
      emits: 'penalty-case.prepared',
      legalBasis: '《中华人民共和国行政处罚法》第四十四条',
    },
    serve: {
      from: ['PREPARED'],
      to: 'NOTICED',
      permission: 'case.manage',
      label: '登记告知书送达',
      emits: 'penalty-case.noticed',
      legalBasis: '《中华人民共和国行政处罚法》第四十四条',
    },
    state: {
      from: ['NOTICED', 'STATED'],
      to: 'STATED',
      permission: 'case.state',
      label: '陈述申辩',
      legalBasis: '《中华人民共和国行政处罚法》第四十五条',
    },
    recordStatement: {
      from: ['NOTICED', 'STATED'],
      to: 'STATED',
      permission: 'case.manage',
      label: '记录当事人陈述申辩',
      legalBasis: '《中华人民共和国行政处罚法》第四十五条',
    },
    recordWaiver: {
      from: ['NOTICED'],
      to: 'STATED',
      permission: 'case.manage',
      label: '记录当事人放弃陈述申辩',
      legalBasis: '《中华人民共和国行政处罚法》第四十五条',
    },
    penalise: {
      from: ['NOTICED', 'STATED'],
      to: 'DECIDED',
      permission: 'case.decide',
      label: '作出处罚决定',
      guards: [partyWasHeard],
      emits: 'penalty.decided',
      legalBasis: '《中华人民共和国行政处罚法》第五十七条第一款第一项',
    },
    dismiss: {
      from: ['OPENED', 'PREPARED', 'NOTICED', 'STATED'],
      to: 'NOT_PENALISED',
      permission: 'case.decide',
      label: '决定不予处罚',
      emits: 'penalty-case.dismissed',
      legalBasis: '《中华人民共和国行政处罚法》第三十三条、第五十七条',
    },
  },
});

export type PenaltyCaseStatus = StateOf<typeof penaltyCaseProcess>;
export type PenaltyCaseAction = ActionOf<typeof penaltyCaseProcess>;

export const PENALTY_CASE_STATUS_LABELS: Readonly<Record<PenaltyCaseStatus, string>> =
  STATE_LABELS['penalty-case'];
