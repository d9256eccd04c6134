import type { StaffRequirementRow } from '@zhaoguan/contracts';
import type { SheetColumn } from '@zhaoguan/platform';
import type { MemberLine } from './staff-views';

/**
 * A register as its list shows it (从业人员名录): of each thing that is asked, whether it is in order and until when. Of a
 * background check that is all there is to know.
 * @law 未成年人保护法第六十二条
 */
export function staffColumns(asked: readonly StaffRequirementRow[]): readonly SheetColumn<MemberLine>[] {
  return [
    { header: '姓名', width: 16, type: 'text', value: ({ name }) => name },
    { header: '岗位', width: 16, type: 'text', value: ({ postLabel }) => postLabel },
    { header: '入职日期', width: 13, type: 'day', value: ({ employedOn }) => employedOn },
    { header: '离职日期', width: 13, type: 'day', value: ({ leftOn }) => leftOn },
    { header: '证件总体情况', width: 16, type: 'text', value: ({ standingLabel }) => standingLabel },
    // Nothing is asked of a post that the site has not: its credentials alone would read as in order.
    { header: '岗位问题', width: 40, type: 'text', value: ({ postFault }) => postFault },
    ...asked.flatMap(columnsOf),
  ];
}

function columnsOf({ code, label, credential }: StaffRequirementRow): SheetColumn<MemberLine>[] {
  const shown = ({ requirements }: MemberLine) => requirements.find((each) => each.code === code);
  const standing: SheetColumn<MemberLine> = {
    header: label,
    width: 22,
    type: 'text',
    value: (line) => shown(line)?.standingLabel ?? '不要求',
  };
  if (credential === 'EXPERIENCE') return [standing];
  return [
    standing,
    { header: `${label}有效期至`, width: 26, type: 'day', value: (line) => shown(line)?.validUntil ?? null },
  ];
}
