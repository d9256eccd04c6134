import { Injectable } from '@nestjs/common';
import { ExportList } from '@zhaoguan/access';
import type { Caller } from '@zhaoguan/contracts';
import { ReferenceData, type PageRequest, type SpreadsheetFile } from '@zhaoguan/platform';
import type { WorkItemPage } from '../store/work-item.store';
import { workItemColumns } from './work-item-columns';
import { WorkItems } from './work-items.query';

/** What waits for the caller as a spreadsheet (待办): all of it, what ends first on top. */
@Injectable()
export class ExportWorkItems {
  constructor(
    private readonly exports: ExportList,
    private readonly items: WorkItems,
    private readonly reference: ReferenceData,
  ) {}

  /** @throws SERVICE_BUSY, EXPORT_UNDER_WAY */
  async execute(
    caller: Caller,
    filter: Pick<WorkItemPage, 'type'>,
    gone: AbortSignal,
  ): Promise<SpreadsheetFile> {
    const list = {
      title: '待办',
      columns: workItemColumns(await this.reference.districtPaths()),
      filter,
      page: (page: PageRequest) => this.items.list(caller, { ...filter, ...page }),
    };
    return this.exports.execute(caller, list, gone);
  }
}
