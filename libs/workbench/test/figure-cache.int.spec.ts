import { FixedClock } from '@zhaoguan/kernel';
import { FigureCache } from '../src/use-cases/figure-cache';

describe('the cache of figures', () => {
  const clock = new FixedClock('2026-11-20T02:00:00Z');
  const counted: string[] = [];
  const count = (key: string) => async (): Promise<string> => {
    counted.push(key);
    return key;
  };

  it('counts once a minute for all who ask, also at the same moment', async () => {
    const cache = new FigureCache(clock);
    const answers = await Promise.all([cache.get('a', count('a')), cache.get('a', count('a'))]);
    expect(answers).toEqual([answers[0], answers[0]]);
    clock.advance(59_999);
    await cache.get('a', count('a'));
    expect(counted).toEqual(['a']);
    clock.advance(1);
    const { asOf } = await cache.get('a', count('a'));
    expect(counted).toEqual(['a', 'a']);
    expect(asOf).toEqual(clock.now());
  });

  it('counts again what failed', async () => {
    const cache = new FigureCache(clock);
    await expect(cache.get('b', () => Promise.reject(new Error('busy')))).rejects.toThrow('busy');
    expect((await cache.get('b', count('b'))).figure).toBe('b');
  });

  it('forgets what was counted longest ago when there is too much', async () => {
    const cache = new FigureCache(clock);
    counted.length = 0;
    for (let i = 0; i < 501; i += 1) await cache.get(`k${i}`, count(`k${i}`));
    await cache.get('k500', count('k500'));
    await cache.get('k0', count('k0'));
    expect(counted).toHaveLength(502);
  });
});
