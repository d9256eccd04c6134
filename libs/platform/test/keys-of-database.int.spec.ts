import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@zhaoguan/testing';
import {
  examineKeys,
  keysFit,
  keysOfDatabase,
  loadConfig,
  loadSecrets,
  type AppConfig,
  type KeyProof,
  type Secrets,
} from '../src';

describe('the keys of a database', () => {
  let database: TestDatabase;
  let folder: string;
  beforeEach(async () => {
    database = await createTestDatabase();
    folder = mkdtempSync(join(tmpdir(), 'zg-keys-'));
  });
  afterEach(async () => {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });
  const config = (name: string): AppConfig =>
    loadConfig({ DATA_DIR: join(folder, name), DATABASE_URL: database.url });
  const rows = () =>
    database.query<{ purpose: string; fingerprint: string | null }>(
      'select purpose, fingerprint from platform.key_check order by purpose',
    );
  const file = (name: string): string => join(folder, name, 'secrets.json');

  it('are made and written down by the first start, and no key can be read from that', async () => {
    const secrets = await keysOfDatabase(config('a'), []);
    expect(secrets).toEqual(loadSecrets(config('a')));
    const written = await rows();
    expect(written.map(({ purpose }) => purpose)).toEqual(['fieldKey', 'fieldMacKey', 'indexKey', 'logKey']);
    for (const key of Object.values(secrets) as string[])
      expect(JSON.stringify(written)).not.toContain(key.slice(0, 16));
    expect(await keysOfDatabase(config('a'), [])).toEqual(secrets);
    expect(await rows()).toEqual(written);
  });

  it('are the same for two that start at once', async () => {
    const [one, two] = await Promise.all([keysOfDatabase(config('a'), []), keysOfDatabase(config('a'), [])]);
    expect(two).toEqual(one);
  });

  it('are not replaced by others: whoever starts with those is told which file belongs where', async () => {
    const own = await keysOfDatabase(config('a'), []);
    const others = loadSecrets(config('b'));
    for (const start of [keysOfDatabase, examineKeys]) {
      await expect(start(config('b'), [])).rejects.toMatchObject({
        name: 'StartError',
        message: expect.stringMatching(new RegExp(`${file('b')}.*不是这个数据库的密钥.*一起备份的密钥文件`)),
      });
    }
    const source = { query: (sql: string) => database.query(sql) };
    expect([await keysFit(source, own), await keysFit(source, others)]).toEqual([true, false]);
  });

  it('are not made anew where the file is missing', async () => {
    await keysOfDatabase(config('a'), []);
    renameSync(file('a'), join(folder, 'kept.json'));
    for (const start of [keysOfDatabase, examineKeys])
      await expect(start(config('a'), [])).rejects.toThrow(`没有密钥文件 ${file('a')}`);
    expect(existsSync(file('a'))).toBe(false);
    renameSync(join(folder, 'kept.json'), file('a'));
    await keysOfDatabase(config('a'), []);
  });

  it('may be another for access tokens: everybody signs in again', async () => {
    await keysOfDatabase(config('a'), []);
    const changed = {
      ...(JSON.parse(readFileSync(file('a'), 'utf8')) as Secrets),
      tokenKey: 'ab'.repeat(32),
    };
    writeFileSync(file('a'), JSON.stringify(changed));
    expect(await keysOfDatabase(config('a'), [])).toEqual(changed);
  });

  it('are looked at without making or writing any', async () => {
    expect(await examineKeys(config('a'), [])).toBeUndefined();
    expect(existsSync(file('a'))).toBe(false);
    expect(await rows()).toEqual([]);
  });

  describe('of a database that was sealed before they were written down', () => {
    beforeEach(async () => {
      await database.query(`insert into platform.key_check (purpose) values ('SEALED_BEFORE')`);
      loadSecrets(config('a'));
    });
    const opens: KeyProof = async () => true;
    const fails: KeyProof = async () => false;
    const nothing: KeyProof = async () => undefined;

    it.each<[string, KeyProof[]]>([
      ['nothing is tried', []],
      ['nothing of the kind is stored', [nothing]],
      ['something does not open', [opens, fails]],
    ])('are refused when %s', async (_what, proofs) => {
      await expect(keysOfDatabase(config('a'), proofs)).rejects.toThrow('不是这个数据库的密钥');
      expect(await rows()).toHaveLength(1);
    });

    it('are written down when what is stored opens, and then hold', async () => {
      await keysOfDatabase(config('a'), [opens, nothing]);
      expect(await rows()).toHaveLength(5);
      await keysOfDatabase(config('a'), []);
    });

    it('are not made', async () => {
      await expect(keysOfDatabase(config('b'), [opens])).rejects.toThrow('没有另建密钥');
      expect(existsSync(file('b'))).toBe(false);
    });
  });
});
