import { RATING_LEVELS, type RatingLevel } from '@zhaoguan/contracts';
import { guarded } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { figuresOf, type LevelCount } from '../src/domain/figures';
import {
  checkedOpinion,
  ratedActOf,
  ratedOfficialsOf,
  stepLabel,
  type FilingStep,
} from '../src/domain/rating';

const CATALOGUE = [
  { code: 'QUICK', label: '办得快', side: 'GOOD' },
  { code: 'LATE', label: '超过规定的期限', side: 'BAD' },
  { code: 'NO_CREDENTIALS', label: '核查人员没有出示证件', side: 'BAD', acts: ['visit'] },
] as const;
const STEP: FilingStep = {
  filingId: 'f',
  process: 'filing',
  recordId: 'f',
  step: 2,
  action: 'return',
  again: false,
  actorIds: ['official'],
  at: new Date(0),
  day: null,
  about: null,
  applicantId: 'applicant',
  kind: 'ELDERLY_CARE',
  name: '示例·长安养老院',
  district: '610116',
  township: null,
};

describe('a rating', () => {
  const opinion = (level: RatingLevel, reasons: string[] = [], words: string | null = null) =>
    checkedOpinion({ level, reasons, words, contactPhone: '13800000001' }, 'return', CATALOGUE);

  it('may be one tap when content, and says why when not', () => {
    const content = { level: 'SATISFIED', reasons: [], words: null, contactPhone: null };
    expect(opinion('SATISFIED')).toEqual(content);
    expect(opinion('DISSATISFIED', ['LATE']).contactPhone).toBe('13800000001');
    expect(() => opinion('DISSATISFIED')).toThrow('RATING_REASON_REQUIRED');
    expect(() => opinion('DISSATISFIED', [], '  ')).toThrow('RATING_REASON_REQUIRED');
    expect(opinion('DISSATISFIED', ['LATE']).reasons).toEqual(['LATE']);
    expect(opinion('VERY_DISSATISFIED', [], '等了两周').words).toBe('等了两周');
  });

  it('takes reasons of its own side of the list only, each once', () => {
    expect(() => opinion('SATISFIED', ['LATE'])).toThrow('UNKNOWN_RATING_REASON');
    expect(() => opinion('DISSATISFIED', ['LATE', 'NONSENSE'])).toThrow('UNKNOWN_RATING_REASON');
    expect(opinion('SATISFIED', ['QUICK', 'QUICK']).reasons).toEqual(['QUICK']);
  });

  it('takes no reason that is of another step', () => {
    const bad = {
      level: 'DISSATISFIED',
      reasons: ['NO_CREDENTIALS'],
      words: null,
      contactPhone: null,
    } as const;
    expect(checkedOpinion(bad, 'visit', CATALOGUE).reasons).toEqual(['NO_CREDENTIALS']);
    expect(() => checkedOpinion(bad, 'return', CATALOGUE)).toThrow('UNKNOWN_RATING_REASON');
  });

  it('is of acts of the authority and of handing in, whose service is the office’s', () => {
    expect(ratedActOf(STEP)).toBe('return');
    expect(() => ratedActOf({ ...STEP, action: 'abandon' })).toThrow('STEP_NOT_RATED');
    expect(ratedOfficialsOf(STEP)).toEqual(['official']);
    expect(ratedOfficialsOf({ ...STEP, action: 'submit', actorIds: ['applicant'] })).toEqual([]);
  });

  it('is of a visit, and of those who verified; where they had been before, of another visit', () => {
    const visit = {
      ...STEP,
      process: 'filing-verification',
      action: 'mismatch',
      actorIds: ['a', 'b'],
    } as const;
    expect(ratedActOf(visit)).toBe('visit');
    expect(ratedActOf({ ...visit, action: 'confirm', again: true })).toBe('revisit');
    expect(ratedOfficialsOf(visit)).toEqual(['a', 'b']);
    expect(() => ratedActOf({ ...visit, action: 'correct' })).toThrow('STEP_NOT_RATED');
  });

  it('names which promise was looked at', () => {
    expect(stepLabel('keepPromise', '场地证明')).toBe('核实承诺的材料：场地证明');
    expect(stepLabel('visit', null)).toBe('现场核查');
  });

  it.each([
    ['请联系13800000000', '138****0000'],
    ['电话 138 0000 0000 找我', '138****0000'],
    ['身份证61012118920229002x的人', '610121********002X'],
    ['打 029-85290000', '029'],
  ])('keeps no number of a person: %s', (words, shown) => {
    const kept = guarded(words) ?? '';
    expect(kept).toContain(shown);
    expect(kept).not.toMatch(/\d{8,}/);
  });

  it('keeps words as they are otherwise', () => {
    expect(guarded('第 12 号窗口等了 3 个小时，编号 610116-YL-2026-0042')).toBe(
      '第 12 号窗口等了 3 个小时，编号 610116-YL-2026-0042',
    );
  });
});

describe('figures', () => {
  const count = (level: RatingLevel | null, total: number, more: Partial<LevelCount> = {}): LevelCount => ({
    office: '610116/ELDERLY_CARE',
    level,
    total,
    unfounded: 0,
    followedUp: 0,
    ended: 0,
    endedInTime: 0,
    overdue: 0,
    ...more,
  });

  it('count three levels as content, and leave out what was without ground', () => {
    const [office] = figuresOf([
      count('VERY_SATISFIED', 6),
      count('BASICALLY_SATISFIED', 2),
      count('DISSATISFIED', 3, { unfounded: 1, followedUp: 3, ended: 2, endedInTime: 1, overdue: 1 }),
    ]);
    expect(office).toMatchObject({
      total: 10,
      unfounded: 1,
      satisfaction: 8000,
      followUps: { opened: 3, ended: 2, endedInTime: 1, overdue: 1 },
    });
    expect(office?.levels).toMatchObject({ DISSATISFIED: 2, SATISFIED: 0 });
  });

  it('are not taken apart where few have rated', () => {
    expect(figuresOf([count(null, 0)])).toMatchObject([
      { total: null, levels: null, satisfaction: null, unfounded: null, followUps: null },
    ]);
    expect(figuresOf([count('DISSATISFIED', 9)])).toMatchObject([{ satisfaction: 0 }]);
  });

  it('add up, whatever was counted', () => {
    const rows = fc.array(
      fc.record({
        level: fc.constantFrom(...RATING_LEVELS),
        total: fc.integer({ min: 1, max: 1000 }),
        unfounded: fc.integer({ min: 0, max: 1 }),
      }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(rows, (given) => {
        const [office] = figuresOf(
          given.map(({ level, total, unfounded }) => count(level, total, { unfounded })),
        );
        const sum = Object.values(office?.levels ?? {}).reduce((all, one) => all + one, 0);
        expect(sum).toBe(office?.levels === null ? 0 : office?.total);
        expect(office?.satisfaction ?? 0).toBeLessThanOrEqual(10_000);
      }),
    );
  });
});
