import { ManagePerson } from '@zhaoguan/access';
import { TestApp } from '@zhaoguan/testing';
import { createAdministrator } from '../src/people/create-administrator.command';

describe('create-administrator', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
  });
  afterAll(() => app.stop());

  it('shows the initial password once, and says in Chinese why it made no account', async () => {
    const said: string[] = [];
    const io = {
      stdout: { write: (text: string) => said.push(text) },
      stderr: { write: (text: string) => said.push(text) },
    };
    const create = () => {
      const options = { username: 'shili-admin', name: '示例·管理员', districts: ['610116'] };
      return createAdministrator(app.nest.get(ManagePerson), options, io);
    };
    expect(await create()).toBe(0);
    expect(said.join('')).toMatch(/已建立系统管理员账号 shili-admin\n初始密码 \S+/);
    said.length = 0;
    expect(await create()).toBe(1);
    expect(said.join('')).toBe('没有建立账号 shili-admin：用户名已被使用。请换一个用户名。\n');
  });
});
