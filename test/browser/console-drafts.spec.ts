import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ELDERLY } from '../../libs/forms/test/forms.builder';
import { ConsoleSite, type Visitor } from './console-site';

describe('what is typed into a draft', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let planner: TestPerson;
  let filings: FilingBuilder;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR');
    planner = await site.app.person('PLANNER');
    filings = new FilingBuilder(site.app);
  }, 180_000);
  afterAll(() => site.stop());

  const filingOf = async (person: TestPerson, id: string) =>
    (await site.app.as(person).get(`/api/v1/filings/${id}`).expect(200)).body;
  const saved = (visitor: Visitor) => visitor.page.getByText(/^已保存 \d\d:\d\d$/).waitFor();

  it('keeps what two tabs type into one draft, and says so', async () => {
    const draft = await filings.draft(operator);
    const first = await site.as(operator, `/filings/${draft.id}/form`);
    const second = await site.elsewhere(operator, `/filings/${draft.id}/form`);
    // Both have it before one of them writes.
    await second.page.getByLabel('机构名称').waitFor();
    await first.page.getByLabel('机构名称').fill('示例·长安甲养老院');
    await saved(first);
    await second.page.getByLabel('公办', { exact: true }).check();
    await saved(second);
    await second.sees('这份草稿在另一个页面上也改过');
    expect((await filingOf(operator, draft.id)).institution).toMatchObject({
      name: '示例·长安甲养老院',
      ownership: 'PUBLIC',
    });
    expect(await second.page.getByLabel('机构名称').inputValue()).toBe('示例·长安甲养老院');
  });

  it('says so as well where both have changed the same, and shows what is stored', async () => {
    const draft = await filings.draft(operator);
    const first = await site.as(operator, `/filings/${draft.id}/form`);
    const second = await site.elsewhere(operator, `/filings/${draft.id}/form`);
    await second.page.getByLabel('机构名称').waitFor();
    await first.page.getByLabel('机构名称').fill('示例·长安丙养老院');
    await saved(first);
    await second.page.getByLabel('机构名称').fill('示例·长安丁养老院');
    await saved(second);
    await second.sees('这份草稿在另一个页面上也改过');
    await first.page.getByLabel('公办', { exact: true }).check();
    await first.sees('这份草稿在另一个页面上也改过');
    expect(await first.page.getByLabel('机构名称').inputValue()).toBe('示例·长安丁养老院');
  });

  it('hands in nothing else than what stands on the page', async () => {
    const { address: _, ...whole } = ELDERLY;
    const draft = await filings.upload(operator, await filings.draft(operator, 'ELDERLY_CARE', whole));
    const { page } = await site.as(operator, `/filings/${draft.id}/form`);
    await page.getByLabel('机构名称').waitFor();
    await page.route('**/api/v1/filings/*', (route) =>
      route.request().method() === 'PATCH' ? route.abort() : route.continue(),
    );
    await page.getByLabel('机构名称').fill('示例·改了名的养老院');
    await page.getByRole('button', { name: '核对并提交' }).first().click();
    await page.getByRole('button', { name: '提交备案' }).click();
    await page.getByText('没有提交：有内容还没有保存到服务器').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await filingOf(operator, draft.id)).toMatchObject({ status: 'DRAFT' });
    await page.unroute('**/api/v1/filings/*');
    await page.getByText(/^已保存 \d\d:\d\d$/).waitFor();
    await page.getByRole('button', { name: '提交备案' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '提交备案' }).click();
    await page.getByText('备案机关正在核对材料').first().waitFor();
    expect(await filingOf(operator, draft.id)).toMatchObject({
      status: 'SUBMITTED',
      institution: { name: '示例·改了名的养老院' },
    });
  });

  it('counts in the summary what stands at the fields, also while they are put right', async () => {
    const visitor = await site.as(operator, '/filings/new');
    const { page } = visitor;
    const summary = page.locator('.fault-summary');
    const listed = () => summary.getByRole('listitem').count();
    await visitor.press('开始填写');
    await summary.getByText('有 4 处需要改正').waitFor();
    expect(await listed()).toBe(4);
    const height = async () => (await summary.boundingBox())?.height;
    const tall = await height();
    await page.getByLabel('机构名称').fill('示例·长安甲养老院');
    await summary.getByText('有 3 处需要改正').waitFor();
    await page.getByLabel('统一社会信用代码').fill('123');
    await page.keyboard.press('Tab');
    await summary.getByText('信用代码应为 18 位，现在是 3 位').waitFor();
    await page.getByLabel('统一社会信用代码').fill('526101160000000198');
    await page.keyboard.press('Tab');
    await summary.getByText(/信用代码不正确/).waitFor();
    await summary.getByText('有 3 处需要改正').waitFor();
    expect(await listed()).toBe(3);
    expect(await page.locator('.ant-form-item-explain-error').count()).toBe(3);
    // The button below stays where it is while somebody is about to press it.
    expect(await height()).toBe(tall);
    expect(await summary.evaluate((box) => box === document.activeElement)).toBe(false);
  });

  it('opens a draft again where its author stopped, and says on an overtaken page that nothing is changed any more', async () => {
    const draft = await filings.upload(operator, await filings.draft(operator));
    const visitor = await site.as(operator, `/filings/${draft.id}/form`);
    const { page } = visitor;
    await page.getByRole('button', { name: '下一步：服务场所' }).click();
    await page.getByLabel('住所（服务场所地址）').waitFor();
    await visitor.go(`/filings/${draft.id}`);
    await visitor.open('继续填写');
    await page.getByLabel('住所（服务场所地址）').waitFor();
    await filings.act(operator, draft.id, 'submit');
    await page.getByLabel('住所（服务场所地址）').fill('陕西省西安市长安区韦曲街道示例路99号');
    await visitor.sees('这件备案现在是“已提交”，本页不能再修改');
    expect(await visitor.faults()).toEqual([]);
    await visitor.open('查看这件备案现在的情况');
    await visitor.sees('备案机关正在核对材料');
  });

  it('keeps what is typed while what stood there before is on its way', async () => {
    const { page } = await site.as(planner, '/plans/new');
    const title = page.getByLabel('计划名称');
    let sent = 0;
    await page.route('**/api/v1/form-drafts/**', async (route) => {
      if (route.request().method() === 'PUT') sent += 1;
      // The first is slow, and the second never arrives.
      if (sent === 1) await title.and(page.locator('[value="示例·后写的"]')).waitFor();
      await (sent > 1 ? route.abort() : route.continue());
    });
    const first = page.waitForResponse(
      (response) => response.url().includes('/form-drafts/') && response.request().method() === 'PUT',
    );
    await title.fill('示例·先写的');
    await page.waitForRequest((request) => request.method() === 'PUT');
    await title.fill('示例·后写的');
    await first;
    await page.getByText(/^尚未保存/).waitFor();
    expect(await title.inputValue()).toBe('示例·后写的');
    await page.getByLabel('年度').fill('2027');
    await page.unroute('**/api/v1/form-drafts/**');
    await page.getByText(/^已保存 \d\d:\d\d$/).waitFor();
    await page.reload();
    await title.waitFor();
    expect(await title.inputValue()).toBe('示例·后写的');
    expect(await page.getByLabel('年度').inputValue()).toBe('2027');
  });
});
