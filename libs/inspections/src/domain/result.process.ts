import { STATE_LABELS } from '@zhaoguan/contracts';
import { defineProcess, type ActionOf, type GuardRefusal, type StateOf } from '@zhaoguan/kernel';
import { SYSTEM_ONLY } from './draw.process';
import { lacksSignature } from './findings';

export interface ResultSubject {
  /** Person ids of the inspectors. */
  readonly members: readonly string[];
  readonly resultCode: string;
  /** Who signed as the second of the team; null for everybody else than those who are gone, and before. */
  readonly coSignedBy: string | null;
}

export interface ResultContext {
  readonly actorId: string;
}

function notOwnInspection({ members }: ResultSubject, { actorId }: ResultContext): GuardRefusal | null {
  return members.includes(actorId) ? { code: 'OWN_INSPECTION' } : null;
}

/**
 * What one inspector alone says of an institution that is gone is not yet the result of an inspection: published, nobody
 * could sign it any more, and it would have let the institution out of the draw.
 * @law 行政处罚法第四十二条：执法人员不得少于两人
 */
function signedByTwo({ resultCode, coSignedBy }: ResultSubject): GuardRefusal | null {
  return lacksSignature(resultCode, coSignedBy) ? { code: 'NOT_CO_SIGNED' } : null;
}

function notSignedByTwo({ resultCode, coSignedBy }: ResultSubject): GuardRefusal | null {
  return lacksSignature(resultCode, coSignedBy) ? null : { code: 'ALREADY_CO_SIGNED' };
}

/**
 * Life of an inspection result (检查结果): published by a reviewer, or by itself when the term ends. What says that nobody
 * is there may be taken back by the team as long as one alone has signed it (撤回).
 * @law 国发〔2019〕5号：抽查任务完成后20个工作日内公示
 */
export const resultProcess = defineProcess({
  name: 'inspection-result',
  states: ['PENDING', 'PUBLISHED', 'WITHDRAWN'],
  initial: 'PENDING',
  terminal: ['PUBLISHED', 'WITHDRAWN'],
  actions: {
    publish: {
      from: ['PENDING'],
      to: 'PUBLISHED',
      permission: 'result.publish',
      label: '公布检查结果',
      guards: [notOwnInspection, signedByTwo],
      emits: 'inspection-result.published',
      legalBasis: '国发〔2019〕5号；《中华人民共和国政府信息公开条例》第二十六条',
    },
    publishDue: {
      from: ['PENDING'],
      to: 'PUBLISHED',
      permission: SYSTEM_ONLY,
      label: '到期自动公布',
      guards: [signedByTwo],
      emits: 'inspection-result.published',
      legalBasis: '国发〔2019〕5号；《中华人民共和国政府信息公开条例》第二十六条',
    },
    // Follows the act on the inspection, and is never offered by itself.
    withdraw: {
      from: ['PENDING'],
      to: 'WITHDRAWN',
      permission: SYSTEM_ONLY,
      label: '撤回检查结果',
      guards: [notSignedByTwo],
    },
  },
});

export type ResultStatus = StateOf<typeof resultProcess>;
export type ResultAction = ActionOf<typeof resultProcess>;

export const RESULT_STATUS_LABELS: Readonly<Record<ResultStatus, string>> = STATE_LABELS['inspection-result'];
