import { waysToNameTheTownship } from '../src/domain/office-of-place';

describe('an address whose township is written as the place or as its office', () => {
  it.each([
    ['韦曲街道示例路1号', '韦曲街道办示例路1号'],
    ['韦曲街道示例路1号', '韦曲街道办事处示例路1号'],
    ['韦曲街办示例路1号', '韦曲街道办事处示例路1号'],
    ['王寺镇示例路1号', '王寺镇人民政府示例路1号'],
    ['王寺乡示例路1号', '王寺乡人民政府示例路1号'],
  ])('%s is %s, whichever is asked for', (one, other) => {
    expect(waysToNameTheTownship(one)).toContain(other);
    expect(waysToNameTheTownship(other)).toContain(one);
    expect(waysToNameTheTownship(one)[0]).toBe(one);
  });

  it.each(['韦曲街道示例路1号', '示例路1号', '镇海路1号', '示例街道办公楼1号', '王寺镇示例路1号'])(
    '%s is at no other house',
    (address) => {
      for (const way of waysToNameTheTownship(address)) expect(way.replace(/^.*?(?=1号)/, '')).toBe('1号');
      expect(waysToNameTheTownship(address)).not.toContain('示例街道公楼1号');
    },
  );

  it('leaves alone what names no township', () => {
    expect(waysToNameTheTownship('示例路1号')).toEqual(['示例路1号']);
  });
});
