import { faultOfInstitutionAddress, faultOfInstitutionName } from '@zhaoguan/kernel';

describe('the name of an institution', () => {
  it.each([
    '示例·青松颐养院',
    'A+B 托育',
    '示例·一〇二养老院',
    '示例·第一〇二养老院（南区）',
    '示例·1369养老院22673',
    '示例·A+B托育中心',
  ])('may be %s', (name) => {
    expect(faultOfInstitutionName(name)).toBeUndefined();
  });

  it.each([
    ['示例·<script>alert(1)</script>养老院', '不能含有'],
    ['示例·＜b＞养老院', '不能含有'],
    ['示例·\u0007养老院', '不能含有'],
    ['示例·电话13812345678养老院', '电话号码'],
    ['示例·养老院138/1234/5678', '电话号码'],
    ['示例·养老院029-85290000', '电话号码'],
    ['示例·养老院400-123-4567', '电话号码'],
    ['示例·一三八一二三四五六七八养老院', '电话号码'],
    ['a', '应当使用汉字'],
    ['院', '应当使用汉字'],
    ['=1+1', '应当使用汉字'],
    ['示例·养老院 热线：85290000', '电话号码'],
  ])('is not %j', (name, said) => {
    expect(faultOfInstitutionName(name)).toContain(said);
  });
});

describe('the address of an institution', () => {
  it.each([
    '陕西省西安市长安区韦曲街道示例路8号',
    '示例路138号1234室',
    '示例大道1-2-301',
    '示例村三组（原粮站院内）2幢10层1001、1002、1003室',
    '中国（陕西）自由贸易试验区示例路88号 A 座 2501-2508 室',
  ])('is one: %s', (address) => {
    expect(faultOfInstitutionAddress(address)).toBeUndefined();
  });

  it.each([
    ['示例路8号，电话13812345678', '电话号码'],
    ['示例路8号 张三家 610116189001010019', '证件号码'],
    ['示例路8号（138-1234-5678）', '电话号码'],
    ['示例路8号 壹叁捌壹贰叁肆伍陆柒捌', '电话号码'],
    ['示例路8号 ١٣٨١٢٣٤٥٦٧٨', '电话号码'],
    ['示例路8号 qq12345678901', '电话号码'],
    ['示例路8号 微信zhangsan', '网址'],
    ['示例路8号 http://example.invalid', '网址'],
    ['示例路8号 &lt;b&gt;', '网址'],
    ['<img src=x onerror=alert(1)>路1号', '不能含有'],
  ])('is none, for it is published: %s', (address, said) => {
    expect(faultOfInstitutionAddress(address)).toContain(said);
  });
});
