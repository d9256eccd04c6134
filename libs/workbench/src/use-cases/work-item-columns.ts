import { URGENCY_LABELS, WORK_ITEM_LABELS } from '@zhaoguan/contracts';
import type { SheetColumn } from '@zhaoguan/platform';
import type { DatedWorkItem } from '../domain/work-item';

/** What waits for somebody (待办). @param nameOf name of a district from the province down */
export function workItemColumns(nameOf: (district: string) => string): readonly SheetColumn<DatedWorkItem>[] {
  return [
    { header: '待办事项', width: 26, type: 'text', value: ({ type }) => WORK_ITEM_LABELS[type] },
    { header: '名称', width: 36, type: 'text', value: ({ title }) => title },
    { header: '说明', width: 40, type: 'text', value: ({ detail }) => detail },
    { header: '所在区县', width: 26, type: 'text', value: ({ district }) => district && nameOf(district) },
    { header: '期限', width: 13, type: 'day', value: ({ dueOn }) => dueOn },
    { header: '紧急程度', width: 16, type: 'text', value: ({ urgency }) => URGENCY_LABELS[urgency] },
    { header: '剩余工作日', width: 12, type: 'number', value: ({ workingDaysLeft }) => workingDaysLeft },
    { header: '开始时间', width: 18, type: 'instant', value: ({ since }) => since },
  ];
}
