import { maskPaperNumber } from '@zhaoguan/kernel';

describe('the number of a paper, for eyes that may not see it', () => {
  it.each([
    ['SL-JK-2026-0042', '****0042'],
    ['12345678', '****5678'],
    ['1234567', '****567'],
    ['GQ-1', '****-1'],
    ['WX1', '****1'],
    ['7', '****'],
    ['', '****'],
    ['证𠮷', '****𠮷'],
  ])('shows of %s the last four signs, and at most half: %s', (number, masked) => {
    expect(maskPaperNumber(number)).toBe(masked);
  });
});
