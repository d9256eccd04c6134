import { performance } from 'node:perf_hooks';
import type { BenchRow } from './bench-row';

/** Counting is cut off after so long (503 SERVICE_BUSY). */
const ALLOWED_SECONDS = 5;
/** What a planner's first page and figures ask for. */
const COUNTED = [
  'work-items',
  'work-items/summary',
  'figures/plans',
  'figures/grades',
  'figures/districts',
  'figures/results',
  'figures/findings',
] as const;

/** How long somebody who may see the whole country waits for each number that is counted, nothing being remembered. */
export async function measureCounting(
  institutions: number,
  get: (path: string) => Promise<unknown>,
): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const path of COUNTED) {
    const start = performance.now();
    await get(path);
    const seconds = (performance.now() - start) / 1000;
    rows.push({
      name: `${path} / ${ALLOWED_SECONDS} s allowed`,
      ratio: seconds / ALLOWED_SECONDS,
      detail: `${institutions} institutions, 5 % with tasks of one draw: ${seconds.toFixed(2)} s`,
    });
  }
  return rows;
}
