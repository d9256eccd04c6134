import { guarded, guardedFileName, plainDigits, toApplicant, usccCheckDigit } from '@zhaoguan/kernel';
import fc from 'fast-check';

describe('guarded words', () => {
  it.each([
    ['电话13812345678。', '电话138****5678。'],
    ['138 1234 5678', '138****5678'],
    ['电话１３８１２３４５６７８', '电话138****5678'],
    ['+8613812345678', '138****5678'],
    ['打8613812345678找他', '打138****5678找他'],
    ['0086 138 1234 5678', '138****5678'],
    ['6101161990 01010019', '610116********0019'],
    ['610116 1990 0101 001x', '610116********001X'],
    ['1234 5678 9012 3456 78', '1234 5678 9012 3456 78'],
    ['029-85290000', '029****0000'],
    ['身份证 610116 19900101 001X', '身份证 610116********001X'],
    ['６１０１１６１９９００１０１００１ｘ', '610116********001X'],
    ['138/1234/5678', '138****5678'],
    ['138.1234.5678', '138****5678'],
    ['138·1234·5678', '138****5678'],
    ['138 - 1234 - 5678', '138****5678'],
    ['138\n1234\n5678', '138****5678'],
    ['138 12 345 678', '138****5678'],
    ['1 3 8 1 2 3 4 5 6 7 8', '138****5678'],
    ['⑬812345678', '138****5678'],
    ['১৩৮১২৩৪৫৬৭৮', '138****5678'],
    ['१३८ १२३४ ५६७८', '138****5678'],
    ['床位২০张', '床位20张'],
    ['１３８－１２３４－５６７８', '138****5678'],
    ['于2026-11-29 138-1234-5678', '于2026-11-29 138****5678'],
    ['110101-19900101-1234', '110101********1234'],
    ['110101/19900101/1234', '110101********1234'],
    ['110101 1990 0101 1234', '110101********1234'],
    ['029）8529 0000', '029****0000'],
    ['029/85290000', '029****0000'],
    ['示例路12号院内二层', '示例路12号院内二层'],
    ['床位２０张', '床位20张'],
    ['编号 610116-YL-2026-0001', '编号 610116-YL-2026-0001'],
    ['  ', null],
    [null, null],
  ])('of %j are %j', (said, kept) => {
    expect(guarded(said)).toBe(kept);
  });

  it.each([
    '罚款13,812,345,678元',
    '罚款138123456.78元',
    '1381234.5678万元',
    '15000-200000元',
    '长卫许准〔2026〕138号',
    '2026年11月29日，2026-11-29，2026.11.29 13:00-18:00',
    '2026-11-29 13:00:00',
    '710100 2026-11-29 1200',
    '第150、2025、2026号',
    '许可证JY16101160012345',
    '代码91110000100006021L',
    `代码91610116000000017${usccCheckDigit('91610116000000017')}`,
    '610116-TYXK-2026-0006',
  ])('of %j are left as they are', (said) => {
    expect(guarded(said)).toBe(said);
  });

  const digits = (length: number) =>
    fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
      .map((all) => all.join(''));
  const joint = fc.constantFrom('', ' ', '-', '.', '·', '/', '_', ',', '、', '　', '－', ' - ', '\n', ' / ');
  const around = fc.constantFrom('', '电话', '，', '（', 'tel:', '2026年');

  it('never hold a mobile number, however one writes it', () => {
    const mobile = fc.tuple(fc.constantFrom('13', '15', '18', '19'), digits(1), digits(4), digits(4));
    fc.assert(
      fc.property(mobile, joint, joint, around, ([two, one, second, third], a, b, before) => {
        // 1381234.5678 is a figure with decimals, and 150、2025、2026 a list.
        fc.pre(!/^(19|20)/.test(second) && !(a === '' && b === '.'));
        const kept = guarded(`${before}${two}${one}${a}${second}${b}${third}。`);
        expect(kept?.endsWith(`${two}${one}****${third}。`)).toBe(true);
      }),
    );
  });

  it('never hold an identity number, however one writes it', () => {
    const born = fc
      .date({ min: new Date('1920-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10).replaceAll('-', ''));
    fc.assert(
      fc.property(born, digits(4), joint, joint, around, (day, last, a, b, before) => {
        expect(guarded(`${before}110101${a}${day}${b}${last}。`)).not.toContain(day);
      }),
    );
  });

  it('keep amounts, days, numbers of papers and codes', () => {
    const amount = fc
      .integer({ min: 0, max: 999_999_999 })
      .map((fen) => `${(fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}元`);
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const paper = fc
      .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 9999 }))
      .map(([year, serial]) => `长卫许准〔${year}〕${serial}号`);
    const receipt = fc
      .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 9999 }))
      .map(([year, serial]) => `610116-YL-${year}-${String(serial).padStart(4, '0')}`);
    fc.assert(
      fc.property(fc.oneof(amount, day, paper, receipt), around, (kept, before) => {
        expect(guarded(`${before}${kept}`)).toBe(`${before}${kept}`);
      }),
    );
  });
});

describe('words of an official to an applicant', () => {
  it('keep the telephone of an office, and no number of a person', () => {
    expect(toApplicant(' 请致电029-85290000，勿再拨13812345678（6101161990 01010019） ')).toBe(
      '请致电029-85290000，勿再拨138****5678（610116********0019）',
    );
    expect(toApplicant(' ')).toBe('');
  });
});

describe('the name of a file', () => {
  it.each([
    ['张某某身份证610116199001010019.pdf', '张某某身份证610116＊＊＊＊＊＊＊＊0019.pdf'],
    ['IMG610116199001010019.jpg', 'IMG610116＊＊＊＊＊＊＊＊0019.jpg'],
    ['承诺书_13812345678.pdf', '承诺书_138＊＊＊＊5678.pdf'],
    ['承诺书 138-1234-5678（盖章）.png', '承诺书 138＊＊＊＊5678（盖章）.png'],
  ])('%s keeps no number of a person', (name, kept) => {
    expect(guardedFileName(name)).toBe(kept);
    expect(guardedFileName(kept)).toBe(kept);
  });

  it.each([
    '①营业执照（91610116MA6TX00018）.pdf',
    'IMG_20261129_153012.jpg',
    'mmexport1700000000000.jpg',
    '备案回执 610116-YL-2026-0001.pdf',
    '*.pdf',
    '',
  ])('%s stays as it is', (name) => {
    expect(guardedFileName(name)).toBe(name);
  });
});

describe('digits of other scripts', () => {
  it.each([
    '٠',
    '۰',
    '߀',
    '०',
    '০',
    '੦',
    '૦',
    '௦',
    '๐',
    '༠',
    '၀',
    '០',
    '᠐',
    '᱀',
    '꘠',
    '\u{104a0}',
    '\u{11066}',
  ])('that begin with %s are 0 to 9', (zero) => {
    const ten = Array.from({ length: 10 }, (_, i) => String.fromCodePoint(zero.codePointAt(0)! + i));
    expect(plainDigits(`电话${ten.join('')}。`)).toBe('电话0123456789。');
  });
});
