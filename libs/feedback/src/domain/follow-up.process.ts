import { STATE_LABELS } from '@zhaoguan/contracts';
import { defineProcess, type ActionOf, type StateOf } from '@zhaoguan/kernel';

const MEASURE = '《国务院办公厅关于建立政务服务“好差评”制度提高政务服务水平的意见》（国办发〔2019〕51号）';

/**
 * What is made of a bad rating (差评核实、整改、反馈). Nothing is concluded before the applicant was asked, and who is told that it is
 * settled may say once that it is not: with the one addition to the rating.
 */
export const followUpProcess = defineProcess({
  name: 'rating-follow-up',
  states: ['OPEN', 'CONTACTED', 'RESOLVED', 'UNFOUNDED'],
  initial: 'OPEN',
  actions: {
    contact: {
      from: ['OPEN', 'CONTACTED'],
      to: 'CONTACTED',
      permission: 'rating.follow-up',
      label: '回访核实',
      reasonRequired: true,
      legalBasis: MEASURE,
    },
    resolve: {
      from: ['CONTACTED'],
      to: 'RESOLVED',
      permission: 'rating.follow-up',
      label: '整改办结',
      emits: 'rating-follow-up.ended',
      reasonRequired: true,
      legalBasis: MEASURE,
    },
    // 核实为误评或者恶意差评的，评价结果不予采纳.
    dismiss: {
      from: ['CONTACTED'],
      to: 'UNFOUNDED',
      permission: 'rating.follow-up',
      label: '认定不成立',
      emits: 'rating-follow-up.ended',
      reasonRequired: true,
      legalBasis: MEASURE,
    },
    reopen: {
      from: ['RESOLVED', 'UNFOUNDED'],
      to: 'OPEN',
      permission: 'rating.give',
      label: '评价人认为没有解决',
      emits: 'rating-follow-up.opened',
      reasonRequired: true,
      legalBasis: MEASURE,
    },
  },
});

export type FollowUpStatus = StateOf<typeof followUpProcess>;
export type FollowUpAction = ActionOf<typeof followUpProcess>;
/** What the authority does; the applicant reopens by adding to the rating. */
export const HANDLING = ['contact', 'resolve', 'dismiss'] as const satisfies readonly FollowUpAction[];
export type Handling = (typeof HANDLING)[number];

export const FOLLOW_UP_STATUS_LABELS: Readonly<Record<FollowUpStatus, string>> =
  STATE_LABELS['rating-follow-up'];
