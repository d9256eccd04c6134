import { JobRunner } from '@zhaoguan/platform';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, PHONE, STORY_MS } from './console-site';

const PAUSE = {
  startsOn: '2026-12-10',
  endsOn: '2027-01-15',
  reason: '示例·消防改造',
  notifiedOn: '2026-11-10',
  residents: 1,
  placements: [{ destination: 'HOME', people: 1 }],
  refundFen: 0,
};

describe('a suspension past its day, in the console', () => {
  let site: ConsoleSite;
  beforeAll(async () => {
    site = await ConsoleSite.start();
  }, 180_000);
  afterAll(() => site.stop());

  it(
    'is asked after by its office, which writes down what it learnt and when it asks again',
    async () => {
      const operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
      const registrar = await site.app.person('REGISTRAR', { name: '示例·李受理' });
      const filings = new FilingBuilder(site.app);
      const { institutionId } = await filings.accepted(operator, registrar);
      const { id } = await filings.filedAbout(operator, institutionId, 'SUSPENSION', { notice: PAUSE });
      await filings.act(registrar, id, 'accept');
      for (const day of ['2026-12-10', '2027-01-18']) {
        site.app.clock.set(`${day}T02:00:00Z`);
        await site.app.nest.get(JobRunner).run('institutions.apply-status-steps', day, {});
      }

      const desk = await site.as(registrar, '/');
      await desk.sees('暂停服务已过预计恢复日，待了解情况');
      await desk.go(`/institutions/${institutionId}`);
      await desk.press('记录了解的情况');
      const { page } = desk;
      await page.getByLabel('了解的日期', { exact: true }).fill('2027-01-18');
      await page.keyboard.press('Enter');
      await page.getByLabel('电话联系').check();
      await page.getByLabel('向谁了解').fill('院长');
      await page.getByLabel('了解到的情况').fill('。');
      await page.getByLabel('再次了解的日期').fill('2027-01-18');
      await page.keyboard.press('Enter');
      await desk.press('写下记录');
      await desk.sees('请用文字写明，至少两个字');
      await desk.sees('再次了解的日期应晚于今天');
      await page.getByLabel('了解到的情况').fill('消防改造延后，月底完工，将办理延长暂停服务');
      await desk.sees(/^草稿已保存 \d\d:\d\d，还没有写下记录$/);
      await desk.go('/');
      await desk.sees('暂停服务已过预计恢复日，待了解情况');
      await desk.go(`/institutions/${institutionId}`);
      await desk.press('记录了解的情况');
      expect(await page.getByLabel('了解的日期', { exact: true }).inputValue()).toBe('2027-01-18');
      expect(await page.getByLabel('电话联系').isChecked()).toBe(true);
      expect(await page.getByLabel('向谁了解').inputValue()).toBe('院长');
      expect(await page.getByLabel('了解到的情况').inputValue()).toContain('消防改造延后');
      await page.getByLabel('再次了解的日期').fill('2027-02-10');
      await page.keyboard.press('Enter');
      expect(await desk.faults()).toEqual([]);
      await desk.press('写下记录');
      await desk.sees('已记录，2027年2月10日起重新列入待办。');
      await desk.sees('2027年1月18日，电话联系（院长）');
      expect(await desk.faults()).toEqual([]);

      const phone = await site.as(registrar, `/institutions/${institutionId}`, PHONE);
      await phone.page.setViewportSize({ width: 360, height: 740 });
      await phone.sees('消防改造延后，月底完工，将办理延长暂停服务');
      await phone.press('记录了解的情况');
      await phone.page.getByLabel('再次了解的日期').waitFor();
      expect(await phone.page.getByLabel('了解到的情况').inputValue()).toBe('');
      expect(await phone.faults()).toEqual([]);

      const visitor = await site.as(operator, `/institutions/${institutionId}`);
      await visitor.sees(/预计 2027年1月15日恢复，预计恢复日已过/);
      expect(await visitor.page.getByText('消防改造延后').count()).toBe(0);
    },
    STORY_MS,
  );
});
