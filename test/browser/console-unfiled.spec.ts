import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, SMALL_PHONE } from './console-site';

describe('places that have not filed, by clicking', () => {
  let site: ConsoleSite;
  let registrar: TestPerson;
  let filingNumber: string;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    registrar = await site.app.person('REGISTRAR');
    const filings = new FilingBuilder(site.app);
    const { id } = await filings.accepted(await site.app.person('OPERATOR'), registrar);
    const { body } = await site.app.as(registrar).get(`/api/v1/filings/${id}`).expect(200);
    filingNumber = body.filingNumber;
  });
  afterAll(() => site.stop());

  it('are written down on a phone, with what is wrong said at its field', async () => {
    const phone = await site.as(registrar, '/unfiled-sites', SMALL_PHONE);
    const { page } = phone;
    await phone.sees('没有未备案机构的线索');
    await page.getByRole('button', { name: '登记线索' }).click();
    await page.getByRole('heading', { name: '登记未备案机构' }).waitFor();
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await phone.sees('有 5 处需要改正');
    await page.getByLabel('名称').fill('示例·巷口老人公寓');
    await page.getByLabel('地址').fill('示例路12号院内二层');
    await page.getByText('日常巡查').click();
    await page.getByLabel('发现日期').fill('2026-11-30');
    await page.keyboard.press('Tab');
    await page.getByRole('textbox', { name: '情况' }).fill('示例·有床位二十余张，未见备案回执');
    await page.getByLabel('统一社会信用代码').fill('12345');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await phone.sees('统一社会信用代码不正确，请核对');
    await page.getByLabel('统一社会信用代码').fill('');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await phone.sees('不能晚于今天');
    await page.getByLabel('发现日期').fill('2026-11-20');
    await page.keyboard.press('Tab');
    expect(await phone.faults()).toEqual([]);
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('heading', { name: '示例·巷口老人公寓' }).waitFor();
    await phone.sees('待现场检查');
    expect(await phone.faults()).toEqual([]);
  });

  it('are urged to file after a visit, and end with the number in the directory', async () => {
    const desk = await site.as(registrar, '/unfiled-sites');
    const { page } = desk;
    await page.getByRole('link', { name: '示例·巷口老人公寓' }).click();
    await page.getByRole('button', { name: '现场检查并督促备案' }).click();
    const dialog = page.getByRole('dialog');
    const urge = dialog.getByRole('button', { name: '现场检查并督促备案' });
    expect(await urge.isDisabled()).toBe(true);
    await dialog.getByLabel('现场检查日期').fill('2026-11-19');
    await page.keyboard.press('Tab');
    await dialog.getByLabel('现场情况和督促内容').fill('示例·已当面告知');
    await urge.click();
    await desk.sees('不能早于发现的日期（2026年11月20日）');
    await dialog.getByLabel('现场检查日期').fill('2026-11-20');
    await page.keyboard.press('Tab');
    await urge.click();
    await desk.sees('已记录现场检查和督促备案。');
    await desk.sees('已督促备案');
    await page.getByRole('button', { name: '已经备案' }).click();
    await dialog.getByLabel('备案编号').fill('610116-YL-2026-9999');
    await dialog.getByRole('button', { name: '已经备案' }).click();
    await desk.sees('名录中没有本辖区同类机构使用这个编号');
    await dialog.getByLabel('备案编号').fill(filingNumber);
    expect(await desk.faults()).toEqual([]);
    await dialog.getByRole('button', { name: '已经备案' }).click();
    await page.getByRole('link', { name: '查看机构' }).waitFor();
    expect(await page.getByRole('button', { name: '现场检查并督促备案' }).count()).toBe(0);
    expect(await desk.faults()).toEqual([]);
  });
});
