import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, PDF } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, STORY_MS, type Visitor } from './console-site';
import { goToStep } from './filing-clicks';

const MOST_TABS = 150;

/** Where the focus is: what it is, and its name. */
const place = ({ page }: Visitor): Promise<string> =>
  page.evaluate(`(() => {
    const at = document.activeElement;
    return at.tagName + ' ' + (at === document.body ? '' : at.getAttribute('aria-label') ?? at.textContent.trim());
  })()`);

const until = async (visitor: Visitor, expected: string | RegExp): Promise<void> => {
  const deadline = performance.now() + 10_000;
  for (;;) {
    const at = await place(visitor);
    if (typeof expected === 'string' ? at === expected : expected.test(at)) return;
    if (performance.now() > deadline) throw new Error(`the focus is at ${at}, not at ${String(expected)}`);
    await new Promise((resume) => setTimeout(resume, 30));
  }
};

/** By Tab alone to what has this name. */
const tabTo = async (visitor: Visitor, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (name.test(await place(visitor))) return;
    await visitor.page.keyboard.press(key);
  }
  throw new Error(`not to be reached by Tab: ${String(name)}`);
};

const rowOfFocus = ({ page }: Visitor): Promise<string | null> =>
  page.evaluate(`document.activeElement.closest('.rows-row')?.getAttribute('aria-label') ?? null`);

const isAtTop = ({ page }: Visitor): Promise<boolean> => page.evaluate('scrollY === 0');

describe('the console by keyboard alone', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let registrar: TestPerson;
  let filings: FilingBuilder;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR');
    registrar = await site.app.person('REGISTRAR');
    filings = new FilingBuilder(site.app);
  }, 180_000);
  afterAll(() => site.stop());

  it(
    'leaps from the head of the desk to the decision, whose bar is one row',
    async () => {
      const { id } = await filings.submitted(operator);
      const visitor = await site.as(registrar, `/filings/${id}`);
      const { page } = visitor;
      const bar = page.getByRole('group', { name: '办理' });
      await bar.waitFor();
      await page.setViewportSize({ width: 1280, height: 900 });
      expect((await bar.boundingBox())!.height).toBeLessThan(70);
      await tabTo(visitor, /^A 跳到办理操作$/);
      await page.keyboard.press('Enter');
      await until(visitor, 'DIV 办理');
      await page.keyboard.press('Tab');
      await until(visitor, /^BUTTON (不予|准予)备案$/);
      expect(await visitor.faults()).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'goes back to the button of a decision that was not taken, and to the heading once it was',
    async () => {
      const { id } = await filings.submitted(operator);
      const visitor = await site.as(registrar, `/filings/${id}`);
      const { keyboard } = visitor.page;
      await visitor.page.getByRole('button', { name: '准予备案' }).waitFor();
      await tabTo(visitor, /^BUTTON 准予备案$/);
      await keyboard.press('Enter');
      await visitor.page.getByRole('dialog').waitFor();
      await keyboard.press('Escape');
      await until(visitor, 'BUTTON 准予备案');
      await keyboard.press('Enter');
      await visitor.page.getByRole('dialog').waitFor();
      await tabTo(visitor, /^BUTTON 再看看$/);
      await keyboard.press('Space');
      await until(visitor, 'BUTTON 准予备案');
      await keyboard.press('Enter');
      const dialog = visitor.page.getByRole('dialog');
      await dialog.waitFor();
      await until(visitor, /^(?!BUTTON 准予备案)/);
      await tabTo(visitor, /^BUTTON 准予备案$/);
      await keyboard.press('Enter');
      await visitor.page
        .getByRole('status')
        .getByText(/已准予备案/)
        .waitFor();
      await until(visitor, /^H1 /);
      expect(await visitor.faults()).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'goes to the row that was added, to the file that was received, and to what is left of a table',
    async () => {
      const { id } = await filings.draft(operator, 'ELDERLY_CARE', { name: '示例·焦点颐养院' });
      const visitor = await site.as(operator, `/filings/${id}/form`);
      const { page } = visitor;
      await goToStep(visitor, '材料');
      const box = page.locator('section.material').first();
      const name = (await box.getAttribute('aria-label'))!;
      await box.getByLabel(`选择${name}的文件`).focus();
      await box
        .getByLabel(`选择${name}的文件`)
        .setInputFiles({ name: '示例.pdf', mimeType: 'application/pdf', buffer: PDF });
      await until(visitor, 'BUTTON 查看');

      const childcare = await filings.draft(operator, 'CHILDCARE', { name: '示例·焦点托育园', classes: [] });
      await visitor.go(`/filings/${childcare.id}/form`);
      await goToStep(visitor, '规模与服务');
      await page.getByRole('button', { name: /^填写/ }).waitFor();
      await tabTo(visitor, /^BUTTON 填写/);
      await page.keyboard.press('Enter');
      await page.getByRole('group', { name: '第 1 行' }).waitFor();
      expect(await rowOfFocus(visitor)).toBe('第 1 行');
      await tabTo(visitor, /^BUTTON 再加一行$/);
      await page.keyboard.press('Enter');
      await page.getByRole('group', { name: '第 2 行' }).waitFor();
      expect(await rowOfFocus(visitor)).toBe('第 2 行');
      await tabTo(visitor, /^BUTTON 删除第 2 行$/);
      await page.keyboard.press('Enter');
      await page.getByRole('group', { name: '第 2 行' }).waitFor({ state: 'detached' });
      expect(await rowOfFocus(visitor)).toBe('第 1 行');
      expect(await visitor.faults()).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'begins each step of the form, and each page, at its heading',
    async () => {
      const { id } = await filings.draft(operator, 'ELDERLY_CARE', { name: '示例·键盘颐养院' });
      const visitor = await site.as(operator, '/');
      const { keyboard } = visitor.page;
      await tabTo(visitor, /^A 登记备案$/);

      await keyboard.press('Enter');
      await until(visitor, 'H1 我的备案');
      await visitor.page.locator(`a[href$="/filings/${id}"]`).first().waitFor();
      await tabTo(visitor, /^A 示例·键盘颐养院$/);
      await keyboard.press('Enter');
      await until(visitor, 'H1 示例·键盘颐养院');
      // What leads to a page and looks like a button is one stop.
      await tabTo(visitor, /^A 继续填写$/);
      await keyboard.press('Tab');
      expect(await place(visitor)).not.toMatch(/继续填写$/);
      await keyboard.press('Shift+Tab');
      // It is a link: with Ctrl it opens beside, and this page stays.
      const beside = visitor.page.context().waitForEvent('page');
      await visitor.page.getByRole('link', { name: '继续填写' }).click({ modifiers: ['Control'] });
      await (await beside).close();
      expect(await place(visitor)).toBe('A 继续填写');
      await keyboard.press('Enter');
      await until(visitor, 'H1 示例·键盘颐养院');
      await tabTo(visitor, /^BUTTON 下一步：/);
      const next = (await place(visitor)).slice('BUTTON 下一步：'.length);
      await keyboard.press('Enter');
      await until(visitor, `H2 ${next}`);
      expect(await isAtTop(visitor)).toBe(true);
      await tabTo(visitor, /^BUTTON 上一步$/);
      await keyboard.press('Enter');
      await until(visitor, /^H2 /);
      expect(await place(visitor)).not.toBe(`H2 ${next}`);
      for (const step of ['材料', '核对并提交']) {
        await tabTo(visitor, new RegExp(`^BUTTON . ${step}`), 'Shift+Tab');
        await keyboard.press('Enter');
        await until(visitor, `H2 ${step}`);
        expect(await isAtTop(visitor)).toBe(true);
      }
      expect(await visitor.faults()).toEqual([]);
    },
    STORY_MS,
  );
});
