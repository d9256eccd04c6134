import { plainDate } from '@zhaoguan/kernel';
import { knownAt } from '@zhaoguan/draw';
import { longWait, pagesOf, wordsOf } from '../src/features/inspections/draws/round-words';
import { faultOfChoice, suggestedRound, whyNotReady } from '../src/features/inspections/plans/round-choice';

describe('the choice of a round for an announcement', () => {
  it('is offered the first issue from tomorrow on', () => {
    // A Thursday with a drawing in the evening: the next is on Sunday.
    const issue = suggestedRound('fucai-ssq', plainDate('2026-11-26'));
    expect(issue?.earliest.toISOString()).toBe('2026-11-29T13:15:00.000Z');
  });

  it('is offered a round of drand from the next morning on, which nobody can know before', () => {
    const { round, earliest } = suggestedRound('drand', plainDate('2026-11-26'))!;
    const morning = new Date('2026-11-27T01:00:00Z');
    const late = earliest.getTime() - morning.getTime();
    expect(late).toBeGreaterThan(0);
    expect(late).toBeLessThanOrEqual(3_000);
    expect(knownAt([{ source: 'drand', round }], morning)).toBe('NO');
    expect(faultOfChoice('drand', round)).toBeUndefined();
  });

  it('has no issue from before the lottery began', () => {
    expect(faultOfChoice('fucai-ssq', '2002001')).toBe(
      '中国福利彩票双色球从 2003 年开始发行，此前没有开奖，请核对期号',
    );
    expect(faultOfChoice('fucai-ssq', '0000001')).toMatch(/从 2003 年开始发行/);
    expect(faultOfChoice('fucai-kl8', '2019300')).toMatch(/从 2020 年开始发行/);
    expect(faultOfChoice('fucai-ssq', '2003001')).toBeUndefined();
    expect(faultOfChoice('fucai-ssq', '135')).toMatch(/七位数字/);
    expect(whyNotReady(['fucai-ssq'], { 'fucai-ssq': '2002001' })).toMatch(/^请先改正/);
  });

  it('tells how long a round far ahead would hold up the draw', () => {
    const today = plainDate('2026-11-26');
    expect(longWait('2026-12-27T13:15:00Z', today)).toBeUndefined();
    expect(longWait('2026-12-28T13:15:00Z', today)).toBe(32);
    expect(longWait('9999-12-31T00:00:00Z', today)).toBeGreaterThan(2_900_000);
  });

  it('speaks of issues and closures to lotteries alone', () => {
    expect(wordsOf('drand')).toEqual({ it: '这一轮', one: '一轮', delay: '' });
    expect(wordsOf('fucai-ssq')).toMatchObject({ it: '这一期', delay: '（遇春节、国庆休市顺延）' });
    expect(wordsOf('fucai-ssq+drand')).toMatchObject({ it: '选定的公开随机数', one: '一期' });
    expect(pagesOf('drand')).not.toMatch(/福彩/);
    expect(pagesOf('fucai-kl8+drand')).toMatch(/快乐8.*或者.*drand/);
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
