import { createHash } from 'node:crypto';
import type { DirectoryFault, DirectoryRow } from '../domain/directory-row';
import type { ImportRun } from '../domain/import-run.process';
import type { DirectoryFaultSink, DirectoryRowSink } from '../import/directory-import';
import type { ImportOutcome } from '../store/institution-import.store';

/** How far an import has come. */
export interface ImportProgress {
  /** Good rows that were looked up in the registry so far, those before an interruption included. */
  readonly rows: number;
  readonly added: number;
  /** Which share of the file is read, from 0 to 1. */
  readonly share: number;
  /** Whether these rows were decided on before an interruption. */
  readonly isRecalled: boolean;
}

export interface ImportOptions {
  /** Told after every thousand rows. */
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Told when an interrupted import of the file goes on, after which row. */
  readonly onResume?: (lastRow: number) => void;
  /** Stops after the rows in hand; the same file goes on from there. */
  readonly signal?: AbortSignal;
}

export type Outcomes = ReadonlyMap<number, ImportOutcome>;

/** What is done with a thousand rows. */
export interface BatchStore {
  /** Decides on the rows and notes how far that is, both or neither. */
  take(
    before: ImportRun,
    rows: readonly DirectoryRow[],
    chain: string,
  ): Promise<{ readonly run: ImportRun; readonly outcomes: Outcomes }>;
  /** What the registry refused among rows that were decided on before an interruption. */
  recall(run: ImportRun, from: number, to: number): Promise<Outcomes>;
}

/** The import was asked to stop, and goes on after this row when the file is given again. */
export class ImportStopped extends Error {
  constructor(readonly lastRow: number) {
    super(`import stopped after row ${lastRow}`);
    this.name = 'ImportStopped';
  }
}

/** The rows up to the interruption are not understood as they were then: a new version, or new reference data. */
export class RowsReadOtherwise extends Error {}

const BATCH = 1000;

const REASONS: Readonly<Partial<Record<ImportOutcome, { column: string; reason: string }>>> = {
  DIFFERENT: {
    column: '机构名称',
    reason: '该机构已在名录中且内容不同，导入不覆盖在册信息，确需变更的请按变更备案在窗口办理',
  },
  FILING_NUMBER_TAKEN: {
    column: '备案编号',
    reason: '备案编号已属于名录中的另一家机构，或者曾经发给另一家机构',
  },
};

/**
 * Gathers rows, so that a million of them is a thousand transactions. Rows that were decided on before an interruption are read
 * again and not taken again: what is twice in the file is found, and the report is whole.
 */
export class ImportBatches implements DirectoryRowSink {
  /** Which share of the file is read. */
  share = 0;
  private readonly resumeAfter: number;
  private isRecalling: boolean;
  private rows: DirectoryRow[] = [];
  private done = 0;
  private chain = '';

  constructor(
    private current: ImportRun,
    private readonly store: BatchStore,
    private readonly options: ImportOptions,
  ) {
    this.resumeAfter = current.lastRow;
    this.isRecalling = current.lastRow > 0;
  }

  get run(): ImportRun {
    return this.current;
  }

  get hasKept(): boolean {
    return this.current.lastRow > 0;
  }

  async accept(row: DirectoryRow, faults: DirectoryFaultSink): Promise<void> {
    if (this.isRecalling && row.row > this.resumeAfter) throw new RowsReadOtherwise();
    this.rows.push(row);
    if (this.rows.length >= BATCH || row.row === this.resumeAfter) await this.decide(faults);
  }

  async flush(faults: DirectoryFaultSink): Promise<void> {
    await this.decide(faults);
    if (this.isRecalling) throw new RowsReadOtherwise();
  }

  private async decide(faults: DirectoryFaultSink): Promise<void> {
    const rows = this.rows;
    this.rows = [];
    const [first, last] = [rows[0], rows.at(-1)];
    if (!first || !last) return;
    this.chain = createHash('sm3').update(this.chain).update(JSON.stringify(rows)).digest('hex');
    const isRecalled = this.isRecalling;
    const outcomes = isRecalled
      ? await this.store.recall(this.current, first.row, last.row)
      : await this.take(rows);
    if (last.row === this.resumeAfter) this.endRecall();
    for (const row of rows) {
      const refusal = REASONS[outcomes.get(row.row) ?? 'UNCHANGED'];
      if (refusal) await faults(faultOf(row, refusal));
    }
    this.done += rows.length;
    const { added, lastRow } = this.current;
    this.options.onProgress?.({ rows: this.done, added, share: this.share, isRecalled });
    if (this.options.signal?.aborted) throw new ImportStopped(lastRow);
  }

  private async take(rows: readonly DirectoryRow[]): Promise<Outcomes> {
    const { run, outcomes } = await this.store.take(this.current, rows, this.chain);
    this.current = run;
    return outcomes;
  }

  private endRecall(): void {
    if (this.chain !== this.current.chain) throw new RowsReadOtherwise();
    this.isRecalling = false;
  }
}

function faultOf(row: DirectoryRow, { column, reason }: { column: string; reason: string }): DirectoryFault {
  const value = column === '备案编号' ? (row.filingNumber ?? '') : row.name;
  return { row: row.row, column, letter: null, value, reason };
}
