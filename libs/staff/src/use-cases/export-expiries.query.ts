import { Injectable } from '@nestjs/common';
import { ExportList } from '@zhaoguan/access';
import type { Caller } from '@zhaoguan/contracts';
import type { PageRequest, SpreadsheetFile } from '@zhaoguan/platform';
import { EXPIRY_COLUMNS } from './expiry-columns';
import { RadarQuery, type RadarQueryInput } from './radar.query';

/** What ends next as a spreadsheet (到期事项): what the caller’s list shows, all of it. */
@Injectable()
export class ExportExpiries {
  constructor(
    private readonly exports: ExportList,
    private readonly radar: RadarQuery,
  ) {}

  /** @throws EXPORT_UNDER_WAY */
  execute(
    caller: Caller,
    filter: Omit<RadarQueryInput, 'limit' | 'cursor'>,
    gone: AbortSignal,
  ): Promise<SpreadsheetFile> {
    const list = {
      title: '到期事项',
      columns: EXPIRY_COLUMNS,
      filter,
      page: (page: PageRequest) => this.radar.list(caller, { ...filter, ...page }),
    };
    return this.exports.execute(caller, list, gone);
  }
}
