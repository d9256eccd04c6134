import { Injectable } from '@nestjs/common';
import { ExportList } from '@zhaoguan/access';
import type { Caller } from '@zhaoguan/contracts';
import type { PageRequest, SpreadsheetFile } from '@zhaoguan/platform';
import { staffColumns } from './staff-columns';
import { StaffQuery, type StaffListQuery } from './staff.query';

/** The register of an institution as a spreadsheet (从业人员名录): what the caller’s list shows, officials without first names. */
@Injectable()
export class ExportRegister {
  constructor(
    private readonly exports: ExportList,
    private readonly staff: StaffQuery,
  ) {}

  /** @throws NOT_FOUND, EXPORT_UNDER_WAY */
  async execute(
    caller: Caller,
    filter: Omit<StaffListQuery, 'limit' | 'cursor'>,
    gone: AbortSignal,
  ): Promise<SpreadsheetFile> {
    const list = {
      title: '从业人员名录',
      columns: staffColumns(await this.staff.asked(caller, filter.institutionId)),
      filter,
      page: (page: PageRequest) => this.staff.list(caller, { ...filter, ...page }),
    };
    return this.exports.execute(caller, list, gone);
  }
}
