import { STATE_LABELS } from '@zhaoguan/contracts';
import { defineProcess, type ActionOf, type StateOf } from '@zhaoguan/kernel';

/**
 * The opinion of another department (协同意见、并联意见) on a filing, keyed by what people do. It stops no term of the authority: a
 * filing is no licence, and the law gives no department a veto.
 */
export const opinionProcess = defineProcess({
  name: 'filing-opinion',
  states: ['ASKED', 'ANSWERED', 'WITHDRAWN', 'WAIVED'],
  initial: 'ASKED',
  terminal: ['ANSWERED', 'WITHDRAWN', 'WAIVED'],
  actions: {
    answer: {
      from: ['ASKED'],
      to: 'ANSWERED',
      permission: 'opinion.answer',
      label: '答复意见',
      emits: 'opinion.answered',
    },
    withdraw: {
      from: ['ASKED'],
      to: 'WITHDRAWN',
      permission: 'filing.consult',
      label: '撤回征求意见',
      emits: 'opinion.ended',
      reasonRequired: true,
    },
    // Before the decision: why the authority decides without it.
    waive: {
      from: ['ASKED'],
      to: 'WAIVED',
      permission: 'filing.consult',
      label: '不再等待意见',
      emits: 'opinion.ended',
      reasonRequired: true,
    },
  },
});

export type OpinionStatus = StateOf<typeof opinionProcess>;
export type OpinionAction = ActionOf<typeof opinionProcess>;

export const OPINION_STATUS_LABELS: Readonly<Record<OpinionStatus, string>> = STATE_LABELS['filing-opinion'];
