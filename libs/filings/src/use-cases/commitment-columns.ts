import type { SheetColumn } from '@zhaoguan/platform';
import type { CommitmentLine } from './list-commitments.query';

/** What an institution has promised in place of materials (告知承诺), and what became of it. */
export const COMMITMENT_COLUMNS: readonly SheetColumn<CommitmentLine>[] = [
  { header: '备案（许可证）编号', width: 24, type: 'text', value: ({ filingNumber }) => filingNumber },
  { header: '承诺的材料', width: 36, type: 'text', value: ({ name }) => name },
  { header: '最迟补交', width: 13, type: 'day', value: ({ dueOn }) => dueOn },
  { header: '最迟核实', width: 13, type: 'day', value: ({ checkBy }) => checkBy },
  { header: '状态', width: 14, type: 'text', value: ({ statusLabel }) => statusLabel },
  { header: '退回或者认定的理由', width: 48, type: 'text', value: ({ reason }) => reason },
];
