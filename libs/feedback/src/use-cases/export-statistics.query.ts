import { Injectable } from '@nestjs/common';
import { ExportList } from '@zhaoguan/access';
import type { Caller } from '@zhaoguan/contracts';
import type { PageRequest, SpreadsheetFile } from '@zhaoguan/platform';
import { STATISTICS_COLUMNS } from './statistics-columns';
import { RatingStatisticsQuery, type StatisticsQuery } from './statistics.query';

/** The figures of the offices as a spreadsheet: what the caller’s page shows of them. */
@Injectable()
export class ExportStatistics {
  constructor(
    private readonly exports: ExportList,
    private readonly statistics: RatingStatisticsQuery,
  ) {}

  /** @throws INVALID_DATE, EXPORT_UNDER_WAY */
  execute(
    caller: Caller,
    filter: Omit<StatisticsQuery, 'limit' | 'cursor'>,
    gone: AbortSignal,
  ): Promise<SpreadsheetFile> {
    const list = {
      title: '服务评价统计',
      columns: STATISTICS_COLUMNS,
      filter,
      page: (page: PageRequest) => this.statistics.get(caller, { ...filter, ...page }),
    };
    return this.exports.execute(caller, list, gone);
  }
}
