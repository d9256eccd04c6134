import fc from 'fast-check';
import { paragraphsOf, sentence } from '../src/paper';

describe('what somebody has typed, in a paper', () => {
  it.each([
    ['示例·通道堵塞', '示例·通道堵塞。'],
    ['示例·通道堵塞。', '示例·通道堵塞。'],
    ['示例·通道堵塞；', '示例·通道堵塞。'],
    ['示例·面积 35.5', '示例·面积 35.5。'],
    ['示例·见附件（第二页）', '示例·见附件（第二页）。'],
    ['示例·他说“不同意。”', '示例·他说“不同意。”'],
    ['示例·是否属实？', '示例·是否属实？'],
  ])('ends as a sentence: %s', (typed, printed) => {
    expect(sentence(typed)).toBe(printed);
  });

  it('is one paragraph a line, and a list goes on to its end', () => {
    expect(paragraphsOf('查明：\n\n一、通道堵塞；\r\n二、床位不足')).toEqual([
      '查明：',
      '一、通道堵塞；',
      '二、床位不足。',
    ]);
    expect(paragraphsOf(' \n ')).toEqual([]);
  });

  it('is ended once, however often', () => {
    fc.assert(fc.property(fc.string(), (typed) => sentence(sentence(typed)) === sentence(typed)));
  });
});
