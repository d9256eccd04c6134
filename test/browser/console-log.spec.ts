import type { TestPerson } from '@zhaoguan/testing';
import { ConsoleSite, DESK, PHONE, STORY_MS } from './console-site';
import { lockOut } from './lock-out';

describe('the log in the console', () => {
  let site: ConsoleSite;
  let admin: TestPerson;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    admin = await site.app.person('ADMINISTRATOR', { name: '示例·郑管理', departments: [] });
  }, 180_000);
  afterAll(() => site.stop());

  it(
    'tells who did what, in words, by subject, person and day',
    async () => {
      const added = await site.app
        .as(admin)
        .post('/api/v1/people')
        .send({
          username: 'registrar-log',
          name: '示例·孙留痕',
          roles: ['REGISTRAR'],
          districts: ['610116'],
          departments: ['civil-affairs'],
        })
        .expect(201);
      const official = added.body.person as { readonly id: string; readonly username: string };
      await lockOut(site.app, official);
      const visitor = await site.as(admin, `/audit?subjectType=person&subjectId=${official.id}`);
      await visitor.sees('登录失败');
      await visitor.sees('新建账号');
      expect(await visitor.faults()).toEqual([]);
      await visitor.picture('audit');
      await visitor.open('示例·孙留痕');
      await visitor.sees('登录情况');
      await visitor.open('示例·孙留痕办理过的事项');
      await visitor.sees('没有符合条件的记录。可以少填几个条件再查。');
      expect(await visitor.faults()).toEqual([]);
      await visitor.go('/audit');
      await visitor.choose('办理人', '示例·郑管理');
      await visitor.page.waitForURL(/actorId=/);
      await visitor.page.getByLabel('自', { exact: true }).fill('2026-11-21');
      await visitor.page.keyboard.press('Enter');
      await visitor.sees('没有符合条件的记录。');
      await visitor.go('/audit?from=2026-11-21');
      await visitor.page.getByLabel('至', { exact: true }).fill('2026-11-20');
      await visitor.page.keyboard.press('Enter');
      await visitor.sees('“自”的日期晚于“至”的日期，请改正其中一个。');
      expect(await visitor.page.getByText('没有符合条件的记录').count()).toBe(0);
      expect(await visitor.faults()).toEqual([]);
      await visitor.page.getByLabel('自', { exact: true }).fill('2026-11-20');
      await visitor.page.keyboard.press('Enter');
      await visitor.page.getByRole('alert').waitFor({ state: 'detached' });
      await visitor.page.getByLabel('对象编号').fill('不是编号');
      await visitor.page.keyboard.press('Enter');
      await visitor.page.waitForURL(/subjectId=/);
      expect(await visitor.faults()).toEqual([]);
      expect(await visitor.page.getByText(/undefined|null|\{/).count()).toBe(0);
    },
    STORY_MS,
  );

  it(
    'is read in the hand as well',
    async () => {
      const visitor = await site.as(admin, '/audit', PHONE);
      await visitor.sees('新建账号');
      expect(await visitor.faults()).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'is closed to people of the trade',
    async () => {
      const registrar = await site.app.person('REGISTRAR');
      for (const path of ['/audit', '/jobs', '/people']) {
        const visitor = await site.as(registrar, path, DESK);
        await visitor.sees(/没有这个页面|不办理这一事项/);
        expect(await visitor.faults()).toEqual([]);
      }
    },
    STORY_MS,
  );
});
