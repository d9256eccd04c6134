import { STATE_LABELS, WORK_ITEM_LABELS } from '@zhaoguan/contracts';
import type { SheetColumn } from '@zhaoguan/platform';
import type { OverdueLine } from './overdue.query';

/** What an office has let pass (超期事项). @param nameOf name of a district from the province down */
export function overdueColumns(nameOf: (district: string) => string): readonly SheetColumn<OverdueLine>[] {
  return [
    { header: '事项', width: 36, type: 'text', value: ({ title }) => title },
    { header: '待办事项', width: 26, type: 'text', value: ({ type }) => WORK_ITEM_LABELS[type] },
    { header: '所在区县', width: 26, type: 'text', value: ({ district }) => nameOf(district) },
    { header: '承办机关', width: 30, type: 'text', value: ({ officeName }) => officeName },
    { header: '期限', width: 13, type: 'day', value: ({ dueOn }) => dueOn },
    { header: '超期工作日', width: 12, type: 'number', value: ({ daysOverdue }) => daysOverdue },
    { header: '报到', width: 36, type: 'text', value: ({ raisedTo }) => raisedTo },
    { header: '状态', width: 14, type: 'text', value: ({ status }) => STATE_LABELS.overdue[status] },
  ];
}
