import { addWorkingDays, coversDistrict, plainDate } from '@zhaoguan/kernel';
import * as reference from '../src/reference';
import { loadReference as load } from './reference-file';

const districts = reference.parseDistricts(load('districts.json'));
const tiles = reference.parseDistrictTiles(load('district-tiles.json'));
const jurisdictions = reference.parseJurisdictions(load('jurisdictions.json'));
const departments = reference.parseDepartments(load('departments.json'));
const indicators = reference.parseIndicators(load('indicators.json'));
const items = reference.parseInspectionItems(load('inspection-items.json'));
const holidays = reference.parseHolidays(load('holidays.json'));
const terms = reference.parseTerms(load('terms.json'));
const results = reference.parseResultCategories(load('result-categories.json'));
const penalties = reference.parsePenaltyBases(load('penalty-bases.json'));
const credit = reference.parseCreditRules(load('credit-rules.json'));

describe('districts and agencies', () => {
  const inside = (parent: string) => districts.items.filter((item) => item.parent === parent);

  it('holds the five policy areas down to the township', () => {
    expect(inside('610116')).toHaveLength(25);
    expect(inside('500152')).toHaveLength(23);
    expect(inside('330100')).toHaveLength(13);
    expect(inside('650200').map((item) => item.name)).toEqual([
      '独山子区',
      '克拉玛依区',
      '白碱滩区',
      '乌尔禾区',
    ]);
    for (const county of [...inside('330100'), ...inside('650200')])
      expect(inside(county.code).length).toBeGreaterThan(0);
  });

  it('names every county of 西安, 咸阳 and 重庆', () => {
    expect(inside('610100')).toHaveLength(13);
    expect(inside('610400')).toHaveLength(14);
    expect(inside('500000')).toHaveLength(38);
  });

  it('gives every province, city and county a tile on the grid of its siblings', () => {
    const expected = districts.items
      .filter(({ level }) => level !== 'TOWNSHIP')
      .map(({ code, name, parent }) => ({ code, name, within: parent ?? 'CN' }));
    const placed = tiles.items.map(({ code, name, within }) => ({ code, name, within }));
    const byCode = (a: { code: string }, b: { code: string }) => a.code.localeCompare(b.code);
    expect(placed.sort(byCode)).toEqual(expected.sort(byCode));
  });

  it('gives each managing body only districts that exist, and leaves 西咸 townships to 西咸', () => {
    const known = new Set(districts.items.map((item) => item.code));
    const xixian = jurisdictions.items.find((item) => item.code === 'XX-610000-XIXIAN');
    expect(xixian?.townships).toHaveLength(19);
    for (const body of jurisdictions.items) {
      for (const code of [...body.districts, ...body.townships, ...body.excludedTownships])
        expect(known).toContain(code);
      if (body.level !== 'CITY' && body.level !== 'COUNTY') continue;
      const held = xixian?.townships.filter((code) => coversDistrict(body.districts, code));
      expect(body.excludedTownships).toEqual(held);
    }
  });

  it('has an agency for every body, and in 西咸 the two that its plan names', () => {
    const bodies = new Set(departments.items.map((item) => item.jurisdiction));
    expect([...bodies].sort()).toEqual(jurisdictions.items.map((item) => item.code).sort());
    const leads = departments.items.filter(
      (item) => item.jurisdiction === 'XX-610000-XIXIAN' && item.leads.length > 0,
    );
    expect(leads.map((item) => item.name)).toEqual(['西咸新区基层工作部', '西咸新区社会事业服务局']);
  });
});

describe('inspection items', () => {
  const of = (prefix: string) => items.items.filter((item) => item.code.startsWith(prefix));

  it('has 34 for 养老, 34 for 托育 and 6 for 家庭托育点, numbered without gap', () => {
    expect([of('YL').length, of('TY').length, of('JT').length]).toEqual([34, 34, 6]);
    for (const prefix of ['YL', 'TY', 'JT']) {
      expect(of(prefix).map((item) => Number(item.code.slice(2)))).toEqual(of(prefix).map((_, i) => i + 1));
    }
  });

  it('cites a clause for each and lets a recommended standard guide only', () => {
    expect(items.items.every((item) => item.legalBasis.length > 0)).toBe(true);
    expect(items.items.filter((item) => item.guidanceOnly).map((item) => item.code)).toEqual([
      'YL22',
      'TY24',
      'TY26',
    ]);
    const wst = items.items.flatMap((item) => item.legalBasis).filter((basis) => basis.law.includes('WS/T'));
    expect(wst.length).toBeGreaterThan(5);
    expect(wst.some((basis) => basis.binding)).toBe(false);
  });

  it('weighs severities 10, 5, 2 and caps a veto below the pass mark', () => {
    expect(items.scoring).toMatchObject({ start: 100, vetoCap: 59, points: { V: 0, H: 10, M: 5, L: 2 } });
  });

  it('asks in a whole question', () => {
    for (const item of items.items) expect(item.check).toMatch(/是否/);
  });
});

describe('indicators', () => {
  it('has all 120, of five areas, with the operators of the plans', () => {
    expect(indicators.items.map((item) => item.number)).toEqual(Array.from({ length: 120 }, (_, i) => i + 1));
    const count = (area: string) => indicators.items.filter((item) => item.area === area).length;
    expect(['000', '001', '002', '003', '004'].map(count)).toEqual([31, 15, 24, 24, 26]);
    const target = (number: number) => indicators.items[number - 1]?.targets[0];
    expect(target(10)).toMatchObject({ op: '=', value: 100 });
    expect(target(54)).toMatchObject({ op: '>', value: 60, year: 2025 });
    expect(target(39)).toMatchObject({ op: '<=', value: 80, year: 2021 });
    expect(target(15)).toMatchObject({ op: '>=', value: 4.8 });
  });

  it('keeps the baseline and the wording of the plan', () => {
    expect(indicators.items[94]).toMatchObject({
      base: 1844,
      original: { indicator: '全市养老床位数 (base 1844)' },
    });
  });
});

describe('calendar', () => {
  const calendar = reference.toHolidayCalendar(holidays);

  it('counts over 春节 2026 with its 调休', () => {
    expect(addWorkingDays(plainDate('2026-02-13'), 1, calendar)).toEqual({
      date: '2026-02-14',
      uncertain: false,
    });
    expect(addWorkingDays(plainDate('2026-02-13'), 2, calendar)).toEqual({
      date: '2026-02-24',
      uncertain: false,
    });
  });

  it('calls a date in a year without notice uncertain', () => {
    expect(addWorkingDays(plainDate('2026-12-28'), 5, calendar).uncertain).toBe(true);
  });

  it('names the notice of each year', () => {
    expect(holidays.source.map((source) => source.number)).toEqual([
      '国办发明电〔2023〕7号',
      '国办发明电〔2024〕12号',
      '国办发明电〔2025〕7号',
    ]);
  });
});

describe('terms', () => {
  const value = (code: string, kind: 'ELDERLY_CARE' | 'CHILDCARE', district: string, on: string) => {
    const term = reference.findTerm(terms.items, { code, kind, district, on: plainDate(on) });
    return term && [term.value, term.unit, term.jurisdiction];
  };

  it('takes the nearest jurisdiction, then the whole country', () => {
    expect(value('CLOSURE_NOTICE', 'ELDERLY_CARE', '330106', '2026-11-21')).toEqual([60, 'DAY', '330000']);
    expect(value('CLOSURE_NOTICE', 'ELDERLY_CARE', '610116', '2026-11-21')).toBeUndefined();
    expect(value('RECTIFICATION_MAX', 'ELDERLY_CARE', '650203', '2026-11-21')).toEqual([
      6,
      'MONTH',
      '650000',
    ]);
    expect(value('RECTIFICATION_MAX', 'CHILDCARE', '650203', '2026-11-21')).toEqual([180, 'DAY', '000000']);
  });

  it('takes the value of the day: publicity changed on 2026-04-01', () => {
    expect(value('PUBLICITY_SERIOUS_MAX', 'CHILDCARE', '500152', '2026-03-31')).toBeUndefined();
    expect(value('PUBLICITY_SERIOUS_MAX', 'CHILDCARE', '500152', '2026-04-01')).toEqual([
      36,
      'MONTH',
      '000000',
    ]);
  });

  it.each([
    ['FILING_RECEIPT', 5, 'WORKING_DAY'],
    ['FILING_NONCONFORMING_NOTICE', 15, 'WORKING_DAY'],
    ['INSPECTION_RESULT_PUBLICATION', 20, 'WORKING_DAY'],
    ['PENALTY_PUBLICATION', 7, 'WORKING_DAY'],
    ['HEARING_REQUEST', 5, 'WORKING_DAY'],
    ['CASE_DECISION', 90, 'DAY'],
    ['PENALTY_PAYMENT', 15, 'DAY'],
  ])('%s is %d %s', (code, days, unit) => {
    expect(value(code, 'CHILDCARE', '610116', '2026-11-21')).toEqual([days, unit, '000000']);
  });
});

describe('results, penalties and credit', () => {
  it('lets only 未发现问题 stand alone', () => {
    expect(results.items.filter((item) => item.excludesOthers).map((item) => item.label)).toEqual([
      '未发现问题',
    ]);
  });

  it('has the fines of the two main clauses in fen', () => {
    const tiers = (code: string) => penalties.items.find((item) => item.code === code)?.tiers;
    expect(tiers('TY_41_1')?.map((tier) => [tier.minFineFen, tier.maxFineFen])).toEqual([
      [null, null],
      [500_000, 5_000_000],
      [5_000_000, 10_000_000],
    ]);
    expect(tiers('YL_46_3')?.at(-1)).toMatchObject({ severity: 'SERIOUS', maxFineFen: 3_000_000 });
    expect(penalties.items.filter((item) => item.code.startsWith('YL_46_'))).toHaveLength(9);
  });

  it('has no clause that fines a 养老机构 for not filing', () => {
    expect(
      penalties.items.some((item) => item.kind === 'ELDERLY_CARE' && /未.{0,4}备案/.test(item.conduct)),
    ).toBe(false);
  });

  it('starts at 80 and grades at 90, 75 and 60', () => {
    expect(credit.engine).toMatchObject({ start: 80, bonusCap: 20 });
    expect(credit.opening).toMatchObject({
      name: '导入名录时的信用等级',
      termMonths: 24,
      halfLifeMonths: 12,
    });
    expect(credit.grades.map((row) => [row.grade, row.min])).toEqual([
      ['A', 90],
      ['B', 75],
      ['C', 60],
      ['D', 0],
    ]);
    expect(credit.publicity.map((row) => [row.minMonths, row.maxMonths])).toEqual([
      [0, 3],
      [3, 12],
      [12, 36],
    ]);
  });

  it('agrees with the terms on the publicity of each class', () => {
    const months = (code: string) =>
      terms.items.find((term) => term.code === code && term.effectiveFrom === '2026-04-01')?.value;
    for (const row of credit.publicity) {
      expect(months(`PUBLICITY_${row.class}_MAX`)).toBe(row.maxMonths);
      expect(months(`PUBLICITY_${row.class}_MIN`) ?? 0).toBe(row.minMonths);
    }
  });
});
