import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCreditRules } from '@zhaoguan/contracts';
import { plainDate } from '@zhaoguan/kernel';
import { projectRoot } from '@zhaoguan/platform';
import { improvements } from '../src/domain/improvements';
import { capGroupOf, entriesOfResult, entryOfBreach, entryOfPenalty } from '../src/domain/scoring';

const { items: rules } = parseCreditRules(
  JSON.parse(readFileSync(join(projectRoot(), 'seeds/reference/credit-rules.json'), 'utf8')),
);
const result = { resultId: 'r1', inspectedOn: '2026-11-18' };

describe('what counts', () => {
  it('enters each failure by its severity, and a veto item forces D', () => {
    const entries = entriesOfResult(
      {
        ...result,
        result: 'PROBLEMS_PENDING',
        failures: (['V', 'H', 'M', 'L'] as const).map((severity) => ({
          itemCode: `YL-${severity}`,
          itemTitle: '示例检查项',
          severity,
        })),
      },
      rules,
    );
    expect(
      entries.map(({ ruleCode, points, forcesGrade, item }) => [ruleCode, points, forcesGrade, item]),
    ).toEqual([
      ['FINDING_VETO', 10, 'D', 'YL-V'],
      ['FINDING_SERIOUS', 5, null, 'YL-H'],
      ['FINDING_MEDIUM', 2, null, 'YL-M'],
      ['FINDING_LIGHT', 1, null, 'YL-L'],
    ]);
    expect(new Set(entries.map(capGroupOf))).toEqual(new Set(['r1']));
    expect(entries[0]).toMatchObject({ effectiveOn: '2026-11-18', expiresOn: '2028-11-18', disclosed: true });
  });

  it('gives a bonus for a clean inspection, and none where nobody was met', () => {
    const clean = entriesOfResult({ ...result, result: 'NO_PROBLEM', failures: [] }, rules);
    expect(clean).toMatchObject([{ ruleCode: 'CLEAN_INSPECTION', direction: 'BONUS', points: 2 }]);
    expect(entriesOfResult({ ...result, result: 'NOT_FOUND', failures: [] }, rules)).toEqual([]);
  });

  it('counts a refused inspection outside the cap of findings', () => {
    const [refused] = entriesOfResult({ ...result, result: 'REFUSED', failures: [] }, rules);
    expect(refused).toMatchObject({ ruleCode: 'INSPECTION_REFUSED', points: 10 });
    expect(refused && capGroupOf(refused)).toBeNull();
  });

  it.each([
    ['MINOR', 'PENALTY_MINOR', 3, false],
    ['GENERAL', 'PENALTY_GENERAL', 10, true],
    ['SERIOUS', 'PENALTY_SERIOUS', 25, true],
  ] as const)(
    'counts a %s penalty as %s, %i points, told to the public: %s',
    (publicityClass, ruleCode, points, disclosed) => {
      const penalty = {
        caseId: 'c1',
        decisionNumber: '610116-YL-罚决-2026-0001',
        decidedOn: '2026-11-30',
        publicityClass,
      };
      expect(entryOfPenalty(penalty, rules)).toMatchObject({ ruleCode, points, disclosed, sourceId: 'c1' });
    },
  );

  it('counts a breached commitment by its rule, and tells the public nothing of it', () => {
    const breach = {
      commitmentId: 'k1',
      institutionId: 'i1',
      material: '场地证明',
      breachedOn: '2026-12-29',
    };
    expect(entryOfBreach(breach, rules)).toMatchObject({
      ruleCode: 'FILING_COMMITMENT_BROKEN',
      direction: 'DEDUCT',
      points: 5,
      sourceType: 'COMMITMENT',
      sourceId: 'k1',
      text: '2026年12月29日备案承诺失实（以告知承诺代替的“场地证明”）',
      disclosed: false,
    });
    expect(entryOfBreach({ ...breach, regime: 'LICENCE' }, rules)).toMatchObject({
      ruleCode: 'FILING_COMMITMENT_BROKEN',
      text: '2026年12月29日许可承诺失实（以告知承诺代替的“场地证明”）',
    });
  });

  it('tells what would improve the grade: to put right what forces it, then the bonuses not earned', () => {
    const [veto] = entriesOfResult(
      {
        ...result,
        result: 'PROBLEMS_PENDING',
        failures: [{ itemCode: 'YL07', itemTitle: '示例检查项', severity: 'V' }],
      },
      rules,
    );
    if (!veto) throw new Error('no entry');
    const event = { ...veto, id: 'v', liftedOn: null, capGroup: null };
    const told = improvements([event], rules, 'ELDERLY_CARE', plainDate('2026-11-20'));
    expect(told[0]).toContain('完成整改并经主管部门确认后');
    expect(told).toContain('检查未发现问题，可加 2 分');
    expect(told.join()).not.toContain('托育质量评估');
  });
});
