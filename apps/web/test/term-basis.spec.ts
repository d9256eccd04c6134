import { NO_LAW } from '@zhaoguan/contracts';
import { termBasisInWords } from '../src/shared/ui/term-basis';

describe('on what a term rests', () => {
  it('is a law with its article, where one is confirmed', () => {
    const law = '《中华人民共和国行政许可法》';
    expect(termBasisInWords({ law, article: '第三十四条' })).toBe(`期限依据：${law}第三十四条`);
    expect(termBasisInWords({ law, article: null })).toBe(`期限依据：${law}`);
  });

  it('is the authority where no law says how long, and never a word of this system', () => {
    expect(termBasisInWords({ law: NO_LAW, article: null })).toBe('法律没有规定期限，由办理机关设定');
  });
});
