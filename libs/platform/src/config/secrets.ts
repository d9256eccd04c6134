import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AppConfig } from './config';
import { ConfigError } from './config-error';
import { createKeyFile, readKeyFile } from './key-file';

/** Keys of one installation; never in the repository, never in the database, never in a log. Hex. */
export interface Secrets {
  /** Signs access tokens (HMAC). */
  readonly tokenKey: string;
  /** SM4 key of personal fields, 16 bytes. */
  readonly fieldKey: string;
  /** HMAC-SM3 key that authenticates encrypted fields. */
  readonly fieldMacKey: string;
  /** HMAC-SM3 key of blind indexes: equal values can be found without being readable. */
  readonly indexKey: string;
  /** SM2 private key that signs checkpoints of the transparency log, 32 bytes. */
  readonly logKey: string;
}

const SIZES: Readonly<Record<keyof Secrets, number>> = {
  tokenKey: 32,
  fieldKey: 16,
  fieldMacKey: 32,
  indexKey: 32,
  logKey: 32,
};
const NAMES = Object.keys(SIZES) as (keyof Secrets)[];

/**
 * Reads the key file; on the first start of an installation without `SECRETS_FILE`, makes one (mode 0600).
 * Losing this file makes personal data unreadable, so a file that is named but missing is an error, not a new key.
 * A process that works on a database asks `keysOfDatabase`, which also holds them against the database.
 */
export function loadSecrets(config: AppConfig): Secrets {
  const file = secretsFileOf(config);
  if (!existsSync(file)) {
    if (config.secretsFile !== undefined) throw new ConfigError(`没有密钥文件 ${file}（SECRETS_FILE）。`);
    createKeyFile(file, freshSecrets());
  }
  return parseSecrets(readKeyFile(file, 'SECRETS_FILE'), file);
}

/** Where the keys of this installation are, or will be. */
export const secretsFileOf = ({ secretsFile, dataDir }: AppConfig): string =>
  secretsFile ?? join(dataDir, 'secrets.json');

function parseSecrets(value: unknown, file: string): Secrets {
  const record = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  for (const name of NAMES) {
    const key = record[name];
    if (typeof key !== 'string' || !new RegExp(`^[0-9a-f]{${SIZES[name] * 2}}$`).test(key)) {
      throw new ConfigError(
        `密钥文件 ${file} 中的 ${name} 应为 ${SIZES[name] * 2} 位小写十六进制数（SECRETS_FILE）。`,
      );
    }
  }
  return Object.freeze(Object.fromEntries(NAMES.map((name) => [name, record[name]])) as unknown as Secrets);
}

function freshSecrets(): object {
  return Object.fromEntries(NAMES.map((name) => [name, randomBytes(SIZES[name]).toString('hex')]));
}
