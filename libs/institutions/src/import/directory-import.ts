import type { DirectoryContext, DirectoryFault, DirectoryRow } from '../domain/directory-row';
import { DirectoryParser } from '../domain/directory-row-parser';
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
  /** After the last row. */
  flush(faults: DirectoryFaultSink): Promise<void>;
}

/**
 * Reads a directory file and hands every row that is right to `sink`, one after the other; what is wrong goes to the
 * report. Whether rows that are right are stored although others are not is for the caller to decide: the summary
 * tells, and a file that cannot be read to its end throws after rows have been handed over.
 * @throws DirectoryFileError when the file cannot be read; no report is left then
 */
export async function importDirectory(
  path: string,
  options: DirectoryImportOptions,
  sink: DirectoryRowSink,
): Promise<DirectorySummary> {
  const maxColumns = options.limits?.maxColumns ?? DEFAULT_DIRECTORY_LIMITS.maxColumns;
  const parser = new DirectoryParser({ ...options.context, maxColumns });
  const report = await DirectoryReport.create(options.reportPath);
  const tally = new Tally(report);
  try {
    for await (const row of readDirectoryFile(path, options)) {
      const outcome = parser.accept(row);
      if (outcome.type === 'ROW') await tally.accept(outcome.value, sink);
      else if (outcome.type === 'FAULTY') await tally.refuse(outcome.faults);
      else if (outcome.type === 'REMARK') tally.skipped += 1;
      else if (outcome.type === 'HEADER') tally.ignoredColumns = outcome.ignoredColumns;
      else if (outcome.type === 'UNREADABLE') throw unreadable(outcome.faults);
    }
    const end = parser.end();
    if (end.type === 'UNREADABLE') throw unreadable(end.faults);
    await sink.flush(tally.refuseStored);
    await report.finish(tally.summary());
    return tally.summary();
  } catch (error) {
    await report.abort();
    throw error;
  }
}

class Tally {
  ignoredColumns: readonly string[] = [];
  skipped = 0;
  private accepted = 0;
  private faulty = 0;
  private faults = 0;

  constructor(private readonly report: DirectoryReport) {}

  async accept(row: DirectoryRow, sink: DirectoryRowSink): Promise<void> {
    this.accepted += 1;
    await sink.accept(row, this.refuseStored);
  }

  /** A row that was right by itself and is refused by the registry. */
  readonly refuseStored: DirectoryFaultSink = async (fault) => {
    this.accepted -= 1;
    await this.refuse([fault]);
  };

  async refuse(faults: readonly DirectoryFault[]): Promise<void> {
    for (const fault of faults) await this.report.add(fault);
    this.faulty += 1;
    this.faults += faults.length;
  }

  summary(): DirectorySummary {
    const { accepted, faulty, faults, skipped, ignoredColumns } = this;
    return { rows: accepted + faulty, accepted, faulty, faults, skipped, ignoredColumns };
  }
}

function unreadable(faults: readonly DirectoryFault[]): DirectoryFileError {
  const where = faults.map((fault) =>
    fault.row === null ? fault.reason : `第${fault.row}行：${fault.reason}`,
  );
  return new DirectoryFileError('WRONG_TYPE', where.join('；'));
}
