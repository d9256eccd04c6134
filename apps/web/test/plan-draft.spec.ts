import {
  emptyDraft,
  openPoints,
  planOf,
  sketchOf,
  whyNotCounted,
  titleOf,
  withKind,
  type PlanDraft,
} from '../src/features/inspections/plans/plan-draft';

const begun = emptyDraft('ELDERLY_CARE', ['610116'], 2026);
const complete: PlanDraft = { ...begun, itemIds: ['0193d0c2-7d1e-7c3a-8f00-1234567890ab'] };
const fieldsOpen = (draft: PlanDraft) => openPoints(draft).map(({ step, field }) => `${step}/${field}`);

describe('a plan that is being filled in', () => {
  it('lacks only its items when the person leads one kind in one county', () => {
    expect(fieldsOpen(begun)).toEqual(['items/items']);
    expect(fieldsOpen(complete)).toEqual([]);
  });

  it('lacks kind, district, year and a team for somebody who may do everything everywhere', () => {
    expect(fieldsOpen(emptyDraft(null, [], null))).toEqual([
      'scope/kind',
      'scope/districts',
      'scope/year',
      'scope/title',
      'items/items',
      'staff/demands',
    ]);
  });

  it('is called by its year and kind until somebody types a title', () => {
    expect(titleOf(begun)).toBe('2026年养老机构双随机抽查');
    expect(titleOf({ ...begun, title: '' })).toBe('');
    expect(fieldsOpen({ ...complete, title: '  ' })).toEqual(['scope/title']);
  });

  it('is counted before it has items and a title', () => {
    expect(sketchOf({ ...begun, title: '', taskWorkingDays: null })).toMatchObject({ kind: 'ELDERLY_CARE' });
    expect(sketchOf({ ...begun, districts: [] })).toBeNull();
    expect(sketchOf({ ...begun, maxLoad: null })).toBeNull();
    expect(planOf(begun)).toBeNull();
  });

  it('says why it is not counted: what is wrong before what is missing', () => {
    expect(whyNotCounted({ ...begun, districts: [] })).toMatch(/^“抽查对象”一步：请选择抽查的辖区。填好以后/);
    const strata = { ...begun.strata, A: { percent: 150, minimum: 1 } };
    const counted = { ...complete, strata };
    expect(whyNotCounted(counted)).toBe(
      '“抽查比例”一步：A 级（信用良好）的抽查比例应在 0% 至 100% 之间。改正以后，这里显示抽取的家数。',
    );
    expect(whyNotCounted({ ...counted, districts: [] })).toMatch(/抽查比例应在/);
  });

  it('gives ratios in ten-thousandths, also where the machine cannot write the fraction', () => {
    const strata = { ...begun.strata, B: { percent: 0.29, minimum: 2 } };
    expect(sketchOf({ ...begun, strata })?.strata).toContainEqual({ key: 'B', basisPoints: 29, minimum: 2 });
  });

  it('says which grade lacks what', () => {
    const strata = { ...begun.strata, C: { percent: null, minimum: null } };
    expect(openPoints({ ...complete, strata }).map(({ message }) => message)).toEqual([
      '请填写 C 级（信用较低）的抽查比例',
      '请填写 C 级（信用较低）至少抽取的家数',
    ]);
  });

  it('says what is out of range and leaves what was typed as it is', () => {
    const wrong = {
      ...complete,
      year: 1999,
      maxLoad: 0,
      taskWorkingDays: 2.5,
      strata: { ...complete.strata, A: { percent: 120, minimum: 1 } },
    };
    expect(openPoints(wrong).map(({ message }) => message)).toEqual([
      '年度应在 2000 年至 2200 年之间',
      'A 级（信用良好）的抽查比例应在 0% 至 100% 之间',
      '每人最多检查的家数应在 1 家至 100000 家之间',
      '完成检查的期限应为整数',
    ]);
    expect(openPoints(wrong).every(({ isWrong }) => isWrong)).toBe(true);
    expect(openPoints({ ...complete, maxLoad: null }).map(({ isWrong }) => isWrong)).toEqual([false]);
    expect(planOf(wrong)).toBeNull();
    expect(wrong.year).toBe(1999);
    expect(planOf(complete)).not.toBeNull();
  });

  it('sends two people at least, of whatever departments', () => {
    const team = (...inspectors: (number | null)[]) =>
      fieldsOpen({
        ...complete,
        demands: inspectors.map((count, i) => ({
          department: i === 0 ? 'civil-affairs' : 'fire',
          inspectors: count,
        })),
      });
    expect(team(1)).toEqual(['staff/demands']);
    expect(team(1, 1)).toEqual([]);
    expect(team(2, null)).toEqual(['staff/demand-fire']);
  });

  it('of another kind has neither its items nor its department, of the same kind stays', () => {
    expect(withKind(complete, 'CHILDCARE')).toMatchObject({
      kind: 'CHILDCARE',
      itemIds: [],
      demands: [{ department: 'health', inspectors: 2 }],
    });
    expect(withKind(complete, 'ELDERLY_CARE')).toBe(complete);
  });

  it('becomes what the interface takes', () => {
    expect(planOf(complete)).toEqual({
      title: '2026年养老机构双随机抽查',
      year: 2026,
      kind: 'ELDERLY_CARE',
      districts: ['610116'],
      itemIds: complete.itemIds,
      strata: [
        { key: 'A', basisPoints: 500, minimum: 1 },
        { key: 'B', basisPoints: 1000, minimum: 1 },
        { key: 'C', basisPoints: 3000, minimum: 1 },
        { key: 'D', basisPoints: 10_000, minimum: 0 },
      ],
      demands: [{ department: 'civil-affairs', inspectors: 2 }],
      maxLoad: 12,
      taskWorkingDays: 20,
    });
  });
});
