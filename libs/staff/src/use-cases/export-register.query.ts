import { Injectable } from '@nestjs/common';
import { ExportList } from '@zhaoguan/access';
import type { Caller } from '@zhaoguan/contracts';
import type { PageRequest, SpreadsheetFile } from '@zhaoguan/platform';
import { staffColumns } from './staff-columns';
import { StaffQuery, type StaffListQuery } from './staff.query';

/**
 * How the people of an institution stand, as a spreadsheet (从业人员证件情况): what the caller’s list shows, officials without first names.
 * Named otherwise than the register itself ({@link ExportStaff}), which alone comes in again.
 */
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
      title: '从业人员证件情况',
      columns: staffColumns(await this.staff.asked(caller, filter.institutionId)),
      filter,
      page: (page: PageRequest) => this.staff.list(caller, { ...filter, ...page }),
    };
    return this.exports.execute(caller, list, gone);
  }
}
