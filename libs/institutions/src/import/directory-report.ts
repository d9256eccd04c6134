import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { csvLine, CSV_BOM } from '@zhaoguan/kernel';
import type { DirectoryFault } from '../domain/directory-row';
import { isRecorded } from '../domain/directory-row-headers';

/** What became of a directory file. */
export interface DirectorySummary {
  /** Rows with content below the header. */
  readonly rows: number;
  readonly accepted: number;
  /** Rows with at least one fault. */
  readonly faulty: number;
  readonly faults: number;
  /** Rows among the accepted ones that should be looked at (提示). */
  readonly remarked: number;
  /** Rows below the header that are sums or notes (合计、注), not institutions; not among `rows`. */
  readonly skipped: number;
  /** Columns that were not read: not understood, or what the system records itself. */
  readonly ignoredColumns: readonly string[];
}

const HEADER = ['行号', '列', '原值', '原因'];

/**
 * The list of faults, and of what should be looked at, as a CSV that Excel opens with the right characters (UTF-8 with byte order mark), ending with a
 * summary. Written under a temporary name: a report under its own name is complete.
 */
export class DirectoryReport {
  private failure: Error | undefined;

  private constructor(
    private readonly path: string,
    private readonly stream: WriteStream,
  ) {
    stream.on('error', (error) => {
      this.failure = error;
    });
  }

  static async create(path: string): Promise<DirectoryReport> {
    const stream = createWriteStream(`${path}.part`, { encoding: 'utf8', mode: 0o600 });
    const report = new DirectoryReport(path, stream);
    await report.write(CSV_BOM + csvLine(HEADER));
    return report;
  }

  async add(fault: DirectoryFault): Promise<void> {
    const column = fault.letter === null ? fault.column : `${fault.column}（${fault.letter}列）`;
    await this.write(
      csvLine([fault.row === null ? '' : String(fault.row), column, fault.value, fault.reason]),
    );
  }

  /** Of a row that is taken; who reads the reasons alone must not take it for a fault. */
  async addRemark(remark: DirectoryFault): Promise<void> {
    await this.add({ ...remark, reason: `提示：${remark.reason}` });
  }

  /** Adds the summary and gives the report its name. */
  async finish(summary: DirectorySummary & { readonly brokenOff: string | null }): Promise<void> {
    const recorded = summary.ignoredColumns.filter(isRecorded);
    const unknown = summary.ignoredColumns.filter((header) => !isRecorded(header));
    const lines = [
      [],
      ...(summary.brokenOff === null
        ? []
        : [['汇总', '文件未读完', '', `${summary.brokenOff}；此前的数据行已导入，其后的未导入`]]),
      ['汇总', '数据行', String(summary.rows)],
      ['汇总', '可以导入', String(summary.accepted)],
      ['汇总', '有误', String(summary.faulty)],
      ['汇总', '问题数', String(summary.faults)],
      ...(summary.remarked > 0 ? [['汇总', '可以导入、有提示', String(summary.remarked)]] : []),
      ...(summary.skipped > 0 ? [['汇总', '跳过的合计、说明', String(summary.skipped)]] : []),
      ...columnsNotRead('未识别的列', unknown),
      ...columnsNotRead('由系统记录、不读入的列', recorded),
    ];
    await this.write(lines.map(csvLine).join(''));
    this.stream.end();
    await finished(this.stream);
    await rename(`${this.path}.part`, this.path);
  }

  /** Drops the unfinished report. */
  async abort(): Promise<void> {
    this.stream.destroy();
    await rm(`${this.path}.part`, { force: true });
  }

  private async write(text: string): Promise<void> {
    if (this.failure) throw this.failure;
    if (!this.stream.write(text)) await once(this.stream, 'drain');
  }
}

const columnsNotRead = (why: string, headers: readonly string[]): string[][] =>
  headers.length > 0 ? [['汇总', why, headers.join('、')]] : [];
