import { checkUscc, usccCheckDigit } from '@zhaoguan/kernel';
import fc from 'fast-check';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const VALID = [
  ['91350100M000100Y43', 'ENTERPRISE', 'the example of the standard'],
  ['91110000101623741K', 'ENTERPRISE', 'a published company'],
  ['526101160000000199', 'PRIVATE_NON_ENTERPRISE', '民办非企业单位'],
  ['91500152000000027C', 'ENTERPRISE', '企业'],
  ['12330106000000035P', 'PUBLIC_INSTITUTION', '事业单位'],
  ['92650203000000043G', 'SOLE_PROPRIETOR', '个体工商户'],
  ['916100000000000518', 'ENTERPRISE', 'a provincial registry'],
  ['1250015200000006XR', 'PUBLIC_INSTITUTION', 'organisation check X'],
  ['52330105MJ00000180', 'PRIVATE_NON_ENTERPRISE', 'remainder 0 gives “0”'],
  ['91610116MA0000015Y', 'ENTERPRISE', 'remainder 1 gives “Y”'],
] as const;

const first17 = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 2, maxLength: 2 }),
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 6, maxLength: 6 }),
    fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 9, maxLength: 9 }),
  )
  .map((groups) => groups.join(''));
const validCode = first17.map((start) => start + usccCheckDigit(start));

describe('统一社会信用代码 (GB 32100-2015)', () => {
  it.each(VALID)('accepts %s as %s: %s', (code, entity) => {
    expect(checkUscc(code)).toEqual({ ok: true, value: code, entity, warnings: [] });
  });

  it.each([
    ['91350211M0000XUF46', 'CHECK_DIGIT'],
    ['91310115MA1H8R7C6D', 'CHECK_DIGIT'],
    ['91350100M000100I43', 'CHARACTER'],
    ['91350A00M000100Y43', 'CHARACTER'],
    ['9135010OM000100Y43', 'CHARACTER'],
    ['91350100M000100Y4', 'LENGTH'],
    ['91350100M000100Y433', 'LENGTH'],
    ['', 'LENGTH'],
  ])('refuses %s: %s', (code, reason) => {
    expect(checkUscc(code)).toEqual({ ok: false, reason });
  });

  it('puts right what people type: lower case, white space, full-width characters', () => {
    for (const typed of [
      ' 91350100m000100y43 ',
      '9135 0100 M000 100Y 43',
      '９１３５０１００Ｍ０００１００Ｙ４３',
      '　91350100M000100Y43',
    ]) {
      expect(checkUscc(typed)).toMatchObject({ ok: true, value: '91350100M000100Y43' });
    }
  });

  it('only warns when the organisation code inside fails its own check', () => {
    const start = '91350100M000100Y5';
    expect(checkUscc(start + usccCheckDigit(start))).toMatchObject({
      ok: true,
      warnings: ['ORGANISATION_CHECK_DIGIT'],
    });
  });

  it.each([
    ['5133010600000003', 'OTHER'],
    ['9365020300000004', 'OTHER'],
    ['1165020300000004', 'OTHER'],
  ])('knows the code beginning %s as %s', (start16, entity) => {
    const start = `${start16}0`;
    expect(checkUscc(start + usccCheckDigit(start))).toMatchObject({ ok: true, entity });
  });

  it('accepts every code that carries its computed check digit', () => {
    fc.assert(fc.property(validCode, (code) => checkUscc(code).ok));
  });

  it('catches any substitution of a single character', () => {
    fc.assert(
      fc.property(validCode, fc.nat(17), fc.constantFrom(...ALPHABET), (code, at, char) => {
        fc.pre(code[at] !== char);
        return !checkUscc(code.slice(0, at) + char + code.slice(at + 1)).ok;
      }),
      { numRuns: 2000 },
    );
  });

  it('catches every swap of two different neighbours among the first 17 characters', () => {
    fc.assert(
      fc.property(validCode, fc.nat(15), (code, at) => {
        const [a, b] = [code.charAt(at), code.charAt(at + 1)];
        fc.pre(a !== b);
        return !checkUscc(code.slice(0, at) + b + a + code.slice(at + 2)).ok;
      }),
      { numRuns: 2000 },
    );
  });

  it('computes no check digit for what is not the start of a code', () => {
    expect(() => usccCheckDigit('91350100M000100Y')).toThrow(RangeError);
    expect(() => usccCheckDigit('91350100M000100I4')).toThrow(RangeError);
  });
});
