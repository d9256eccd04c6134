import { Injectable } from '@nestjs/common';
import { ExportList } from '@zhaoguan/access';
import type { Caller } from '@zhaoguan/contracts';
import { pagesOf, ReferenceData, type SpreadsheetFile } from '@zhaoguan/platform';
import { FilingListStore } from '../store/filing-list.store';
import { filingColumns } from './filing-columns';
import { ListFilings, type FilingSelection } from './list-filings.query';

/** The list of filings as a spreadsheet (备案办理台账): what the caller's list shows, in its order, all of it. */
@Injectable()
export class ExportFilings {
  constructor(
    private readonly exports: ExportList,
    private readonly filings: ListFilings,
    private readonly list: FilingListStore,
    private readonly reference: ReferenceData,
  ) {}

  /** @throws INVALID_DISTRICT, EXPORT_UNDER_WAY */
  async execute(caller: Caller, selection: FilingSelection): Promise<SpreadsheetFile> {
    const filter = await this.filings.filterOf(caller, selection);
    const { status, kind, district, institutionId, assignee } = selection;
    return this.exports.execute(caller, {
      title: '备案办理台账',
      columns: filingColumns(await this.reference.districtPaths()),
      filter: { status, kind, district, institutionId, assignee },
      pages: (manager) =>
        pagesOf(
          (page) => this.list.find(manager, { ...filter, ...page }),
          (row) => this.list.cursorOf(row),
        ),
    });
  }
}
