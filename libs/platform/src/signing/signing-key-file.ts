import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, type AppConfig } from '../config';
import { createKeyFile, readKeyFile, replaceKeyFile } from '../config/key-file';
import { newSm2PrivateKey } from '../crypto/sm2';

const VARIABLE = 'SIGNING_KEY_FILE';

type Place = Pick<AppConfig, 'signingKeyFile' | 'dataDir'>;

const fileOf = ({ signingKeyFile, dataDir }: Place): string =>
  signingKeyFile ?? join(dataDir, 'signing-key.json');

/**
 * The SM2 private key that signs papers. It is read at every signature, so that another takes its place without a restart;
 * made at the first, unless a file was named. Its loss harms nothing that was signed: public keys are kept in the database.
 * @throws ConfigError for a file that is named and missing, or holds no key
 */
export function readSigningKey(place: Place): string {
  const file = fileOf(place);
  if (!existsSync(file)) {
    if (place.signingKeyFile !== undefined)
      throw new ConfigError(`没有签名密钥文件 ${file}（${VARIABLE}）。`);
    createKeyFile(file, { privateKey: newSm2PrivateKey() });
  }
  const { privateKey } = (readKeyFile(file, VARIABLE) ?? {}) as { readonly privateKey?: unknown };
  if (typeof privateKey !== 'string' || !/^[0-9a-f]{64}$/.test(privateKey))
    throw new ConfigError(`签名密钥文件 ${file} 中的 privateKey 应为 64 位小写十六进制数（${VARIABLE}）。`);
  return privateKey;
}

/** Puts a new key in the place of the old one, which is gone then. @returns the new private key */
export function rotateSigningKey(place: Place): string {
  const privateKey = newSm2PrivateKey();
  replaceKeyFile(fileOf(place), { privateKey });
  return privateKey;
}
