import { siteInWords } from '@zhaoguan/contracts';
import type { SheetColumn } from '@zhaoguan/platform';
import { OPINION_ANSWER_LABELS } from '../domain/opinion';
import type { AskedLine } from './answer-opinion';

/** What a department was asked and answered (协同意见). @param nameOf name of a district from the province down */
export function opinionColumns(nameOf: (district: string) => string): readonly SheetColumn<AskedLine>[] {
  return [
    { header: '机构名称', width: 36, type: 'text', value: ({ name }) => name },
    { header: '机构类型', width: 12, type: 'text', value: siteInWords },
    { header: '所在区县', width: 26, type: 'text', value: ({ district }) => nameOf(district) },
    { header: '征求部门', width: 28, type: 'text', value: ({ departmentName }) => departmentName },
    { header: '问题', width: 48, type: 'text', value: ({ question }) => question },
    { header: '状态', width: 14, type: 'text', value: ({ statusLabel }) => statusLabel },
    { header: '征求时间', width: 18, type: 'instant', value: ({ askedAt }) => askedAt },
    { header: '答复期限', width: 13, type: 'day', value: ({ dueOn }) => dueOn },
    {
      header: '答复',
      width: 12,
      type: 'text',
      value: ({ answer }) => answer && OPINION_ANSWER_LABELS[answer],
    },
  ];
}
