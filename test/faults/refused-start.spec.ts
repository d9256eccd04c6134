import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@zhaoguan/testing';
import { Standalone } from './support/standalone';

describe('a start that cannot go on says in one message what to do', () => {
  let home: string;
  let port: number;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'zg-start-'));
    port = await freePort();
    writeFileSync(join(home, 'file'), '');
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it.each([
    ['is a file', () => join(home, 'file')],
    ['lies below a file', () => join(home, 'file', 'data')],
    ['is a place where nothing can be made', () => '/proc/zhaoguan'],
  ])('when DATA_DIR %s', async (_what, place) => {
    const { code, output } = await Standalone.attempt(place(), port);
    expect(code).toBe(1);
    expect(output).toContain(`数据目录 ${place()} 不能使用（DATA_DIR）`);
    expect(output).not.toContain('    at ');
  });

  it('when the system runs already: its process and its folder, not only a port that is taken', async () => {
    const folder = join(home, 'data');
    const first = await Standalone.start(folder, port);
    try {
      const { pid } = JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')) as { pid: number };
      const who = `（进程 ${pid}，数据目录 ${folder}）`;
      for (const second of [port, await freePort()]) {
        const { code, output } = await Standalone.attempt(folder, second);
        expect([code, output]).toEqual([1, expect.stringContaining(`照管已经在端口 ${port} 上运行${who}`)]);
      }
      const elsewhere = await Standalone.attempt(join(home, 'other'), port);
      expect(elsewhere.output).toContain(`端口 ${port} 已被占用（PORT）`);
      await first.kill();
      const again = await Standalone.start(folder, port);
      await again.stop();
    } finally {
      await first.stop();
    }
  }, 360_000);

  it('when the demonstration ran in the folder and real work is to begin there', async () => {
    const folder = join(home, 'demo');
    mkdirSync(folder);
    writeFileSync(join(folder, 'demo-accounts.json'), '[]');
    const { code, output } = await Standalone.attempt(folder, port, { DEMO: 'false' });
    expect([code, output]).toEqual([1, expect.stringContaining(`数据目录 ${folder} 运行过演示`)]);
    expect(output).toContain('请用 DATA_DIR 另选一个空目录');
    expect(existsSync(join(folder, 'postgres'))).toBe(false);
  });

  it('when the keys are not those of the database: none are made, and with its own it starts', async () => {
    const [folder, real] = [join(home, 'keys'), { DEMO: 'false' }];
    const [file, kept] = [join(folder, 'secrets.json'), join(home, 'kept.json')];
    await (await Standalone.start(folder, port, real)).stop();
    renameSync(file, kept);
    const without = await Standalone.attempt(folder, port, real);
    expect([without.code, without.output]).toEqual([1, expect.stringContaining(`没有密钥文件 ${file}`)]);
    expect(existsSync(file)).toBe(false);
    const keys = JSON.parse(readFileSync(kept, 'utf8')) as { fieldKey: string };
    writeFileSync(file, JSON.stringify({ ...keys, fieldKey: 'ab'.repeat(16) }));
    const other = await Standalone.attempt(folder, port, real);
    expect([other.code, other.output]).toEqual([1, expect.stringContaining('不是这个数据库的密钥')]);
    expect(other.output).not.toContain('    at ');
    renameSync(kept, file);
    await (await Standalone.start(folder, port, real)).stop();
  }, 360_000);
});
