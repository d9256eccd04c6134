import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { FileStore, JobRunner, rotateSigningKey, sm2KeyId, verifySm2 } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from './filing.builder';

interface Signature {
  sm3: string;
  keyId: string;
  publicKey: string;
  signature: string;
  authority: string;
}

describe('the signature of a printed paper', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
  });
  afterAll(() => app.stop());

  const receipt = async (): Promise<{ id: string; bytes: Buffer; sm3: string }> => {
    const { id } = await filings.accepted(operator, registrar);
    await app.idle();
    const answer = await app.as(operator).get(`/api/v1/filings/${id}/receipt.pdf`).buffer(true).expect(200);
    const bytes = answer.body as Buffer;
    return { id, bytes, sm3: createHash('sm3').update(bytes).digest('hex') };
  };
  const signatureOf = async (sm3: string): Promise<Signature> =>
    (await app.http.get(`/api/v1/public/signatures/${sm3}`).expect(200)).body as Signature;

  it('holds for the receipt as it is downloaded, by a key that is public', async () => {
    const { id, bytes, sm3 } = await receipt();
    const signature = await signatureOf(sm3);
    expect(signature).toMatchObject({ algorithm: 'SM2-SM3', userId: '1234567812345678' });
    expect(signature.authority).toBe('西安市长安区民政局');
    expect(verifySm2(bytes, signature.signature, signature.publicKey)).toBe(true);
    const keys = await app.http.get('/api/v1/public/signing-keys').expect(200);
    expect(keys.body.items).toEqual([
      { keyId: signature.keyId, publicKey: signature.publicKey, since: expect.any(String), until: null },
    ]);
    expect(sm2KeyId(signature.publicKey)).toBe(signature.keyId);
    const shown = await app.http.get('/signing-keys').expect(200);
    expect(shown.text).toContain(signature.publicKey);
    const { body: filing } = await app.as(operator).get(`/api/v1/filings/${id}`).expect(200);
    const page = await app.http.get(`/receipts/${filing.filingNumber}`).expect(200);
    expect(page.text).toContain(`#key-${signature.keyId}`);
    expect(page.text).toContain(signature.signature);
  });

  it('names its key: after a rotation the next is signed by another, and the key before stays known', async () => {
    const before = await signatureOf((await receipt()).sm3);
    rotateSigningKey(app.config);
    app.clock.set(new Date('2026-11-23T02:00:00Z'));
    const { bytes, sm3 } = await receipt();
    const after = await signatureOf(sm3);
    expect(after.keyId).not.toBe(before.keyId);
    expect(verifySm2(bytes, after.signature, after.publicKey)).toBe(true);
    const { body } = await app.http.get('/api/v1/public/signing-keys').expect(200);
    const ends = (body.items as { keyId: string; until: string | null }[]).map(({ keyId, until }) => [
      keyId,
      until,
    ]);
    expect(ends).toEqual([
      [after.keyId, null],
      [before.keyId, '2026-11-23T02:00:00.000Z'],
    ]);
    const adopted = await app.database.query(
      `select subject_id as id from audit.entry where action = 'signing-key.adopted' order by at`,
    );
    expect(adopted).toEqual([{ id: before.keyId }, { id: after.keyId }]);
  });

  it('is given afterwards to receipts that were printed without one, once however often it is tried', async () => {
    const [one, gone, two] = [await receipt(), await receipt(), await receipt()];
    await app.database.query('alter table platform.file_signature disable trigger user');
    await app.database.query('delete from platform.file_signature');
    await app.database.query('alter table platform.file_signature enable trigger user');
    const read = app.nest.get(FileStore).read.bind(app.nest.get(FileStore));
    const spy = jest
      .spyOn(app.nest.get(FileStore), 'read')
      .mockImplementation((sm3) => read(sm3 === gone.sm3 ? '0'.repeat(64) : sm3));
    const sign = (key: string) => app.nest.get(JobRunner).run('filings.sign-receipts', key, {});
    await sign('first');
    const first = await signatureOf(one.sm3);
    expect(verifySm2(one.bytes, first.signature, first.publicKey)).toBe(true);
    await signatureOf(two.sm3);
    // A file that is gone keeps no other from its signature.
    await app.http.get(`/api/v1/public/signatures/${gone.sm3}`).expect(404);
    spy.mockRestore();
    await sign('second');
    await sign('second');
    expect(await signatureOf(one.sm3)).toEqual(first);
    await signatureOf(gone.sm3);
    expect((await buffer(await app.nest.get(FileStore).read(one.sm3))).equals(one.bytes)).toBe(true);
  });

  it.each(['0'.repeat(64), 'nonsense', '%27'])('is not told of %s, which nobody signed', async (sm3) => {
    await app.http.get(`/api/v1/public/signatures/${sm3}`).expect(404);
  });
});
