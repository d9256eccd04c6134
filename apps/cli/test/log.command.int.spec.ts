import { logPublicKey } from '@zhaoguan/audit';
import { SECRETS, type Secrets } from '@zhaoguan/platform';
import { TestApp } from '@zhaoguan/testing';
import { sequence, writeEntries } from '../../../libs/audit/test/log.builder';
import { logCommand, verifyDatabase } from '../src/log/log.command';

describe('log verify', () => {
  let app: TestApp;
  let publicKey: string;
  const lines: string[] = [];
  const io = { stdout: { write: (line: string) => lines.push(line) }, stderr: { write: () => true } };
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    publicKey = logPublicKey(app.nest.get<Secrets>(SECRETS).logKey);
    await writeEntries(app, 9);
    await sequence(app);
    await writeEntries(app, 2, 'waiting');
  });
  afterAll(() => app.stop());

  it('says that the log holds, how long it is, and how many wait', async () => {
    expect(await verifyDatabase(app.database.url, { publicKey }, io)).toBe(0);
    expect(lines.pop()).toBe('OK 日志完整：9 条记录，1 个检查点，另有 2 条等待排入。\n');
  });

  it('ends with 1 and names the first entry that does not hold', async () => {
    const [row] = await app.database.query<{ id: string }>(
      'select entry_id as id from audit.leaf where seq = 4',
    );
    await app.database.query('alter table audit.entry disable trigger user');
    await app.database.query(`update audit.entry set action = 'x' where id = $1`, [row?.id]);
    expect(await verifyDatabase(app.database.url, { publicKey }, io)).toBe(1);
    expect(lines.pop()).toBe(`第 4 位的记录 ${row?.id} 被改动：action 与封存的内容不符\n`);
  });

  it('refuses what it does not understand', async () => {
    await expect(logCommand(['show'], io)).rejects.toThrow('只有 verify');
    await expect(logCommand(['verify', '--anchor'], io)).rejects.toThrow('--anchor 文件');
    await expect(logCommand(['verify', '--anchor', '/nowhere/x'], io)).rejects.toThrow('找不到检查点文件');
  });
});
