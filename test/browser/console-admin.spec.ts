import { DeadJobs } from '@zhaoguan/platform';
import type { TestPerson } from '@zhaoguan/testing';
import { ConsoleSite, PHONE, STORY_MS } from './console-site';
import { lockOut } from './lock-out';

describe('the work of the administrator in the console', () => {
  let site: ConsoleSite;
  let admin: TestPerson;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    admin = await site.app.person('ADMINISTRATOR', { name: '示例·郑管理', departments: [] });
  }, 180_000);
  afterAll(() => site.stop());

  const personOf = async ({ id }: { readonly id: string }) =>
    (await site.app.as(admin).get(`/api/v1/people/${id}`).expect(200)).body;
  const tryToSignIn = (username: string, password: string) =>
    site.app.http.post('/api/v1/auth/login').send({ username, password });

  describe('accounts', () => {
    it(
      'are made with a password that is shown once, after every mistake was pointed out',
      async () => {
        const visitor = await site.as(admin, '/people/new');
        const { page } = visitor;
        await visitor.press('新建账号');
        await visitor.sees(/有 \d 处需要改正/);
        expect(await visitor.faults()).toEqual([]);
        await page.getByLabel('用户名').fill('Registrar 甲');
        await page.getByLabel('姓名').fill('示例·李受理');
        await visitor.choose('岗位', '备案受理人');
        await page.keyboard.press('Escape');
        await visitor.choose('辖区', '长安区');
        await page.keyboard.press('Escape');
        await visitor.choose('部门', '民政');
        await page.keyboard.press('Escape');
        await visitor.press('新建账号');
        await visitor.sees('应为 3 至 64 位小写字母、数字、点或横线');
        expect(await visitor.faults()).toEqual([]);
        await page.getByLabel('用户名').fill(admin.username);
        await visitor.press('新建账号');
        await visitor.sees('用户名已被使用');
        await page.getByLabel('用户名').fill('registrar-changan');
        await visitor.picture('person-new');
        await visitor.press('新建账号');
        await visitor.sees('初始密码只显示这一次');
        expect(await visitor.faults()).toEqual([]);
        const password = (await page.locator('code.mono').textContent()) ?? '';
        // Once and whole: a part of it beside it looks like another password.
        expect(await page.getByRole('main').innerText()).not.toContain('…');
        const answer = await tryToSignIn('registrar-changan', password).expect(200);
        expect(answer.body).toMatchObject({ user: { mustChangePassword: true, roles: ['REGISTRAR'] } });
      },
      STORY_MS,
    );

    it('are missed where a registrar could ask nobody, until one is made', async () => {
      await site.app.person('REGISTRAR', { districts: ['610116'] });
      await site.app.person('ADVISER', { districts: ['610116'], departments: ['fire', 'housing'] });
      const said = '还没有“协同意见答复人”：西安市长安区市场监管局、西安市长安区教育部门。';
      const visitor = await site.as(admin, '/people', PHONE);
      await visitor.sees(new RegExp(said));
      expect(await visitor.faults()).toEqual([]);
      await site.app.person('ADVISER', {
        districts: ['610116'],
        departments: ['market-regulation', 'education'],
      });
      const told = visitor.page.waitForResponse('**/api/v1/people/vacant-advisers');
      await visitor.go('/people');
      await (await told).finished();
      await visitor.page.getByText(/还没有“协同意见答复人”/).waitFor({ state: 'detached' });
    });

    it(
      'are found by name, role and what is in the way of a sign-in',
      async () => {
        const locked = await site.app.person('REVIEWER', { name: '示例·忘密码' });
        await lockOut(site.app, locked);
        const visitor = await site.as(admin, '/people');
        await visitor.sees('示例·忘密码');
        expect(await visitor.faults()).toEqual([]);
        await visitor.picture('people');
        await visitor.choose('账号状态', '暂时锁定');
        await visitor.page.getByText('示例·郑管理').nth(1).waitFor({ state: 'detached' });
        await visitor.sees('示例·忘密码');
        expect(new URL(visitor.page.url()).search).toBe('?state=LOCKED');
        await visitor.page.getByLabel('查找账号').fill('没有这个人');
        await visitor.page.keyboard.press('Enter');
        await visitor.sees('没有符合条件的账号。');
        expect(await visitor.faults()).toEqual([]);
        const phone = await site.as(admin, '/people?state=LOCKED', PHONE);
        await phone.open('示例·忘密码');
        await phone.sees(/从没有用过的电脑、手机登录暂停 15 分钟/);
        expect(await phone.faults()).toEqual([]);
        await phone.press('解除锁定');
        await phone.sees('示例·忘密码可以登录了。');
        expect(await personOf(locked)).toMatchObject({ state: 'ACTIVE' });
      },
      STORY_MS,
    );

    it(
      'are disabled, enabled and given a new password, each in two steps',
      async () => {
        const official = await site.app.person('REGISTRAR', { name: '示例·王离岗', departments: ['health'] });
        const visitor = await site.as(admin, `/people/${official.id}`);
        const { page } = visitor;
        await visitor.sees('最近登录：2026年11月20日 10:00');
        expect(await visitor.faults()).toEqual([]);
        await visitor.picture('person');
        await visitor.press('停用账号');
        await visitor.sees('这个人立即退出登录，并且不能再登录。');
        await visitor.sees(/长安区卫生健康\S{1,2}将没有可以办理申请的工作人员，以后提交的申请无人可以办理/);
        expect(await visitor.faults()).toEqual([]);
        await visitor.confirm('停用账号');
        await visitor.press('启用账号');
        await visitor.sees('示例·王离岗可以登录了。');
        await visitor.press('重置密码');
        await visitor.confirm('重置密码');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        await visitor.sees('初始密码只显示这一次');
        expect(await visitor.faults()).toEqual([]);
        const password = (await page.locator('code.mono').first().textContent()) ?? '';
        await tryToSignIn(official.username, official.password).expect(401);
        await tryToSignIn(official.username, password).expect(200);
        expect(await personOf(official)).toMatchObject({ state: 'INITIAL_PASSWORD' });
        // Where the change leaves the office without anybody, it is asked first.
        await visitor.go(`/people/${official.id}`);
        // The panel is called 岗位和辖区.
        await page.getByRole('combobox', { name: /^岗位/ }).click();
        await page.keyboard.press('Backspace');
        await page.keyboard.type('执法检查人员');
        await page.locator('.ant-select-item-option').filter({ hasText: '执法检查人员' }).first().click();
        await page.keyboard.press('Escape');
        await visitor.press('保存变更');
        await visitor.sees(/长安区卫生健康\S{1,2}将没有可以办理申请的工作人员/);
        expect(await visitor.faults()).toEqual([]);
        await visitor.confirm('保存变更');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        expect(await personOf(official)).toMatchObject({ roles: ['INSPECTOR'] });
      },
      STORY_MS,
    );

    it(
      'get one new password by a double click, and it is the one that is shown',
      async () => {
        const official = await site.app.person('REGISTRAR', { name: '示例·冯手快' });
        const visitor = await site.as(admin, `/people/${official.id}`);
        const { page } = visitor;
        const button = page.getByRole('dialog').getByRole('button', { name: '重置密码', exact: true });
        const resets = async () =>
          (
            await site.app.database.query('select 1 from audit.entry where action = $1 and subject_id = $2', [
              'access.password-reset',
              official.id,
            ])
          ).length;
        const within = 'the same tick';
        for (const [times, how] of [
          [1, 'a double click'],
          [2, within],
        ] as const) {
          await visitor.press('重置密码');
          if (how === within) {
            await button.click({ trial: true });
            await button.evaluate((element) => {
              const it = element as unknown as { click(): void };
              it.click();
              it.click();
            });
          } else await button.dblclick();
          await page.getByRole('dialog').waitFor({ state: 'detached' });
          await visitor.sees('初始密码只显示这一次');
          expect([how, await resets()]).toEqual([how, times]);
          const password = (await page.locator('code.mono').textContent()) ?? '';
          await tryToSignIn(official.username, password).expect(200);
        }
      },
      STORY_MS,
    );

    it(
      'of operators ask for no district of their own, and lie with the administrator who made them',
      async () => {
        const visitor = await site.as(admin, '/people/new');
        const { page } = visitor;
        await visitor.press('新建账号');
        const summary = page.getByRole('alert').filter({ hasText: '处需要改正' });
        await summary.getByRole('button', { name: /^辖区/ }).waitFor();
        await visitor.choose('岗位', '机构经办人');
        await page.keyboard.press('Escape');
        await summary.getByRole('button', { name: /^辖区/ }).waitFor({ state: 'detached' });
        await page.getByLabel('姓名').fill('名'.repeat(60));
        // Beyond the limit nothing is cut off.
        await visitor.sees('不超过 50 个字');
        expect(await page.getByLabel('姓名').inputValue()).toHaveLength(60);
        expect(await visitor.faults()).toEqual([]);
        await page.getByLabel('用户名').fill('operator-changan');
        await page.getByLabel('姓名').fill('示例·周经办');
        // Of an administrator of one county there is nothing to choose.
        await page
          .locator('.ant-form-item')
          .filter({ hasText: '由哪一辖区的管理员维护' })
          .getByText(/长安区/)
          .waitFor();
        await visitor.press('新建账号');
        await visitor.sees('初始密码只显示这一次');
        await visitor.go('/people?q=operator');
        await visitor.sees('operator-changan');
      },
      STORY_MS,
    );

    it(
      'are not changed over a colleague’s head',
      async () => {
        const official = await site.app.person('REGISTRAR', { name: '示例·赵岗位' });
        const first = await site.as(admin, `/people/${official.id}`);
        const second = await site.elsewhere(admin, `/people/${official.id}`, PHONE);
        await second.page.getByLabel('姓名').fill('示例·赵受理');
        await first.page.getByLabel('姓名').fill('示例·赵某');
        await first.press('保存变更');
        await first.sees('已保存，立即生效。');
        await second.press('保存变更');
        await second.sees(/没有保存变更/);
        expect(await second.faults()).toEqual([]);
        expect(await personOf(official)).toMatchObject({ name: '示例·赵某' });
      },
      STORY_MS,
    );
  });

  describe('background jobs that failed for good', () => {
    it(
      'are none, or listed with what failed and why, and done once more',
      async () => {
        const phone = await site.as(admin, '/jobs', PHONE);
        await phone.sees('没有失败的任务，不需要处理。');
        expect(await phone.faults()).toEqual([]);
        await site.app.nest.get(DeadJobs).bury({
          name: 'platform.sweep',
          key: 'sweep-1',
          payload: {},
          error: 'connect ECONNREFUSED 10.0.0.9:5432',
        });
        const visitor = await site.elsewhere(admin, '/jobs');
        await visitor.sees('清理过期的临时数据');
        await visitor.page.getByText('失败的原因').click();
        await visitor.sees('connect ECONNREFUSED 10.0.0.9:5432');
        expect(await visitor.faults()).toEqual([]);
        await visitor.picture('jobs');
        await phone.go('/jobs');
        await phone.sees('清理过期的临时数据');
        expect(await phone.faults()).toEqual([]);
        await visitor.press('重新执行：清理过期的临时数据');
        await visitor.sees('重新执行已完成');
        expect(await visitor.faults()).toEqual([]);
        await phone.press('重新执行：清理过期的临时数据');
        await phone.sees(/该任务已经重试/);
        await site.app.database.query('delete from platform.dead_job');
      },
      STORY_MS,
    );
  });
});
