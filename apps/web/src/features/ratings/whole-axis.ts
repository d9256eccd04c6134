import type { Statistics } from './queries';

type Counted = Statistics['periods'][number];

/** A month or quarter on the axis; null where nothing is known to have been rated. */
export interface OnAxis {
  readonly period: string;
  readonly satisfied: number | null;
  readonly dissatisfied: number | null;
}

/**
 * Every month or quarter from the first to the last that was rated, so that the axis is even. A month without ratings had none; a quarter
 * is left out also where it had too few to be shown, so that nothing is said of it.
 */
export function wholeAxis(counted: readonly Counted[]): OnAxis[] {
  const known = new Map(counted.map((row) => [row.period, row]));
  const [first, last] = [counted[0]?.period, counted.at(-1)?.period];
  if (first === undefined || last === undefined) return [];
  const none = first.includes('Q') ? null : 0;
  const axis: OnAxis[] = [];
  for (let period = first; period <= last; period = after(period)) {
    axis.push(known.get(period) ?? { period, satisfied: none, dissatisfied: none });
  }
  return axis;
}

/** `2026-12` → `2027-01`, `2026-Q4` → `2027-Q1`. */
function after(period: string): string {
  const [year = '', part = ''] = period.split('-');
  const quarter = part.startsWith('Q');
  const count = Number(part.replace('Q', ''));
  const next = count < (quarter ? 4 : 12) ? count + 1 : 1;
  const written = quarter ? `Q${next}` : String(next).padStart(2, '0');
  return `${next === 1 ? Number(year) + 1 : year}-${written}`;
}
