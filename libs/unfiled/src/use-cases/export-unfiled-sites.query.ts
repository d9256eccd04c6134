import { Injectable } from '@nestjs/common';
import { ExportList } from '@zhaoguan/access';
import { KIND_LABELS, UNFILED_SOURCE_LABELS, type Caller } from '@zhaoguan/contracts';
import { ReferenceData, type PageRequest, type SheetColumn, type SpreadsheetFile } from '@zhaoguan/platform';
import { UNFILED_STATUS_LABELS } from '../domain/unfiled-site.process';
import { UnfiledSites, type UnfiledListQuery, type UnfiledSiteLine } from './unfiled-sites.query';

const columns = (pathOf: (code: string) => string): readonly SheetColumn<UnfiledSiteLine>[] => [
  { header: '名称', width: 30, type: 'text', value: ({ name }) => name },
  { header: '机构类型', width: 12, type: 'text', value: ({ kind }) => KIND_LABELS[kind] },
  {
    header: '所在地',
    width: 24,
    type: 'text',
    value: ({ township, district }) => pathOf(township ?? district),
  },
  { header: '地址', width: 40, type: 'text', value: ({ address }) => address },
  { header: '统一社会信用代码', width: 22, type: 'text', value: ({ uscc }) => uscc },
  { header: '线索来源', width: 20, type: 'text', value: ({ source }) => UNFILED_SOURCE_LABELS[source] },
  { header: '发现日期', width: 13, type: 'day', value: ({ foundOn }) => foundOn },
  { header: '状态', width: 14, type: 'text', value: ({ status }) => UNFILED_STATUS_LABELS[status] },
  { header: '办理期限', width: 13, type: 'day', value: ({ dueOn }) => dueOn },
  { header: '办结时间', width: 18, type: 'instant', value: ({ endedAt }) => endedAt },
];

/** Places that have not filed, as a spreadsheet: what the caller’s list shows, all of it. */
@Injectable()
export class ExportUnfiledSites {
  constructor(
    private readonly exports: ExportList,
    private readonly sites: UnfiledSites,
    private readonly reference: ReferenceData,
  ) {}

  /** @throws EXPORT_UNDER_WAY */
  async execute(
    caller: Caller,
    filter: Omit<UnfiledListQuery, 'limit' | 'cursor'>,
    gone: AbortSignal,
  ): Promise<SpreadsheetFile> {
    const list = {
      title: '未备案机构',
      columns: columns(await this.reference.districtPaths()),
      filter,
      page: (page: PageRequest) => this.sites.list(caller, { ...filter, ...page }),
    };
    return this.exports.execute(caller, list, gone);
  }
}
