import type { TestPerson } from '@zhaoguan/testing';
import { RatedBuilder } from '../../libs/feedback/test/rated.builder';
import { ConsoleSite, SMALL_PHONE, STORY_MS } from './console-site';

describe('rating the service, in the console', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let reviewer: TestPerson;
  let rated: RatedBuilder;
  let filingId: string;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
    reviewer = await site.app.person('REVIEWER', { name: '示例·赵复核' });
    const registrar = await site.app.person('REGISTRAR', { name: '示例·李受理' });
    rated = new RatedBuilder(site.app);
    filingId = (await rated.filings.returned(operator, registrar)).id;
  }, 180_000);
  afterAll(() => site.stop());

  it(
    'goes from a tap on the page of the filing to an answer there',
    async () => {
      const visitor = await site.as(operator, `/filings/${filingId}`, SMALL_PHONE);
      const { page } = visitor;
      const step = page.getByRole('region', { name: '退回补正的评价' });
      await step.getByRole('button', { name: /^评价退回补正/ }).click();
      // What has come with the answer nobody has looked at yet: not all is put right.
      await visitor.press('提交评价');
      await visitor.sees('有 1 处需要改正');
      await step.getByLabel('非常不满意').click();
      await visitor.sees('还有没有填写或者不符合要求的，点“提交评价”后指出');
      await step.getByLabel('非常满意', { exact: true }).click();
      await visitor.sees('哪里好（选填）');
      await step.getByLabel('非常不满意').click();
      await visitor.sees('哪里不满意');
      expect(await step.getByText('哪里不满意（选填）').count()).toBe(0);
      await visitor.press('提交评价');
      await visitor.sees('请说明不满意的原因');
      expect(await visitor.faults()).toEqual([]);
      await step.getByLabel('想说的话').fill('示例·讲得太快');
      await step.getByText('请说明不满意的原因').waitFor({ state: 'detached' });
      await step.getByLabel('想说的话').fill('');
      await step.getByLabel('没有一次说清楚要补正什么').click();
      await step.getByLabel('回访电话').fill('13800000001');
      expect(await visitor.faults()).toEqual([]);
      await visitor.press('提交评价');
      await visitor.sees('待回访');
      await visitor.sees('西安市长安区民政局（由没有办理过本件的人员回访）');
      expect(await visitor.faults()).toEqual([]);

      const desk = await site.as(reviewer, '/');
      await desk.sees('服务评价为差评，请回访核实');
      await desk.go('/rating-follow-ups');
      await desk.sees('西安市长安区民政局');
      await desk.sees('示例·长安颐养院');
      expect(await desk.faults()).toEqual([]);
      await desk.page.getByRole('link', { name: '非常不满意' }).click();
      await desk.sees('没有一次说清楚要补正什么');
      await desk.sees('138****0001');
      await desk.press('查看完整号码');
      await desk.page.getByRole('dialog').getByRole('textbox').fill('示例·电话回访');
      await desk.confirm('查看完整号码');
      await desk.sees('13800000001');
      for (const [act, words] of [
        ['记录回访', '示例·已电话回访'],
        ['整改办结', '示例·已统一补正用语'],
      ] as const) {
        await desk.press(act);
        const field = desk.page.getByRole('dialog').getByRole('textbox');
        await field.fill('。');
        await field.blur();
        await desk.page.getByRole('dialog').getByText('请用文字写明，至少两个字').waitFor();
        expect(await field.getAttribute('aria-invalid')).toBe('true');
        expect(await desk.page.getByRole('dialog').getByRole('button', { name: act }).isDisabled()).toBe(
          true,
        );
        await field.fill(words);
        await desk.confirm(act);
      }
      await desk.sees('已整改并反馈');
      expect(await desk.faults()).toEqual([]);
      await desk.go('/service-ratings');
      await desk.sees('各期的评价');
      expect(await desk.faults()).toEqual([]);
      // In the hand nothing is pushed sideways, which no keyboard could do.
      await desk.page.setViewportSize(SMALL_PHONE);
      await desk.page.getByRole('heading', { name: '西安市长安区民政局' }).waitFor();
      expect(await desk.faults()).toEqual([]);

      await page.reload();
      await visitor.sees('示例·已统一补正用语');
      await visitor.press('追加评价');
      await page.getByLabel('追加的评价').fill('示例·还是没有说清楚');
      await page.getByLabel('问题没有解决，请重新办理').click();
      await visitor.press('提交追加评价');
      await visitor.sees('示例·还是没有说清楚');
      await visitor.sees('待回访');
    },
    STORY_MS,
  );

  it(
    'shows who calls back the number of the application where none was left, and which application it is',
    async () => {
      const registrar = await site.app.person('REGISTRAR');
      const { followUpId } = await rated.badlyRated(operator, registrar, { contactPhone: null });
      const desk = await site.as(reviewer, `/rating-follow-ups/${followUpId}`);
      await desk.sees('首次备案（还没有编号）');
      await desk.sees('评价人没有留下，可以拨打申请书的联系电话（示例·王建国）');
      expect(await desk.faults()).toEqual([]);
      await desk.press('查看完整号码');
      await desk.page.getByRole('dialog').getByRole('textbox').fill('示例·电话回访');
      await desk.confirm('查看完整号码');
      await desk.sees('13800000001');
    },
    STORY_MS,
  );
});
