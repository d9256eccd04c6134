import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, DESK, SMALL_PHONE, STORY_MS } from './console-site';

const COLLEAGUE = '示例·乙受理';

describe('several cases at once', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let registrar: TestPerson;
  let colleague: TestPerson;
  let filings: FilingBuilder;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR');
    registrar = await site.app.person('REGISTRAR', { name: '示例·甲受理' });
    colleague = await site.app.person('REGISTRAR', { name: COLLEAGUE });
    filings = new FilingBuilder(site.app);
  }, 180_000);
  afterAll(() => site.stop());

  const holderOf = async (id: string): Promise<string | null> => {
    const { body } = await site.app.as(registrar).get(`/api/v1/filings/${id}/assignment`).expect(200);
    return (body as { holder: { id: string } | null }).holder?.id ?? null;
  };

  it(
    'are given to a colleague by keyboard, and in the hand, where each that was refused says why',
    async () => {
      const ids: string[] = [];
      for (const name of ['示例·甲养老院', '示例·乙养老院', '示例·丙养老院']) {
        ids.push((await filings.submitted(operator, 'ELDERLY_CARE', { name })).id);
      }
      const desk = await site.as(registrar, '/filings', DESK);
      const { keyboard } = desk.page;
      for (const name of ['示例·甲养老院', '示例·乙养老院']) {
        await desk.page.getByRole('checkbox', { name: `选择${name}` }).focus();
        await keyboard.press('Space');
      }
      await desk.page.getByRole('button', { name: '分派所选的 2 件' }).focus();
      await keyboard.press('Enter');
      await desk.page.getByLabel('由谁承办').focus();
      await keyboard.type(COLLEAGUE);
      await desk.page.locator('.ant-select-item-option').filter({ hasText: COLLEAGUE }).waitFor();
      await keyboard.press('Enter');
      expect(await desk.faults()).toEqual([]);
      await desk.page
        .getByRole('dialog')
        .getByRole('button', { name: /^分\s?派$/ })
        .focus();
      await keyboard.press('Enter');
      await desk.sees(`已分派给${COLLEAGUE} 2 件。`);
      await desk.sees('本次分派的情况');
      expect(await desk.faults()).toEqual([]);
      expect(await Promise.all(ids.map(holderOf))).toEqual([colleague.id, colleague.id, null]);

      const hand = await site.as(registrar, '/filings', SMALL_PHONE);
      await hand.page.getByLabel('全选列出的 3 件').check();
      await hand.page.getByRole('button', { name: '移交所选的 3 件' }).click();
      await hand.choose('由谁承办', COLLEAGUE);
      await hand.page.getByLabel(/办到哪一步/).fill('材料已核对');
      expect(await hand.faults()).toEqual([]);
      await hand.page
        .getByRole('dialog')
        .getByRole('button', { name: /^移\s?交$/ })
        .click();
      await hand.sees(`已移交给${COLLEAGUE} 1 件，2 件没有移交。`);
      expect(
        await hand.page.getByRole('list', { name: '本次移交的情况' }).getByText('没有移交').count(),
      ).toBe(2);
      expect(await hand.faults()).toEqual([]);
      expect(await Promise.all(ids.map(holderOf))).toEqual(ids.map(() => colleague.id));
    },
    STORY_MS,
  );
});
