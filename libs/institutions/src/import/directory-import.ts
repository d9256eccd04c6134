import type { DirectoryContext, DirectoryFault, DirectoryRow } from '../domain/directory-row';
import type { DirectorySheetRow } from '../domain/directory-row-cells';
import { type DirectoryOutcome, DirectoryParser } from '../domain/directory-row-parser';
import { DEFAULT_DIRECTORY_LIMITS, DirectoryFileError } from './directory-file.errors';
import { type DirectoryReadOptions, readDirectoryFile } from './directory-reader';
import { DirectoryReport, type DirectorySummary } from './directory-report';

export interface DirectoryImportOptions extends DirectoryReadOptions {
  readonly context: Omit<DirectoryContext, 'maxColumns'>;
  /** Where the list of faults is written (.csv). */
  readonly reportPath: string;
}

/** Takes a fault that shows only against the registry, e.g. a filing number of another institution. */
export type DirectoryFaultSink = (fault: DirectoryFault) => Promise<void>;

/** Where the rows that are right go. */
export interface DirectoryRowSink {
  accept(row: DirectoryRow, faults: DirectoryFaultSink): Promise<void>;
  /** Rows that were handed over and of which is not yet known what becomes of them. */
  readonly undecided: number;
  /** Finds out, before more rows come. */
  settle(faults: DirectoryFaultSink): Promise<void>;
  /** After the last row. */
  flush(faults: DirectoryFaultSink): Promise<void>;
  /** Whether something stays of what was handed over, whatever follows. */
  readonly hasKept: boolean;
}

/** What became of a file, and why it was read no further, if it was not. */
export interface DirectoryOutcomes extends DirectorySummary {
  readonly brokenOff: string | null;
}

/**
 * Reads a directory file and hands every row that is right to `sink`, one after the other; what is wrong goes to the
 * report. Of a file that cannot be read to its end nothing is taken, unless the sink has kept rows by then: those above the
 * fault are taken, and the report and the outcome say where it broke off.
 * @throws DirectoryFileError when the file cannot be read and nothing of it was kept; no report is left then
 */
export async function importDirectory(
  path: string,
  options: DirectoryImportOptions,
  sink: DirectoryRowSink,
): Promise<DirectoryOutcomes> {
  const maxColumns = options.limits?.maxColumns ?? DEFAULT_DIRECTORY_LIMITS.maxColumns;
  const parser = new DirectoryParser({ ...options.context, maxColumns });
  const report = await DirectoryReport.create(options.reportPath);
  const tally = new Tally(report);
  try {
    const fault = await readRows(path, options, parser, tally, sink);
    if (fault && !sink.hasKept) throw fault;
    await sink.flush(tally.refuseStored);
    await tally.release();
    const outcomes = { ...tally.summary(), brokenOff: fault?.message ?? null };
    await report.finish(outcomes);
    return outcomes;
  } catch (error) {
    await report.abort();
    throw error;
  }
}

/** @returns what is wrong with the file, when it is not read to its end */
async function readRows(
  path: string,
  options: DirectoryReadOptions,
  parser: DirectoryParser,
  tally: Tally,
  sink: DirectoryRowSink,
): Promise<DirectoryFileError | undefined> {
  const rows = readDirectoryFile(path, options);
  try {
    for (;;) {
      const next = await readNext(rows);
      if (next instanceof DirectoryFileError) return next;
      const outcome = next.done ? parser.end() : parser.accept(next.value);
      if (outcome.type === 'ROW') await tally.accept(outcome, sink);
      else if (outcome.type === 'FAULTY') await tally.refuse(outcome.faults, sink);
      else if (outcome.type === 'REMARK') tally.skipped += 1;
      else if (outcome.type === 'HEADER') tally.ignoredColumns = outcome.ignoredColumns;
      else if (outcome.type === 'UNREADABLE') return unreadable(outcome.faults);
      if (next.done) return undefined;
    }
  } finally {
    await rows.return(undefined);
  }
}

/** A fault of the file is an answer, not a failure: what was read before it may stay. */
async function readNext(
  rows: AsyncGenerator<DirectorySheetRow>,
): Promise<IteratorResult<DirectorySheetRow, unknown> | DirectoryFileError> {
  try {
    return await rows.next();
  } catch (error) {
    if (error instanceof DirectoryFileError) return error;
    throw error;
  }
}

type Taken = Extract<DirectoryOutcome, { readonly type: 'ROW' }>;

interface Waiting {
  readonly fault: DirectoryFault;
  readonly isRemark: boolean;
}

/** More faults than this are not kept in memory: rather are the rows above them decided on early. */
const MOST_WAITING = 5000;

class Tally {
  ignoredColumns: readonly string[] = [];
  skipped = 0;
  private accepted = 0;
  private faulty = 0;
  private faults = 0;
  private remarked = 0;
  /** Of rows below one that the sink has still in hand: the report is in the order of the sheet. */
  private waiting: Waiting[] = [];

  constructor(private readonly report: DirectoryReport) {}

  async accept({ value, remark }: Taken, sink: DirectoryRowSink): Promise<void> {
    this.accepted += 1;
    if (remark) this.waiting.push({ fault: remark, isRemark: true });
    await sink.accept(value, this.refuseStored);
    await this.relieve(sink);
  }

  /** A row that was right by itself and is refused by the registry. */
  readonly refuseStored: DirectoryFaultSink = async (fault) => {
    this.accepted -= 1;
    this.count([fault]);
    await this.release(fault.row ?? 0);
    // A remark is of what is taken.
    if (this.waiting[0]?.fault.row === fault.row) this.waiting.shift();
    await this.report.add(fault);
  };

  async refuse(faults: readonly DirectoryFault[], sink: DirectoryRowSink): Promise<void> {
    this.count(faults);
    this.waiting.push(...faults.map((fault) => ({ fault, isRemark: false })));
    await this.relieve(sink);
  }

  /** Reports what waits, of the rows above this one. */
  async release(row = Infinity): Promise<void> {
    const from = this.waiting.findIndex(({ fault }) => (fault.row ?? 0) >= row);
    const next = this.waiting.splice(0, from < 0 ? this.waiting.length : from);
    for (const { fault, isRemark } of next) {
      if (isRemark) this.remarked += 1;
      await (isRemark ? this.report.addRemark(fault) : this.report.add(fault));
    }
  }

  private async relieve(sink: DirectoryRowSink): Promise<void> {
    if (this.waiting.length >= MOST_WAITING) await sink.settle(this.refuseStored);
    if (sink.undecided === 0) await this.release();
  }

  private count(faults: readonly DirectoryFault[]): void {
    this.faulty += 1;
    this.faults += faults.length;
  }

  summary(): DirectorySummary {
    const { accepted, faulty, faults, remarked, skipped, ignoredColumns } = this;
    return { rows: accepted + faulty, accepted, faulty, faults, remarked, skipped, ignoredColumns };
  }
}

function unreadable(faults: readonly DirectoryFault[]): DirectoryFileError {
  const where = faults.map((fault) =>
    fault.row === null ? fault.reason : `第${fault.row}行：${fault.reason}`,
  );
  return new DirectoryFileError('WRONG_TYPE', where.join('；'));
}
