import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, loadSecrets, type Secrets } from '@zhaoguan/platform';
import { TestApp } from '@zhaoguan/testing';
import { sequence, writeEntries } from '../../../libs/audit/test/log.builder';
import { buildInstitution } from '../../../libs/institutions/test/institution.builder';
import { openKeys } from '../src/open-keys';

describe('a start on a database whose keys were not written down when it was sealed', () => {
  let app: TestApp;
  let folder: string;
  let own: Secrets;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    folder = mkdtempSync(join(tmpdir(), 'zg-open-keys-'));
    own = JSON.parse(readFileSync(join(app.config.dataDir, 'secrets.json'), 'utf8')) as Secrets;
    await writeEntries(app, 2);
    await sequence(app);
    const head = { name: '示例·王建国', residentId: '61011619700101001X', phone: null };
    await buildInstitution(app.nest, { legalRepresentative: head });
    await app.database.query(`insert into platform.key_check (purpose) values ('SEALED_BEFORE')`);
  });
  afterAll(async () => {
    await app.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = (keys: Partial<Secrets>): Promise<Secrets> => {
    const file = join(folder, 'keys.json');
    writeFileSync(file, JSON.stringify({ ...own, ...keys }));
    return openKeys(loadConfig({ DATA_DIR: folder, SECRETS_FILE: file, DATABASE_URL: app.database.url }));
  };

  it('is refused when one key is another, and is ready no longer when its keys are exchanged', async () => {
    const other = loadSecrets(loadConfig({ DATA_DIR: join(folder, 'other') }));
    for (const key of ['fieldKey', 'fieldMacKey', 'indexKey', 'logKey'] as const)
      await expect(start({ [key]: other[key] })).rejects.toThrow('不是这个数据库的密钥');
    await expect(start({ logKey: '0'.repeat(64) })).rejects.toThrow('不是这个数据库的密钥');
    await app.http.get('/readyz').expect(200);

    expect(await start({})).toEqual(own);
    await app.http.get('/readyz').expect(200);
    await expect(start({ logKey: other.logKey })).rejects.toThrow('（logKey）不是这个数据库的密钥');

    // As when the database of another installation is restored below a running process.
    await app.database.query('alter table platform.key_check disable trigger user');
    await app.database.query(
      `update platform.key_check set fingerprint = reverse(fingerprint) where purpose = 'fieldKey'`,
    );
    await app.http.get('/readyz').expect(503);
  });
});
