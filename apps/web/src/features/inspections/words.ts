import { departmentLabel } from '@zhaoguan/contracts';

/** `民政部门 2 人，消防救援机构 1 人`. */
export function demandsInWords(
  demands: readonly { readonly department: string; readonly inspectors: number }[],
): string {
  return demands
    .map(({ department, inspectors }) => `${departmentLabel(department)} ${inspectors} 人`)
    .join('，');
}

const PERCENT = 100;

/** `45%` from ten-thousandths. */
export function ratioInWords(basisPoints: number): string {
  return `${basisPoints / PERCENT}%`;
}
