import { beaconName, failedItemBasis, publishedResultFacts } from '../src';

describe('the name of a beacon', () => {
  it.each([
    ['fucai-ssq', '2026135', '中国福利彩票双色球第 2026135 期开奖号码'],
    ['drand', '5000000', 'drand 公共随机数第 5000000 轮'],
    [
      'fucai-ssq+fucai-kl8',
      '2026135+2026301',
      '中国福利彩票双色球第 2026135 期开奖号码，以及中国福利彩票快乐8第 2026301 期开奖号码',
    ],
    ['toString', '1', 'toString 1'],
  ])('%s %s', (source, round, expected) => {
    expect(beaconName({ source, round })).toBe(expected);
  });
});

describe('the text of a published result', () => {
  it('names who was inspected, by whom, when and under which plan', () => {
    const facts = publishedResultFacts({
      institutionName: '示例·长安夕阳养老院',
      kind: 'ELDERLY_CARE',
      siteType: null,
      districtName: '陕西省西安市长安区',
      inspectedOn: '2026年11月20日',
      agency: '西安市长安区民政局',
      certificateNumbers: ['61011620260001', '61011620260002'],
      planTitle: '示例·第四季度抽查',
      publishedOn: '2026年11月27日',
    });
    expect(facts.map(({ name, text }) => `${name}：${text}`)).toEqual([
      '机构：示例·长安夕阳养老院',
      '机构类型：养老机构',
      '所在地：陕西省西安市长安区',
      '检查日期：2026年11月20日',
      '检查机关：西安市长安区民政局',
      '检查人员：61011620260001、61011620260002',
      '抽查计划：示例·第四季度抽查',
      '公布日期：2026年11月27日',
    ]);
  });

  it('says what an item found wrong rests on', () => {
    const basis = [
      { law: '《中华人民共和国消防法》', article: '第二十八条' },
      { law: '《养老机构管理办法》', article: null },
    ];
    expect(failedItemBasis('YL08', basis)).toBe(
      '事项 YL08　依据：《中华人民共和国消防法》第二十八条；《养老机构管理办法》',
    );
  });
});
