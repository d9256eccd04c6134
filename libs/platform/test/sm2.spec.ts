import fc from 'fast-check';
import { sm2 } from 'sm-crypto-v2';
import {
  isSm2PublicKey,
  newSm2PrivateKey,
  signSm2,
  sm2KeyId,
  sm2PublicKey,
  verifySm2,
} from '../src/crypto/sm2';

/** GM/T 0003.5-2012, Annex A: key, user id and message of the example of the standard. */
const STANDARD = {
  privateKey: '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8',
  publicKey:
    '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
  message: Buffer.from('message digest'),
  signature:
    'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
};

describe('SM2 signatures', () => {
  const privateKey = newSm2PrivateKey();
  const publicKey = sm2PublicKey(privateKey);

  it('accept the example of the standard', () => {
    expect(sm2PublicKey(STANDARD.privateKey)).toBe(STANDARD.publicKey);
    expect(verifySm2(STANDARD.message, STANDARD.signature, STANDARD.publicKey)).toBe(true);
  });

  it('are made with the standard user id, which another does not fit', () => {
    const bytes = Buffer.from('文书');
    const signature = signSm2(bytes, privateKey);
    const under = (userId: string) =>
      sm2.doVerifySignature(bytes, signature, publicKey, { hash: true, userId });
    expect([under('1234567812345678'), under('')]).toEqual([true, false]);
  });

  it('hold for the signed bytes and for no others', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.nat(), (bytes, at) => {
        const signature = signSm2(bytes, privateKey);
        const other = Uint8Array.from(bytes);
        const place = at % bytes.length;
        other[place] = (other[place] ?? 0) ^ 1;
        return verifySm2(bytes, signature, publicKey) && !verifySm2(other, signature, publicKey);
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ['no signature', 'x', publicKey],
    ['a short signature', 'ab'.repeat(63), publicKey],
    ['zeros', '0'.repeat(128), publicKey],
    ['ones', 'f'.repeat(128), publicKey],
    ['no key', '1'.repeat(128), ''],
    ['a point off the curve', '1'.repeat(128), `04${'1'.repeat(128)}`],
  ])('are refused, not failed at, when they are %s', (_what, signature, key) => {
    expect(verifySm2(Buffer.from('x'), signature, key)).toBe(false);
  });

  it('name their key by its own bytes', () => {
    expect(isSm2PublicKey(publicKey)).toBe(true);
    expect(sm2KeyId(publicKey)).toMatch(/^[0-9a-f]{16}$/);
    expect(sm2KeyId(STANDARD.publicKey)).not.toBe(sm2KeyId(publicKey));
  });
});
