import { STATE_LABELS, SYSTEM_ONLY } from '@zhaoguan/contracts';
import { defineProcess, type ActionOf, type StateOf } from '@zhaoguan/kernel';

/**
 * Verification on the spot (现场核查) of what was filed or is applied for, keyed by what people do. A mismatch is no end: the applicant
 * files a change or puts it right, and the authority looks again.
 * @law 养老机构管理办法（民政部令第66号）监督检查的规定：自备案之日起20个工作日以内进行现场检查，并核实备案信息；行政许可法
 *   第三十四条第三款
 */
export const verificationProcess = defineProcess({
  name: 'filing-verification',
  states: ['OPEN', 'MISMATCH_FOUND', 'RECHECK', 'VERIFIED', 'CANCELLED'],
  initial: 'OPEN',
  terminal: ['VERIFIED', 'CANCELLED'],
  actions: {
    confirm: {
      from: ['OPEN', 'MISMATCH_FOUND', 'RECHECK'],
      to: 'VERIFIED',
      permission: 'filing.verify',
      label: '核查一致',
      emits: 'filing.verified',
    },
    // Also of what was found before and is still so: each visit is on record, and sets a term of its own.
    mismatch: {
      from: ['OPEN', 'MISMATCH_FOUND', 'RECHECK'],
      to: 'MISMATCH_FOUND',
      permission: 'filing.verify',
      label: '核查不一致',
      emits: 'filing.mismatch-found',
    },
    correct: {
      from: ['MISMATCH_FOUND'],
      to: 'RECHECK',
      permission: 'filing.file',
      label: '报告已改正',
      emits: 'filing.mismatch-corrected',
      reasonRequired: true,
    },
    amend: {
      from: ['MISMATCH_FOUND'],
      to: 'RECHECK',
      permission: SYSTEM_ONLY,
      label: '已准予变更，待复核',
      emits: 'filing.mismatch-corrected',
    },
    // While the case is under way the applicant files what was found, where it was their form that was wrong.
    refile: {
      from: ['MISMATCH_FOUND'],
      to: 'RECHECK',
      permission: SYSTEM_ONLY,
      label: '已按现场情况重新提交，待复核',
      emits: 'filing.mismatch-corrected',
    },
    // What is filed now is what two officials have seen: another visit would see the same.
    settle: {
      from: ['RECHECK'],
      to: 'VERIFIED',
      permission: 'filing.verify',
      label: '现填报与现场所见相同，复核办结',
      emits: 'filing.verified',
      reasonRequired: true,
    },
    // Only what the authority has ordered of itself: what a law asks for is not called off.
    withdraw: {
      from: ['OPEN'],
      to: 'CANCELLED',
      permission: 'filing.verify',
      label: '撤销核查安排',
      emits: 'filing.visit-called-off',
      reasonRequired: true,
    },
    // A later move is verified anew, and what has ended is not verified any more.
    cancel: {
      from: ['OPEN', 'MISMATCH_FOUND', 'RECHECK'],
      to: 'CANCELLED',
      permission: SYSTEM_ONLY,
      label: '不再核查',
      reasonRequired: true,
    },
  },
});

export type VerificationStatus = StateOf<typeof verificationProcess>;
export type VerificationAction = ActionOf<typeof verificationProcess>;

/** Whether nobody goes or waits any more; another may follow. */
export const hasEnded = ({ status }: { readonly status: VerificationStatus }): boolean =>
  status === 'VERIFIED' || status === 'CANCELLED';

export const VERIFICATION_STATUS_LABELS: Readonly<Record<VerificationStatus, string>> =
  STATE_LABELS['filing-verification'];
