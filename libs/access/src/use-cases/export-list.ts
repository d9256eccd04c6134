import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { UnitOfWork, writeSpreadsheet, type Sheet, type SpreadsheetFile } from '@zhaoguan/platform';
import { ExportTurnStore } from '../store/export-turn.store';

/** The transaction's connection, as `UnitOfWork.read` gives it. */
type Reader = Parameters<Parameters<UnitOfWork['read']>[1]>[0];

export interface ListToExport<R> extends Omit<Sheet<R>, 'pages'> {
  /** What the reader narrowed the list by: codes and days, no personal data. */
  readonly filter: Readonly<Record<string, string | undefined>>;
  /** The rows that the caller may see, by the same query as the list on the page. */
  readonly pages: (manager: Reader) => AsyncIterable<readonly R[]>;
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

  /** @throws EXPORT_UNDER_WAY while the caller's last export runs */
  async execute<R>(caller: Caller, list: ListToExport<R>): Promise<SpreadsheetFile> {
    const { title, columns, filter, pages } = list;
    const file = await this.work.read(caller, async (manager) => {
      if (!(await this.turns.take(manager, caller.id))) throw refuse('EXPORT_UNDER_WAY');
      return writeSpreadsheet({ title, columns, pages: pages(manager) });
    });
    try {
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
function inWords(filter: ListToExport<never>['filter']): string {
  return Object.entries(filter)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
    .join('&');
}
