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
});
