import { Injectable } from '@nestjs/common';
import { ExportList } from '@zhaoguan/access';
import type { Caller } from '@zhaoguan/contracts';
import type { PageRequest, SpreadsheetFile } from '@zhaoguan/platform';
import { REMOVAL_COLUMNS } from './removal-columns';
import { RemovalsQuery, type RemovalListQuery } from './removals.query';

/** Removals of filings as a spreadsheet: what the caller’s list shows, all of it. */
@Injectable()
export class ExportRemovals {
  constructor(
    private readonly exports: ExportList,
    private readonly removals: RemovalsQuery,
  ) {}

  /** @throws EXPORT_UNDER_WAY */
  execute(
    caller: Caller,
    filter: Omit<RemovalListQuery, 'limit' | 'cursor'>,
    gone: AbortSignal,
  ): Promise<SpreadsheetFile> {
    const list = {
      title: '注销、撤销台账',
      columns: REMOVAL_COLUMNS,
      filter,
      page: (page: PageRequest) => this.removals.list(caller, { ...filter, ...page }),
    };
    return this.exports.execute(caller, list, gone);
  }
}
