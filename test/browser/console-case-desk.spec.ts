import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite } from './console-site';

describe('a case among colleagues', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let registrar: TestPerson;
  let colleague: TestPerson;
  let filings: FilingBuilder;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
    registrar = await site.app.person('REGISTRAR', { name: '示例·李受理' });
    colleague = await site.app.person('REGISTRAR', { name: '示例·王受理' });
    filings = new FilingBuilder(site.app);
  }, 180_000);
  afterAll(() => site.stop());

  it('is given to another, who finds it among their own, and is taken over in one click before it is decided', async () => {
    const { id } = await filings.submitted(operator);
    const desk = await site.as(registrar, `/filings/${id}`);
    await desk.press('分派给同事');
    await desk.page.getByLabel('由谁承办（必填）').click();
    await desk.page.getByTitle('示例·王受理').click();
    await desk.confirm('分派');
    await desk.page.getByText('本件由示例·王受理承办。由您办理的，请先接办').waitFor();
    expect(await desk.page.getByRole('button', { name: '准予备案' }).count()).toBe(0);
    expect(await desk.faults()).toEqual([]);

    const own = await site.as(colleague, '/filings?assignee=me');
    await own.page.getByRole('link', { name: '示例·长安颐养院' }).first().waitFor();
    expect(await own.faults()).toEqual([]);

    await desk.press('接办');
    await desk.page.getByRole('button', { name: '准予备案' }).waitFor();
    await desk.page.getByText('分派给示例·王受理', { exact: true }).waitFor();
  });

  it('is verified on the spot, item by item, and the applicant reads what did not match', async () => {
    const { id } = await filings.accepted(operator, registrar);
    const desk = await site.as(registrar, `/filings/${id}`);
    const { page } = desk;
    await desk.press('记录现场核查');
    const onDay = async (day: string) => {
      await page.getByLabel('核查日期').fill(day);
      await page.getByLabel('核查日期').press('Tab');
    };
    await onDay('2026-11-23');
    await page.getByLabel('到现场的工作人员').click();
    for (const name of ['示例·李受理', '示例·王受理']) await page.getByTitle(name, { exact: true }).click();
    await page.keyboard.press('Escape');
    for (const group of await page.getByRole('radiogroup').all())
      await group.getByLabel('一致', { exact: true }).check();
    await page.getByRole('radiogroup', { name: '床位数', exact: true }).getByLabel('不一致').check();
    await page.getByLabel('床位数的实际情况').fill('96 张');
    expect(await desk.faults()).toEqual([]);
    await desk.press('记录现场核查');
    await page.getByText('核查日期不能晚于今天').first().waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await onDay('2026-11-19');
    await desk.press('记录现场核查');
    await page.getByText('核查日期不能早于准予的日期').first().waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await onDay('2026-11-20');
    await desk.press('记录现场核查');
    await page.getByText('有 1 项不一致').waitFor();
    await desk.confirm('记录现场核查');
    await page.getByText('填报：120 张；现场：96 张').waitFor();
    await page.getByText('现场核查：核查不一致').waitFor();
    expect(await desk.faults()).toEqual([]);

    const own = await site.as(operator, `/filings/${id}`);
    await own.page.getByText('填报：120 张；现场：96 张').waitFor();
    await own.press('报告已改正');
    await own.page.getByLabel('改正的情况').fill('已恢复为 120 张');
    expect(await own.faults()).toEqual([]);
    await own.page.getByRole('button', { name: '报告已改正', exact: true }).click();
    await own.confirm('报告已改正');
    await own.page.getByText('已收到，等待主管机关复核。').waitFor();

    const again = await site.as(registrar, `/filings/${id}`);
    const card = again.page.getByRole('region', { name: '现场核查', exact: true });
    await card.getByText('报告已改正：已恢复为 120 张').waitFor();
    expect(await again.faults()).toEqual([]);
  });

  it('asks another department, whose official answers in a list of their own, and is decided then', async () => {
    const fire = await site.app.person('ADVISER', { name: '示例·消防答复', departments: ['fire'] });
    const { id } = await filings.submitted(operator);
    const desk = await site.as(registrar, `/filings/${id}`);
    await desk.press('征求意见');
    const dialog = desk.page.getByRole('dialog');
    await dialog.getByLabel('部门（必填）').click();
    await desk.page.getByTitle('西安市长安区消防救援大队').click();
    await dialog.getByLabel('问题（必填）').fill('请就消防安全条件提出意见');
    await dialog.getByLabel('承诺书').check();
    await desk.confirm('征求意见');
    await desk.page.getByText('问题：请就消防安全条件提出意见').waitFor();
    expect(await desk.faults()).toEqual([]);

    const asked = await site.as(fire, '/opinions');
    await asked.page.getByRole('cell', { name: '西安市长安区消防救援大队' }).first().waitFor();
    await asked.page.getByRole('link', { name: '示例·长安颐养院' }).first().click();
    await asked.page.getByText('征求机关').waitFor();
    await asked.sees('西安市长安区民政局');
    await asked.page.getByRole('heading', { name: '提供的材料' }).waitFor();
    await asked.page.getByLabel('不同意').check();
    await asked.page.getByLabel('理由和依据').fill('疏散通道不足');
    expect(await asked.faults()).toEqual([]);
    await asked.press('答复意见');
    await asked.confirm('答复意见');
    await asked.page.getByText('理由：疏散通道不足').waitFor();

    const own = await site.as(operator, `/filings/${id}`);
    await own.page.getByText('西安市长安区消防救援大队').waitFor();
    expect(await own.page.getByText('疏散通道不足').count()).toBe(0);

    await desk.page.reload();
    await desk.press('准予备案');
    await dialog.getByText('西安市长安区消防救援大队答复不同意。', { exact: false }).waitFor();
    const confirmed = dialog.getByRole('button', { name: '准予备案' });
    expect(await confirmed.isDisabled()).toBe(true);
    await dialog.getByLabel('不采纳的理由（必填）').fill('疏散通道已经拓宽，现场看过');
    expect(await desk.faults()).toEqual([]);
    await desk.confirm('准予备案');
    await desk.sees('消防救援机构不同意，不采纳的理由：疏散通道已经拓宽，现场看过');
  });
});
