import { siteInWords } from '@zhaoguan/contracts';
import type { SheetColumn } from '@zhaoguan/platform';
import type { RemovalLine } from './removal-views';

/** The ledger of removals (注销、撤销台账). */
export const REMOVAL_COLUMNS: readonly SheetColumn<RemovalLine>[] = [
  { header: '机构名称', width: 36, type: 'text', value: ({ institutionName }) => institutionName },
  { header: '统一社会信用代码', width: 22, type: 'text', value: ({ uscc }) => uscc },
  { header: '备案（许可证）编号', width: 24, type: 'text', value: ({ filingNumber }) => filingNumber },
  { header: '机构类型', width: 12, type: 'text', value: siteInWords },
  { header: '办理机关', width: 26, type: 'text', value: ({ authorityName }) => authorityName },
  { header: '事项', width: 12, type: 'text', value: ({ typeLabel }) => typeLabel },
  { header: '事由', width: 36, type: 'text', value: ({ ground }) => ground.label },
  {
    header: '依据',
    width: 40,
    type: 'text',
    value: ({ ground: { basis } }) => basis.law + (basis.article ?? ''),
  },
  { header: '状态', width: 20, type: 'text', value: ({ statusLabel }) => statusLabel },
  { header: '启动时间', width: 18, type: 'instant', value: ({ openedAt }) => openedAt },
  { header: '陈述申辩截止', width: 14, type: 'day', value: ({ statementUntil }) => statementUntil },
  { header: '办理期限', width: 13, type: 'day', value: ({ dueOn }) => dueOn },
  { header: '剩余工作日', width: 12, type: 'number', value: ({ workingDaysLeft }) => workingDaysLeft },
  { header: '决定书文号', width: 26, type: 'text', value: ({ decisionNumber }) => decisionNumber },
  { header: '决定日期', width: 13, type: 'day', value: ({ decidedOn }) => decidedOn },
];
