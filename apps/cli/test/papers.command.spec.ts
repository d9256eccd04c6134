import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newSm2PrivateKey, signSm2, sm2KeyId, sm2PublicKey } from '@zhaoguan/platform';
import { papersCommand } from '../src/papers/papers.command';

describe('papers verify', () => {
  const lines: string[] = [];
  const io = { stdout: { write: (line: string) => lines.push(line) }, stderr: { write: () => true } };
  let folder: string;
  let file: string;
  const [privateKey, other] = [newSm2PrivateKey(), newSm2PrivateKey()];
  const publicKey = sm2PublicKey(privateKey);
  const bytes = Buffer.from('%PDF-1.7 示例文书');
  const signature = signSm2(bytes, privateKey);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'zg-papers-'));
    file = put('paper.pdf', bytes);
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const put = (name: string, content: string | Buffer): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const verify = (paper: string, sealed: string, key: string): Promise<number> =>
    papersCommand(['verify', paper, '--signature', sealed, '--key', key], io);

  it('confirms a paper by signature and key as they are copied from the page', async () => {
    expect(await verify(file, signature, publicKey)).toBe(0);
    expect(lines.pop()).toBe(`OK 签名有效：文件自签名以后没有改动，密钥 ${sm2KeyId(publicKey)}。\n`);
  });

  it('confirms it by the answers of the interface, kept as files, and finds the key that the signature names', async () => {
    const sealed = put('signature.json', JSON.stringify({ signature, keyId: sm2KeyId(publicKey) }));
    const items = [{ publicKey: sm2PublicKey(other) }, { publicKey }];
    expect(await verify(file, sealed, put('keys.json', JSON.stringify({ items })))).toBe(0);
    const without = put('others.json', JSON.stringify({ items: items.slice(0, 1) }));
    await expect(verify(file, sealed, without)).rejects.toThrow(`没有签名所用的密钥 ${sm2KeyId(publicKey)}`);
  });

  it('does not believe a signature that brings its own key', async () => {
    const forged = {
      signature: signSm2(bytes, other),
      keyId: sm2KeyId(sm2PublicKey(other)),
      publicKey: sm2PublicKey(other),
    };
    expect(await verify(file, put('forged.json', JSON.stringify(forged)), publicKey)).toBe(1);
  });

  it('ends with 1 for a paper that was altered and for another key', async () => {
    expect(
      await verify(put('altered.pdf', Buffer.concat([bytes, Buffer.from(' ')])), signature, publicKey),
    ).toBe(1);
    expect(lines.pop()).toContain('文件可能被改动过');
    expect(await verify(file, signature, sm2PublicKey(other))).toBe(1);
  });

  it.each([
    [['verify'], '请写明文件'],
    [['verify', 'a', '--signature', 'b'], '请写明文件'],
    [['verify', '/nowhere/x', '--signature', 'ab', '--key', 'cd'], '读不出文件'],
    [['show'], '子命令是 verify'],
  ])('refuses %j with what is missing', async (args, message) => {
    await expect(papersCommand(args, io)).rejects.toThrow(message);
  });
});
