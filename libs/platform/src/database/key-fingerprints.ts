import { createHmac } from 'node:crypto';
import type { Secrets } from '../config';

/** Without the key that signs access tokens: it may be changed, and everybody signs in again. */
export const LASTING_KEYS = ['fieldKey', 'fieldMacKey', 'indexKey', 'logKey'] as const;
export type LastingKey = (typeof LASTING_KEYS)[number];

interface KeyRow {
  readonly purpose: LastingKey | 'SEALED_BEFORE';
  readonly fingerprint: string | null;
}

export interface RowReader {
  query(sql: string): Promise<unknown>;
}

/** Tells a key from another; the key, drawn at random, cannot be found from it. */
export function fingerprintOf(purpose: LastingKey, secrets: Secrets): string {
  return createHmac('sm3', Buffer.from(secrets[purpose], 'hex'))
    .update(`zhaoguan.key-check\0${purpose}`)
    .digest('hex');
}

export const KEY_ROWS = 'select purpose, fingerprint from platform.key_check';

/** Keys that are not those which the rows tell of. */
export function strangeKeys(rows: readonly KeyRow[], secrets: Secrets): LastingKey[] {
  return LASTING_KEYS.filter((key) => {
    const row = rows.find(({ purpose }) => purpose === key);
    return row !== undefined && row.fingerprint !== fingerprintOf(key, secrets);
  });
}

/** Whether no key differs from what the database was sealed with; asked while a process runs. */
export async function keysFit(database: RowReader, secrets: Secrets): Promise<boolean> {
  return strangeKeys((await database.query(KEY_ROWS)) as KeyRow[], secrets).length === 0;
}
