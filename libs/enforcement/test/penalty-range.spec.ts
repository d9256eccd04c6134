import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePenaltyBases, type PenaltyBasisRow, type PenaltyMeasure } from '@zhaoguan/contracts';
import { DomainError } from '@zhaoguan/kernel';
import { projectRoot } from '@zhaoguan/platform';
import fc from 'fast-check';
import {
  assertNotHeavier,
  labelsOf,
  opensHearing,
  publicityClassOf,
  tierOf,
  type ProposedPenalty,
} from '../src/domain/penalty-range';

const file = parsePenaltyBases(
  JSON.parse(readFileSync(join(projectRoot(), 'seeds/reference/penalty-bases.json'), 'utf8')),
);
const { measures } = file;
const basis = (code: string): PenaltyBasisRow => {
  const row = file.items.find((item) => item.code === code);
  if (!row) throw new Error(`no basis ${code}`);
  return row;
};
const propose = (codes: PenaltyMeasure[], amountFen = 0): ProposedPenalty => ({ measures: codes, amountFen });

function refusalOf(act: () => unknown): DomainError | undefined {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  return undefined;
}

describe('the range of a penalty', () => {
  it('takes the lightest tier that allows what is meant', () => {
    expect(tierOf(basis('YL_46_3'), propose(['WARNING']), measures).severity).toBe('GENERAL');
    expect(tierOf(basis('YL_46_3'), propose(['WARNING', 'FINE'], 500_000), measures).severity).toBe(
      'SERIOUS',
    );
    expect(tierOf(basis('TY_41_1'), propose(['FINE'], 500_000), measures).severity).toBe('REFUSES');
    expect(tierOf(basis('TY_41_1'), propose(['FINE'], 5_000_000), measures).severity).toBe('REFUSES');
    expect(tierOf(basis('TY_41_1'), propose(['FINE'], 5_000_001), measures).severity).toBe('SERIOUS');
  });

  it('keeps to the tier that is named', () => {
    expect(tierOf(basis('TY_41_1'), propose(['FINE'], 5_000_000), measures, 'SERIOUS').severity).toBe(
      'SERIOUS',
    );
    const refused = refusalOf(() =>
      tierOf(basis('TY_41_1'), propose(['FINE'], 500_000), measures, 'SERIOUS'),
    );
    expect(refused?.code).toBe('PENALTY_OUT_OF_RANGE');
  });

  it.each([
    [
      'YL_46_3',
      propose(['FINE'], 3_000_001),
      '/amountFen',
      /情节严重的，责令改正、警告、罚款（罚款不超过30,000元）/,
    ],
    ['TY_41_1', propose(['FINE'], 499_999), '/amountFen', /罚款5,000元以上50,000元以下/],
    ['YL_46_3', propose(['STOP_SERVICE']), '/measures', /第四十六条第三项规定/],
    ['YL_46_3', propose(['CORRECTION_ORDER']), '/measures', /责令改正不是行政处罚/],
    ['YL_46_3', propose(['FINE'], 0), '/amountFen', /罚款须写明金额，金额大于零。.*罚款不超过30,000元/],
    ['YL_46_3', propose(['WARNING'], 100), '/amountFen', /不应填写金额/],
    ['YL_ZJ_54', propose(['FINE'], 100), '/amountFen', /违法所得的 1 至 3 倍/],
  ] as const)(
    'refuses with the field and the range in words: %s %j at %s',
    (code, proposal, pointer, words) => {
      const refused = refusalOf(() => tierOf(basis(code), proposal, measures));
      expect(refused?.fields).toEqual([
        { pointer, code: 'PENALTY_OUT_OF_RANGE', message: expect.stringMatching(words) },
      ]);
      expect(refused?.details['reason']).toMatch(words);
    },
  );

  it('opens a hearing by the measure or from the threshold on', () => {
    expect(opensHearing(propose(['SUSPEND_FOR_RECTIFICATION']), measures, 1_000_000)).toBe('measures');
    expect(opensHearing(propose(['FINE'], 1_000_000), measures, 1_000_000)).toBe('amountFen');
    expect(opensHearing(propose(['FINE'], 999_999), measures, 1_000_000)).toBeUndefined();
    expect(opensHearing(propose(['WARNING']), measures, 1_000_000)).toBeUndefined();
  });

  it('classes a warning as minor, a fine as general, a loss of the trade as serious', () => {
    expect(publicityClassOf(propose(['CORRECTION_ORDER', 'WARNING']), measures)).toBe('MINOR');
    expect(publicityClassOf(propose(['CRITICISM']), measures)).toBe('MINOR');
    expect(publicityClassOf(propose(['WARNING', 'FINE'], 1), measures)).toBe('GENERAL');
    expect(publicityClassOf(propose(['FINE', 'REVOKE_LICENCE'], 1), measures)).toBe('SERIOUS');
  });

  it('names measures in the order of the catalogue', () => {
    expect(labelsOf(['FINE', 'WARNING'], measures)).toEqual(['警告', '罚款']);
  });

  it('is never heavier in the decision than in the notice', () => {
    const codes = measures.map((measure) => measure.code);
    const penalty = fc.record({
      measures: fc.subarray(codes, { minLength: 1 }),
      amountFen: fc.integer({ min: 0, max: 10_000_000 }),
    });
    fc.assert(
      fc.property(penalty, penalty, (notice, decision) => {
        const within =
          decision.measures.every((code) => notice.measures.includes(code)) &&
          decision.amountFen <= notice.amountFen;
        const refused = refusalOf(() => assertNotHeavier(notice, decision, measures));
        expect(refused === undefined).toBe(within);
      }),
    );
  });
});
