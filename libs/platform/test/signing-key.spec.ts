import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rotateSigningKey, sm2KeyId, SoftwareSigner, verifySm2 } from '../src';

const BYTES = Buffer.from('示例文书');

describe('the key that signs papers', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zg-signing-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const place = (signingKeyFile?: string) => ({ dataDir: join(folder, 'data'), signingKeyFile });

  it('is made at the first signature, for its owner alone, and stays over a restart', async () => {
    const first = await new SoftwareSigner(place()).sign(BYTES);
    const again = await new SoftwareSigner(place()).sign(BYTES);
    expect(again.publicKey).toBe(first.publicKey);
    expect(first.keyId).toBe(sm2KeyId(first.publicKey));
    expect(verifySm2(BYTES, first.signature, first.publicKey)).toBe(true);
    expect(statSync(join(folder, 'data', 'signing-key.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'data'))).toEqual(['signing-key.json']);
  });

  it('gives way to another without a restart; what it signed still holds', async () => {
    const signer = new SoftwareSigner(place());
    const before = await signer.sign(BYTES);
    const old = readFileSync(join(folder, 'data', 'signing-key.json'), 'utf8');
    rotateSigningKey(place());
    const after = await signer.sign(BYTES);
    expect(after.keyId).not.toBe(before.keyId);
    expect(verifySm2(BYTES, before.signature, before.publicKey)).toBe(true);
    expect(verifySm2(BYTES, after.signature, before.publicKey)).toBe(false);
    expect(readFileSync(join(folder, 'data', 'signing-key.json'), 'utf8')).not.toBe(old);
    expect(readdirSync(join(folder, 'data'))).toEqual(['signing-key.json']);
  });

  it('is not made in the place of one that was named and is missing, and never shown', async () => {
    const file = join(folder, 'key.json');
    const sign = () => new SoftwareSigner(place(file)).sign(BYTES);
    await expect(sign()).rejects.toThrow(`没有签名密钥文件 ${file}（SIGNING_KEY_FILE）`);
    writeFileSync(file, '{"privateKey": "abc123secret');
    await expect(sign()).rejects.toThrow('不是 JSON（SIGNING_KEY_FILE）');
    await expect(sign()).rejects.not.toThrow(/abc123/);
    writeFileSync(file, JSON.stringify({ privateKey: 'abc123secret' }));
    await expect(sign()).rejects.toThrow('应为 64 位小写十六进制数');
  });
});
