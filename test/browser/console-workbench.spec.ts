import type { TestPerson } from '@zhaoguan/testing';
import type { Locator } from 'playwright-core';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { InspectionBuilder } from '../../libs/inspections/test/inspection.builder';
import { ConsoleSite, DESK, PHONE } from './console-site';

describe('what waits, notifications, search and figures in the console', () => {
  let site: ConsoleSite;
  let filings: FilingBuilder;
  let registrar: TestPerson;
  let operator: TestPerson;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    filings = new FilingBuilder(site.app);
    registrar = await site.app.person('REGISTRAR');
    operator = await site.app.person('OPERATOR');
    await filings.submitted(operator, 'ELDERLY_CARE', { name: '示例·待办颐养院' });
    await site.app.idle();
  }, 180_000);
  afterAll(() => site.stop());

  const height = async (place: Locator) => (await place.boundingBox())!.height;

  it('lists what waits for a registrar by its last day, and leads to it', async () => {
    const visitor = await site.as(registrar, '/', DESK);
    await visitor.sees('示例·待办颐养院');
    await visitor.sees(/待办理申请 · 第1次提交/);
    await visitor.sees(/还有 \d+ 个工作日/);
    expect(await visitor.faults()).toEqual([]);
    await visitor.picture('registrar-home');
    await visitor.page.getByRole('link', { name: /示例·待办颐养院/ }).click();
    await visitor.page.waitForURL(/\/console\/filings\/[0-9a-f-]{36}$/);
  });

  it('narrows what waits to one kind by one line in the hand', async () => {
    const applicant = await site.app.person('OPERATOR');
    await filings.draft(applicant, 'ELDERLY_CARE', { name: '示例·草稿颐养院' });
    const { id } = await filings.submitted(applicant, 'ELDERLY_CARE', {
      name: '示例·补正颐养院',
      address: '示例路4号',
    });
    const reasons = [{ pointer: '/institution/address', message: '住所应写到门牌号' }];
    await filings.act(registrar, id, 'return', { reasons });
    const visitor = await site.as(applicant, '/', PHONE);
    await visitor.sees('示例·草稿颐养院');
    expect(await visitor.faults()).toEqual([]);
    await visitor.page.getByLabel('按类别').selectOption({ label: '待补正申请（1）' });
    await visitor.page.getByText('示例·草稿颐养院').waitFor({ state: 'detached' });
    await visitor.sees('示例·补正颐养院');
  });

  it('says what to do where nothing waits, also in the hand', async () => {
    const visitor = await site.as(await site.app.person('PLANNER'), '/', PHONE);
    await visitor.sees('现在没有等您办理的事项');
    expect(await visitor.faults()).toEqual([]);
    expect(await height(visitor.page.getByRole('link', { name: '看统计图' }))).toBeGreaterThanOrEqual(44);
    await visitor.open('制定抽查计划');
    await visitor.page.waitForURL(/\/console\/plans/);
  });

  it('rings when something happens while the page is open, and forgets what was read', async () => {
    const visitor = await site.as(operator, '/', DESK);
    const bell = visitor.page.getByLabel(/^通知/);
    await bell.waitFor();
    const { id } = await filings.submitted(operator, 'ELDERLY_CARE', {
      name: '示例·通知颐养院',
      address: '示例路2号',
    });
    await site.app.idle();
    const reasons = [{ pointer: '/institution/address', message: '住所应写到门牌号' }];
    await filings.act(registrar, id, 'return', { reasons });
    await site.app.idle();
    await visitor.page.getByLabel(/^通知，1 条未读$/).click();
    await visitor.sees('示例·通知颐养院的备案已退回补正');
    expect(await visitor.faults()).toEqual([]);
    await visitor.picture('notifications');
    const panel = visitor.page.getByRole('region', { name: '最近的通知' });
    await visitor.page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await bell.evaluate((element) => element === document.activeElement)).toBe(true);
    await visitor.page.keyboard.press('Enter');
    await panel.waitFor();
    await visitor.page.locator('h1').click();
    await panel.waitFor({ state: 'detached' });
    await bell.click();
    await visitor.page.getByRole('link', { name: /示例·通知颐养院的备案已退回补正/ }).click();
    await visitor.page.waitForURL(new RegExp(`/console/filings/${id}`));
    await visitor.page.getByLabel('通知', { exact: true }).waitFor();
    await visitor.go('/notifications');
    await visitor.sees('备案退回补正');
    expect(await visitor.faults()).toEqual([]);
  });

  it('takes what was told of a matter for read when its page is opened, by whatever way', async () => {
    const { id } = await filings.submitted(operator, 'ELDERLY_CARE', {
      name: '示例·已阅颐养院',
      address: '示例路3号',
    });
    await filings.act(registrar, id, 'return', {
      reasons: [{ pointer: '/institution/address', message: '住所应写到门牌号' }],
    });
    await site.app.idle();
    const visitor = await site.as(operator, '/me', DESK);
    await visitor.page.getByLabel(/^通知，\d+ 条未读$/).click();
    await visitor.press('全部标为已读');
    await visitor.page.getByLabel('通知', { exact: true }).waitFor();
    await filings.act(operator, id, 'submit');
    await filings.act(registrar, id, 'refuse', { reason: '示例·不属于备案范围' });
    await site.app.idle();
    await visitor.page.getByLabel('通知，1 条未读').waitFor();
    // The first count arrives only after the notification was marked as read, and is out of date by then.
    const marked = visitor.page.waitForResponse('**/api/v1/notifications/read');
    await visitor.page.route(
      '**/api/v1/notifications/count',
      async (route) => {
        const response = await route.fetch();
        await marked;
        await route.fulfill({ response });
      },
      { times: 1 },
    );
    await visitor.go(`/filings/${id}`);
    await marked;
    await visitor.sees('示例·不属于备案范围');
    await visitor.page.getByLabel('通知', { exact: true }).waitFor();
    expect(await visitor.faults()).toEqual([]);
  });

  it('finds by a fragment of a name what the person may see, and says when there is nothing', async () => {
    const visitor = await site.as(registrar, '/', DESK);
    await visitor.sees('待办');
    await visitor.page.keyboard.press('/');
    await visitor.page.keyboard.type('待办颐养');
    await visitor.page.keyboard.press('Enter');
    await visitor.sees('检索“待办颐养”');
    await visitor.page.getByRole('link', { name: /示例·待办颐养院/ }).waitFor();
    expect(await visitor.faults()).toEqual([]);
    await visitor.picture('search');
    await visitor.go(`/search?q=${encodeURIComponent('没有这样的名称')}`);
    await visitor.sees('没有找到');
    await visitor.go('/search?q=%25');
    await visitor.page.getByRole('alert').waitFor();
    const elsewhere = await site.as(
      await site.app.person('REGISTRAR', { districts: ['500152'] }),
      `/search?q=${encodeURIComponent('待办颐养')}`,
      PHONE,
    );
    await elsewhere.sees('没有找到');
    expect(await elsewhere.faults()).toEqual([]);
  });

  it('draws the figures of a county, each with its numbers as a table', async () => {
    const county = await new InspectionBuilder(site.app).prepare({ inspectors: 3, institutions: 4 });
    await county.drawn();
    await county.inspectAll();
    const visitor = await site.as(county.reviewer, '/figures', DESK);
    for (const title of ['机构的信用等级', '进行中的抽查', '检查结果（最近 12 个月）', '下一级区划'])
      await visitor.page.getByText(title, { exact: true }).first().waitFor();
    expect(await visitor.faults()).toEqual([]);
    await visitor.picture('figures');
    const grades = visitor.page.getByRole('figure', { name: /机构的信用等级/ });
    await grades.getByRole('button', { name: '看表格' }).click();
    await grades.getByRole('cell', { name: '养老机构', exact: true }).waitFor();
    const hand = await site.as(registrar, '/figures', PHONE);
    const asTable = hand.page.getByRole('button', { name: '看表格' }).first();
    await asTable.waitFor();
    expect(await height(asTable)).toBeGreaterThanOrEqual(44);
    await hand.sees('每周提交的申请（最近 26 周）');
    expect(await hand.faults()).toEqual([]);
  });
});
