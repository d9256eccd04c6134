import { Injectable } from '@nestjs/common';
import { ExportList } from '@zhaoguan/access';
import type { Caller } from '@zhaoguan/contracts';
import type { PageRequest, SpreadsheetFile } from '@zhaoguan/platform';
import { FOLLOW_UP_COLUMNS } from './follow-up-columns';
import { FollowUps, type FollowUpListQuery } from './follow-ups.query';

/** Follow-ups of bad ratings as a spreadsheet: what the caller’s list shows, all of it. */
@Injectable()
export class ExportFollowUps {
  constructor(
    private readonly exports: ExportList,
    private readonly followUps: FollowUps,
  ) {}

  /** @throws EXPORT_UNDER_WAY */
  execute(
    caller: Caller,
    filter: Omit<FollowUpListQuery, 'limit' | 'cursor'>,
    gone: AbortSignal,
  ): Promise<SpreadsheetFile> {
    const list = {
      title: '差评回访',
      columns: FOLLOW_UP_COLUMNS,
      filter,
      page: (page: PageRequest) => this.followUps.list(caller, { ...filter, ...page }),
    };
    return this.exports.execute(caller, list, gone);
  }
}
