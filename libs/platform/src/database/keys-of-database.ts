import { existsSync } from 'node:fs';
import { systemCaller } from '@zhaoguan/contracts';
import { jurisdictionPrefixes } from '@zhaoguan/kernel';
import { Client, DatabaseError } from 'pg';
import { loadSecrets, secretsFileOf, StartError, type AppConfig, type Secrets } from '../config';
import { fingerprintOf, KEY_ROWS, LASTING_KEYS, strangeKeys } from './key-fingerprints';

/** Reads what is stored, past the jurisdictions. */
export interface KeyReader {
  rows<T>(sql: string): Promise<T[]>;
}

/** Whether these keys open something that is stored; undefined where nothing of its kind is stored. */
export type KeyProof = (stored: KeyReader, secrets: Secrets) => Promise<boolean | undefined>;

const UNDEFINED_TABLE = '42P01';

type KeyRow = Parameters<typeof strangeKeys>[0][number];

/**
 * The keys of this installation, held against its database: the first start writes down which they are, every other one
 * refuses those that differ, and none makes new keys for a database that has data. Two that start at once take turns.
 * @throws StartError with what to do
 */
export function keysOfDatabase(config: AppConfig, proofs: readonly KeyProof[]): Promise<Secrets> {
  return onDatabase(config, async (db) => {
    await db.query(`select pg_advisory_xact_lock(hashtext('zhaoguan.keys'))`);
    const rows = await keyRows(db);
    if (rows.length > 0) assertFileThere(config);
    const secrets = loadSecrets(config);
    await assertFit(db, { config, rows, secrets, proofs });
    const lacking = LASTING_KEYS.filter((key) => !rows.some(({ purpose }) => purpose === key));
    for (const key of lacking) {
      await db.query('insert into platform.key_check (purpose, fingerprint) values ($1, $2)', [
        key,
        fingerprintOf(key, secrets),
      ]);
    }
    return secrets;
  });
}

/** The same, changing nothing. @returns undefined where the first start has yet to make the keys. @throws StartError */
export function examineKeys(config: AppConfig, proofs: readonly KeyProof[]): Promise<Secrets | undefined> {
  return onDatabase(config, async (db) => {
    const rows = await keyRows(db);
    if (rows.length > 0) assertFileThere(config);
    else if (config.secretsFile === undefined && !existsSync(secretsFileOf(config))) return undefined;
    const secrets = loadSecrets(config);
    await assertFit(db, { config, rows, secrets, proofs });
    return secrets;
  });
}

async function onDatabase<T>(config: AppConfig, work: (db: Client) => Promise<T>): Promise<T> {
  const url = config.databaseAppUrl ?? config.databaseUrl;
  if (url === undefined) throw new Error('the keys are held against a database');
  const db = new Client({ connectionString: url });
  try {
    await db.connect();
    await db.query('begin');
    const result = await work(db);
    await db.query('commit');
    return result;
  } finally {
    await db.end();
  }
}

async function keyRows(db: Client): Promise<KeyRow[]> {
  try {
    return (await db.query<KeyRow>(KEY_ROWS)).rows;
  } catch (error) {
    if (!(error instanceof DatabaseError && error.code === UNDEFINED_TABLE)) throw error;
    throw new StartError(
      '数据库还没有升级到本系统的版本，没有启动。请先运行 npm run -s migrate，再重新启动。',
    );
  }
}

function assertFileThere(config: AppConfig): void {
  const file = secretsFileOf(config);
  if (existsSync(file)) return;
  throw new StartError(
    `没有密钥文件 ${file}（SECRETS_FILE），而数据库里已有用原来的密钥加密、签名的数据，所以没有启动，也没有另建密钥。` +
      `请把与数据库一起备份的密钥文件（secrets.json）放到 ${file}，再重新启动。`,
  );
}

interface Held {
  readonly config: AppConfig;
  readonly rows: readonly KeyRow[];
  readonly secrets: Secrets;
  readonly proofs: readonly KeyProof[];
}

async function assertFit(db: Client, { config, rows, secrets, proofs }: Held): Promise<void> {
  const strange = strangeKeys(rows, secrets);
  const unproved = rows.length > 0 && rows.every(({ purpose }) => purpose === 'SEALED_BEFORE');
  const fit = strange.length === 0 && (!unproved || (await areProved(db, secrets, proofs)));
  if (fit) return;
  const which = strange.length === 0 ? '' : `（${strange.join('、')}）`;
  throw new StartError(
    `密钥文件 ${secretsFileOf(config)}（SECRETS_FILE）中的密钥${which}不是这个数据库的密钥，用它打不开已有的数据，所以没有启动。` +
      '请用与数据库一起备份的密钥文件（secrets.json）替换它，再重新启动；如果是连错了数据库，请检查 DATABASE_URL 和 DATA_DIR。',
  );
}

/** Something that is stored opens, and nothing that was tried does not. */
async function areProved(db: Client, secrets: Secrets, proofs: readonly KeyProof[]): Promise<boolean> {
  const everywhere = jurisdictionPrefixes(systemCaller('start').districts).join(',');
  await db.query(`select set_config('app.districts', $1, true)`, [everywhere]);
  const stored: KeyReader = {
    rows: async <T>(sql: string) => (await db.query(sql)).rows as T[],
  };
  const answers: (boolean | undefined)[] = [];
  for (const proof of proofs) answers.push(await proof(stored, secrets));
  return answers.includes(true) && !answers.includes(false);
}
