import { intendedInFacts } from '../src/features/removals/intended-words';

describe('what is meant to be decided, named among the facts', () => {
  it('is told before the notice is confirmed', () => {
    expect(intendedInFacts('提供虚假材料，拟撤销备案。').join('')).toContain('写有“拟撤销”');
    expect(intendedInFacts('停止服务已满一年，拟予注销。').join('')).toContain('写有“拟予注销”');
  });

  it('is nothing where the facts are facts alone', () => {
    for (const facts of [undefined, '', '营业执照已经注销。']) expect(intendedInFacts(facts)).toEqual([]);
  });
});
