import { STATE_LABELS, SYSTEM_ONLY } from '@zhaoguan/contracts';
import { defineProcess, type ActionOf, type StateOf } from '@zhaoguan/kernel';

/** One taking of a directory file (名录导入): it may end and go on any number of times while it is RUNNING. */
export const importRunProcess = defineProcess({
  name: 'institution-import',
  states: ['RUNNING', 'DONE', 'FAILED', 'ABANDONED'],
  initial: 'RUNNING',
  terminal: ['DONE', 'FAILED', 'ABANDONED'],
  actions: {
    finish: { from: ['RUNNING'], to: 'DONE', permission: SYSTEM_ONLY, label: '导入完毕' },
    breakOff: { from: ['RUNNING'], to: 'FAILED', permission: SYSTEM_ONLY, label: '文件中断' },
    abandon: { from: ['RUNNING'], to: 'ABANDONED', permission: SYSTEM_ONLY, label: '规则改变，从头导入' },
  },
});

export type ImportRunState = StateOf<typeof importRunProcess>;
export type ImportRunAction = ActionOf<typeof importRunProcess>;

/** How far a file has been taken into the registry. */
export interface ImportRun {
  readonly id: string;
  /** SM3 of the file. */
  readonly digest: string;
  readonly fileName: string;
  /** The last row of the file of which is decided what becomes of it; 0 before the first. */
  readonly lastRow: number;
  /**
   * SM3 over all rows so far as they were understood. After a restart they are read again; what is not understood as it
   * was, by a new version or new reference data, cannot be gone on with.
   */
  readonly chain: string;
  readonly added: number;
  readonly unchanged: number;
  /** Rows that the registry refused. */
  readonly refused: number;
}

export const IMPORT_RUN_STATE_LABELS: Readonly<Record<ImportRunState, string>> =
  STATE_LABELS['institution-import'];
