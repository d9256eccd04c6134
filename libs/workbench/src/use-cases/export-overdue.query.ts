import { Injectable } from '@nestjs/common';
import { ExportList } from '@zhaoguan/access';
import type { Caller } from '@zhaoguan/contracts';
import { ReferenceData, type PageRequest, type SpreadsheetFile } from '@zhaoguan/platform';
import type { OverdueCriteria } from '../store/overdue-list.store';
import { overdueColumns } from './overdue-columns';
import { Overdues } from './overdue.query';

/** What offices have let pass as a spreadsheet (超期事项): what the caller’s list shows, all of it. */
@Injectable()
export class ExportOverdue {
  constructor(
    private readonly exports: ExportList,
    private readonly overdues: Overdues,
    private readonly reference: ReferenceData,
  ) {}

  /** @throws SERVICE_BUSY, EXPORT_UNDER_WAY */
  async execute(
    caller: Caller,
    filter: Pick<OverdueCriteria, 'status' | 'level' | 'department'>,
    gone: AbortSignal,
  ): Promise<SpreadsheetFile> {
    const list = {
      title: '超期事项',
      columns: overdueColumns(await this.reference.districtPaths()),
      filter,
      page: (page: PageRequest) => this.overdues.list(caller, { ...filter, ...page }),
    };
    return this.exports.execute(caller, list, gone);
  }
}
