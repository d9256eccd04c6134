import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller } from '@zhaoguan/contracts';
import {
  pagesOf,
  UnitOfWork,
  writeSpreadsheet,
  type Page,
  type PageRequest,
  type Sheet,
  type SpreadsheetFile,
} from '@zhaoguan/platform';
import { ExportTurnStore } from '../store/export-turn.store';

export interface ListToExport<R> extends Omit<Sheet<R>, 'pages'> {
  /** What the reader narrowed the list by: codes and days, no personal data. */
  readonly filter: object;
  /** The use case of the list on the page, so that rights, filters and masks are the same. */
  readonly page: (page: PageRequest) => Promise<Page<R>>;
}

/**
 * A list as a spreadsheet (导出 Excel): all rows of one instant, and who took which away is written down before the
 * first byte is answered: what could not be recorded is not handed out.
 * @law 个人信息保护法第五十一条、第五十四条（合规审计）
 */
@Injectable()
export class ExportList {
  constructor(
    private readonly work: UnitOfWork,
    private readonly turns: ExportTurnStore,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param gone ends it: a list that nobody waits for keeps neither a connection nor the caller's turn
   * @throws EXPORT_UNDER_WAY while the caller's last export runs; EXPORT_ABANDONED
   */
  async execute<R>(caller: Caller, list: ListToExport<R>, gone: AbortSignal): Promise<SpreadsheetFile> {
    const { title, columns, filter, page } = list;
    const file = await this.work.snapshot(caller, async (manager) => {
      if (!(await this.turns.take(manager, caller.id))) throw refuse('EXPORT_UNDER_WAY');
      return writeSpreadsheet({ title, columns, pages: pagesOf(page, gone) });
    });
    try {
      gone.throwIfAborted();
      await this.work.run(caller, (tx) =>
        this.audit.append(tx, {
          action: 'list.exported',
          subjectType: 'person',
          subjectId: caller.id,
          detail: { list: title, count: file.rows, filter: inWords(filter) },
        }),
      );
    } catch (error) {
      file.content.destroy();
      throw error;
    }
    return file;
  }
}

/** `kind=CHILDCARE&district=610116` */
function inWords(filter: object): string {
  return Object.entries(filter)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${String(value)}`]))
    .join('&');
}
