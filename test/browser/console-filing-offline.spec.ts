import type { TestPerson } from '@zhaoguan/testing';
import type { Page } from 'playwright-core';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite } from './console-site';
import { goToStep } from './filing-clicks';

const KEPT = '没有网络，已保存在本机，恢复后自动发送';
const SAVED = /^已保存 \d\d:\d\d$/;

describe('a filing that is filled in without a network', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let filings: FilingBuilder;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
    filings = new FilingBuilder(site.app);
  }, 180_000);
  afterAll(() => site.stop());

  const onServer = async (id: string) =>
    (await site.app.as(operator).get(`/api/v1/filings/${id}`).expect(200)).body.institution;
  const open = async () => {
    const draft = await filings.draft(operator);
    const visitor = await site.as(operator, `/filings/${draft.id}/form`);
    await visitor.page.getByLabel('机构名称').waitFor();
    return { draft, visitor, page: visitor.page, context: visitor.page.context() };
  };
  /** Closing a page ends its being without a network a moment before its scripts: what they send then must not leave it. */
  const leave = async (page: Page) => {
    const address = page.url();
    await page.evaluate("window.fetch = () => Promise.reject(new TypeError('without a network'))");
    page.on('dialog', (warning) => void warning.accept());
    await page.goto('about:blank');
    await page.close();
    return address;
  };

  it('is sent by itself when the line is back', async () => {
    const { draft, visitor, page, context } = await open();
    await context.setOffline(true);
    await page.getByLabel('机构名称').fill('示例·山中养老院');
    await visitor.sees(KEPT);
    await page.getByRole('navigation', { name: '填写步骤' }).getByText('服务场所').click();
    await page.getByLabel('服务设施面积').fill('1234.5');
    await page.getByLabel('服务设施面积').blur();
    await visitor.sees(KEPT);
    expect(await onServer(draft.id)).not.toMatchObject({ name: '示例·山中养老院' });
    await context.setOffline(false);
    await page.getByText(SAVED).waitFor();
    expect(await onServer(draft.id)).toMatchObject({ name: '示例·山中养老院', floorAreaM2: 1234.5 });
    await page.reload();
    expect(await page.getByLabel('服务设施面积').inputValue()).toMatch(/^1,?234\.5/);
  });

  it('is there again, and sent, when the page was closed meanwhile', async () => {
    const { draft, visitor, page, context } = await open();
    await context.setOffline(true);
    await page.getByLabel('机构名称').fill('示例·隧道养老院');
    await visitor.sees(KEPT);
    await page.getByRole('navigation', { name: '填写步骤' }).getByText('服务场所').click();
    await page.getByLabel('服务设施面积').fill('888');
    await page.getByLabel('服务设施面积').blur();
    const address = await leave(page);
    await context.setOffline(false);
    expect(await onServer(draft.id)).not.toMatchObject({ name: '示例·隧道养老院' });
    const again = await context.newPage();
    await again.goto(address);
    await again.getByText(SAVED).waitFor();
    expect(await again.getByLabel('服务设施面积').inputValue()).toMatch(/^888/);
    expect(await onServer(draft.id)).toMatchObject({ name: '示例·隧道养老院', floorAreaM2: 888 });
  });

  it('has nothing to send or to ask when what was kept arrived as the page was closed', async () => {
    const { draft, visitor, page, context } = await open();
    await context.setOffline(true);
    await page.getByLabel('机构名称').fill('示例·岭下养老院');
    await visitor.sees(KEPT);
    const address = await leave(page);
    await context.setOffline(false);
    await site.app
      .as(operator)
      .patch(`/api/v1/filings/${draft.id}`)
      .set('if-match', `"${draft.version}"`)
      .send({ institution: { name: '示例·岭下养老院' } })
      .expect(200);
    const again = await context.newPage();
    await again.goto(address);
    await again.getByLabel('机构名称').waitFor();
    expect(await again.getByLabel('机构名称').inputValue()).toBe('示例·岭下养老院');
    expect(await again.getByText(/已保存|保存在本机|没有保存/).count()).toBe(0);
    expect(await again.getByRole('region', { name: '两处填写不一致' }).count()).toBe(0);
    expect(
      await again.evaluate(`Object.keys(localStorage).filter((key) => key.includes('${draft.id}')).length`),
    ).toBe(0);
  });

  it('does not overwrite what was changed elsewhere meanwhile: both are shown, and one is chosen', async () => {
    const { draft, visitor, page, context } = await open();
    await context.setOffline(true);
    await page.getByLabel('机构名称').fill('示例·本机养老院');
    await visitor.sees(KEPT);
    const address = await leave(page);
    await site.app
      .as(operator)
      .patch(`/api/v1/filings/${draft.id}`)
      .set('if-match', `"${draft.version}"`)
      .send({ institution: { name: '示例·别处养老院' } })
      .expect(200);
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(address);
    const both = again.getByRole('region', { name: '两处填写不一致' });
    await both.getByText('本机填写的：示例·本机养老院').waitFor();
    await both.getByText('别处改成的：示例·别处养老院').waitFor();
    expect(await onServer(draft.id)).toMatchObject({ name: '示例·别处养老院' });
    await again.getByText('有 1 项待选定，没有保存').waitFor();
    expect(await again.getByText(SAVED).count()).toBe(0);
    await goToStep({ page: again }, '核对并提交');
    await again.getByRole('button', { name: '有 1 项在本机填写以后又在别处改过，请先选定一种' }).click();
    await both.getByRole('button', { name: '用本机填写的' }).click();
    await again.getByText(SAVED).waitFor();
    expect(await both.count()).toBe(0);
    expect(await onServer(draft.id)).toMatchObject({ name: '示例·本机养老院' });
  });

  it('shows what was typed as a day and is none after the page was closed, beside what is wrong with it', async () => {
    const { visitor, page, context } = await open();
    await goToStep(visitor, '服务场所');
    await page.getByLabel('租赁').check();
    await page.getByLabel('租期起始日').click();
    const weekdays = page.locator('.ant-picker-dropdown thead th');
    await weekdays.first().waitFor();
    expect((await weekdays.allTextContents()).join('')).toBe('一二三四五六日');
    await page.getByLabel('租期起始日').fill('明年春天');
    await page.keyboard.press('Tab');
    await visitor.sees('日期不正确，请按 2026-11-21 的格式填写');
    const address = await leave(page);
    const again = await context.newPage();
    await again.goto(address);
    await again.getByText('日期不正确，请按 2026-11-21 的格式填写').first().waitFor();
    expect(await again.getByLabel('租期起始日').getAttribute('placeholder')).toBe('明年春天');
  });
});
