import fc from 'fast-check';
import { computeDraw, DrawError, sampleSize, type DrawInput, type DrawResult } from '@zhaoguan/draw';
import { nodeSm3 } from '../../platform/src/crypto/sm3';
import { draws, sampleDraw } from './cases.builder';
import { Infeasible, referenceDraw, referenceSample } from './reference';

const runs = { numRuns: 600 };

/** The result, or why there is none, in a form two computations can be compared by. */
function outcome(compute: () => DrawResult): unknown {
  try {
    return compute();
  } catch (error) {
    if (error instanceof DrawError) return { error: error.code, detail: error.detail };
    if (error instanceof Infeasible) {
      return { error: 'INFEASIBLE', detail: [error.target, error.department] };
    }
    throw error;
  }
}

const computed = (input: DrawInput): unknown => outcome(() => computeDraw(input, nodeSm3));
const lines = (input: DrawInput): Uint8Array =>
  Buffer.from(input.targets.map((t) => `${t.id}\t${t.stratum}\t${t.district}\n`).join(''));

describe('computeDraw', () => {
  it('[DR-9] [DR-10] [DR-11] [DR-12] [DR-13] [DR-14] [DR-15] [DR-16] agrees with the plain reading of the specification', () => {
    let feasible = 0;
    let infeasible = 0;
    fc.assert(
      fc.property(draws, (input) => {
        const expected = outcome(() => referenceDraw(input));
        expect(computed(input)).toEqual(expected);
        if (expected instanceof Object && 'error' in expected) infeasible++;
        else feasible++;
      }),
      { ...runs, numRuns: 2000 },
    );
    expect(Math.min(feasible, infeasible)).toBeGreaterThan(200);
  });

  it('agrees with it on larger tight draws, where repairs form chains', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 60 }),
        fc.integer({ min: 6, max: 12 }),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.integer({ min: -1, max: 1 }),
        (size, people, nonce, slack) => {
          const input = sampleDraw({
            targets: Array.from({ length: size }, (_, i) => ({ stratum: '__proto__', district: i % 4 })),
            inspectors: Array.from({ length: people }, (_, i) => ({
              department: 'civil-affairs',
              districts: i === 0 ? ('*' as const) : [i % 4, (i + 1) % 4],
            })),
            demands: ['civil-affairs'],
            team: 2,
            maxLoad: Math.max(1, Math.ceil((2 * size) / people) + slack),
            nonce,
          });
          expect(computed(input)).toEqual(outcome(() => referenceDraw(input)));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('[DR-4] gives the same result for any order of the lists, and for targets as lines', () => {
    fc.assert(
      fc.property(draws, fc.infiniteStream(fc.nat()), (input, randoms) => {
        const shuffle = <T>(list: readonly T[]): T[] =>
          list
            .map((item) => ({ item, key: randoms.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const shuffled = {
          ...input,
          targets: shuffle(input.targets),
          inspectors: shuffle(input.inspectors.map((i) => ({ ...i, districts: shuffle(i.districts) }))),
          conflicts: shuffle(input.conflicts),
        };
        const expected = computed(input);
        expect(computed(shuffled)).toEqual(expected);
        expect(outcome(() => computeDraw({ ...input, targets: lines(shuffled) }, nodeSm3))).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('never exceeds maxLoad, sends nobody where he must not go, and fills every team', () => {
    fc.assert(
      fc.property(draws, (input) => {
        const result = computed(input) as DrawResult;
        if (!('selected' in result)) return;
        const { demands, maxLoad } = input.announcement;
        const loads = new Map<string, number>();
        for (const { target, teams } of result.selected) {
          const { district } = input.targets.find((t) => t.id === target)!;
          expect(teams.map((team) => team.department)).toEqual(demands.map((d) => d.department));
          teams.forEach(({ department, inspectors }, i) => {
            expect(new Set(inspectors).size).toBe(demands[i]!.inspectors);
            for (const id of inspectors) {
              const inspector = input.inspectors.find((p) => p.id === id)!;
              loads.set(id, (loads.get(id) ?? 0) + 1);
              expect(inspector.department).toBe(department);
              expect(inspector.districts.some((d) => d === '*' || d === district)).toBe(true);
              expect(input.conflicts.some((c) => c.inspector === id && c.target === target)).toBe(false);
            }
          });
        }
        expect(Math.max(0, ...loads.values())).toBeLessThanOrEqual(maxLoad);
      }),
      runs,
    );
  });

  it('[DR-17] is INFEASIBLE only when no assignment exists at all', () => {
    let seen = 0;
    fc.assert(
      fc.property(draws, (input) => {
        const result = computed(input);
        const possible = assignmentExists(input);
        expect('selected' in (result as object)).toBe(possible);
        if (!possible) seen++;
      }),
      runs,
    );
    expect(seen).toBeGreaterThan(50);
  });

  it('[DR-12] samples the share rounded up, at least the minimum, at most everything', () => {
    const size = (basisPoints: number, minimum: number, n: number): number =>
      sampleSize({ key: 'A', basisPoints, minimum }, n);
    expect([size(100, 1, 300), size(100, 1, 301), size(1, 0, 10_001), size(0, 0, 9)]).toEqual([3, 4, 2, 0]);
    expect([size(100, 5, 300), size(100, 5, 4), size(10_000, 0, 7), size(10_000, 9, 0)]).toEqual([
      5, 4, 7, 0,
    ]);
    expect(size(3333, 0, 1_000_000)).toBe(333_300);
  });

  it('[DR-13] lists every stratum among the reserves, also an empty one', () => {
    const result = computeDraw(sampleDraw({ targets: [] }), nodeSm3);
    expect(Object.entries(result.reserves)).toEqual([
      ['A', []],
      ['B', []],
      ['__proto__', []],
    ]);
    expect(result.selected).toEqual([]);
  });
});

/**
 * Whether each department can be matched, by exhaustive search, depth first: every way of choosing a team for one
 * target after another.
 */
function assignmentExists(input: DrawInput): boolean {
  const { demands, maxLoad } = input.announcement;
  const { drawn } = referenceSample(input);
  return demands.every(({ department, inspectors: wanted }) => {
    const people = input.inspectors.filter((i) => i.department === department);
    const dead = new Set<string>();
    const place = (at: number, loads: number[]): boolean => {
      if (at === drawn.length) return true;
      const key = `${at}:${loads.join()}`;
      if (dead.has(key)) return false;
      const target = drawn[at]!;
      const able = people.flatMap((p, n) =>
        loads[n]! < maxLoad &&
        p.districts.some((d) => d === '*' || d === target.district) &&
        !input.conflicts.some((c) => c.inspector === p.id && c.target === target.id)
          ? [n]
          : [],
      );
      const choose = (from: number, team: number[]): boolean => {
        if (team.length === wanted)
          return place(
            at + 1,
            loads.map((load, n) => load + Number(team.includes(n))),
          );
        return able.slice(from).some((n, i) => choose(from + i + 1, [...team, n]));
      };
      const found = choose(0, []);
      if (!found) dead.add(key);
      return found;
    };
    return place(
      0,
      people.map(() => 0),
    );
  });
}
