import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, PHONE, STORY_MS } from './console-site';

describe('a filing that its applicant takes back, in the console', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let registrar: TestPerson;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
    registrar = await site.app.person('REGISTRAR', { name: '示例·陈受理' });
  }, 180_000);
  afterAll(() => site.stop());

  it(
    'is taken back in two steps, on a phone as well, and filed anew with what was filled in',
    async () => {
      const filings = new FilingBuilder(site.app);
      for (const size of [undefined, PHONE] as const) {
        const { id } = await filings.submitted(operator);
        const desk = await site.as(registrar, `/filings/${id}`);
        await desk.page.getByRole('button', { name: '准予备案' }).waitFor();
        expect(await desk.page.getByRole('button', { name: '撤回申请' }).count()).toBe(0);
        const visitor = await (size
          ? site.as(operator, `/filings/${id}`, size)
          : site.as(operator, `/filings/${id}`));
        const { page } = visitor;
        await page.getByRole('button', { name: '撤回申请' }).click();
        expect(await page.getByRole('group', { name: '办理', exact: true }).count()).toBe(0);
        await visitor.sees('这件备案就此办结，状态为“已撤回”，不能恢复');
        await page.getByLabel('撤回的原因').fill('开办推迟');
        expect(await visitor.faults()).toEqual([]);
        await visitor.confirm('撤回申请');
        await visitor.sees('这次备案已经撤回、办结。');
        expect(await visitor.faults()).toEqual([]);
        expect(await page.getByRole('button', { name: '撤回申请' }).count()).toBe(0);
        await page.getByRole('button', { name: '重新填报' }).click();
        await page.waitForURL(/\/filings\/[^/]+\/form/);
        expect(page.url()).not.toContain(id);
        await desk.page.reload();
        await desk.sees('开办推迟');
        expect(await desk.page.getByRole('button', { name: '准予备案' }).count()).toBe(0);
      }
    },
    STORY_MS,
  );

  it(
    'while an official decides, tells who came second what has happened and keeps what was written',
    async () => {
      const filings = new FilingBuilder(site.app);
      const { id } = await filings.submitted(operator);
      const desk = await site.as(registrar, `/filings/${id}`);
      await desk.page.getByRole('button', { name: '不予备案' }).click();
      await desk.page.getByLabel('理由').fill('示例·场所不符合规定');
      await filings.act(operator, id, 'withdraw', { reason: '开办推迟' });
      await desk.confirm('不予备案');
      await desk.sees('没有不予备案：您办理时，本件已有变化');
      await desk.sees(/申请人（示例·周经办）已于2026年11月20日 \d\d:\d\d撤回申请（开办推迟）。/);
      await desk.sees('示例·场所不符合规定');
      expect(await desk.page.getByRole('dialog').count()).toBe(0);
      expect(await desk.page.getByRole('group', { name: '办理', exact: true }).count()).toBe(0);
      expect(await desk.page.getByText('内容已被他人修改').count()).toBe(0);
      expect(await desk.faults()).toEqual([]);
      await desk.press('知道了');
      await desk.page.getByText('您办理时，本件已有变化').waitFor({ state: 'hidden' });
      await desk.sees(/开办推迟/);

      const { id: another } = await filings.submitted(operator);
      const applicant = await site.as(operator, `/filings/${another}`, PHONE);
      await applicant.press('撤回申请');
      await applicant.page.getByLabel('撤回的原因').fill('不再开办');
      const reasons = [{ pointer: '/institution/address', message: '示例·地址不完整' }];
      await filings.act(registrar, another, 'return', { reasons });
      await applicant.confirm('撤回申请');
      await applicant.sees('没有撤回申请：您办理时，本件已有变化');
      await applicant.sees(/已于2026年11月20日 \d\d:\d\d退回补正/);
      expect(await applicant.faults()).toEqual([]);
      await applicant.press('撤回申请');
      await applicant.confirm('撤回申请');
      await applicant.sees('这次备案已经撤回、办结。');
      expect(await applicant.page.getByText('您办理时，本件已有变化').count()).toBe(0);
    },
    STORY_MS,
  );
});
