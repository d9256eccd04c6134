import { caseWords, STATE_LABELS, SYSTEM_ONLY, type FilingType, type Regime } from '@zhaoguan/contracts';
import { defineProcess, type ActionOf, type StateOf } from '@zhaoguan/kernel';

/**
 * The life of a filing (登记备案), keyed by what people do. Server, answers, CHECK constraint and README diagram all
 * come from this table. Filing again after a return is the same act as filing (提交): the authority's term begins anew.
 * @law 养老机构管理办法（民政部令第66号）备案办理的规定；托育机构登记和备案办法（试行）（国卫办人口发〔2019〕25号）
 */
export const filingProcess = defineProcess({
  name: 'filing',
  states: [
    'DRAFT',
    'SUBMITTED',
    'RETURNED',
    'DISMISSED',
    'REFUSED',
    'ACCEPTED',
    'LAPSED',
    'WITHDRAWN',
    'ABANDONED',
  ],
  initial: 'DRAFT',
  terminal: ['DISMISSED', 'REFUSED', 'ACCEPTED', 'LAPSED', 'WITHDRAWN', 'ABANDONED'],
  actions: {
    submit: {
      from: ['DRAFT', 'RETURNED'],
      to: 'SUBMITTED',
      permission: 'filing.file',
      label: '提交',
      emits: 'filing.submitted',
    },
    return: {
      from: ['SUBMITTED'],
      to: 'RETURNED',
      permission: 'filing.return',
      label: '退回补正',
      emits: 'filing.returned',
      reasonRequired: true,
    },
    // Also what was returned: else somebody who never answers holds the site against its real operator.
    refuse: {
      from: ['SUBMITTED', 'RETURNED'],
      to: 'REFUSED',
      permission: 'filing.refuse',
      label: '不予备案',
      emits: 'filing.refused',
      reasonRequired: true,
    },
    accept: {
      from: ['SUBMITTED'],
      to: 'ACCEPTED',
      permission: 'filing.accept',
      label: '准予备案',
      emits: 'filing.accepted',
    },
    lapse: {
      from: ['RETURNED'],
      to: 'LAPSED',
      permission: SYSTEM_ONLY,
      label: '逾期未补正视为撤回',
      emits: 'filing.lapsed',
    },
    // What was handed in, as long as nobody has decided on it. Whose wish it is has the last word: no official holds it up.
    withdraw: {
      from: ['SUBMITTED', 'RETURNED'],
      to: 'WITHDRAWN',
      permission: 'filing.file',
      label: '撤回申请',
      emits: 'filing.withdrawn',
    },
    // Only what the authority has never seen; the row stays, for files of users are never deleted with a record.
    abandon: {
      from: ['DRAFT'],
      to: 'ABANDONED',
      permission: 'filing.file',
      label: '删除草稿',
      emits: 'filing.abandoned',
    },
    // Of a licence alone, asked for and approved (extension.process.ts).
    extend: {
      from: ['SUBMITTED'],
      to: 'SUBMITTED',
      permission: 'filing.extend',
      label: '延长办理期限',
      emits: 'filing.extended',
      reasonRequired: true,
    },
    // The rest is of licences as well (admission.ts, renewal.ts): a filing is not taken in, it is received, and has no end.
    admit: {
      from: ['SUBMITTED'],
      to: 'SUBMITTED',
      permission: 'filing.admit',
      label: '受理',
      emits: 'filing.admitted',
    },
    presume: {
      from: ['SUBMITTED'],
      to: 'SUBMITTED',
      permission: SYSTEM_ONLY,
      label: '逾期未告知，视为受理',
      emits: 'filing.admitted',
    },
    dismiss: {
      from: ['SUBMITTED'],
      to: 'DISMISSED',
      permission: 'filing.admit',
      label: '不予受理',
      emits: 'filing.dismissed',
      reasonRequired: true,
    },
    renew: {
      from: ['SUBMITTED'],
      to: 'SUBMITTED',
      permission: SYSTEM_ONLY,
      label: '逾期未作决定，视为准予延续',
      emits: 'filing.renewed',
    },
  },
});

export type FilingStatus = StateOf<typeof filingProcess>;
export type FilingAction = ActionOf<typeof filingProcess>;

const LICENCE_ACTS: ReadonlySet<FilingAction> = new Set(['extend', 'admit', 'presume', 'dismiss', 'renew']);

/** Whether there is such an act at all under the law by which a case is handled. */
export const isActUnder = (regime: Regime, action: FilingAction): boolean =>
  regime === 'LICENCE' || !LICENCE_ACTS.has(action);

/** An act in the words of the law under which the case is handled, and of what the case is about. */
export function actionLabel(
  action: FilingAction,
  about: { readonly regime: Regime; readonly type: FilingType; readonly renewal?: object | null },
): string {
  if (action === 'accept' || action === 'refuse') return caseWords(about)[action];
  return filingProcess.actions[action].label;
}

export const FILING_STATUS_LABELS: Readonly<Record<FilingStatus, string>> = STATE_LABELS.filing;
