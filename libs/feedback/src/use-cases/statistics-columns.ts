import { RATING_LEVEL_LABELS, RATING_LEVELS } from '@zhaoguan/contracts';
import type { SheetColumn } from '@zhaoguan/platform';
import type { NamedFigures } from './statistics.query';

/** How the services of the offices were rated (评价统计); what is too little to be taken apart stays empty. */
export const STATISTICS_COLUMNS: readonly SheetColumn<NamedFigures>[] = [
  { header: '机关', width: 30, type: 'text', value: ({ officeName }) => officeName },
  { header: '评价数', width: 10, type: 'number', value: ({ total }) => total },
  {
    header: '满意率（%）',
    width: 12,
    type: 'number',
    value: ({ satisfaction }) => satisfaction && satisfaction / 100,
  },
  ...RATING_LEVELS.map((level): SheetColumn<NamedFigures> => ({
    header: RATING_LEVEL_LABELS[level],
    width: 12,
    type: 'number',
    value: ({ levels }) => levels && levels[level],
  })),
  { header: '不成立', width: 10, type: 'number', value: ({ unfounded }) => unfounded },
  { header: '差评', width: 10, type: 'number', value: ({ followUps }) => followUps && followUps.opened },
  { header: '差评已办结', width: 12, type: 'number', value: ({ followUps }) => followUps && followUps.ended },
  {
    header: '按期办结',
    width: 12,
    type: 'number',
    value: ({ followUps }) => followUps && followUps.endedInTime,
  },
  {
    header: '超期未办结',
    width: 12,
    type: 'number',
    value: ({ followUps }) => followUps && followUps.overdue,
  },
];
