import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, PHONE, type Visitor } from './console-site';
import { focused, spokenOf } from './filing-clicks';

describe('the form of a filing', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let registrar: TestPerson;
  let filings: FilingBuilder;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
    registrar = await site.app.person('REGISTRAR', { name: '示例·李受理' });
    filings = new FilingBuilder(site.app);
  }, 180_000);
  afterAll(() => site.stop());

  /** What is marked as the place to which the person was led. */
  const marked = async ({ page }: Visitor): Promise<string> =>
    (await page.locator('[data-led]').allTextContents()).join('|');
  const toCheck = async ({ page }: Visitor) => {
    await page.getByRole('navigation', { name: '填写步骤' }).getByText('核对并提交').click();
    await page.getByRole('button', { name: '提交备案' }).waitFor();
  };

  it('leads from each open item to the field itself', async () => {
    const { id } = await filings.draft(operator);
    const visitor = await site.as(operator, `/filings/${id}/form`);
    const { page } = visitor;
    const go = async (line: string) => {
      await toCheck(visitor);
      await page.getByRole('button', { name: line }).click();
    };
    await go('联系人电话：请填写');
    expect(await focused(visitor)).toBe('联系人电话');
    await go('服务场所权属：请选择');
    expect(await page.getByLabel('自有').evaluate((each) => each === document.activeElement)).toBe(true);
    await go('承诺书：请上传');
    expect(await focused(visitor)).toBe('选择承诺书的文件');
    expect(await marked(visitor)).toMatch(/^承诺书 ! 还没有上传/);
    const outline = await page.locator('[data-led]').evaluate((each) => getComputedStyle(each).outlineWidth);
    expect(outline).toBe('2px');
    expect(await visitor.faults()).toEqual([]);
    await page.getByLabel('拍摄备案申请书').focus();
    expect(await marked(visitor)).toBe('');
  });

  it('lists what is open in the order of the form, the materials last in their own', async () => {
    const { id, materials } = await filings.draft(operator, 'ELDERLY_CARE', { legalRepresentative: null });
    const visitor = await site.as(operator, `/filings/${id}/form`);
    const { page } = visitor;
    await page.getByRole('navigation', { name: '填写步骤' }).getByText('规模与服务').click();
    await page.getByLabel('床位数', { exact: true }).fill('6');
    await toCheck(visitor);
    const panel = page.getByRole('region', { name: /^提交前还有 \d+ 项$/ });
    const lines = await panel.getByRole('button').allTextContents();
    const order = [
      '服务场所权属：',
      '服务设施面积：',
      '床位数：',
      '法定代表人（主要负责人）姓名：',
      '联系人电话：',
    ];
    const at = order.map((label) => lines.findIndex((line) => line.startsWith(label)));
    expect(at).not.toContain(-1);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    const papers = materials.filter(({ required }) => required).map(({ name }) => `${name}：请上传`);
    expect(lines.slice(-papers.length)).toEqual(papers);
  });

  it('says at a field what is wrong while the focus is still in it: a day at once, a number after a pause', async () => {
    const { id } = await filings.draft(operator, 'ELDERLY_CARE', {
      premisesTenure: 'LEASED',
      leaseStartsOn: '2026-01-01',
    });
    const visitor = await site.as(operator, `/filings/${id}/form`);
    const { page } = visitor;
    await page.getByRole('navigation', { name: '填写步骤' }).getByText('服务场所').click();
    await page.getByLabel('租期届满日').click();
    await page.keyboard.type('2025-01-19');
    await visitor.sees('租期届满日不能早于起始日');
    expect(await spokenOf(page.getByLabel('租期届满日'))).toMatch(/^wrong: 租期届满日不能早于起始日/);
    const inside = (label: string) =>
      page.getByLabel(label).evaluate((each) => each === document.activeElement);
    expect(await inside('租期届满日')).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByLabel('服务设施面积').fill('0');
    expect(await page.getByText('应大于 0 平方米').count()).toBe(0);
    await visitor.sees('应大于 0 平方米');
    expect(await inside('服务设施面积')).toBe(true);
    await page.locator('.field-error').filter({ hasText: '应大于 0 平方米' }).waitFor();
    expect(await spokenOf(page.getByLabel('服务设施面积'))).toMatch(/^wrong: 应大于 0 平方米/);
    expect(await spokenOf(page.getByLabel('租期起始日'))).toBe('');
    expect(await visitor.faults()).toEqual([]);
  });

  it('keeps the whole of a text that is too long, and says so at the field', async () => {
    const { id } = await filings.draft(operator);
    const visitor = await site.as(operator, `/filings/${id}/form`);
    const { page } = visitor;
    await page.getByRole('navigation', { name: '填写步骤' }).getByText('负责人与联系人').click();
    const name = page.getByLabel('联系人姓名');
    await name.fill('示例·'.repeat(20));
    await page.keyboard.press('Tab');
    await visitor.sees('不超过 50 个字');
    expect(await name.inputValue()).toBe('示例·'.repeat(20));
    await name.fill('示例·李😀联络');
    await page.keyboard.press('Tab');
    await visitor.sees('不能有表情符号，请用文字填写');
    expect(await visitor.faults()).toEqual([]);
  });

  it('keeps the whole of a name that is too long before there is a draft', async () => {
    const visitor = await site.as(operator, '/filings/new');
    const name = visitor.page.getByLabel('机构名称');
    await name.fill('示例·'.repeat(40));
    await visitor.sees('不超过 100 个字');
    expect(await name.inputValue()).toBe('示例·'.repeat(40));
  });

  it('begins with what has come back at the first remark, with the focus and a mark there', async () => {
    const { id } = await filings.returned(operator, registrar);
    const visitor = await site.as(operator, `/filings/${id}`);
    const state = visitor.page.getByRole('list', { name: '办理进度' });
    await state.getByText(/长安区.+退回于 \d+年.+，最迟 \d+年.+重新提交/).waitFor();
    expect(await state.getByText('提交于').count()).toBe(0);
    await visitor.sees('修改以后，这里列出修改前后的内容。');
    await visitor.open('补正');
    await visitor.sees('补正意见：住所应写到门牌号');
    expect(await focused(visitor)).toBe('住所（服务场所地址）');
    expect(await marked(visitor)).toContain('补正意见：住所应写到门牌号');
    expect(await visitor.faults()).toEqual([]);
  });

  it('shows at the last look what was typed, and says at the number that it is wrong', async () => {
    const { id } = await filings.draft(operator, 'ELDERLY_CARE', { legalRepresentative: null });
    const visitor = await site.as(operator, `/filings/${id}/form`);
    const { page } = visitor;
    await page.getByRole('navigation', { name: '填写步骤' }).getByText('负责人与联系人').click();
    await page.getByLabel('法定代表人（主要负责人）身份证号').fill('610116189001010018');
    await page.getByLabel('法定代表人（主要负责人）电话').fill('13800000001');
    await toCheck(visitor);
    const people = page.getByRole('region', { name: '负责人与联系人' });
    await people.getByText('610116189001010018').waitFor();
    await people.getByText('居民身份证号不正确，请核对 18 位号码').waitFor();
    await people.getByText('13800000001').waitFor();
    expect(await visitor.faults()).toEqual([]);
    await page.getByRole('button', { name: /身份证号：居民身份证号不正确/ }).click();
    expect(await focused(visitor)).toBe('法定代表人（主要负责人）身份证号');
    await visitor.sees('居民身份证号不正确，请核对 18 位号码');
    await page.getByLabel('法定代表人（主要负责人）身份证号').fill('610116189001010019');
    await toCheck(visitor);
    await people.getByText('610116189001010019').waitFor();
    await page.getByText(/^已保存 \d\d:\d\d$/).waitFor();
    await page.reload();
    await people.getByText('**************0019').waitFor();
  });

  it('leads from a remark of the authority to the field, also in the hand', async () => {
    const { id } = await filings.returned(operator, registrar);
    const visitor = await site.as(operator, `/filings/${id}`, PHONE);
    await visitor.open('住所（服务场所地址）');
    await visitor.sees('补正意见：住所应写到门牌号');
    expect(await focused(visitor)).toBe('住所（服务场所地址）');
    await visitor.page.locator('.step-fold summary').click();
    await visitor.page.getByText('核对并提交').last().click();
    await visitor.page.getByRole('button', { name: '住所（服务场所地址）' }).click();
    expect(await focused(visitor)).toBe('住所（服务场所地址）');
    expect(await visitor.faults()).toEqual([]);
  });

  it('does not show an empty day as if it were filled in, nor call optional what is always chosen', async () => {
    const { id } = await filings.draft(operator, 'CHILDCARE', { premisesTenure: 'LEASED' });
    const visitor = await site.as(operator, `/filings/${id}/form`);
    const { page } = visitor;
    await page.getByText('备案类别').waitFor();
    expect(await page.getByText('备案类别（选填）').count()).toBe(0);
    await page.getByRole('navigation', { name: '填写步骤' }).getByText('托育场地').click();
    expect(await page.getByLabel('租期届满日').getAttribute('placeholder')).toBe('请选择日期');
  });

  it('deletes a draft in two steps, after which it is in no list', async () => {
    const { id } = await filings.draft(operator, 'ELDERLY_CARE', { name: '示例·误建草稿院' });
    const visitor = await site.as(operator, `/filings/${id}`);
    await visitor.press('删除草稿');
    await visitor.sees('这份草稿不再列在清单和待办中，不能继续填写，也不能恢复。');
    expect(await visitor.faults()).toEqual([]);
    await visitor.confirm('删除草稿');
    await visitor.sees('草稿已删除。');
    await visitor.page.waitForURL(/\/filings$/);
    await visitor.page.getByRole('heading', { name: '我的备案' }).waitFor();
    await visitor.page
      .getByRole('link', { name: /示例·长安颐养院/ })
      .first()
      .waitFor();
    expect(await visitor.page.getByText('示例·误建草稿院').count()).toBe(0);
    await visitor.go(`/filings/${id}`);
    await visitor.sees('草稿已经删除，不能恢复。仍需备案的，请重新填写。');
    expect(await visitor.page.getByRole('button', { name: '删除草稿' }).count()).toBe(0);
    expect(await visitor.faults()).toEqual([]);
  });

  it('loses no click to a remark that appears under it as a field is left', async () => {
    const { id } = await filings.draft(operator);
    const { page } = await site.as(operator, `/filings/${id}/form`);
    await page.getByLabel('统一社会信用代码').fill('526101160000000198');
    const { x, y, width, height } = (await page.getByText('企业法人', { exact: true }).boundingBox())!;
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    // As long as a finger rests on the glass.
    await page.waitForTimeout(150);
    await page.mouse.up();
    await page.getByText('信用代码不正确').first().waitFor();
    expect(await page.getByLabel('企业法人').isChecked()).toBe(true);
  });

  it('leads to the own draft of the same code before a second one is made', async () => {
    const person = await site.app.person('OPERATOR');
    const { id } = await filings.draft(person, 'CHILDCARE');
    const visitor = await site.as(person, '/filings/new');
    const { page } = visitor;
    await page.getByLabel('统一社会信用代码').fill('916100000000000518');
    await page.getByLabel(/托育机构/).check();
    await visitor.sees('您已经用这个代码起草过托育机构的申请，还没有提交。');
    expect(await visitor.faults()).toEqual([]);
    await page.getByLabel(/养老机构/).check();
    await page.getByText('您已经用这个代码起草过').waitFor({ state: 'detached' });
    await page.getByLabel(/托育机构/).check();
    await visitor.open('继续填写：');
    await page.waitForURL(new RegExp(`${id}/form`));
  });

  it('says at the code that it is known already, with the way to the own filing', async () => {
    const person = await site.app.person('OPERATOR');
    const { id } = await filings.draft(person);
    const accepted = await filings.accepted(operator, registrar);
    const visitor = await site.as(person, `/filings/${id}/form`);
    await visitor.sees('名录中已经有使用这个代码的养老机构。');
    await visitor.sees(/已经在名录中、信息有变化的，从“机构名录”中打开这家机构，办理变更/);
    expect(await visitor.page.getByText('查看：').count()).toBe(0);
    expect(await visitor.faults()).toEqual([]);

    const own = await filings.draft(operator);
    const author = await site.as(operator, `/filings/${own.id}/form`);
    await author.sees('您已经用这个代码办理过养老机构的申请。');
    await author.open('首次备案（已备案）');
    await author.page.waitForURL(new RegExp(accepted.id));
  });
});
