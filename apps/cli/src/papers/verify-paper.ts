import { readFileSync } from 'node:fs';
// Not by the platform's index: whoever verifies a paper needs no framework, no configuration and no database.
import { isSm2PublicKey, sm2KeyId, verifySm2 } from '../../../../libs/platform/src/crypto/sm2';
import { UsageError, type CommandIo } from '../command';

const HOLDS = 0;
const BROKEN = 1;

/** @returns 0 when the signature is of this file by this key, 1 when it is not */
export function verifyPaper(args: readonly string[], { stdout }: CommandIo): number {
  const [file, ...options] = args;
  const given = new Map<string, string>();
  for (let i = 0; i < options.length; i += 2) given.set(options[i] ?? '', options[i + 1] ?? '');
  const [signature, key] = [given.get('--signature'), given.get('--key')];
  if (!file || !signature || !key || given.size !== 2 || options.length !== 4)
    throw new UsageError('请写明文件、--signature 和 --key。');
  const bytes = readBytes(file, '文件');
  const { signature: sealed, keyId } = readSignature(signature);
  const publicKey = readKey(key, keyId);
  if (!verifySm2(bytes, sealed, publicKey)) {
    stdout.write(`不符：签名不是密钥 ${sm2KeyId(publicKey)} 对这份文件作出的，文件可能被改动过。\n`);
    return BROKEN;
  }
  stdout.write(`OK 签名有效：文件自签名以后没有改动，密钥 ${sm2KeyId(publicKey)}。\n`);
  return HOLDS;
}

/** 128 hex digits, or a file that holds them or the answer of /api/v1/public/signatures. */
function readSignature(given: string): { readonly signature: string; readonly keyId: string | undefined } {
  if (/^[0-9a-f]{128}$/i.test(given)) return { signature: given.toLowerCase(), keyId: undefined };
  const text = readBytes(given, '签名文件').toString('utf8').trim();
  if (/^[0-9a-f]{128}$/i.test(text)) return { signature: text.toLowerCase(), keyId: undefined };
  const { signature, keyId } = parseObject(text, given) as { signature?: unknown; keyId?: unknown };
  if (typeof signature !== 'string') throw new UsageError(`${given} 中没有 signature。`);
  return { signature: signature.toLowerCase(), keyId: typeof keyId === 'string' ? keyId : undefined };
}

/**
 * 130 hex digits, or a file that holds them or the answer of /api/v1/public/signing-keys. What the signature says of its key is
 * never taken for the key: whoever forges one writes the other beside it.
 */
function readKey(given: string, keyId: string | undefined): string {
  const text = /^04[0-9a-f]{128}$/i.test(given)
    ? given
    : readBytes(given, '公钥文件').toString('utf8').trim();
  if (/^04[0-9a-f]{128}$/i.test(text)) return checkedKey(text.toLowerCase(), given);
  const { items } = parseObject(text, given) as { items?: readonly { publicKey?: unknown }[] };
  const keys = (Array.isArray(items) ? items : []).flatMap(({ publicKey }) =>
    typeof publicKey === 'string' ? [checkedKey(publicKey.toLowerCase(), given)] : [],
  );
  const named =
    keys.length === 1 && keyId === undefined ? keys[0] : keys.find((key) => sm2KeyId(key) === keyId);
  if (named === undefined)
    throw new UsageError(`${given} 中没有签名所用的密钥${keyId === undefined ? '编号' : ` ${keyId}`}。`);
  return named;
}

function checkedKey(key: string, from: string): string {
  if (!isSm2PublicKey(key)) throw new UsageError(`${from} 不是 SM2 公钥。`);
  return key;
}

function readBytes(path: string, what: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UsageError(`读不出${what} ${path}：${(error as Error).message}`, { cause: error });
  }
}

function parseObject(text: string, from: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new UsageError(`${from} 既不是十六进制数，也不是本系统给出的 JSON。`);
}
