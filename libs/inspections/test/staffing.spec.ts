import {
  commitment,
  computeDraw,
  conflictsDigest,
  DrawError,
  inspectorsDigest,
  sampleSize,
  targetsDigest,
  type Inspector,
  type Target,
} from '@zhaoguan/draw';
import type { Grade } from '@zhaoguan/contracts';
import fc from 'fast-check';
import { nodeSm3 } from '../../platform/src/crypto/sm3';
import {
  certainShortages,
  isCertainlyFeasible,
  recusalShortages,
  type Recused,
  type Staffing,
} from '../src/domain/staffing';

const NONCE = '11'.repeat(32);
const DISTRICTS = ['610113', '610116', '610118'];

interface Situation {
  readonly targets: readonly Target[];
  readonly inspectors: readonly Inspector[];
  readonly basisPoints: number;
  readonly maxLoad: number;
  readonly needed: number;
}

const situations = fc.record({
  targets: fc.array(fc.constantFrom(...DISTRICTS), { minLength: 1, maxLength: 8 }),
  inspectors: fc.array(fc.subarray([...DISTRICTS], { minLength: 1 }), { maxLength: 5 }),
  basisPoints: fc.constantFrom(0, 2500, 5000, 10_000),
  maxLoad: fc.integer({ min: 1, max: 4 }),
  needed: fc.integer({ min: 1, max: 3 }),
});

function situationOf(
  raw: { targets: string[]; inspectors: string[][] } & Omit<Situation, 'targets' | 'inspectors'>,
): Situation {
  return {
    ...raw,
    targets: raw.targets.map((district, i) => ({ id: `t${i}`, stratum: 'B', district })),
    inspectors: raw.inspectors.map((districts, i) => ({
      id: `i${i}`,
      department: 'civil-affairs',
      districts,
    })),
  };
}

function staffingOf({ targets, inspectors, basisPoints, maxLoad, needed }: Situation): Staffing {
  const stratum = { key: 'B' as Grade, basisPoints, minimum: 1 };
  return {
    strata: [{ ...stratum, targets: targets.length, drawn: sampleSize(stratum, targets.length) }],
    counts: DISTRICTS.map((district) => ({
      stratum: 'B',
      district,
      count: targets.filter((target) => target.district === district).length,
    })).filter(({ count }) => count > 0),
    demands: [{ department: 'civil-affairs', inspectors: needed }],
    maxLoad,
    inspectors,
  };
}

/** Whether the draw of this situation, with this beacon, finds its teams. */
function isFeasible(
  { targets, inspectors, basisPoints, maxLoad, needed }: Situation,
  beaconValue: string,
): boolean {
  const announcement = {
    spec: 'zhaoguan-draw-v1',
    drawId: 'd',
    title: 't',
    announcedAt: '2026-11-20T02:00:00Z',
    commitment: commitment(NONCE, nodeSm3),
    beacon: { source: 'drand', round: '1' },
    strata: [{ key: 'B', basisPoints, minimum: 1 }],
    demands: [{ department: 'civil-affairs', inspectors: needed }],
    maxLoad,
    targetsDigest: targetsDigest(targets, nodeSm3),
    inspectorsDigest: inspectorsDigest(inspectors, NONCE, nodeSm3),
    conflictsDigest: conflictsDigest([], NONCE, nodeSm3),
  };
  try {
    computeDraw({ announcement, targets, inspectors, conflicts: [], nonce: NONCE, beaconValue }, nodeSm3);
    return true;
  } catch (error) {
    if (error instanceof DrawError && error.code === 'INFEASIBLE') return false;
    throw error;
  }
}

const BEACONS = ['a', 'b', 'c', 'd', 'e', 'f'];

describe('the count of inspectors before a draw', () => {
  it('refuses only what no draw could staff, or what could be staffed only by never selecting some county', () => {
    fc.assert(
      fc.property(situations, (raw) => {
        const situation = situationOf(raw);
        const shortages = certainShortages(staffingOf(situation));
        if (shortages.length === 0) return;
        const unstaffed = DISTRICTS.filter(
          (district) =>
            situation.targets.some((target) => target.district === district) &&
            situation.inspectors.filter(({ districts }) => districts.includes(district)).length <
              situation.needed,
        );
        if (unstaffed.length > 0) {
          expect(shortages[0]?.missing.map(({ district }) => district)).toEqual(
            expect.arrayContaining(unstaffed),
          );
          return;
        }
        for (const beacon of BEACONS) expect(isFeasible(situation, beacon)).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('is sure of a draw only when every outcome can be staffed', () => {
    fc.assert(
      fc.property(situations, (raw) => {
        const situation = situationOf(raw);
        const staffing = staffingOf(situation);
        fc.pre(certainShortages(staffing).length === 0 && isCertainlyFeasible(staffing, 0));
        for (const beacon of BEACONS) expect(isFeasible(situation, beacon)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('names the department, the county and both numbers', () => {
    const situation = situationOf({
      targets: ['610116', '610116', '610116'],
      inspectors: [['610116'], ['610116']],
      basisPoints: 10_000,
      maxLoad: 2,
      needed: 2,
    });
    expect(certainShortages(staffingOf(situation))).toEqual([
      { department: 'civil-affairs', missing: [{ district: '610116', needed: 6, capacity: 4 }] },
    ]);
  });

  it('names the institutions to which recusals leave too few, and no others', () => {
    fc.assert(
      fc.property(
        situations,
        fc.array(fc.record({ inspector: fc.nat({ max: 4 }), target: fc.nat({ max: 7 }) }), { maxLength: 20 }),
        (raw, pairs) => {
          const situation = situationOf(raw);
          const { targets, inspectors, needed } = situation;
          const recusals = [
            ...new Set(pairs.map(({ inspector, target }) => `${inspector} ${target}`)),
          ].flatMap((pair): Recused[] => {
            const [inspector, target] = pair.split(' ').map(Number);
            const [who, where] = [inspectors[inspector ?? 0], targets[target ?? 0]];
            if (!who || !where) return [];
            return [{ inspector: who.id, target: where.id, stratum: 'B', district: where.district }];
          });
          const staffing = staffingOf(situation);
          fc.pre(certainShortages(staffing).length === 0);
          const short = targets.filter(({ id, district }) => {
            const barred = recusals.filter(({ target }) => target === id).map(({ inspector }) => inspector);
            const able = inspectors.filter(
              (inspector) => inspector.districts.includes(district) && !barred.includes(inspector.id),
            );
            return able.length < needed;
          });
          const missing = recusalShortages(staffing, recusals).flatMap((shortage) => shortage.missing);
          expect(missing.map(({ institutionId }) => institutionId)).toEqual(short.map(({ id }) => id).sort());
        },
      ),
      { numRuns: 300 },
    );
  });

  it('asks nothing for a grade of which nobody is drawn', () => {
    const situation = situationOf({
      targets: ['610116'],
      inspectors: [['610116'], ['610116']],
      basisPoints: 0,
      maxLoad: 2,
      needed: 2,
    });
    const staffing = staffingOf(situation);
    const recusals = [{ inspector: 'i0', target: 't0', stratum: 'B', district: '610116' }];
    const undrawn = { ...staffing, strata: staffing.strata.map((stratum) => ({ ...stratum, drawn: 0 })) };
    expect(recusalShortages(staffing, recusals)).toEqual([
      {
        department: 'civil-affairs',
        missing: [{ district: '610116', institutionId: 't0', needed: 2, capacity: 1 }],
      },
    ]);
    expect(recusalShortages(undrawn, recusals)).toEqual([]);
  });
});
