import { createHash } from 'node:crypto';
import type { DirectoryFault, DirectoryRow } from '../domain/directory-row';
import type { ImportRun } from '../domain/import-run.process';
import type { DirectoryFaultSink, DirectoryRowSink } from '../import/directory-import';
import type { ImportOutcome, RowOutcome } from '../store/institution-import.store';

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

export type Outcomes = ReadonlyMap<number, RowOutcome>;

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

interface Refusal {
  readonly column: '机构名称' | '备案编号' | '详细地址';
  readonly reason: string;
}

const REASONS: Readonly<Partial<Record<ImportOutcome, Refusal>>> = {
  DIFFERENT: {
    column: '机构名称',
    reason: '该机构已在名录中且内容不同，导入不覆盖在册信息，确需变更的请按变更备案在窗口办理',
  },
  FILING_NUMBER_TAKEN: {
    column: '备案编号',
    reason:
      '备案编号已属于名录中的另一家机构，或者曾经发给另一家机构；其实是同一家的，本行的统一社会信用代码或者住所与名录中的不同，请先核对一致',
  },
  LICENCE_NUMBER: {
    column: '备案编号',
    reason:
      '这是托育服务许可证的编号，不是备案编号；许可经审查准予才列入名录，不能导入，请填写备案编号，没有备案的留空',
  },
  SUSPECTED: {
    column: '详细地址',
    reason: '疑似与名录中的机构重复，未列入；请核对地址，同一机构不必再导入，不是同一机构的请在窗口办理备案',
  },
};

/**
 * Gathers rows, so that a million of them is a thousand transactions. While one thousand is decided on, the next is read: the database
 * and this process work at the same time, and no more than the two are held. Rows that were decided on before an interruption are read
 * again and not taken again: what is twice in the file is found, and the report is whole.
 */
export class ImportBatches implements DirectoryRowSink {
  /** Which share of the file is read. */
  share = 0;
  private readonly resumeAfter: number;
  private isRecalling: boolean;
  private rows: DirectoryRow[] = [];
  private inHand = 0;
  private deciding: Promise<void> = Promise.resolve();
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
    return this.current.lastRow > 0 || this.inHand > 0;
  }

  get undecided(): number {
    return this.rows.length + this.inHand;
  }

  async accept(row: DirectoryRow, faults: DirectoryFaultSink): Promise<void> {
    if (this.isRecalling && row.row > this.resumeAfter) throw new RowsReadOtherwise();
    this.rows.push(row);
    if (this.rows.length < BATCH && row.row !== this.resumeAfter) return;
    // Whether what follows is taken or recalled is known only when the last that is recalled has been.
    if (this.isRecalling) await this.settle(faults);
    else await this.hand(faults);
  }

  async flush(faults: DirectoryFaultSink): Promise<void> {
    await this.settle(faults);
    if (this.isRecalling) throw new RowsReadOtherwise();
  }

  async settle(faults: DirectoryFaultSink): Promise<void> {
    await this.hand(faults);
    await this.deciding;
  }

  /** Until nothing is decided on any more, well or not: what failed is told to who hands over more. */
  async rest(): Promise<void> {
    await Promise.allSettled([this.deciding]);
  }

  /** Begins to decide on what was gathered, when the rows before have been decided on. */
  private async hand(faults: DirectoryFaultSink): Promise<void> {
    const rows = this.rows;
    this.rows = [];
    this.inHand += rows.length;
    await this.deciding;
    const [first, last] = [rows[0], rows.at(-1)];
    if (!first || !last) return;
    this.deciding = this.decide(rows, [first.row, last.row], faults);
    void this.rest();
  }

  private async decide(
    rows: readonly DirectoryRow[],
    [first, last]: readonly [number, number],
    faults: DirectoryFaultSink,
  ): Promise<void> {
    const { share, isRecalling: isRecalled } = this;
    this.chain = createHash('sm3').update(this.chain).update(JSON.stringify(rows)).digest('hex');
    const outcomes = isRecalled ? await this.store.recall(this.current, first, last) : await this.take(rows);
    if (last === this.resumeAfter) this.endRecall();
    for (const row of rows) {
      const outcome = outcomes.get(row.row);
      const refusal = outcome && REASONS[outcome.outcome];
      if (refusal) await faults(faultOf(row, refusal, outcome.known));
    }
    this.inHand -= rows.length;
    // Of what was decided on, here and before an interruption: while it is recalled the two would not fit together.
    const { added, unchanged, refused, lastRow } = this.current;
    this.options.onProgress?.({ rows: added + unchanged + refused, added, share, isRecalled });
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

function faultOf(row: DirectoryRow, { column, reason }: Refusal, known: string | null): DirectoryFault {
  const values: Readonly<Record<Refusal['column'], string>> = {
    机构名称: row.name,
    备案编号: row.filingNumber ?? '',
    详细地址: row.address,
  };
  const words =
    known === null ? reason : reason.replace(/机构重复|内容不同/, (what) => `${what}（${known}）`);
  return { row: row.row, column, letter: null, value: values[column], reason: words };
}
