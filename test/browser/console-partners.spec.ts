import type { TestPerson } from '@zhaoguan/testing';
import { ConsoleSite, PHONE, STORY_MS } from './console-site';

describe('partner platforms in the console', () => {
  let site: ConsoleSite;
  let admin: TestPerson;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    admin = await site.app.person('ADMINISTRATOR', { name: '示例·郑管理', departments: [] });
  }, 180_000);
  afterAll(() => site.stop());

  it(
    'are registered with a key that is shown once, get another one, and are switched off',
    async () => {
      const visitor = await site.as(admin, '/partners');
      const { page } = visitor;
      await visitor.sees(/还没有对接平台/);
      expect(await visitor.faults()).toEqual([]);
      await visitor.follow('登记对接平台');
      // Chosen already, and never without a choice.
      expect(await visitor.page.getByText('签名算法').textContent()).not.toContain('选填');
      await visitor.press('登记');
      await visitor.sees(/有 \d 处需要改正/);
      await page.getByLabel('平台名称').fill('示例·省政务服务平台');
      // No streets, which the server refuses, and no place that is not the administrator's.
      const offered = page.locator('.ant-select-item-option');
      await visitor.choose('辖区', '长安');
      expect(await offered.allTextContents()).toEqual(['西安市长安区（610116）']);
      await page.keyboard.press('Escape');
      await visitor.choose('机构类别', '养老机构');
      await page.keyboard.press('Escape');
      await page.getByLabel('文件夹名').fill('../elsewhere');
      await visitor.press('登记');
      await visitor.sees('只能是小写字母、数字和中间的横线');
      await page.getByLabel('文件夹名').fill('province-platform');
      await page.getByLabel('推送地址').fill('http://10.0.0.1/hook');
      await visitor.press('登记');
      await visitor.sees('推送地址不能使用');
      await page.getByLabel('推送地址').fill('https://platform.example.invalid/hook');
      await visitor.press('登记');
      await visitor.sees('访问密钥只显示这一次');
      expect(await visitor.faults()).toEqual([]);
      await visitor.open('查看对接平台');
      await visitor.sees('没有推送记录');
      await visitor.sees('还没有查看过文件夹，一分钟内开始。');
      await visitor.sees('已启用');
      expect(await visitor.faults()).toEqual([]);
      await visitor.press('更换密钥');
      await visitor.confirm('更换密钥');
      await visitor.sees('访问密钥只显示这一次');
      await visitor.press('停用平台');
      await visitor.confirm('停用平台');
      await visitor.sees('已停用');
      await site.app.database.query(
        `insert into exchange.folder (partner_id, problem, problem_at, ignored, read_at)
         select id, 'NOT_SET', $1, 2, $1 from exchange.partner`,
        [site.app.clock.now()],
      );
      const phone = await site.as(admin, '/partners', PHONE);
      await phone.open('示例·省政务服务平台');
      await phone.sees('已停用');
      expect(await phone.faults()).toEqual([]);
      await phone.sees(/请在运行后台任务的服务器上设置 EXCHANGE_FOLDER/);
      await phone.sees('in 文件夹里有 2 个文件没有读取');
      await phone.press('启用平台');
      await phone.sees('已启用，停用期间的进展即将补推。');
    },
    STORY_MS,
  );
});
