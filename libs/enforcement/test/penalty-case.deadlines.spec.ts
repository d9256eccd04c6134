import { addDays, plainDate } from '@zhaoguan/kernel';
import { numberIn, seriesOf } from '../src/domain/case-number';
import { authorityName, reviewBodyOf } from '../src/domain/authority';
import { caseClock, nextTerm } from '../src/domain/penalty-case.deadlines';
import { periodInWords } from '../src/domain/period-words';
import { remediesText, rightsText } from '../src/domain/remedies';

const openedOn = plainDate('2026-11-20');
const decideBy = addDays(openedOn, 90);
const days = { first: 60, second: 80 };

describe('the clock of a case', () => {
  it.each([
    [0, 90, 'NONE'],
    [59, 31, 'NONE'],
    [60, 30, 'FIRST'],
    [80, 10, 'SECOND'],
    [90, 0, 'SECOND'],
    [91, -1, 'OVERDUE'],
  ])('%i days after the opening leaves %i and warns %s', (elapsed, daysLeft, alarm) => {
    expect(caseClock(openedOn, decideBy, addDays(openedOn, elapsed), days)).toEqual({
      decideBy,
      daysLeft,
      alarm,
    });
  });
});

describe('the term that a case waits for', () => {
  const calendar = { years: [2026, 2027], holidays: new Set<string>(), workdays: new Set<string>() };
  const notice = {
    severity: 'GENERAL' as const,
    measures: [],
    amountFen: 0,
    priorOrder: null,
    facts: '',
    reasons: '',
    paperOn: openedOn,
    isOnPaper: false,
    noticedOn: openedOn,
    service: 'ONLINE' as const,
    serviceNote: null,
    servedOn: null,
    statementUntil: plainDate('2026-11-27'),
  };

  it.each([
    [false, null, '2026-11-20', { term: 'DECISION', left: 90, unit: 'DAY' }],
    [false, notice, '2026-11-20', { term: 'STATEMENT', left: 5, unit: 'WORKING_DAY' }],
    [false, notice, '2026-11-27', { term: 'STATEMENT', left: 0, unit: 'WORKING_DAY' }],
    [false, notice, '2026-11-28', { term: 'DECISION', left: 82, unit: 'DAY' }],
    [true, notice, '2026-11-23', { term: 'DECISION', left: 87, unit: 'DAY' }],
    [
      false,
      { ...notice, noticedOn: null, statementUntil: null },
      '2026-11-27',
      { term: 'DECISION', left: 83 },
    ],
    [false, null, '2027-02-20', { term: 'DECISION', left: -2, unit: 'DAY' }],
  ] as const)('heard by itself: %s, with notice %j, on %s', (isHeard, told, on, expected) => {
    expect(nextTerm({ isHeard, notice: told, decideBy }, plainDate(on), calendar)).toMatchObject(expected);
  });
});

describe('what a document says', () => {
  it('numbers each kind of document in a series of its own', () => {
    const series = seriesOf('610116', 'ELDERLY_CARE', 'PENALTY', 2026);
    expect(numberIn(series, 1)).toBe('610116-YL-罚决-2026-0001');
    expect(seriesOf('610116', 'CHILDCARE', 'CASE', 2026)).toBe('610116-TY-罚案-2026');
  });

  it('counts the remedies from the day on which the party has the decision', () => {
    const text = remediesText({ reconsideration: '六十日', litigation: '六个月' }, '西安市长安区人民政府');
    expect(text).toMatch(
      /自收到本决定书之日起六十日内向西安市长安区人民政府申请行政复议.*自收到本决定书之日起六个月内.*有管辖权的人民法院.*行政诉讼/s,
    );
    expect(text).not.toMatch(/\d/);
  });

  it.each([
    ['read online', false, '2026-11-27', '可以在2026年11月27日前（含当日）在线提交'],
    ['made on paper and not served', true, null, '可以自收到本告知书之日起五个工作日内在线提交'],
    ['served on paper', true, '2026-11-27', '可以自收到本告知书之日起五个工作日内在线提交'],
  ])('says until when a party may speak, of a notice that was %s', (_, isOnPaper, until, words) => {
    const statementUntil = until === null ? null : plainDate(until);
    expect(rightsText({ isOnPaper, statementUntil }, '五个工作日')).toContain(words);
  });

  it.each([
    [5, 'WORKING_DAY', '五个工作日'],
    [10, 'DAY', '十日'],
    [15, 'DAY', '十五日'],
    [60, 'DAY', '六十日'],
    [99, 'DAY', '九十九日'],
    [180, 'DAY', '180日'],
    [6, 'MONTH', '六个月'],
    [1, 'YEAR', '一年'],
  ] as const)('writes a period of %i %s as %s', (value, unit, words) => {
    expect(periodInWords({ value, unit })).toBe(words);
  });

  it('knows no period of what is no time', () => {
    expect(() => periodInWords({ value: 5, unit: 'FEN' })).toThrow(/no unit of a period/);
  });

  it('names the authority of the county, of the functional area, or generally', () => {
    const jurisdiction = {
      level: 'COUNTY',
      parent: null,
      policyArea: null,
      validFrom: null,
      evidence: 'C',
      note: null,
    } as const;
    const bodies = [
      {
        ...jurisdiction,
        code: '610116',
        name: '长安区',
        districts: ['610116'],
        townships: [],
        excludedTownships: [],
      },
      {
        ...jurisdiction,
        code: 'XX-610000-XIXIAN',
        name: '西咸新区',
        districts: [],
        townships: ['610116005'],
        excludedTownships: [],
      },
    ];
    const agency = { leads: [], evidence: 'C', note: null } as const;
    const agencies = [
      { ...agency, jurisdiction: '610116', code: 'civil-affairs', name: '西安市长安区民政局' },
      { ...agency, jurisdiction: 'XX-610000-XIXIAN', code: 'civil-affairs', name: '西咸新区基层工作部' },
    ] as const;
    const name = (district: string, township: string | null): string =>
      authorityName('civil-affairs', { district, township, path: '示例省示例县' }, bodies, agencies);
    expect(name('610116', null)).toBe('西安市长安区民政局');
    expect(name('610116', '610116005')).toBe('西咸新区基层工作部');
    expect(name('999999', null)).toBe('示例省示例县民政部门');
  });

  it('names the government of the county for a review, and none for a functional area or the fire service', () => {
    const area = {
      code: 'XX-610000-XIXIAN',
      name: '西咸新区',
      level: 'FUNCTIONAL_AREA',
      parent: '610000',
      policyArea: '003',
      districts: [],
      townships: ['610116005'],
      excludedTownships: [],
      validFrom: null,
      evidence: 'C',
      note: null,
    } as const;
    const body = (department: string, township: string | null) =>
      reviewBodyOf(department, { district: '610116', township }, '西安市长安区', [area]);
    expect(body('civil-affairs', null)).toBe('西安市长安区人民政府');
    expect(body('civil-affairs', '610116005')).toBe('有管辖权的行政复议机关');
    expect(body('fire', null)).toBe('有管辖权的行政复议机关');
  });
});
