import { staffInWords, stratumInWords } from '../src/features/inspections/plans/plan-words';

const plan = { demands: [{ department: 'civil-affairs', inspectors: 2 }], maxLoad: 12 };

describe('a plan in words', () => {
  it('leaves out a least number of none', () => {
    expect(stratumInWords('D', { percent: 100, minimum: 0 })).toBe('D 级 100%');
    expect(stratumInWords('B', { percent: 10, minimum: 1 })).toBe('B 级 10%，至少 1 家');
    expect(stratumInWords('A', { percent: null, minimum: null })).toBe('A 级 －%，至少 － 家');
  });

  it('says that its people are enough, and for what', () => {
    expect(staffInWords({ inspectors: 4, drawn: 3, shortages: [] }, plan)).toBe(
      '可派的检查人员 4 人，人数够用：抽取 3 家，每家派民政部门 2 人，每人最多 12 家',
    );
  });

  it('leaves it to the shortages, and says nothing where nobody is drawn', () => {
    const missing = [{ district: '610116', needed: 6, capacity: 0 }];
    const shortages = [{ department: 'civil-affairs' as const, missing }];
    expect(staffInWords({ inspectors: 0, drawn: 3, shortages: shortages as never }, plan)).toBe(
      '可派的检查人员 0 人',
    );
    expect(staffInWords({ inspectors: 4, drawn: 0, shortages: [] }, plan)).toBe('可派的检查人员 4 人');
  });
});
