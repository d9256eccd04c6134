import { JobRunner } from '@zhaoguan/platform';
import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, SMALL_PHONE, STORY_MS } from './console-site';

describe('what is overdue, in the console', () => {
  let site: ConsoleSite;
  let head: TestPerson;
  let registrar: TestPerson;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    head = await site.app.person('REVIEWER', { name: '示例·赵负责' });
    registrar = await site.app.person('REGISTRAR', { name: '示例·李受理' });
  }, 180_000);
  afterAll(() => site.stop());

  it(
    'says first that nothing is, then shows it to the head, who urges, and to the registrar, who says why',
    async () => {
      const empty = await site.as(head, '/overdue-items');
      await empty.sees('没有超期的事项');
      expect(await empty.faults()).toEqual([]);

      const operator = await site.app.person('OPERATOR');
      const filings = new FilingBuilder(site.app);
      const { id } = await filings.submitted(operator, 'ELDERLY_CARE', { name: '示例·迟迟院' });
      await site.app.database.query(`update filings.filing set due_on = due_on - 10 where id = $1`, [id]);
      await site.app.nest.get(JobRunner).run('workbench.seek-overdue', 'test-browser-overdue', {});
      await site.app.idle();

      const desk = await site.as(head, '/');
      await desk.sees('待督办的超期事项');
      await desk.go('/overdue-items');
      await desk.sees('未办结事项的超期天数');
      await desk.sees('示例·迟迟院');
      await desk.sees('西安市长安区民政局');
      expect(await desk.faults()).toEqual([]);
      await desk.picture('overdue');
      await desk.page.getByRole('link', { name: '示例·迟迟院' }).click();
      await desk.press('督办');
      await desk.page.getByRole('dialog').getByRole('textbox').fill('示例·请于本周内办结');
      await desk.confirm('督办');
      await desk.sees('已督办');
      await desk.sees('示例·请于本周内办结');
      expect(await desk.page.getByText('未填写').count()).toBe(0);
      expect(await desk.faults()).toEqual([]);
      await desk.picture('overdue-urged');

      const applicant = await site.as(operator, `/filings/${id}`, SMALL_PHONE);
      await applicant.sees('这一件还没有办结。这一情况已报该机关的负责人督办。');
      expect(await applicant.faults()).toEqual([]);

      const phone = await site.as(registrar, '/overdue-items', SMALL_PHONE);
      await phone.sees('已督办');
      expect(await phone.faults()).toEqual([]);
      await phone.page.getByRole('link', { name: /示例·迟迟院/ }).click();
      await phone.press('说明超期原因');
      await phone.page.getByRole('dialog').getByRole('textbox').fill('示例·等待申请人到场核对');
      await phone.confirm('说明超期原因');
      await phone.sees('示例·等待申请人到场核对');
      expect(await phone.faults()).toEqual([]);

      // Where the case is handled stands what was said, and there one answers.
      const atCase = await site.as(registrar, `/filings/${id}`, SMALL_PHONE);
      await atCase.sees('示例·请于本周内办结');
      await atCase.sees('示例·赵负责');
      await atCase.sees('示例·等待申请人到场核对');
      expect(await atCase.faults()).toEqual([]);
      await desk.go(`/filings/${id}`);
      await desk.press('督办');
      await desk.page.getByRole('dialog').getByRole('textbox').fill('示例·请两日内答复');
      await desk.confirm('督办');
      await desk.sees('示例·请两日内答复');
      await atCase.page.reload();
      await atCase.sees('请按督办意见写明的时间办结或者答复');
      await atCase.press('说明超期原因');
      await atCase.page.getByRole('dialog').getByRole('textbox').fill('示例·今天办结');
      await atCase.confirm('说明超期原因');
      await atCase.sees('示例·今天办结');
      expect(await atCase.faults()).toEqual([]);
      const elsewhere = await site.as(operator, `/filings/${id}`, SMALL_PHONE);
      await elsewhere.sees('这一情况已报该机关的负责人督办');
      expect(await elsewhere.page.getByText('示例·请两日内答复').count()).toBe(0);

      await filings.act(registrar, id, 'accept');
      await site.app.idle();
      await desk.go('/overdue-items?status=ENDED');
      await desk.sees('已办结');
    },
    STORY_MS,
  );
});
