import { Injectable } from '@nestjs/common';
import type { FolderReport, InboxFile, Partner } from '@zhaoguan/exchange';
import { DirectoryFileError, readDirectoryFile } from '@zhaoguan/institutions';
import { toProblem } from '@zhaoguan/platform';
import { CaseSheet, CaseSheetError, type CaseRow } from '../import/case-sheet';
import type { ColumnsByKind } from '../import/case-columns';
import { reportText, unreadableText, type RowReport } from '../import/case-report';
import type { FilingView } from '../use-cases/present-filing';
import { HandInRow, type RowScene } from './hand-in-row';

/** More is another file: what is read twice after a crash stays short. */
const LIMITS = { maxFileBytes: 64 * 1024 * 1024, maxRows: 10_000 };
const FORBIDDEN = '系统没有读取这个文件的权限，请放开权限后重新放入 in 文件夹';

/**
 * Reads a file with cases. A file that cannot be read to its end does nothing; in one that can, each row is for itself, and one that is
 * wrong keeps no other from being handed in.
 */
@Injectable()
export class ReadCaseFile {
  constructor(private readonly rows: HandInRow) {}

  /** None when the partner is not to be served any more: the file stays where it is. */
  async execute(
    { columns, disk, traceId }: { readonly columns: ColumnsByKind } & Pick<RowScene, 'disk' | 'traceId'>,
    { path }: InboxFile,
    partner: () => Promise<Partner | undefined>,
  ): Promise<FolderReport | undefined> {
    if (path === null) return unreadable(FORBIDDEN);
    const reason = await faultOf(columns, path);
    if (reason !== null) return unreadable(reason);
    const sheet = new CaseSheet(columns);
    const reports: RowReport[] = [];
    for await (const line of readDirectoryFile(path, { limits: LIMITS })) {
      const row = sheet.accept(line);
      if (!row) continue;
      const served = await partner();
      if (!served) return undefined;
      reports.push(await this.handIn(sheet, row, { partner: served, disk, traceId }));
    }
    const faulty = reports.filter(({ faults }) => faults.length > 0).length;
    return { text: reportText(reports), rows: reports.length, faulty, reason: null };
  }

  /** @throws when it is not the row that is at fault: the job is tried again, and the row with it */
  private async handIn(sheet: CaseSheet, row: CaseRow, scene: RowScene): Promise<RowReport> {
    const { row: number, reference } = row;
    try {
      return { row: number, reference, faults: [], ...(await this.rows.execute(scene, row)) };
    } catch (error) {
      const { status, code, detail, errors = [] } = toProblem(error, scene.traceId);
      if (status >= 500) throw error;
      const known = await this.rows.find(scene, reference);
      const drafted = known?.type === 'INITIAL' ? known : undefined;
      const faults = errors.map(({ pointer, message }) => ({
        place: sheet.placeOf(row, pointer),
        reason: message,
      }));
      return {
        row: number,
        reference,
        result: drafted?.status === 'DRAFT' ? 'DRAFTED' : 'REFUSED',
        filingId: drafted?.id ?? null,
        faults: faults.length > 0 ? faults : [{ place: '', reason: reasonOf(code, detail, drafted) }],
      };
    }
  }
}

/** In words for who reads a file: there is no page to be loaded anew. */
function reasonOf(code: string, detail: string, filing: FilingView | undefined): string {
  if (code === 'STALE_VERSION') return '本件刚刚在别处改过，请把这一行再放入一次';
  if (code !== 'INVALID_TRANSITION' || !filing) return detail;
  return filing.status === 'SUBMITTED'
    ? '本件已经提交，主管部门正在办理，现在不能修改；退回补正以后再放入'
    : `本件${filing.statusLabel}，不能再修改；结果见 out 文件夹里的办理进展`;
}

function unreadable(reason: string): FolderReport {
  return { text: unreadableText(reason), rows: 0, faulty: 0, reason };
}

/** Why the file as a whole cannot be read; null when it can, to its end. */
async function faultOf(columns: ColumnsByKind, path: string): Promise<string | null> {
  const sheet = new CaseSheet(columns);
  try {
    for await (const line of readDirectoryFile(path, { limits: LIMITS })) sheet.accept(line);
    sheet.end();
    return null;
  } catch (error) {
    if (error instanceof DirectoryFileError || error instanceof CaseSheetError) return error.message;
    throw error;
  }
}
