import * as reference from '../src/reference';
import { brokenReference, firstItem, type BrokenFile } from './reference-file';

describe('a file with a fault is refused with its place', () => {
  it.each<BrokenFile>([
    [
      'an unknown field',
      reference.parseTerms,
      'terms.json',
      (f) => (firstItem(f).vaule = 1),
      /items\[0\]\.vaule：不认识/,
    ],
    [
      'a missing field',
      reference.parseTerms,
      'terms.json',
      (f) => delete firstItem(f).unit,
      /items\[0\]\.unit：缺少字段/,
    ],
    [
      'a wrong unit',
      reference.parseTerms,
      'terms.json',
      (f) => (firstItem(f).unit = 'WEEK'),
      /WORKING_DAY.*WEEK/,
    ],
    ...(
      [
        ['REMINDER_FIRST', 31, /REMINDER_FIRST 应在1至30之间，实为31/],
        ['REMINDER_SECOND', 0, /REMINDER_SECOND 应在1至30之间，实为0/],
        ['ESCALATION_FIRST', 0, /ESCALATION_FIRST 应在1至60之间，实为0/],
        ['ESCALATION_SECOND', 61, /ESCALATION_SECOND 应在1至60之间，实为61/],
        ['ESCALATION_SECOND', 1, /应大于 items\[\d+\] 的 ESCALATION_FIRST/],
      ] as const
    ).map(([code, value, message]): BrokenFile => [
      `${code} of ${value}`,
      reference.parseTerms,
      'terms.json',
      (f) =>
        Object.assign(f.items.find((each) => (each as { code: string }).code === code) as object, {
          value,
        }),
      message,
    ]),
    [
      'an escalation that is not in working days',
      reference.parseTerms,
      'terms.json',
      (f) =>
        Object.assign(
          f.items.find((each) => (each as { code: string }).code === 'ESCALATION_FIRST') as object,
          { unit: 'DAY' },
        ),
      /ESCALATION_FIRST 应为 WORKING_DAY，实为 DAY/,
    ],
    [
      'two values for one day',
      reference.parseTerms,
      'terms.json',
      (f) => f.items.push({ ...firstItem(f) }),
      /有效期重叠/,
    ],
    [
      'two tiles in one place',
      reference.parseDistrictTiles,
      'district-tiles.json',
      (f) => Object.assign(f.items[1] as object, { column: 1, row: 3 }),
      /与 items\[0\] 重复：CN 1,3/,
    ],
    [
      'a tile outside its division',
      reference.parseDistrictTiles,
      'district-tiles.json',
      (f) => (firstItem(f).within = '610100'),
      /650000不在610100之内/,
    ],
    [
      'a day that does not exist',
      reference.parseHolidays,
      'holidays.json',
      (f) => (firstItem(f).date = '2026-02-30'),
      /存在的日期/,
    ],
    [
      'a weekend as day off',
      reference.parseHolidays,
      'holidays.json',
      (f) => (firstItem(f).date = '2024-01-06'),
      /星期六/,
    ],
    [
      'a year without notice',
      reference.parseHolidays,
      'holidays.json',
      (f) => (f.years = [2024, 2025]),
      /不在所列年份/,
    ],
    [
      'an orphan district',
      reference.parseDistricts,
      'districts.json',
      (f) => f.items.splice(0, 1),
      /不在本文件内/,
    ],
    [
      'a code twice',
      reference.parseDistricts,
      'districts.json',
      (f) => f.items.push({ ...firstItem(f) }),
      /重复：330000/,
    ],
    [
      'an item without basis',
      reference.parseInspectionItems,
      'inspection-items.json',
      (f) => (firstItem(f).legalBasis = []),
      /没有依据/,
    ],
    [
      'a weight that is not its severity’s',
      reference.parseInspectionItems,
      'inspection-items.json',
      (f) => (firstItem(f).deductionPoints = 9),
      /应为10/,
    ],
    [
      'a fixed field that is none of the application',
      reference.parseChangeRules,
      'change-rules.json',
      (f) => (firstItem(f).pointer = '/uscc'),
      /items\[0\]\.pointer/,
    ],
    [
      'a post that nobody has',
      reference.parseStaffRequirements,
      'staff-requirements.json',
      (f) => (firstItem(f).posts = ['PILOT']),
      /没有岗位PILOT/,
    ],
    [
      'a 家庭托育点 for old people',
      reference.parseStaffRequirements,
      'staff-requirements.json',
      (f) => (f.items.find(({ kind }) => kind === 'ELDERLY_CARE')!.siteType = 'HOME'),
      /不分家庭托育点/,
    ],
    [
      'a post that a 家庭托育点 does not have',
      reference.parseStaffRequirements,
      'staff-requirements.json',
      (f) => (f.items.find(({ siteType }) => siteType === 'HOME')!.posts = ['GUARD']),
      /没有岗位GUARD/,
    ],
    [
      'one thing to choose from',
      reference.parseStaffRequirements,
      'staff-requirements.json',
      (f) => (f.items.find(({ credential }) => credential === 'EXPERIENCE')!.alternatives = ['照护经验']),
      /至少两项/,
    ],
    [
      'a requirement met by one that is not there',
      reference.parseStaffRequirements,
      'staff-requirements.json',
      (f) => (f.items.find(({ credential }) => credential === 'EXPERIENCE')!.alsoMetBy = ['TY_NONE']),
      /没有编码为TY_NONE的要求/,
    ],
    [
      'a title without Chinese',
      reference.parseInspectionItems,
      'inspection-items.json',
      (f) => (firstItem(f).title = 'Licence'),
      /中文/,
    ],
    [
      'a material neither required nor conditional',
      reference.parseMaterials,
      'materials.json',
      (f) => (firstItem(f).required = false),
      /条件/,
    ],
    [
      'a material that does not say what a good one looks like',
      reference.parseMaterials,
      'materials.json',
      (f) => (firstItem(f).note = null),
      /items\[0\]\.note/,
    ],
    [
      'a gap between grades',
      reference.parseCreditRules,
      'credit-rules.json',
      (f) => Object.assign((f.grades as object[])[1] ?? {}, { max: 88 }),
      /B的上限应为89/,
    ],
    [
      'an opening that takes the code of a rule',
      reference.parseCreditRules,
      'credit-rules.json',
      (f) => Object.assign(f.opening as object, { code: 'FINDING_VETO' }),
      /FINDING_VETO与记分规则的编码重复/,
    ],
    [
      'a body that covers nothing',
      reference.parseJurisdictions,
      'jurisdictions.json',
      (f) => (firstItem(f).districts = []),
      /没有覆盖/,
    ],
    [
      'two leads of a kind',
      reference.parseDepartments,
      'departments.json',
      (f) => (firstItem(f).leads = ['CHILDCARE', 'ELDERLY_CARE']),
      /恰为一个/,
    ],
    [
      'a fine without amount',
      reference.parsePenaltyBases,
      'penalty-bases.json',
      (f) => (firstItem(f).tiers = [{ ...(firstItem(f).tiers as object[])[0], measures: ['FINE'] }]),
      /金额或者倍数/,
    ],
    [
      'a second result that stands alone',
      reference.parseResultCategories,
      'result-categories.json',
      (f) => Object.assign(f.items[3] ?? {}, { excludesOthers: true }),
      /没有后续处理/,
    ],
    [
      'no object at all',
      reference.parseIndicators,
      'indicators.json',
      (f) => (f.items = [1] as never),
      /应为对象/,
    ],
  ])('%s', (_, parse, name, change, message) => {
    const file = brokenReference(name, change);
    expect(() => parse(file)).toThrow(reference.ReferenceDataError);
    expect(() => parse(file)).toThrow(message);
  });
});
