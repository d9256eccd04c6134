import fc from 'fast-check';
import { jcs, portableSm3 } from '@zhaoguan/draw';
import { nodeSm3 } from '../../platform/src/crypto/sm3';
import { lengthPrefixed, SeededHash, taggedHash, toHex, utf8 } from '../src/hash';
import { sortRows } from '../src/sort-rows';
import { referenceJcs } from './reference';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('bytes of the draw', () => {
  it('[DR-1] both SM3 give the digests of GB/T 32905-2016, appendix A, in lower-case hex', () => {
    for (const sm3 of [nodeSm3, portableSm3]) {
      expect(toHex(sm3(utf8('abc')))).toBe(
        '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
      );
      expect(toHex(sm3(utf8('abcd'.repeat(16))))).toBe(
        'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
      );
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect([...portableSm3(bytes)]).toEqual([...nodeSm3(bytes)]);
      }),
    );
  });

  it('[DR-3] every part is preceded by its length, so that no two lists of parts meet', () => {
    expect(toHex(lengthPrefixed([utf8('ab'), utf8(''), utf8('c')]))).toBe(
      '00000002616200000000' + '0000000163',
    );
    const seed = new Uint8Array(32).fill(3);
    const seeded = new SeededHash(nodeSm3, 'pick', seed).reset().id('t-1').id('fire').u32(0).u32(70_000);
    const plain = taggedHash(
      nodeSm3,
      'pick',
      seed,
      utf8('t-1'),
      utf8('fire'),
      new Uint8Array(4),
      Uint8Array.of(0, 1, 17, 112),
    );
    expect(toHex(seeded.digest())).toBe(toHex(plain));
  });

  it('[DR-6] JCS sorts members by UTF-16 code units and escapes as little as it may', () => {
    // The sorting example of RFC 8785, section 3.2.3.
    const value = JSON.parse(
      '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",' +
        '"\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}',
    ) as unknown;
    expect(Object.values(JSON.parse(text(jcs(value))) as object).slice(1)).toEqual([
      'Carriage Return',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
    expect(text(jcs({ b: [-0, 12], a: '\u20ac$\u000f\nA\'B"\\/', __proto__x: {} }))).toBe(
      '{"__proto__x":{},"a":"€$\\u000f\\nA\'B\\"\\\\/","b":[0,12]}',
    );
  });

  it('[DR-6] JCS does not depend on the order of members', () => {
    const json = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.string({ unit: 'grapheme' }),
        fc.maxSafeInteger(),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.string({ unit: 'grapheme' }), tie('value'), { maxKeys: 4, noNullPrototype: true }),
      ),
    })).value;
    fc.assert(
      fc.property(json, (value) => {
        expect(text(jcs(value))).toBe(referenceJcs(value));
        expect(JSON.parse(text(jcs(value)))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('[DR-11] rows are sorted by bytes, shorter first, equals as they came', () => {
    const row = fc.uint8Array({ maxLength: 4, max: 3 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 200 }), (rows) => {
        const starts = new Uint32Array(rows.length + 1);
        rows.forEach((bytes, i) => (starts[i + 1] = starts[i]! + bytes.length));
        const order = sortRows(Uint8Array.from(rows.flatMap((bytes) => [...bytes])), starts);
        const expected = rows.map((_, i) => i).sort((a, b) => Buffer.compare(rows[a]!, rows[b]!) || a - b);
        expect([...order]).toEqual(expected);
      }),
    );
  });
});
