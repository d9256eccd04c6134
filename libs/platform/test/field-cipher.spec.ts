import { SystemRng } from '@zhaoguan/kernel';
import fc from 'fast-check';
import type { Secrets } from '../src/config';
import { FieldCipher } from '../src/crypto/field-cipher';

const secrets = (digit: string): Secrets => ({
  tokenKey: digit.repeat(64),
  fieldKey: digit.repeat(32),
  fieldMacKey: digit.repeat(64),
  indexKey: digit.repeat(64),
  logKey: digit.repeat(64),
});
const cipher = new FieldCipher(secrets('1'), new SystemRng());

describe('FieldCipher', () => {
  it('opens what it sealed, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (plain, context) => {
        expect(cipher.open(cipher.seal(plain, context), context)).toBe(plain);
      }),
    );
  });

  it('seals the same text differently each time', () => {
    expect(cipher.seal('11010519491231002X', 'a')).not.toBe(cipher.seal('11010519491231002X', 'a'));
  });

  it('does not open a value of which any byte was altered', () => {
    const sealed = cipher.seal('11010519491231002X', 'filing.resident-id:1');
    const bytes = Buffer.from(sealed.slice('sm4-1:'.length), 'base64');
    for (let at = 0; at < bytes.length; at += 1) {
      const altered = Buffer.from(bytes);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(() => cipher.open(`sm4-1:${altered.toString('base64')}`, 'filing.resident-id:1')).toThrow(
        'does not match its seal',
      );
    }
  });

  it('does not open a value that was moved to another row or cut short', () => {
    const sealed = cipher.seal('13900000000', 'filing.phone:1');
    expect(() => cipher.open(sealed, 'filing.phone:2')).toThrow('does not match its seal');
    expect(() => cipher.open(sealed.slice(0, 40), 'filing.phone:1')).toThrow('damaged');
    expect(() => cipher.open('13900000000', 'filing.phone:1')).toThrow('unknown field encryption');
  });

  it('does not open a value sealed under another key', () => {
    const other = new FieldCipher(secrets('2'), new SystemRng());
    expect(() => other.open(cipher.seal('x', 'a'), 'a')).toThrow('does not match its seal');
  });

  it('indexes equal values equally, for one purpose and one installation', () => {
    const other = new FieldCipher(secrets('2'), new SystemRng());
    expect(cipher.index('x', 'resident-id')).toBe(cipher.index('x', 'resident-id'));
    expect(cipher.index('x', 'resident-id')).not.toBe(cipher.index('x', 'phone'));
    expect(cipher.index('x', 'resident-id')).not.toBe(other.index('x', 'resident-id'));
  });
});
