import { InspectionBuilder } from '../../libs/inspections/test/inspection.builder';
import { ConsoleSite, DESK, STORY_MS } from './console-site';

describe('results in the console', () => {
  let site: ConsoleSite;
  let county: InspectionBuilder;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    county = await new InspectionBuilder(site.app).prepare({ inspectors: 4, institutions: 4 });
  }, 180_000);
  afterAll(() => site.stop());

  it(
    'are published after the reviewer has read what the public will read',
    async () => {
      const { reviewer } = county;
      await county.drawn({ strata: [{ key: 'B', basisPoints: 10_000, minimum: 0 }] });
      await county.inspectAll();
      const visitor = await site.as(reviewer, '/results', DESK);
      const { page } = visitor;
      await visitor.sees('还有 20 个工作日');
      expect(await visitor.faults()).toEqual([]);
      await visitor.picture('results');
      const failed = page.getByRole('row').filter({ hasText: '1 项' });
      await failed.first().getByRole('link').click();
      await visitor.sees('公众将看到的内容');
      await visitor.sees('示例·现场发现不符合');
      expect(await visitor.faults()).toEqual([]);
      await visitor.picture('result');
      const resultId = visitor.idInAddress();
      const twin = await site.elsewhere(reviewer, `/results/${resultId}`, DESK);
      await twin.press('公布检查结果');
      await visitor.press('公布检查结果');
      await visitor.sees('公布以后不能撤回');
      expect(await visitor.faults()).toEqual([]);
      await visitor.confirm('公布检查结果');
      await visitor.sees(/^已公布“.*”的检查结果。$/);
      await twin.confirm('公布检查结果');
      await twin.sees(/没有公布检查结果/);
      await twin.sees('已公布');
      const told = page.locator('.public-text');
      const shown = await told.locator('h3').innerText();
      expect(shown).toMatch(/的检查结果$/);
      const answer = await site.app.as(reviewer).get(`/api/v1/inspection-results/${resultId}`).expect(200);
      expect(answer.body).toMatchObject({ status: 'PUBLISHED', publishedByName: reviewer.caller.name });
      await visitor.go('/results');
      const boxes = page.getByRole('checkbox', { name: /^选择/ });
      const all = page.getByRole('checkbox', { name: /^全选列出的 \d 家/ });
      await all.check();
      const count = await boxes.count();
      await page.getByRole('button', { name: `公布所选的 ${count} 家`, exact: true }).waitFor();
      await all.uncheck();
      await boxes.nth(0).check();
      await boxes.nth(1).check();
      expect(await visitor.faults()).toEqual([]);
      await visitor.press('公布所选的 2 家');
      await visitor.sees(/逐家公布，立即对公众公开/);
      const previews = visitor.page.getByRole('link', { name: /^在新页面查看.+的检查结果$/ });
      expect(await previews.count()).toBe(2);
      expect(await previews.first().getAttribute('target')).toBe('_blank');
      await page.getByRole('dialog').locator('summary').first().click();
      await page.getByRole('dialog').locator('.public-text h3').first().waitFor();
      expect(await visitor.faults()).toEqual([]);
      await visitor.confirm('公布检查结果');
      await visitor.sees('已公布 2 家的检查结果。');
      const answers = page.getByRole('list', { name: '本次公布的情况' }).getByRole('listitem');
      expect(await answers.allInnerTexts()).toEqual([
        expect.stringContaining('已公布'),
        expect.stringContaining('已公布'),
      ]);
      expect(await visitor.faults()).toEqual([]);
      expect(
        await site.faultsInHand(reviewer, ['/results', `/results/${resultId}`, '/results?status=PUBLISHED']),
      ).toEqual([]);
    },
    STORY_MS,
  );
});
