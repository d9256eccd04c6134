import type { Beacon } from '@zhaoguan/draw';
import type { TestApp } from '@zhaoguan/testing';

const NUMBERS = '03,08,12,21,27,33|09';
/** The beacon of the first draw of an application; each further draw has the next issue. */
export const BEACON: Beacon = { source: 'fucai-ssq', round: '2026135' };
export const BEACON_VALUE = valueFor(BEACON);

/** Issues given out so far: the value of one that was entered once is known in the whole installation. */
const given = new WeakMap<TestApp, number>();

/** The next issue of 双色球 that no draw of the application has been announced with. */
export function nextBeacon(app: TestApp): Beacon {
  const count = given.get(app) ?? 0;
  given.set(app, count + 1);
  return { ...BEACON, round: String(Number(BEACON.round) + count) };
}

/** The invented value of an issue of 双色球. */
export function valueFor({ round }: Beacon): string {
  return `${round}:${NUMBERS}`;
}
