import fc from 'fast-check';
import {
  computeDraw,
  DrawError,
  pickReplacement,
  type Replacement,
  type ReplacementInput,
} from '@zhaoguan/draw';
import { nodeSm3 } from '../../platform/src/crypto/sm3';
import { draws, sampleDraw } from './cases.builder';
import { referenceTicket } from './reference';

const draw = sampleDraw();
const result = computeDraw(draw, nodeSm3);
const input: ReplacementInput = { ...draw, result, replacements: [], voided: '' };
const drawnFrom = (stratum: string): string => result.selected.find((s) => s.stratum === stratum)!.target;

const code = (replace: () => unknown): string | undefined => {
  try {
    replace();
    return undefined;
  } catch (error) {
    if (error instanceof DrawError) return error.code;
    throw error;
  }
};

describe('pickReplacement', () => {
  it('[DR-20] takes the reserves of the stratum in their order, each once', () => {
    const replacements: Replacement[] = [];
    let voided = drawnFrom('A');
    for (const reserve of result.reserves['A']!) {
      const replacement = pickReplacement({ ...input, replacements, voided }, nodeSm3);
      expect(replacement).toMatchObject({ voided, target: reserve, stratum: 'A' });
      expect(replacement.teams.map((team) => team.inspectors.length)).toEqual([1, 1]);
      replacements.push(replacement);
      voided = replacement.target;
    }
    expect(code(() => pickReplacement({ ...input, replacements, voided }, nodeSm3))).toBe(
      'RESERVES_EXHAUSTED',
    );
  });

  it('[DR-20] carries the ticket that kept the reserve out of the draw', () => {
    const voided = drawnFrom('B');
    const { target, ticket } = pickReplacement({ ...input, voided }, nodeSm3);
    expect(target).toBe(result.reserves['B']![0]);
    expect(ticket).toBe(referenceTicket(Buffer.from(result.seed, 'hex'), target));
    expect(ticket > result.selected.findLast((s) => s.stratum === 'B')!.ticket).toBe(true);
  });

  it('[DR-20] refuses a target that was not drawn, or is replaced already', () => {
    const voided = drawnFrom('A');
    const replacement = pickReplacement({ ...input, voided }, nodeSm3);
    expect(code(() => pickReplacement({ ...input, voided: 'nowhere' }, nodeSm3))).toBe('NOT_SELECTED');
    expect(code(() => pickReplacement({ ...input, replacements: [replacement], voided }, nodeSm3))).toBe(
      'NOT_SELECTED',
    );
  });

  it('[DR-20] gives the released places back and stays within maxLoad, conflicts and districts', () => {
    fc.assert(
      fc.property(draws, fc.nat(), (random, n) => {
        let drawn;
        try {
          drawn = computeDraw(random, nodeSm3);
        } catch (error) {
          if (error instanceof DrawError) return;
          throw error;
        }
        if (drawn.selected.length === 0) return;
        const out = drawn.selected[n % drawn.selected.length]!;
        let replacement: Replacement;
        try {
          replacement = pickReplacement(
            { ...random, result: drawn, replacements: [], voided: out.target },
            nodeSm3,
          );
        } catch (error) {
          expect(['RESERVES_EXHAUSTED', 'INFEASIBLE']).toContain((error as DrawError).code);
          return;
        }
        const { district } = random.targets.find((t) => t.id === replacement.target)!;
        const standing = [...drawn.selected.filter((s) => s !== out), replacement];
        for (const id of replacement.teams.flatMap((team) => team.inspectors)) {
          const load = standing.filter((s) => s.teams.some((team) => team.inspectors.includes(id))).length;
          const { districts } = random.inspectors.find((i) => i.id === id)!;
          expect(load).toBeLessThanOrEqual(random.announcement.maxLoad);
          expect(districts.some((d) => d === '*' || d === district)).toBe(true);
          expect(random.conflicts.some((c) => c.inspector === id && c.target === replacement.target)).toBe(
            false,
          );
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('[DR-20] without a candidate it is INFEASIBLE: a replacement moves nobody', () => {
    const voided = drawnFrom('A');
    const replace = (): unknown => pickReplacement({ ...input, inspectors: [], voided }, nodeSm3);
    expect(code(replace)).toBe('INFEASIBLE');
  });
});
