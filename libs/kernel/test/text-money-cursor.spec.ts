import {
  bigrams,
  charLength,
  decodeCursor,
  decodeIdCursor,
  decodePositionCursor,
  DomainError,
  encodeCursor,
  fen,
  formatYuan,
  normalizeLines,
  normalizeText,
  yuanInCapitals,
  yuanInWords,
} from '@zhaoguan/kernel';
import fc from 'fast-check';

describe('text', () => {
  it('is stored in one form', () => {
    expect(normalizeText('　阳光  养老\n院\t')).toBe('阳光 养老 院');
    expect(normalizeText('e\u0301')).toBe('é');
    expect(normalizeText(' ')).toBe('');
    expect(normalizeLines(' 一、 修缮  房屋\r\n\n\n\n二、Ａ座\u200b \n')).toBe('一、 修缮 房屋\n\n二、A座');
    expect(normalizeLines(' \n\u200b\n')).toBe('');
  });

  it('keeps nothing that nobody sees', () => {
    expect(normalizeText('长安路88号\u200b')).toBe('长安路88号');
    expect(normalizeText('\u202e示例·\u2066养老院\u2069')).toBe('示例·养老院');
    expect(normalizeText('长安\ufeff路\u00ad88\ufe0f号\u{e0100}\ue000\u0000\ud800')).toBe('长安路88号');
    expect(normalizeText('\u200b\u2060 \u3164\u2800')).toBe('');
    expect(normalizeText('e\u200b\u0301')).toBe('é');
  });

  it('takes full-width letters and digits for plain ones, and leaves brackets as registered', () => {
    expect(normalizeText('Ａ座８８号（东区）')).toBe('A座88号（东区）');
  });

  it.each([
    ['阿不都·热合曼', 'a middle dot'],
    ['尼加提•买买提', 'a bullet in its place'],
    ['𠮷野家养老院', 'an ideograph of extension B'],
    ['བཀྲ་ཤིས་', 'Tibetan with its marks'],
    ['مۇھەممەد', 'Uyghur'],
    ['نامه\u200cها', 'a joiner between Arabic letters'],
    ['ᠮᠣᠩᠭᠣᠯ\u180b ᠬᠡᠯᠡ\u180e', 'Mongolian with its variation marks'],
  ])('keeps %s: %s', (name) => {
    expect(normalizeText(name)).toBe(name.normalize('NFC'));
  });

  const tricky = fc.constantFrom(
    ...'a 8 ８ 号 ب \u064b ᠠ \u180b \u180e \u200b \u200c \u200d \u202e \u0301 \ufe0f \u{e0100} \ue000 \ud800'.split(
      ' ',
    ),
    ...' |\n|\u3000|\u0085|\u2800|\ufeff|\udc00|\uffff'.split('|'),
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(tricky).map((chars) => chars.join('')),
  );

  it('keeps that form when normalised again', () => {
    fc.assert(fc.property(texts, (s) => normalizeText(normalizeText(s)) === normalizeText(s)));
  });

  it('holds no control, no private or broken character, and a joiner only where letters need it', () => {
    fc.assert(
      fc.property(texts, (s) => {
        const stored = normalizeText(s);
        const needed = /(?<=[\p{sc=Arabic}\p{sc=Mongolian}]\p{Mn}*)[\u180b-\u180f\u200c\u200d]/gu;
        const seen = stored.replace(needed, '').replace(/\p{Cn}/gu, '');
        return !/[\p{C}\p{Default_Ignorable_Code_Point}]/u.test(seen);
      }),
    );
  });

  it('is counted in characters, not code units', () => {
    expect(charLength('𠮷野家')).toBe(3);
    expect(charLength('')).toBe(0);
  });

  it('is cut into distinct pairs of neighbours', () => {
    expect(bigrams('阳光养老')).toEqual(['阳光', '光养', '养老']);
    expect(bigrams('ABab')).toEqual(['ab', 'ba']);
    expect(bigrams('𠮷A')).toEqual(['𠮷a']);
    expect(bigrams('阳')).toEqual(['阳']);
    expect(bigrams('')).toEqual([]);
  });

  it('contains every pair of each of its parts, which is what the search index relies on', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 2 }), fc.string(), (before, part, after) => {
        const whole = new Set(bigrams(before + part + after));
        return bigrams(part).every((pair) => whole.has(pair));
      }),
    );
  });
});

describe('money', () => {
  it.each([
    [300_000, '3,000.00 元'],
    [0, '0.00 元'],
    [5, '0.05 元'],
    [-123, '-1.23 元'],
    [99_999, '999.99 元'],
    [123_456_789_012, '1,234,567,890.12 元'],
  ])('%i fen read %s', (amount, text) => {
    expect(formatYuan(amount)).toBe(text);
    expect(yuanInWords(amount)).toBe(text.replace('.00', '').replace(' ', ''));
  });

  it.each([
    [0, '零元整'],
    [3_000_000, '叁万元整'],
    [1_050_000, '壹万零伍佰元整'],
    [1_000_500_00, '壹佰万零伍佰元整'],
    [20_000_100_00, '贰仟万零壹佰元整'],
    [100_000_000_00, '壹亿元整'],
    [1_000_200_030_00, '壹拾亿零贰拾万零叁拾元整'],
    [640_950, '陆仟肆佰零玖元伍角整'],
    [300_050, '叁仟元零伍角整'],
    [32_504, '叁佰贰拾伍元零肆分'],
    [614, '陆元壹角肆分'],
    [50, '伍角整'],
  ])('%i fen read %s in capitals', (amount, text) => {
    expect(yuanInCapitals(amount)).toBe(text);
  });

  it('is written in capitals only when somebody can owe it', () => {
    expect(() => yuanInCapitals(-1)).toThrow(new DomainError('INVALID_AMOUNT'));
  });

  it('is whole fen', () => {
    expect(fen(300_000)).toBe(300_000);
    for (const amount of [0.1, Number.NaN, Infinity, 2 ** 53])
      expect(() => fen(amount)).toThrow(new DomainError('INVALID_AMOUNT'));
  });
});

describe('cursors', () => {
  const values = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.constant(null)), {
    maxLength: 6,
  });

  it('bring back what they carry, in characters that a URL leaves alone', () => {
    fc.assert(
      fc.property(values, (list) => {
        const cursor = encodeCursor(list);
        expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(decodeCursor(cursor)).toEqual(list);
      }),
    );
  });

  it.each([
    '',
    'x',
    '%%%',
    encodeCursor(['a']) + '=',
    btoa('{"a":1}'),
    btoa('[true]'),
    btoa('[[1]]'),
    btoa('[1'),
    btoa('[ 1 ]'),
    btoa('\xff\xff'),
    encodeCursor(['长'.repeat(1000)]),
  ])('are refused when they are none: %s', (cursor) => {
    expect(() => decodeCursor(cursor)).toThrow(new DomainError('INVALID_CURSOR'));
  });

  it('are refused or read, but never break, whatever is sent', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          return encodeCursor(decodeCursor(text)) === text;
        } catch (error) {
          return error instanceof DomainError && error.code === 'INVALID_CURSOR';
        }
      }),
    );
  });

  it('give an id, or a position and an id, and nothing else', () => {
    const id = '0193d0c2-7d1e-7c3a-8f00-1234567890ab';
    const day = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
    expect(decodeIdCursor(encodeCursor([id]))).toBe(id);
    expect(decodePositionCursor(encodeCursor(['2026-11-20', id]), day)).toEqual(['2026-11-20', id]);
    for (const values of [[], ['x'], [1], [id, id], [null]]) {
      expect(() => decodeIdCursor(encodeCursor(values))).toThrow(new DomainError('INVALID_CURSOR'));
    }
    for (const values of [
      [],
      [id],
      ['2026-11-20'],
      ["';--", id],
      ['2026-11-20', 'x'],
      ['2026-11-20', id, id],
    ]) {
      expect(() => decodePositionCursor(encodeCursor(values), day)).toThrow(
        new DomainError('INVALID_CURSOR'),
      );
    }
  });
});
