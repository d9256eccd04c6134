import { siteInWords } from '@zhaoguan/contracts';
import type { SheetColumn } from '@zhaoguan/platform';
import type { RadarLine } from './radar.query';

/** What ends next (到期事项). Of a certificate of somebody, which it is and not whose. */
export const EXPIRY_COLUMNS: readonly SheetColumn<RadarLine>[] = [
  { header: '机构名称', width: 36, type: 'text', value: ({ institutionName }) => institutionName },
  { header: '机构类型', width: 12, type: 'text', value: siteInWords },
  { header: '到期事项', width: 26, type: 'text', value: ({ whatLabel }) => whatLabel },
  { header: '有效期至', width: 13, type: 'day', value: ({ endsOn }) => endsOn },
  { header: '剩余天数', width: 10, type: 'number', value: ({ daysLeft }) => daysLeft },
  { header: '状态', width: 14, type: 'text', value: ({ statusLabel }) => statusLabel },
  { header: '核查日期', width: 13, type: 'day', value: ({ checkedOn }) => checkedOn },
  { header: '核查结果', width: 26, type: 'text', value: ({ findingLabel }) => findingLabel },
  { header: '核查情况', width: 40, type: 'text', value: ({ findingNote }) => findingNote },
];
