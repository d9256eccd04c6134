import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, loadConfig, loadSecrets } from '../src/config';

const messageOf = (env: Record<string, string>): string => {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
};

describe('loadConfig', () => {
  it('is usable without any variable', () => {
    const config = loadConfig({});
    expect(config).toMatchObject({
      port: 3000,
      databaseUrl: undefined,
      rateLimitPerMinute: 600,
      limitLoopback: false,
      loginLimitPerMinute: 120,
      trustedProxies: ['loopback'],
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it.each([
    ['PORT', '0'],
    ['PORT', '80.5'],
    ['PORT', 'http'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['DATABASE_APP_URL', 'localhost'],
    ['DATABASE_PUBLIC_URL', 'x'],
    ['DATABASE_POOL_SIZE', '1'],
    ['REDIS_URL', 'http://localhost'],
    ['PUBLIC_URL', 'ftp://x'],
    ['LOG_LEVEL', 'loud'],
    ['SECURE_COOKIES', 'yes'],
    ['DEMO', 'maybe'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', 'proxy.example'],
    ['RATE_LIMIT_PER_MINUTE', '0'],
    ['LOGIN_LIMIT_PER_MINUTE', '-1'],
  ])('names %s when it is %j', (name, value) => {
    expect(messageOf({ [name]: value })).toContain(`- ${name} 应`);
  });

  it('names everything that is wrong at once', () => {
    const message = messageOf({ PORT: 'x', REDIS_URL: 'x', DEMO: 'x' });
    expect(message.match(/^ {2}- /gm)).toHaveLength(3);
  });

  it('takes a variable of blanks for absent', () => {
    expect(loadConfig({ PORT: ' ', REDIS_URL: '' })).toMatchObject({ port: 3000, redisUrl: undefined });
  });

  it('accepts addresses and networks of both families as proxies', () => {
    const { trustedProxies } = loadConfig({ TRUST_PROXY: 'loopback, 10.0.0.0/8,fd00::/8,192.0.2.7' });
    expect(trustedProxies).toEqual(['loopback', '10.0.0.0/8', 'fd00::/8', '192.0.2.7']);
  });
});

describe('loadSecrets', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zg-secrets-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const config = (more: Record<string, string> = {}): ReturnType<typeof loadConfig> =>
    loadConfig({ DATA_DIR: join(folder, 'data'), ...more });

  it('makes a key file that only its owner can read, once', () => {
    const first = loadSecrets(config());
    const file = join(folder, 'data', 'secrets.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(loadSecrets(config())).toEqual(first);
    expect(first.fieldKey).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set(Object.values(first)).size).toBe(5);
    expect(readdirSync(join(folder, 'data'))).toEqual(['secrets.json']);
  });

  it('makes no new keys when the named file is missing', () => {
    const missing = join(folder, 'gone.json');
    expect(() => loadSecrets(config({ SECRETS_FILE: missing }))).toThrow(
      `没有密钥文件 ${missing}（SECRETS_FILE）`,
    );
  });

  it('names the file and the key that is wrong, and never shows a key', () => {
    const file = join(folder, 'keys.json');
    const load = (): unknown => loadSecrets(config({ SECRETS_FILE: file }));
    writeFileSync(file, '{"tokenKey": "abc123secret');
    expect(load).toThrow(`密钥文件 ${file} 不是 JSON`);
    expect(load).not.toThrow(/abc123/);
    writeFileSync(file, JSON.stringify({ tokenKey: 'ABC' }));
    expect(load).toThrow(`${file} 中的 tokenKey 应为 64 位小写十六进制数`);
    writeFileSync(file, 'null');
    expect(load).toThrow('tokenKey 应为');
  });

  it.each([
    ['a file', (home: string) => join(home, 'file')],
    ['below a file', (home: string) => join(home, 'file', 'data')],
    ['in a place where nothing can be made', () => '/proc/zhaoguan/data'],
  ])('names DATA_DIR when it is %s', (_what, place) => {
    writeFileSync(join(folder, 'file'), '');
    const dataDir = place(folder);
    expect(() => loadSecrets(loadConfig({ DATA_DIR: dataDir }))).toThrow(
      `数据目录 ${dataDir} 不能使用（DATA_DIR）`,
    );
  });

  it('ends with one file when several processes start at the same moment', async () => {
    const script = join(__dirname, 'load-secrets.child.cjs');
    const children = Array.from({ length: 4 }, () => fork(script, [join(folder, 'data')], { silent: false }));
    const exits = children.map((child) => once(child, 'exit'));
    await Promise.all(children.map((child) => once(child, 'message')));
    const answers = children.map((child) => once(child, 'message') as Promise<[string]>);
    for (const child of children) child.send('go');
    const keys = (await Promise.all(answers)).map(([key]) => key);
    await Promise.all(exits);
    expect(new Set(keys).size).toBe(1);
    const stored = JSON.parse(readFileSync(join(folder, 'data', 'secrets.json'), 'utf8')) as {
      tokenKey: string;
    };
    expect(stored.tokenKey).toBe(keys[0]);
    expect(readdirSync(join(folder, 'data'))).toEqual(['secrets.json']);
  });
});
