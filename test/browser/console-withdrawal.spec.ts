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
});
