import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDistricts } from '@zhaoguan/contracts';
import { validateForm } from '../src';
import { CONTEXT, ELDERLY, ELDERLY_FORM } from './forms.builder';

const file = join(__dirname, '../../../seeds/reference/districts.json');
const divisions = parseDistricts(JSON.parse(readFileSync(file, 'utf8'))).items.filter(
  ({ level }) => level === 'CITY' || level === 'COUNTY',
);
const at = (address: string, district = '610116', context = { ...CONTEXT, divisions }) =>
  validateForm(ELDERLY_FORM, { institution: { ...ELDERLY, address, district } }, context);

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

describe('an address in another city or county of the province', () => {
  it.each([
    ['雁塔区示例路9号', '雁塔区'],
    ['西安市雁塔区示例路9号', '雁塔区'],
    ['陕西省西安市 碑林区 东大街9号', '碑林区'],
    ['陕西省咸阳市秦都区示例路9号', '咸阳市'],
    ['兴平市示例路9号', '兴平市'],
    ['蓝田县示例镇9号', '蓝田县'],
  ])('is warned of, naming it, and cites nothing: %s', (address, named) => {
    expect(at(address)).toEqual([
      {
        pointer: '/institution/address',
        code: 'ADDRESS_ELSEWHERE',
        severity: 'WARNING',
        basis: null,
        message: `地址写的是“${named}”，不在所选的区县，请核对`,
      },
    ]);
  });

  it('is warned of below a municipality too, where counties have no city above', () => {
    expect(at('重庆市渝北区示例路9号', '500152')).toMatchObject([{ code: 'ADDRESS_ELSEWHERE' }]);
    expect(at('重庆市潼南区示例路9号', '500152')).toEqual([]);
  });

  it.each([
    ['长安路9号', '610113'],
    ['长安区路9号', '610113'],
    ['咸阳路9号', '610116'],
    ['咸阳市场9号', '610116'],
    ['雁塔南路9号', '610116'],
    ['示例大厦雁塔区分部9号', '610116'],
    ['西安市长安区新城区9号', '610116'],
    ['西安市示例路9号', '610116'],
    ['长安区示例路9号', '610116'],
    ['江北区示例路9号', '610116'],
  ])('is none: %s in %s', (address, district) => expect(at(address, district)).toEqual([]));

  it('is not known where the places of the province are not', () => {
    expect(at('雁塔区示例路9号', '610116', { ...CONTEXT, divisions: [] })).toEqual([]);
  });

  it.each(divisions.filter(({ level }) => level === 'COUNTY'))(
    'is no own address: $name ($code)',
    ({ code, name }) => {
      expect(at(`${name}示例路9号`, code)).toEqual([]);
    },
  );
});
