import { STATE_LABELS, SYSTEM_ONLY } from '@zhaoguan/contracts';
import { defineProcess, type ActionOf, type StateOf } from '@zhaoguan/kernel';

/** What becomes of a directory file that somebody has handed in to be imported (名录文件). */
export const directoryImportProcess = defineProcess({
  name: 'directory-import',
  states: ['QUEUED', 'RUNNING', 'DONE', 'BROKEN_OFF', 'UNREADABLE'],
  initial: 'QUEUED',
  terminal: ['DONE', 'BROKEN_OFF', 'UNREADABLE'],
  actions: {
    begin: { from: ['QUEUED'], to: 'RUNNING', permission: SYSTEM_ONLY, label: '开始导入' },
    finish: { from: ['RUNNING'], to: 'DONE', permission: SYSTEM_ONLY, label: '导入完毕' },
    breakOff: { from: ['RUNNING'], to: 'BROKEN_OFF', permission: SYSTEM_ONLY, label: '文件中断' },
    refuse: { from: ['RUNNING'], to: 'UNREADABLE', permission: SYSTEM_ONLY, label: '文件不能读取' },
  },
});

export type DirectoryImportState = StateOf<typeof directoryImportProcess>;
export type DirectoryImportAction = ActionOf<typeof directoryImportProcess>;

export const DIRECTORY_IMPORT_STATE_LABELS: Readonly<Record<DirectoryImportState, string>> =
  STATE_LABELS['directory-import'];

/** How far it has come, and what became of its rows. */
export interface DirectoryCounts {
  /** Which share of the file is read, from 0 to 1. */
  readonly share: number;
  /** Rows with content below the header. */
  readonly rows: number;
  /** Rows that are new in the registry. */
  readonly added: number;
  /** Rows whose site was there already, with the same particulars. */
  readonly unchanged: number;
  /** Rows that were not taken; the report says why. */
  readonly faulty: number;
  /** Rows that were taken and should be looked at; the report says why. */
  readonly remarked: number;
  /** Rows that are sums or notes (合计、注), not institutions. */
  readonly skipped: number;
  /** Columns that were not understood and therefore not read. */
  readonly ignoredColumns: readonly string[];
}

export interface DirectoryImport extends DirectoryCounts {
  readonly id: string;
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  /** SM3 of the file, lower-case hex. */
  readonly sm3: string;
  /** Of who handed it in: rows of other districts are refused. */
  readonly districts: readonly string[];
  readonly state: DirectoryImportState;
  /** Why the file was not read, or not to its end. */
  readonly problem: string | null;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly endedAt: Date | null;
}
