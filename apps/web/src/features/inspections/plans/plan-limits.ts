/** A whole number, or one of at most two decimals, between two others; the interface holds the same (plans.dto.ts). */
export interface Limits {
  readonly least: number;
  readonly most: number;
  readonly unit: string;
  readonly decimals?: number;
}

export const PLAN_LIMITS = {
  year: { least: 2000, most: 2200, unit: ' 年' },
  percent: { least: 0, most: 100, unit: '% ', decimals: 2 },
  minimum: { least: 0, most: 1_000_000, unit: ' 家' },
  inspectors: { least: 1, most: 20, unit: ' 人' },
  maxLoad: { least: 1, most: 100_000, unit: ' 家' },
  taskWorkingDays: { least: 1, most: 250, unit: ' 个工作日' },
} as const satisfies Readonly<Record<string, Limits>>;

/** `1 至 20 人`, said at the field before anything is typed. */
export function limitsInWords({ least, most, unit, decimals = 0 }: Limits): string {
  const range = `可填 ${least} 至 ${most}${unit.trimEnd()}`;
  return decimals === 0 ? range : `${range}，至多 ${decimals} 位小数`;
}

/**
 * What is wrong with a number that was typed, after the name of its field: `年度应在 2000 年至 2200 年之间`. It is said, and
 * what was typed stays as it is.
 */
export function faultOfNumber(name: string, value: number, limits: Limits): string | null {
  const { least, most, unit, decimals = 0 } = limits;
  if (value < least || value > most) return `${name}应在 ${least}${unit}至 ${most}${unit}之间`;
  if (Number(value.toFixed(decimals)) === value) return null;
  return decimals === 0 ? `${name}应为整数` : `${name}至多 ${decimals} 位小数`;
}
