import type { DirectoryCell } from '../src/domain/directory-row-cells';
import { DirectoryParser, type DirectoryOutcome } from '../src/domain/directory-row-parser';
import { DIRECTORY_HEADER as HEADER, divisions, sheetRow, TODAY } from './directory-files';

const FULL: Record<string, DirectoryCell> = {
  机构名称: '示例·颐年苑（长安）养老服务有限公司',
  统一社会信用代码: '91610116MA0000015Y',
  机构类型: '养老机构',
  所在区县: '西安市长安区',
  所在街道: '韦曲',
  详细地址: '西安市长安区韦曲街道示例路1号',
  法定代表人: '张三',
  联系电话: '13800000000',
  '床位数（张）': 120,
  '其中：护理型床位数': 80,
  性质: '公建民营',
  备案编号: '610116-YL-2025-0001',
  备案日期: { date: '2025-03-01' },
  信用等级: 'Ａ级',
  服务电话: '（029）8529 0000',
};
const index = divisions();

function parse(
  rows: readonly Record<string, DirectoryCell>[],
  options: {
    header?: readonly string[];
    jurisdiction?: readonly string[];
    defaultKind?: 'ELDERLY_CARE';
  } = {},
): DirectoryOutcome[] {
  const header = options.header ?? HEADER;
  const parser = new DirectoryParser({
    divisions: options.jurisdiction ? divisions(options.jurisdiction) : index,
    defaultKind: options.defaultKind ?? null,
    today: TODAY,
    maxColumns: 256,
  });
  parser.accept(sheetRow(1, header));
  return rows.map((cells, i) =>
    parser.accept(
      sheetRow(
        i + 2,
        header.map((name) => cells[name] ?? null),
      ),
    ),
  );
}

/** `column（letter）reason` of each fault. */
function faults(change: Record<string, DirectoryCell>, options: Parameters<typeof parse>[1] = {}): string[] {
  const [outcome] = parse([{ ...FULL, ...change }], options);
  if (!outcome || !('faults' in outcome)) return [];
  return outcome.faults.map((fault) => `${fault.column}（${fault.letter}）${fault.reason}`);
}

describe('a row that is right', () => {
  it('is read field by field', () => {
    expect(parse([FULL])).toEqual([
      {
        type: 'ROW',
        remark: null,
        value: {
          row: 2,
          name: '示例·颐年苑（长安）养老服务有限公司',
          uscc: '91610116MA0000015Y',
          entity: 'ENTERPRISE',
          kind: 'ELDERLY_CARE',
          siteType: null,
          district: '610116',
          township: '610116001',
          address: '西安市长安区韦曲街道示例路1号',
          bareAddress: '韦曲街道示例路1号',
          legalRepresentative: '张三',
          phone: '13800000000',
          servicePhone: '029-85290000',
          capacity: 120,
          nursingBeds: 80,
          ownership: 'PUBLIC_BUILT_PRIVATE_RUN',
          forProfit: null,
          filingNumber: '610116-YL-2025-0001',
          filedOn: '2025-03-01',
          grade: 'A',
        },
      },
    ]);
  });

  it.each<[string, Record<string, DirectoryCell>, Record<string, unknown>]>([
    [
      'full width and blanks',
      { 统一社会信用代码: ' ９１６１０１１６ＭＡ００００　０１５ｙ ' },
      { uscc: '91610116MA0000015Y' },
    ],
    ['numbers typed as text', { '床位数（张）': '1,200 张' }, { capacity: 1200 }],
    ['a phone that Excel took for a number', { 联系电话: 13800000000 }, { phone: '13800000000' }],
    ['a date in words', { 备案日期: '2025年3月1日' }, { filedOn: '2025-03-01' }],
    ['a date with points', { 备案日期: '2025.3.1' }, { filedOn: '2025-03-01' }],
    ['a date with a time', { 备案日期: '2025/3/1 0:00:00' }, { filedOn: '2025-03-01' }],
    ['a date in one number', { 备案日期: 20250301 }, { filedOn: '2025-03-01' }],
    [
      'signs for nothing',
      { 备案编号: '—', 备案日期: '/', 信用等级: '未评定', 服务电话: '无', 法定代表人: '' },
      { filingNumber: null, filedOn: null, grade: null, servicePhone: null, legalRepresentative: null },
    ],
    [
      'what an institution is, said twice',
      { 性质: '民办非营利' },
      { ownership: 'PRIVATE', forProfit: false },
    ],
    ['a district with its province', { 所在区县: '陕西省 西安市 长安区' }, { district: '610116' }],
    ['a code in the column of names', { 所在区县: 610116 }, { district: '610116' }],
    ...['长民备〔2020〕12号', '陕A-2019/003', '610100-YL-2025-0003', '(2018)第7号', '六一〇.3'].map(
      (number): [string, Record<string, DirectoryCell>, Record<string, unknown>] => [
        `the number ${number}`,
        { 备案编号: number },
        { filingNumber: number },
      ],
    ),
    ['invisible characters', { 机构名称: '\u200b示例·颐年苑\u00a0' }, { name: '示例·颐年苑' }],
  ])('%s', (_, change, expected) => {
    expect(parse([{ ...FULL, ...change }])[0]).toMatchObject({ type: 'ROW', value: expected });
  });

  it('a 托育机构 counts 托位, a 家庭托育点 is one in a dwelling', () => {
    const childcare = {
      ...FULL,
      机构类型: '家庭托育点',
      '床位数（张）': null,
      '其中：护理型床位数': null,
      '托位数（个）': 5,
      备案编号: '610116-JT-2025-0001',
    };
    expect(parse([childcare])[0]).toMatchObject({
      value: { kind: 'CHILDCARE', siteType: 'HOME', capacity: 5 },
    });
    expect(faults({ ...childcare, '托位数（个）': 30, 信用等级: 'E' })).toEqual([
      '托位数（个）（K）家庭托育点收托不超过5人（《家庭托育点管理办法（试行）》），超过的机构类型应为“托育机构”',
      expect.stringContaining('信用等级应为'),
    ]);
    expect(faults({ ...childcare, 机构类型: '托育机构', '托位数（个）': 30, 备案编号: null })).toEqual([]);
  });

  it('takes district codes of 6, 9 and 12 digits', () => {
    const header = HEADER.map((name) => (name === '所在区县' ? '区划代码' : name));
    const read = (code: DirectoryCell) => parse([{ ...FULL, 所在街道: null, 区划代码: code }], { header })[0];
    expect(read(610116)).toMatchObject({ value: { district: '610116', township: null } });
    expect(read('610116001')).toMatchObject({ value: { district: '610116', township: '610116001' } });
    expect(read('610116000000')).toMatchObject({ value: { district: '610116', township: null } });
    expect(read('610116001002')).toMatchObject({ value: { township: '610116001' } });
  });
});

describe('a fault names column, letter and reason', () => {
  it.each<[Record<string, DirectoryCell>, string]>([
    [{ 机构名称: null }, '机构名称（B）不能为空'],
    [{ 机构名称: '示例·\ud800养老院' }, '机构名称（B）含有无法识别的字符，请重新填写'],
    [{ 详细地址: '示例路1号\udc00' }, '详细地址（G）含有无法识别的字符，请重新填写'],
    [{ 统一社会信用代码: '91610116MA00000150' }, '统一社会信用代码（C）统一社会信用代码校验码不符，请核对'],
    [{ 统一社会信用代码: '9161011' }, '统一社会信用代码（C）统一社会信用代码应为18位'],
    [
      { 统一社会信用代码: '91350100M000100I43' },
      '统一社会信用代码（C）统一社会信用代码含有不允许的字符（不使用 I、O、S、V、Z）',
    ],
    [
      { 统一社会信用代码: Number('526101160000000199') },
      '统一社会信用代码（C）单元格是数值格式，超过15位的数字已失真，请改为文本格式后重新填写',
    ],
    [
      { 统一社会信用代码: '5.26101E+17' },
      '统一社会信用代码（C）代码已被表格软件改成科学记数，请改为文本格式后重新填写',
    ],
    [{ 统一社会信用代码: { error: '#N/A' } }, '统一社会信用代码（C）单元格是公式错误值 #N/A'],
    [{ 机构类型: '其他' }, '机构类型（D）机构类型应为“养老机构”“托育机构”或者“家庭托育点”'],
    [{ 所在区县: '长安县' }, '所在区县（E）没有“长安县”这个区划，请填写现行的区县名称或者行政区划代码'],
    [{ 所在区县: '西安市' }, '所在区县（E）没有“西安市”这个区划，请填写现行的区县名称或者行政区划代码'],
    [{ 所在街道: '三桥' }, '所在街道（F）长安区没有“三桥”'],
    [{ 详细地址: '路口' }, '详细地址（G）地址过短，请填写到门牌号'],
    [{ 联系电话: '85290000' }, '联系电话（I）固定电话请加区号，如 029-85290000'],
    [{ 联系电话: '13800000000、13900000000' }, '联系电话（I）只能填写一个电话号码'],
    [{ '床位数（张）': '约100' }, '床位数（张）（J）应为不小于0的整数'],
    [{ '床位数（张）': 0 }, '床位数（张）（J）应大于0'],
    [{ '床位数（张）': null }, '床位数（张）（J）不能为空'],
    [{ '床位数（张）': 10.5 }, '床位数（张）（J）应为不小于0的整数'],
    [{ '托位数（个）': 30 }, '托位数（个）（K）养老机构不应填写托位数'],
    [{ '其中：护理型床位数': 121 }, '其中：护理型床位数（L）多于床位数120'],
    [{ 性质: '其他' }, '性质（M）机构性质应为公办、公建民营、民办公助、民办等，或者营利性、非营利性'],
    ...['../../X', '=1+1', '+1', '@X', '-1', 'A//B', '甲;乙', '<B>', '610116"YL'].map(
      (number): [Record<string, DirectoryCell>, string] => [
        { 备案编号: number },
        '备案编号（N）备案编号应以汉字、字母、数字或者括号开头，只含汉字、字母、数字和 - / . 〔〕等符号，请按备案回执填写',
      ],
    ),
    [
      { 备案编号: '500152-YL-2025-0001' },
      '备案编号（N）备案编号中的区划代码500152不是本行的区县（610116），请核对',
    ],
    [
      { 备案编号: '610116-JT-2025-0001' },
      '备案编号（N）备案编号中的“JT”是托育机构的编号，与机构类型不符，请核对',
    ],
    [
      { 机构名称: '示例·电话13812345678养老院' },
      '机构名称（B）名称中不能有电话号码、证件号码或者网址，请按登记证书填写；电话填在“对外服务电话”',
    ],
    [{ 机构名称: '示例·<b>养老院' }, '机构名称（B）名称不能含有“<”“>”或者不能显示的字符，请按登记证书填写'],
    [
      { 备案编号: '610116-YL-2025-0000' },
      '备案编号（N）备案编号的末尾“0000”不是序号（四至七位数，从0001起），请核对',
    ],
    [
      { 备案编号: '610116-YL-2025-9999999999' },
      '备案编号（N）备案编号的末尾“9999999999”不是序号（四至七位数，从0001起），请核对',
    ],
    [{ 备案编号: '610116-YL-9999-9999' }, '备案编号（N）备案编号中的年份9999晚于今年，请核对'],
    [{ 备案编号: `YL-${'1'.repeat(62)}` }, '备案编号（N）内容过长，不得超过64个字'],
    [{ 备案编号: '610116-YL\u0007-2025-0001' }, '备案编号（N）含有无法识别的字符，请重新填写'],
    [{ 机构名称: '\0' }, '机构名称（B）含有无法识别的字符，请重新填写'],
    [{ 备案日期: 45292 }, '备案日期（O）单元格是数值而不是日期（可能是 2024-01-01），请设为日期格式'],
    [{ 备案日期: '2025-02-29' }, '备案日期（O）不是有效的日期，请填写如 2026-01-31'],
    [{ 备案日期: '1949-09-30' }, '备案日期（O）日期过早，备案日期应在 1949 年 10 月 1 日以后，请核对年份'],
    [{ 备案日期: '1026-03-01' }, '备案日期（O）日期过早，应在 1900 年以后，请核对年份'],
    [{ 备案日期: '2026-11-22' }, '备案日期（O）日期晚于今天（2026-11-21）'],
    [{ 信用等级: 'E' }, '信用等级（P）信用等级应为 A、B、C、D'],
    [{ 机构名称: '长'.repeat(201) }, '机构名称（B）内容过长，不得超过100个字'],
  ])('%j', (change, expected) => {
    expect(faults(change)).toEqual([expected]);
  });

  it('all at once', () => {
    expect(faults({ 机构名称: '', 联系电话: 'x', 信用等级: 'Z' })).toHaveLength(3);
  });

  it('outside the jurisdiction of the importer', () => {
    expect(faults({}, { jurisdiction: ['500152'] })).toEqual(['所在区县（E）不在本单位的管辖范围内']);
    expect(faults({}, { jurisdiction: ['610100'] })).toEqual([]);
  });

  it('code and name that mean different districts', () => {
    const header = [...HEADER, '行政区划代码'];
    expect(faults({ 行政区划代码: '610112' }, { header })).toEqual([
      '所在区县（E）与行政区划代码不是同一个区县',
    ]);
    expect(faults({ 行政区划代码: '610116' }, { header })).toEqual([]);
  });

  it('more columns than a directory has', () => {
    const parser = new DirectoryParser({
      divisions: index,
      defaultKind: null,
      today: TODAY,
      maxColumns: 256,
    });
    parser.accept(sheetRow(1, HEADER));
    expect(parser.accept({ row: 2, cells: ['x'], width: 10_000 })).toMatchObject({
      type: 'FAULTY',
      faults: [{ row: 2, reason: '本行有10000列，超过256列，请核对是否错位' }],
    });
  });
});

describe('the same institution twice', () => {
  const second = (change: Record<string, DirectoryCell>) =>
    parse([FULL, { ...FULL, 备案编号: '', ...change }])[1];

  it('is found by code and site, however the address is spaced', () => {
    expect(second({ 详细地址: '西安市 长安区 韦曲街道 示例路１号' })).toEqual({
      type: 'FAULTY',
      faults: [
        {
          row: 3,
          column: '统一社会信用代码',
          letter: 'C',
          value: '91610116MA0000015Y',
          reason: '与第2行是同一机构的同一场所',
        },
      ],
    });
  });

  it('is no duplicate at another site', () => {
    expect(second({ 详细地址: '西安市长安区郭杜街道示例路2号', 所在街道: '郭杜街道' })?.type).toBe('ROW');
  });

  it('is found by filing number', () => {
    const other = {
      详细地址: '西安市长安区郭杜街道示例路2号',
      所在街道: '',
      备案编号: '610116-YL-2025-0001',
    };
    expect(second(other)).toMatchObject({ faults: [{ letter: 'N', reason: '备案编号与第2行重复' }] });
  });
});
