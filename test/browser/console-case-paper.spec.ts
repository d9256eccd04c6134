import type { TestPerson } from '@zhaoguan/testing';
import { CaseScene } from '../../libs/enforcement/test/case-scene.builder';
import { ConsoleSite, PHONE, STORY_MS } from './console-site';

describe('a penalty notice on paper, in the console', () => {
  let site: ConsoleSite;
  let scene: CaseScene;
  let officer: TestPerson;
  let operator: TestPerson;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    const { page } = await site.visit('/sign-in', PHONE);
    await page.getByLabel('用户名').waitFor();
    scene = await CaseScene.in(site.app, 8, await page.screenshot({ type: 'jpeg' }));
    ({ officer, operator } = scene);
  }, 180_000);
  afterAll(() => site.stop());

  const caseOf = async (id: string, person = officer) =>
    (await site.app.as(person).get(`/api/v1/penalty-cases/${id}`).expect(200)).body;

  it(
    'hands a notice over on paper: it is made, printed, made anew, and its service entered days later',
    async () => {
      const id = await scene.opened();
      const before = site.app.clock.now();
      const desk = await site.as(officer, `/cases/${id}?act=notice`);
      const { page } = desk;
      await page.getByLabel('情节严重的').check();
      await page.getByLabel('警告', { exact: true }).check();
      await page.getByLabel('处罚理由').fill('上述行为违反强制性国家标准。');
      await page.getByLabel('当面、邮寄或者留置送达').check();
      expect(await page.getByRole('button', { name: '行政处罚告知' }).count()).toBe(0);
      expect(await desk.faults()).toEqual([]);
      await desk.press('制作告知书');
      await desk.sees(/登记以前当事人在系统中看不到，内容有误的可以重新制作/);
      expect(await desk.faults()).toEqual([]);
      await desk.confirm('制作告知书');
      await desk.sees('告知书已经制作，请下载打印，送达当事人后登记送达。');
      await desk.sees('拟告知的内容');
      await desk.sees(/自收到本告知书之日起五个工作日内/);
      expect(await desk.faults()).toEqual([]);
      await desk.picture('case-prepared');
      const saved = page.waitForEvent('download');
      await desk.press('下载行政处罚事先告知书（PDF）');
      expect((await saved).suggestedFilename()).toMatch(
        /^行政处罚事先告知书 610116-YL-罚案-2026-\d{4}\.pdf$/,
      );
      const hidden = await site.as(operator, `/my/cases/${id}`, PHONE);
      await hidden.sees(/没有取得案件/);

      await desk.press('重新制作告知书');
      expect(await page.getByLabel('处罚理由').inputValue()).toBe('上述行为违反强制性国家标准。');
      expect(await page.getByLabel('系统送达').count()).toBe(0);
      await page.getByLabel('处罚理由').fill('上述行为违反强制性国家标准，情节严重。');
      await desk.press('制作告知书');
      await desk.confirm('制作告知书');
      await desk.sees('上述行为违反强制性国家标准，情节严重。');
      expect(await caseOf(id)).toMatchObject({ status: 'PREPARED', notice: { paperOn: '2026-11-20' } });

      site.app.clock.advance(3 * 24 * 3_600_000);
      try {
        const phone = await site.as(officer, `/cases/${id}?act=serve`, PHONE);
        await phone.press('登记送达');
        await phone.sees('有 2 处需要改正');
        expect(await phone.faults()).toEqual([]);
        await phone.page.getByLabel('送达情况').fill('由机构负责人当面签收');
        await phone.page.getByLabel('送达日期').fill('2026-11-19');
        await phone.press('登记送达');
        await phone.sees('送达日期不能早于告知书的日期');
        await phone.page.getByLabel('送达日期').fill('2026-11-21');
        await phone.page.keyboard.press('Tab');
        await phone.press('登记送达');
        await phone.sees(/登记告知书已经送达.*（2026年11月21日）/);
        expect(await phone.faults()).toEqual([]);
        await phone.picture('case-service');
        await phone.confirm('登记送达');
        await phone.sees('已登记送达，陈述申辩期至2026年11月30日。');
        await phone.sees('2026年11月21日，当面、邮寄或者留置送达');
        expect(await phone.faults()).toEqual([]);
        expect(await caseOf(id)).toMatchObject({
          status: 'NOTICED',
          notice: { paperOn: '2026-11-20', servedOn: '2026-11-21', noticedOn: '2026-11-23' },
        });
        const told = await site.as(operator, `/my/cases/${id}`, PHONE);
        await told.sees('您可以陈述、申辩');
        await told.sees(/陈述申辩期到2026年11月30日为止/);
        expect(await told.faults()).toEqual([]);
      } finally {
        site.app.clock.set(before);
      }
    },
    STORY_MS,
  );
});
