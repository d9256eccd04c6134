import type { Locator } from 'playwright-core';
import type { Visitor } from './console-site';

const LONGEST_UNFOLDING_MS = 30_000;

/** Begins a draft by the four things that make a file. @returns its id */
export async function begin(visitor: Visitor, about: RegExp, name: string, uscc: string): Promise<string> {
  const { page } = visitor;
  await page.getByLabel(about).check();
  await page.getByLabel('机构名称').fill(name);
  await page.getByLabel('统一社会信用代码').fill(uscc);
  await visitor.choose('服务场所所在区县', '长安');
  await visitor.press('开始填写');
  await page.waitForURL(/\/form$/);
  return /filings\/([0-9a-f-]{36})/.exec(page.url())![1]!;
}

/** Gives the same file for every material that has none. */
export async function uploadAll({ page }: Visitor, path: string): Promise<void> {
  for (;;) {
    const lacking = page.locator('section.material').filter({ hasText: '还没有上传' });
    if ((await lacking.count()) === 0) return;
    const box = lacking.first();
    const name = (await box.getAttribute('aria-label'))!;
    await box.getByLabel(`选择${name}的文件`).setInputFiles(path);
    await page.getByRole('region', { name, exact: true }).getByText('已收到').waitFor();
  }
}

/** Goes to a step of the form, which on a phone is folded away. */
export async function goToStep({ page }: Pick<Visitor, 'page'>, title: string): Promise<void> {
  // Only a drawn list tells whether it is folded.
  await page.locator('.step-list').waitFor({ state: 'attached' });
  const fold = page.locator('.step-fold summary');
  const list = page.getByRole('navigation', { name: '填写步骤' });
  const deadline = performance.now() + LONGEST_UNFOLDING_MS;
  // A slow page may move under the pointer, when what is wrong with the field that was left is said above: then one clicks once more.
  while ((await fold.count()) > 0 && !(await list.isVisible())) {
    if (performance.now() > deadline) throw new Error('the list of steps does not unfold');
    await fold.click();
  }
  await list.getByText(title).click();
}

/** Label or name of what has the focus, when it is inside the window. */
export function focused({ page }: Visitor): Promise<string> {
  return page.evaluate(`(() => {
    const at = document.activeElement;
    const place = at.closest('.defined-field, section.material') ?? at;
    const { top, bottom } = place.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) return 'out of sight: ' + place.textContent;
    return at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent;
  })()`);
}

/** What a screen reader says of a control besides its label: whether it is wrong, and what describes it. */
export function spokenOf(control: Locator): Promise<string> {
  return control.evaluate((at) => {
    const ids = (at.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
    const said = ids.map((id) => document.getElementById(id)?.textContent ?? `nothing at ${id}`).join('; ');
    return at.getAttribute('aria-invalid') === 'true' ? `wrong: ${said}` : said;
  });
}
