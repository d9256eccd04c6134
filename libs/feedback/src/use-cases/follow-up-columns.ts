import { RATING_LEVEL_LABELS, siteInWords } from '@zhaoguan/contracts';
import type { SheetColumn } from '@zhaoguan/platform';
import { FOLLOW_UP_STATUS_LABELS } from '../domain/follow-up.process';
import type { FollowUpLine } from './follow-ups.query';

/** Bad ratings and what becomes of them (差评回访), without who rated, for whom, and how to reach them: the sheet leaves the system. */
export const FOLLOW_UP_COLUMNS: readonly SheetColumn<FollowUpLine>[] = [
  { header: '评价', width: 14, type: 'text', value: ({ level }) => RATING_LEVEL_LABELS[level] },
  { header: '评价的一步', width: 18, type: 'text', value: ({ stepLabel }) => stepLabel },
  { header: '被评价的机关', width: 30, type: 'text', value: ({ officeName }) => officeName },
  { header: '机构类型', width: 12, type: 'text', value: siteInWords },
  { header: '状态', width: 16, type: 'text', value: ({ status }) => FOLLOW_UP_STATUS_LABELS[status] },
  { header: '收到时间', width: 18, type: 'instant', value: ({ openedAt }) => openedAt },
  { header: '办理期限', width: 13, type: 'day', value: ({ dueOn }) => dueOn },
  { header: '办结时间', width: 18, type: 'instant', value: ({ endedAt }) => endedAt },
];
