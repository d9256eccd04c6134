import { Injectable } from '@nestjs/common';
import { ExportList } from '@zhaoguan/access';
import type { Caller } from '@zhaoguan/contracts';
import { ReferenceData, type PageRequest, type SpreadsheetFile } from '@zhaoguan/platform';
import { filingColumns } from './filing-columns';
import { ListFilings, type FilingSelection } from './list-filings.query';

/** The list of filings as a spreadsheet (办理台账): what the caller's list shows, in its order, all of it. */
@Injectable()
export class ExportFilings {
  constructor(
    private readonly exports: ExportList,
    private readonly filings: ListFilings,
    private readonly reference: ReferenceData,
  ) {}

  /** @throws INVALID_DISTRICT, EXPORT_UNDER_WAY */
  async execute(caller: Caller, selection: FilingSelection, gone: AbortSignal): Promise<SpreadsheetFile> {
    const { sort: _sort, ...filter } = selection;
    const list = {
      title: '办理台账',
      columns: filingColumns(await this.reference.districtPaths()),
      filter,
      page: (page: PageRequest) => this.filings.execute(caller, { ...selection, ...page }),
    };
    return this.exports.execute(caller, list, gone);
  }
}
