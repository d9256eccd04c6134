import { matterInWords, siteInWords } from '@zhaoguan/contracts';
import type { SheetColumn } from '@zhaoguan/platform';
import type { ListedFiling } from './list-filings.query';

/** The ledger of filings and applications for a licence (办理台账); what a line is about is said by its law. @param nameOf name of a district from the province down */
export function filingColumns(nameOf: (district: string) => string): readonly SheetColumn<ListedFiling>[] {
  return [
    { header: '机构名称', width: 36, type: 'text', value: ({ name }) => name },
    { header: '统一社会信用代码', width: 22, type: 'text', value: ({ uscc }) => uscc },
    { header: '机构类型', width: 12, type: 'text', value: siteInWords },
    { header: '办理事项', width: 12, type: 'text', value: matterInWords },
    { header: '所在区县', width: 26, type: 'text', value: ({ district }) => nameOf(district) },
    { header: '状态', width: 14, type: 'text', value: stateInWords },
    { header: '提交次数', width: 10, type: 'number', value: ({ round }) => round },
    { header: '提交时间', width: 18, type: 'instant', value: ({ submittedAt }) => submittedAt },
    { header: '办理期限', width: 13, type: 'day', value: ({ dueOn }) => dueOn },
    { header: '补正期限', width: 13, type: 'day', value: ({ correctBy }) => correctBy },
    { header: '承办人', width: 14, type: 'text', value: ({ assigneeName }) => assigneeName },
    { header: '备案（许可证）编号', width: 24, type: 'text', value: ({ filingNumber }) => filingNumber },
    { header: '起草时间', width: 18, type: 'instant', value: ({ createdAt }) => createdAt },
  ];
}

/** Of what was taken back before it came into force, its state alone would read as if it held. */
const stateInWords = ({ statusLabel, retracted }: ListedFiling): string =>
  retracted ? `${statusLabel}（已撤回，没有生效）` : statusLabel;
