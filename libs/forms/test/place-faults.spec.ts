import { elderlyFaults } from './forms.builder';

const at = (address: string, district = '610116') => elderlyFaults({ address, district });

describe('an address in another province than its county', () => {
  it.each([
    '重庆市渝中区示例路9号',
    '北京市示例路9号',
    '内蒙古自治区示例路9号',
    '河南省示例路9号',
    '新疆维吾尔自治区示例路9号',
  ])('is warned of: %s', (address) => {
    expect(at(address)).toMatchObject([
      { pointer: '/institution/address', code: 'ADDRESS_ELSEWHERE', severity: 'WARNING' },
    ]);
  });

  it.each([
    '陕西省西安市长安区示例路9号',
    '西安市长安区示例路9号',
    '北京路9号',
    '重庆市场路9号',
    '海南村9号',
  ])('is none: %s', (address) => expect(at(address)).toEqual([]));
});
