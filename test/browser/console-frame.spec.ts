import { PASSWORD_RULE } from '@zhaoguan/contracts';
import type { TestPerson } from '@zhaoguan/testing';
import type { Route } from 'playwright-core';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, DESK, PHONE, type Visitor } from './console-site';

/** On a demonstration, which the tests run, as on the public pages. */
const INVENTED = '演示系统：机构、人员、检查和处罚均为虚构。';

describe('the frame of the console', () => {
  let site: ConsoleSite;
  let registrar: TestPerson;
  let operator: TestPerson;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    registrar = await site.app.person('REGISTRAR');
    operator = await site.app.person('OPERATOR');
  }, 180_000);
  afterAll(() => site.stop());

  const places = async ({ page }: Visitor): Promise<string[]> =>
    (await page.getByRole('navigation', { name: '主导航' }).getByRole('link').allTextContents()).map((text) =>
      text.trim(),
    );

  it('brings a person who signs in to the address they wanted', async () => {
    const visitor = await site.visit('/institutions?grade=B');
    await visitor.page.waitForURL(/\/console\/sign-in\?next=/);
    await visitor.sees(INVENTED);
    expect(await visitor.faults()).toEqual([]);
    await visitor.picture('sign-in');
    await visitor.signIn(registrar);
    await visitor.sees('机构名录');
    expect(new URL(visitor.page.url()).pathname + new URL(visitor.page.url()).search).toBe(
      '/console/institutions?grade=B',
    );
    expect(await visitor.faults()).toEqual([]);
  });

  it('leads nobody to another site after signing in', async () => {
    const visitor = await site.visit('/sign-in?next=//example.org/');
    await visitor.signIn(registrar);
    await visitor.sees('待办');
    expect(new URL(visitor.page.url()).origin).toBe(new URL(await site.app.nest.getUrl()).origin);
  });

  it('says what to do after a wrong password, and keeps the name', async () => {
    const visitor = await site.visit('/sign-in');
    await visitor.page.getByLabel('用户名').fill(registrar.username);
    await visitor.page.getByLabel('密码', { exact: true }).fill('wrong-1234');
    await visitor.press('登录');
    await visitor.sees(/用户名或密码不正确/);
    expect(await visitor.page.getByLabel('用户名').inputValue()).toBe(registrar.username);
    expect(await visitor.faults()).toEqual([]);
  });

  it('takes the name with the space that a phone puts behind it', async () => {
    const visitor = await site.visit('/sign-in');
    await visitor.signIn({ ...registrar, username: `${registrar.username} ` });
    await visitor.sees('待办');
    expect(await visitor.faults()).toEqual([]);
  });

  it('keeps a person signed in who changes the password, and says at the field what is wrong', async () => {
    const person = await site.app.person('REGISTRAR');
    const elsewhere = await site.elsewhere(person);
    const visitor = await site.as(person, '/me');
    const { page } = visitor;
    const fill = async (current: string, next: string) => {
      await page.getByLabel('原密码').fill(current);
      await page.getByLabel('新密码', { exact: true }).fill(next);
      await page.getByLabel('再填一次新密码').fill(next);
      await visitor.press('修改密码');
    };
    await fill('wrong-1234', 'Another-horse-2');
    await visitor.sees('原密码不正确');
    expect(await visitor.faults()).toEqual([]);
    await fill(person.password, 'short');
    await visitor.sees('新密码至少 10 位');
    await visitor.sees(PASSWORD_RULE);
    await fill(person.password, 'bangongshi301');
    await visitor.sees('新密码太容易猜到');
    expect(await page.getByText('原密码不正确').count()).toBe(0);
    const refreshed = page.waitForResponse(/auth\/refresh$/);
    await fill(person.password, 'Another-horse-2');
    await visitor.sees('密码已修改。其他设备上的登录已经结束。');
    expect((await refreshed).status()).toBe(200);
    expect(await page.getByText('请重新登录').count()).toBe(0);
    await visitor.go('/filings');
    await visitor.sees('登记备案');
    expect(await visitor.faults()).toEqual([]);
    await elsewhere.go('/filings');
    await elsewhere.page.waitForURL(/sign-in/);
  });

  it('lets a person go on who has changed the initial password', async () => {
    const person = await site.app.person('REGISTRAR');
    await site.app.database.query('update access.person set must_change_password = true where id = $1', [
      person.id,
    ]);
    const visitor = await site.visit('/sign-in');
    await visitor.signIn(person);
    await visitor.sees('修改初始密码');
    expect(await visitor.faults()).toEqual([]);
    const { page } = visitor;
    await page.getByLabel('原密码').fill(person.password);
    await page.getByLabel('新密码', { exact: true }).fill('Another-horse-2');
    await page.getByLabel('再填一次新密码').fill('Another-horse-2');
    await visitor.press('修改密码');
    await visitor.sees('密码已修改，以后用新密码登录。');
    await visitor.sees('待办');
    expect(await page.getByText('请重新登录').count()).toBe(0);
  });

  it('shows role and district, and the places that the person may go to', async () => {
    const visitor = await site.as(registrar);
    await visitor.sees('西安市长安区 · 备案受理人');
    await visitor.sees(INVENTED);
    expect(await places(visitor)).toContain('机构名录');
    await visitor.go('/people');
    await visitor.sees(/没有这个页面|不办理这一事项/);
  });

  it('has its navigation in the hand as well', async () => {
    const visitor = await site.as(operator, '/', PHONE);
    await visitor.page.getByLabel('全部功能').click();
    expect(await places(visitor)).toContain('机构名录');
    expect(await visitor.faults()).toEqual([]);
  });

  it('asks for the password in place when the sign-in was ended elsewhere, and goes on', async () => {
    const visitor = await site.as(registrar, '/me', DESK);
    await visitor.page.getByLabel('新密码', { exact: true }).fill('half-typed-1');
    const elsewhere = await site.elsewhere(registrar, '/me', DESK);
    await elsewhere.press('退出所有设备');
    await elsewhere.page.getByRole('dialog').getByRole('button', { name: '退出所有设备' }).click();
    await elsewhere.page.waitForURL(/sign-in/);
    await visitor.page.getByLabel('原密码').fill(registrar.password);
    await visitor.page.getByLabel('再填一次新密码').fill('half-typed-1');
    await visitor.press('修改密码');
    await visitor.sees('请重新登录');
    await visitor.page.getByLabel('用户名').fill(registrar.username);
    await visitor.page.getByLabel('密码', { exact: true }).fill(registrar.password);
    await visitor.press('登录');
    await visitor.page.getByRole('dialog', { name: '请重新登录' }).waitFor({ state: 'detached' });
    expect(await visitor.page.getByLabel('新密码', { exact: true }).inputValue()).toBe('half-typed-1');
  });

  it('shows nothing of one person to the next who signs in on the same page', async () => {
    const name = '示例·前一位看过的养老院';
    await new FilingBuilder(site.app).submitted(operator, 'ELDERLY_CARE', { name });
    const visitor = await site.as(registrar, '/filings', DESK);
    const { page } = visitor;
    await visitor.sees(name);
    await page.getByRole('link', { name: '我的' }).first().click();
    await visitor.press('退出登录');
    await page.waitForURL(/sign-in/);
    const held: Route[] = [];
    await page.route(/\/api\/v1\/filings(\?|$)/, (route) => void held.push(route));
    await visitor.signIn(await site.app.person('OPERATOR'));
    await page.getByRole('link', { name: '登记备案' }).click();
    await page.getByRole('heading', { name: '我的备案' }).waitFor();
    await page.getByRole('status', { name: '正在载入' }).waitFor();
    expect(await page.content()).not.toContain(name);
    expect(held.length).toBeGreaterThan(0);
    for (const route of held) await route.continue();
    await visitor.sees(/点“新办备案”开始/);
  });

  it('says so when signing out did not reach the server', async () => {
    const visitor = await site.as(registrar, '/me', DESK);
    const { page } = visitor;
    await page.route('**/api/v1/auth/logout', (route) => route.abort());
    await visitor.press('退出登录');
    await visitor.sees(/没有退出登录/);
    await page.unroute('**/api/v1/auth/logout');
    await visitor.press('退出登录');
    await page.waitForURL(/sign-in/);
    expect(await page.getByLabel('用户名').inputValue()).toBe('');
  });

  it('refreshes in two tabs without ending the session', async () => {
    const first = await site.as(registrar, '/institutions');
    const context = first.page.context();
    const tabs = await Promise.all(
      [1, 2, 3].map(async () => {
        const page = await context.newPage();
        await page.goto(first.page.url());
        return page;
      }),
    );
    for (const page of tabs) await page.getByRole('heading', { name: '机构名录' }).waitFor();
    expect(await first.page.getByRole('button', { name: '登录' }).count()).toBe(0);
  });
});
