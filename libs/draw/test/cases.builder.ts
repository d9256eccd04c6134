import fc from 'fast-check';
import type { DrawInput } from '@zhaoguan/draw';
import { announce } from './reference';

/** Shape of a random small draw; tight loads and many conflicts, so that repairs and refusals are common. */
const shape = fc.record({
  targets: fc.array(fc.record({ stratum: fc.constantFrom('A', 'B', '__proto__'), district: fc.nat(3) }), {
    maxLength: 14,
  }),
  inspectors: fc.array(
    fc.record({
      department: fc.constantFrom('civil-affairs', 'fire-rescue', 'idle'),
      districts: fc.oneof(fc.constant<number[] | '*'>('*'), fc.array(fc.nat(3), { maxLength: 3 })),
    }),
    { maxLength: 9 },
  ),
  conflicts: fc.array(fc.tuple(fc.nat(10), fc.nat(15)), { maxLength: 12 }),
  strata: fc.tuple(fc.nat(10_000), fc.nat(3), fc.nat(10_000)),
  demands: fc.subarray(['civil-affairs', 'fire-rescue'], { minLength: 1 }),
  team: fc.integer({ min: 1, max: 2 }),
  maxLoad: fc.integer({ min: 1, max: 5 }),
  nonce: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  title: fc.string({ unit: 'grapheme' }),
  beaconValue: fc.string({ unit: 'grapheme' }),
});

const targetId = (i: number): string => ['t', 't.', 't-', 'T_', '9'][i % 5]! + String(i);
const inspectorId = (i: number): string => ['p', 'P', 'p-'][i % 3]! + String(i);

function build(s: typeof shape extends fc.Arbitrary<infer S> ? S : never): DrawInput {
  const district = (n: number): string => `61010${n}`;
  const input = {
    targets: s.targets.map((t, i) => ({
      id: targetId(i),
      stratum: t.stratum,
      district: district(t.district),
    })),
    inspectors: s.inspectors.map((p, i) => ({
      id: inspectorId(i),
      department: p.department,
      districts: p.districts === '*' ? ['*'] : p.districts.map(district),
    })),
    conflicts: s.conflicts.map(([inspector, target]) => ({
      inspector: inspectorId(inspector),
      target: targetId(target),
    })),
    nonce: Buffer.from(s.nonce).toString('hex'),
    beaconValue: s.beaconValue,
  };
  const [a, minimum, b] = s.strata;
  const draft = {
    drawId: 'd',
    title: s.title,
    announcedAt: '2026-11-21T08:00:00Z',
    beacon: { source: 'fucai-ssq', round: '2026135' },
    strata: [
      { key: 'A', basisPoints: a, minimum },
      { key: 'B', basisPoints: b, minimum: 0 },
      { key: '__proto__', basisPoints: 10_000, minimum: 0 },
    ],
    demands: s.demands.map((department) => ({ department, inspectors: s.team })),
    maxLoad: s.maxLoad,
  };
  return { ...input, announcement: announce(draft, input) };
}

/** Random well-formed draws, feasible or not. */
export const draws: fc.Arbitrary<DrawInput> = shape.map(build);

/** One fixed draw for tests that change one thing about it. */
export function sampleDraw(change: Partial<Parameters<typeof build>[0]> = {}): DrawInput {
  return build({
    targets: Array.from({ length: 12 }, (_, i) => ({ stratum: i % 2 ? 'A' : 'B', district: i % 4 })),
    inspectors: Array.from({ length: 6 }, (_, i) => ({
      department: i % 2 ? 'civil-affairs' : 'fire-rescue',
      districts: i < 2 ? '*' : [i % 4, (i + 1) % 4],
    })),
    conflicts: [[0, 1]],
    strata: [5000, 1, 2500],
    demands: ['civil-affairs', 'fire-rescue'],
    team: 1,
    maxLoad: 12,
    nonce: new Uint8Array(32).fill(7),
    title: '示例·抽查 𠮷',
    beaconValue: '2026135:03,08,12,21,27,33|09',
    ...change,
  });
}
