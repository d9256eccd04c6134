import {
  allowedInWords,
  faultOfFine,
  fenOf,
  limitsOf,
  proposalOf,
  rangeInWords,
  yuanOf,
} from '../src/features/enforcement/proposal';

const NONE = { minFineFen: null, maxFineFen: null };

describe('what a clause allows', () => {
  it('is one sentence, with the fine and its range at the end', () => {
    const most = { minFineFen: 0, maxFineFen: 3_000_000 };
    const between = { minFineFen: 1_000_000, maxFineFen: 3_000_000 };
    expect(allowedInWords(['CORRECTION_ORDER', 'WARNING'], NONE)).toBe('责令改正、给予警告');
    expect(allowedInWords(['CORRECTION_ORDER', 'WARNING', 'FINE'], most)).toBe(
      '责令改正、给予警告，并处 30,000 元以下罚款',
    );
    expect(allowedInWords(['FINE'], between)).toBe('处 10,000 元以上 30,000 元以下罚款');
    expect(rangeInWords(between)).toBe('可以处 10,000 元以上 30,000 元以下罚款');
  });

  it('says of a fine outside it what it may be', () => {
    const most = limitsOf({ minFineFen: 0, maxFineFen: 3_000_000 });
    const between = limitsOf({ minFineFen: 1_000_000, maxFineFen: 3_000_000 });
    expect(faultOfFine(3_000_000, most)).toBeNull();
    expect(faultOfFine(0, most)).toBe('罚款金额应大于零，不超过 30,000 元');
    expect(faultOfFine(999_999, between)).toBe('罚款金额应在 10,000 元以上、30,000 元以下');
    expect(faultOfFine(1, limitsOf(NONE))).toBeNull();
    expect(faultOfFine(0, limitsOf(NONE))).toBe('罚款金额应大于零');
  });

  it('names what the fine is a multiple of', () => {
    const multiple = { of: '违法所得', min: 1, max: 5 };
    expect(allowedInWords(['FINE'], NONE, multiple)).toBe('处违法所得 1 倍以上 5 倍以下罚款');
  });

  it('says of a range of one amount that it is that amount', () => {
    const one = { minFineFen: 500_000, maxFineFen: 500_000 };
    expect(rangeInWords(one)).toBe('可以处 5,000 元罚款');
    expect(faultOfFine(400_000, limitsOf(one))).toBe('罚款金额应为 5,000 元');
    expect(faultOfFine(500_000, limitsOf(one))).toBeNull();
  });

  it('takes an amount to the fen, and refuses what is finer', () => {
    const most = limitsOf({ minFineFen: 0, maxFineFen: 3_000_000 });
    for (const yuan of [19.99, 0.07, 1.15, 5000.1, 4.35]) {
      expect(fenOf(yuan)).toBe(Number((yuan * 100).toFixed(0)));
      expect(faultOfFine(fenOf(yuan), most)).toBeNull();
      expect(yuanOf(fenOf(yuan))).toBe(yuan);
    }
    expect(faultOfFine(fenOf(5000.555), most)).toBe('罚款金额至多写到分，小数不超过两位');
    expect(proposalOf({ measures: ['FINE'], amountFen: fenOf(5000.555) })).toBeNull();
  });
});
