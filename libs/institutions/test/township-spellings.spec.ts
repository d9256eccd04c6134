import type { DirectoryDivision } from '../src/domain/directory-row-district';
import { withTownship } from '../src/domain/township-spellings';

const inside: DirectoryDivision[] = [
  { code: '610116001', name: '韦曲街道', level: 'TOWNSHIP', parent: '610116' },
  { code: '610116002', name: '郭杜街道', level: 'TOWNSHIP', parent: '610116' },
  { code: '610116101', name: '五台镇', level: 'TOWNSHIP', parent: '610116' },
];

describe('an address with its township', () => {
  it.each(['韦曲街道', '韦曲街道办', '韦曲街道办事处', '韦曲街办'])(
    'is written with it or without: %s',
    (way) => {
      const spelled = withTownship(`${way}示例路1号`, inside, null);
      expect(new Set(spelled)).toEqual(new Set([`${way}示例路1号`, '示例路1号', '韦曲街道示例路1号']));
    },
  );

  it('is one of a town as well', () => {
    expect(withTownship('五台镇示例路1号', inside, null)).toEqual(['五台镇示例路1号', '示例路1号']);
    expect(withTownship('五台镇', inside, null)).toEqual(['五台镇']);
  });

  it('has the one that was chosen beside it, unless another is written in it', () => {
    expect(withTownship('示例路1号', inside, '610116001')).toEqual(['示例路1号', '韦曲街道示例路1号']);
    expect(withTownship('郭杜街道示例路1号', inside, '610116001')).not.toContain('韦曲街道示例路1号');
    expect(withTownship('示例路1号', inside, null)).toEqual(['示例路1号']);
  });
});
