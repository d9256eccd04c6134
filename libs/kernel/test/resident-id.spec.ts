import { addDays, checkResidentId, lastFour, maskResidentId, plainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const birthDate = fc
  .date({ min: new Date('1800-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const validId = fc.tuple(digits(6), birthDate, digits(3)).map(([prefix, day, order]) => {
  const start = prefix + day.replace(/-/g, '') + order;
  const sum = [...start].reduce((total, digit, i) => total + Number(digit) * (WEIGHTS[i] ?? 0), 0);
  return start + '10X98765432'.charAt(sum % 11);
});

describe('公民身份号码 (GB 11643-1999)', () => {
  it.each([
    ['11010519491231002X', '1949-12-31', 'FEMALE'],
    ['440524188001010014', '1880-01-01', 'MALE'],
    ['610116189001010019', '1890-01-01', 'MALE'],
    ['61012118920229002X', '1892-02-29', 'FEMALE'],
    ['330102188808080026', '1888-08-08', 'FEMALE'],
    ['650203188606060031', '1886-06-06', 'MALE'],
  ])('accepts %s, born %s, %s', (id, birth, sex) => {
    expect(checkResidentId(id)).toEqual({ ok: true, value: id, birthDate: birth, sex });
  });

  it.each([
    ['500223189102290017', 'BIRTH_DATE'],
    ['110105491231002', 'LENGTH'],
    ['110105194912310021', 'CHECK_DIGIT'],
    ['11010519491231002Y', 'CHARACTER'],
    ['1101051949123100X2', 'CHARACTER'],
    ['110105000001010013', 'BIRTH_DATE'],
    ['', 'LENGTH'],
  ])('refuses %s: %s', (id, reason) => {
    expect(checkResidentId(id)).toEqual({ ok: false, reason });
  });

  it('lets nobody be born after the day that is given', () => {
    const born = plainDate('1949-12-31');
    expect(checkResidentId('11010519491231002X', born)).toMatchObject({ ok: true, birthDate: born });
    expect(checkResidentId('11010519491231002X', addDays(born, -1))).toEqual({
      ok: false,
      reason: 'BIRTH_DATE',
    });
  });

  it('puts right what people type: lower-case x, white space, full-width characters', () => {
    for (const typed of [
      '11010519491231002x',
      ' 110105 19491231 002X',
      '１１０１０５１９４９１２３１００２Ｘ',
    ]) {
      expect(checkResidentId(typed)).toMatchObject({ ok: true, value: '11010519491231002X' });
    }
  });

  it('never looks the district prefix up', () => {
    fc.assert(fc.property(validId, (id) => checkResidentId(id).ok));
  });

  it('catches any substitution of a single character', () => {
    fc.assert(
      fc.property(validId, fc.nat(17), fc.constantFrom(...'0123456789X'), (id, at, char) => {
        fc.pre(id[at] !== char);
        return !checkResidentId(id.slice(0, at) + char + id.slice(at + 1)).ok;
      }),
      { numRuns: 2000 },
    );
  });

  it('shows the first six and the last four characters to eyes that may not see the rest', () => {
    expect(maskResidentId('610116189001010019')).toBe('610116********0019');
    expect(maskResidentId('610116900101001')).toBe('610116*****1001');
    expect(maskResidentId('6101161890')).toBe('**********');
    expect(lastFour('610116189001010019')).toBe('**************0019');
    expect(lastFour('610116********0019')).toBe('**************0019');
  });
});
