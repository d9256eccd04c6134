import { plainDate } from '@zhaoguan/kernel';
import { suggestedRound, whyNotReady } from '../src/features/inspections/plans/round-choice';

describe('the choice of a round for an announcement', () => {
  it('is offered the first issue from tomorrow on, and none of a source without a calendar', () => {
    // A Thursday with a drawing in the evening: the next is on Sunday.
    const issue = suggestedRound('fucai-ssq', plainDate('2026-11-26'));
    expect(issue?.earliest.toISOString()).toBe('2026-11-29T13:15:00.000Z');
    expect(suggestedRound('drand', plainDate('2026-11-26'))).toBeUndefined();
  });

  it('says what is still to be done before it can be announced', () => {
    expect(whyNotReady([], {})).toBe('请至少选择一个公开随机数的来源，然后才能发布。');
    expect(whyNotReady(['fucai-ssq', 'drand'], { drand: '7' })).toBe(
      '请填写中国福利彩票双色球期号，然后才能发布。',
    );
    expect(whyNotReady(['fucai-ssq'], { 'fucai-ssq': '2026999' })).toBe(
      '请先改正中国福利彩票双色球期号，然后才能发布。',
    );
    expect(whyNotReady(['fucai-ssq'], { 'fucai-ssq': '2026139' })).toBeUndefined();
  });
});
