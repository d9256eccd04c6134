import { TestApp } from '@zhaoguan/testing';
import { createAdministratorCommand } from '../src/people/create-administrator.command';

describe('create-administrator', () => {
  const before = { ...process.env };
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    Object.assign(process.env, {
      DATABASE_URL: app.database.url,
      DATA_DIR: app.config.dataDir,
      LOG_LEVEL: 'fatal',
    });
  });
  afterAll(async () => {
    process.env = before;
    await app.stop();
  });

  it('shows the initial password once, and says in Chinese why it made no account', async () => {
    const said: string[] = [];
    const io = {
      stdout: { write: (text: string) => said.push(text) },
      stderr: { write: (text: string) => said.push(text) },
    };
    const create = () => createAdministratorCommand(['shili-admin', '--districts', '610116'], io);
    expect(await create()).toBe(0);
    expect(said.join('')).toMatch(/已建立系统管理员账号 shili-admin\n初始密码 \S+/);
    said.length = 0;
    expect(await create()).toBe(1);
    expect(said.join('')).toBe('没有建立账号 shili-admin：用户名已被使用。请换一个用户名。\n');
  });
});
