import { hasAtMostDecimals } from './field-faults';

/** Something that was filed as a number, and is counted or measured on the spot. */
export interface Countable {
  /** As it was filed, in words (`120 张`). */
  readonly filed: string | null;
  readonly unit: string | null;
  /** How many decimals it may have, none of beds. */
  readonly decimals: number | null;
}

/** A number with its unit, as what is filed reads: `96 张`. */
export const counted = (number: number, unit: string): string => `${number} ${unit}`.trim();

/** Why a number cannot be what was found instead; shared by server and page. Null where it can. */
export function countFault({ filed, unit, decimals }: Countable, number: number) {
  const most = decimals ?? 0;
  if (!hasAtMostDecimals(number, most))
    return { code: 'TOO_MANY_DECIMALS', message: most === 0 ? '应为整数' : `至多 ${most} 位小数` };
  return counted(number, unit ?? '') === filed
    ? { code: 'AS_FILED', message: '与填报的数量相同，请选择“一致”或者核对数量' }
    : null;
}
