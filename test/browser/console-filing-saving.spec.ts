import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, PDF } from '../../libs/filings/test/filing.builder';
import { ConsoleSite } from './console-site';
import { focused, spokenOf } from './filing-clicks';

describe('what is typed into a filing', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let filings: FilingBuilder;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
    filings = new FilingBuilder(site.app);
  }, 180_000);
  afterAll(() => site.stop());

  it('is not taken where it is no number, and that is said until something else is typed', async () => {
    const { id } = await filings.draft(operator, 'ELDERLY_CARE', {});
    const visitor = await site.as(operator, `/filings/${id}/form`);
    const { page } = visitor;
    await page.getByRole('navigation', { name: '填写步骤' }).getByText('服务场所').click();
    const area = page.getByLabel('服务设施面积');
    for (const typed of ['一千', '12,5']) {
      await area.fill(typed);
      await area.blur();
      await visitor.sees(`“${typed}”不是数字，没有采用。`);
    }
    expect(await visitor.faults()).toEqual([]);
    await area.fill('1,200.5 平方米');
    await page.getByText('不是数字，没有采用').waitFor({ state: 'detached' });
    await area.blur();
    expect(await area.inputValue()).toMatch(/^1,?200\.5/);
    expect(await visitor.faults()).toEqual([]);
  });

  it('is saved beside a row that is half filled in; the row is named, and there again after a reload', async () => {
    const { id } = await filings.draft(operator, 'CHILDCARE');
    const visitor = await site.as(operator, `/filings/${id}/form`);
    const { page } = visitor;
    const steps = page.getByRole('navigation', { name: '填写步骤' });
    const service = steps.getByRole('button', { name: '规模与服务' });
    const held = page.getByRole('region', { name: '没有保存的内容' });
    const server = async () =>
      (await site.app.as(operator).get(`/api/v1/filings/${id}`).expect(200)).body.institution;
    await service.click();
    await page.getByRole('button', { name: '填写班型与托位' }).click();
    await page.getByLabel('托位数', { exact: true }).first().fill('77');
    await visitor.sees('有 1 处没有保存');
    const row = held.getByRole('button', { name: /^规模与服务，班型与托位第 \d 行：班型：请选择$/ });
    await row.waitFor();
    expect(await server()).toMatchObject({ capacity: 77, classes: [] });
    expect(await service.textContent()).not.toContain('✓');
    expect(await page.getByText(/^已保存/).count()).toBe(0);
    expect(await visitor.faults()).toEqual([]);

    await page.reload();
    await row.click();
    expect(await focused(visitor)).toContain('班型');
    const last = page.getByRole('group', { name: /^第 \d 行$/ }).last();
    await last.getByLabel('班型').click();
    await page.locator('.ant-select-item-option').filter({ hasText: '乳儿班' }).click();
    await last.getByLabel('班数').fill('2');
    await last.getByLabel('托位数').fill('40');
    await held.getByText('乳儿班每班不超过 10 人').waitFor();
    await last.getByLabel('托位数').blur();
    const table = page.getByRole('group', { name: '班型与托位' });
    // The cell alone is marked, and not the others of its row or table.
    await table.locator('.ant-input-number-status-error, .ant-input-status-error').waitFor();
    expect(await table.locator('[class*="-status-error"]').getByLabel('托位数').count()).toBe(1);
    expect(await page.locator('.field-faults .field-error').allTextContents()).toEqual([
      expect.stringMatching(/^第 \d 行托位数：乳儿班每班不超过 10 人（依据：/),
    ]);
    expect(await page.getByText(/^已保存/).count()).toBe(0);
    await page.reload();
    await held.getByText('乳儿班每班不超过 10 人').waitFor();
    await last.getByLabel('托位数').fill('17');
    await page.getByText(/^已保存 \d\d:\d\d$/).waitFor();
    expect((await server()).classes.at(-1)).toEqual({ type: 'INFANT', classes: 2, places: 17 });
    expect(await held.count()).toBe(0);
    await page.reload();
    await last.getByLabel('托位数').waitFor();
    expect(await last.getByLabel('托位数').inputValue()).toBe('17');
  });

  it('is not undone by an answer from before it', async () => {
    const { id } = await filings.draft(operator, 'CHILDCARE');
    const visitor = await site.as(operator, `/filings/${id}/form`);
    const { page } = visitor;
    await page.getByRole('navigation', { name: '填写步骤' }).getByText('材料').click();
    const box = page.locator('section.material').filter({ hasText: '还没有上传' }).first();
    const name = (await box.getAttribute('aria-label'))!;
    const received = page.getByRole('region', { name, exact: true }).getByText('已收到');
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    const asked = new Promise<void>((resolve) => {
      void page.route(`**/api/v1/filings/${id}`, async (route) => {
        const before = await route.fetch();
        resolve();
        await held;
        await route.fulfill({ response: before });
      });
    });
    // Looked at again after a while, the page asks for the filing anew.
    await page.clock.setFixedTime(Date.now() + 60_000);
    await page.evaluate(`window.dispatchEvent(new Event('visibilitychange'))`);
    await asked;
    await box
      .getByLabel(`选择${name}的文件`)
      .setInputFiles({ name: '示例.pdf', mimeType: 'application/pdf', buffer: PDF });
    await received.waitFor();
    const arrived = page.waitForResponse((response) => response.url().endsWith(`/filings/${id}`));
    answer();
    await (await arrived).finished();
    await page.evaluate(
      `new Promise((resume) => requestAnimationFrame(() => requestAnimationFrame(resume)))`,
    );
    expect(await received.count()).toBe(1);
  });

  it('is not at odds with an upload on the same page', async () => {
    const { id } = await filings.draft(operator, 'CHILDCARE');
    const visitor = await site.as(operator, `/filings/${id}/form`);
    const { page } = visitor;
    const steps = page.getByRole('navigation', { name: '填写步骤' });
    await steps.getByText('规模与服务').click();
    await page.getByRole('button', { name: '填写班型与托位' }).click();
    await visitor.sees('有 1 处没有保存');
    await steps
      .getByText('材料', { exact: true })
      .or(steps.getByRole('button', { name: /材料/ }))
      .first()
      .click();
    const box = page.locator('section.material').first();
    await box.locator('input[type=file]').first().setInputFiles({
      name: '材料.pdf',
      mimeType: 'application/pdf',
      buffer: PDF,
    });
    await box.getByText('已收到').waitFor();
    const refused: number[] = [];
    page.on('response', (response) => response.status() === 412 && refused.push(412));
    await steps.getByText('规模与服务').click();
    await page
      .getByRole('button', { name: /^删除第/ })
      .last()
      .click();
    await page.getByText(/^已保存 \d\d:\d\d$/).waitFor();
    expect(await page.getByText('在另一个页面上也改过').count()).toBe(0);
    expect(refused).toEqual([]);
  });

  it('is printed as the form that is to be signed, before the materials and from the page of the filing', async () => {
    const draft = await filings.draft(operator, 'CHILDCARE');
    for (const [path, step] of [
      ['/form', '材料'],
      ['', null],
    ] as const) {
      const visitor = await site.as(operator, `/filings/${draft.id}${path}`);
      const { page } = visitor;
      if (step !== null)
        await page
          .getByRole('button', { name: new RegExp(step) })
          .first()
          .click();
      const print = page.getByRole('button', { name: '打印已填写的备案书' });
      await print.waitFor();
      const [saved] = await Promise.all([page.waitForEvent('download'), print.click()]);
      expect(saved.suggestedFilename()).toBe('备案书.pdf');
      expect(await visitor.faults()).toEqual([]);
    }
  });

  it('is no file of another kind than those that are taken, which are named', async () => {
    const draft = await filings.draft(operator);
    const visitor = await site.as(operator, `/filings/${draft.id}/form`);
    await visitor.page.getByRole('button', { name: /材料/ }).first().click();
    const fake = {
      name: '假的.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('MZ not a pdf at all'),
    };
    await visitor.page.getByLabel('选择承诺书的文件').setInputFiles(fake);
    const box = visitor.page.getByRole('region', { name: '承诺书', exact: true });
    await box.getByText('承诺书没有上传成功：文件类型不支持').waitFor();
    const plain = { name: '承诺书.txt', mimeType: 'text/plain', buffer: Buffer.from('示例·承诺书') };
    await box.getByLabel('选择承诺书的文件').setInputFiles(plain);
    await box.getByText(/请上传 PDF、JPG 或者 PNG 文件。/).waitFor();
    expect(await visitor.faults()).toEqual([]);
  });

  it('is at hand elsewhere as far as it is right, beside a wrong answer of the same rule and a wrong row', async () => {
    // The forms of today.
    site.app.clock.advance(9 * 86_400_000);
    const other = await site.app.person('OPERATOR', { name: '示例·吴经办' });
    const { id } = await filings.draft(other, 'CHILDCARE');
    const visitor = await site.as(other, `/filings/${id}/form`);
    const { page } = visitor;
    const steps = page.getByRole('navigation', { name: '填写步骤' });
    const server = async () =>
      (await site.app.as(other).get(`/api/v1/filings/${id}`).expect(200)).body.institution;
    await steps.getByRole('button', { name: '托育场地' }).click();
    await page.getByLabel('室内使用面积').fill('300');
    await page.getByLabel('建筑面积', { exact: true }).fill('100');
    await visitor.sees('有 1 处没有保存');
    await steps.getByRole('button', { name: '规模与服务' }).click();
    await page.getByRole('button', { name: '填写班型与托位' }).click();
    const fill = async (row: string, type: string, places: string) => {
      const group = page.getByRole('group', { name: row, exact: true });
      await group.getByLabel('班型').click();
      await page
        .locator('.ant-select-dropdown:visible .ant-select-item-option')
        .filter({ hasText: type })
        .click();
      await group.getByLabel('班数').fill('1');
      await group.getByLabel('托位数').fill(places);
    };
    await fill('第 1 行', '托小班', '15');
    await page.getByRole('button', { name: '再加一行' }).click();
    await fill('第 2 行', '乳儿班', '11');
    await visitor.sees('有 2 处没有保存');
    const places = (row: string) => page.getByRole('group', { name: row, exact: true }).getByLabel('托位数');
    expect(await spokenOf(places('第 2 行'))).toMatch(/^wrong: 第 2 行托位数：/);
    expect(await spokenOf(places('第 1 行'))).toBe('');
    expect(await visitor.faults()).toEqual([]);
    expect(await server()).toMatchObject({
      floorAreaM2: 100,
      classes: [{ type: 'YOUNGER_TODDLER', classes: 1, places: 15 }],
    });
    expect((await server()).particulars.indoorAreaM2 ?? null).toBeNull();

    // Nothing of it was changed elsewhere: it is there again as it was typed, and nobody is asked.
    await page.reload();
    const second = page.getByRole('group', { name: '第 2 行', exact: true });
    await second.getByLabel('托位数').waitFor();
    expect(await page.getByRole('region', { name: '两处填写不一致' }).allTextContents()).toEqual([]);
    await second.getByLabel('托位数').fill('10');
    await visitor.sees('有 1 处没有保存');
    await steps.getByRole('button', { name: '托育场地' }).click();
    await page.getByLabel('室内使用面积').fill('90');
    await page.getByText(/^已保存 \d\d:\d\d$/).waitFor();
    const { classes, floorAreaM2, particulars } = await server();
    expect(classes).toHaveLength(2);
    expect([floorAreaM2, particulars.indoorAreaM2]).toEqual([100, 90]);
  });

  it('under a name that does not fit to a 家庭托育点 is said at the name at once, and the kind of site is kept', async () => {
    const other = await site.app.person('OPERATOR', { name: '示例·梁经办' });
    const { id } = await filings.draft(other, 'CHILDCARE', { name: '示例·小梨子之家' });
    const visitor = await site.as(other, `/filings/${id}/form`);
    const { page } = visitor;
    const said = page.locator('.field-error').filter({ hasText: '家庭托育点名称中应当注明“托育”' });
    await page.getByText('家庭托育点', { exact: true }).click();
    await said.waitFor();
    await page.getByText(/^已保存 \d\d:\d\d$/).waitFor();
    const { body } = await site.app.as(other).get(`/api/v1/filings/${id}`).expect(200);
    expect(body.institution).toMatchObject({ siteType: 'HOME', name: '示例·小梨子之家' });
    expect(await visitor.faults()).toEqual([]);
    await page.reload();
    await said.waitFor();
  });
});
