import type { TestPerson } from '@zhaoguan/testing';
import { CaseScene, PENALTY } from '../../libs/enforcement/test/case-scene.builder';
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

        await scene.post(operator, `/${id}/statement`, { text: '没有意见' }).expect(200);
        await scene.post(officer, `/${id}/decide`, { ...PENALTY, statementReview: '不予采纳' }).expect(200);
        await told.go(`/my/cases/${id}`);
        await told.sees('还没有登记送达，各项期限自收到决定书之日起计算');
        expect(await told.page.getByText('申请行政复议至').count()).toBe(0);
        site.app.clock.advance(3 * 24 * 3_600_000);
        const work = await site.as(officer, '/');
        await work.sees('待送达决定书（行政处罚）');
        const clerk = await site.as(officer, `/cases/${id}`, PHONE);
        await clerk.sees('最迟2026年12月2日');
        await clerk.press('登记决定书送达');
        const form = clerk.page.getByRole('region', { name: '登记决定书送达' });
        await form.getByRole('button', { name: '登记决定书送达' }).click();
        await clerk.sees('有 2 处需要改正');
        await form.getByLabel('送达情况').fill('由机构负责人当面签收');
        await form.getByLabel('送达日期').fill('2026-11-22');
        await form.getByRole('button', { name: '登记决定书送达' }).click();
        await clerk.sees('送达日期不能早于决定书的日期');
        await form.getByLabel('送达日期').fill('2026-11-25');
        await clerk.page.keyboard.press('Tab');
        await form.getByRole('button', { name: '登记决定书送达' }).click();
        await clerk.sees(/登记决定书已经送达.*（2026年11月25日）/);
        expect(await clerk.faults()).toEqual([]);
        await clerk.picture('case-decision-service');
        await clerk.confirm('登记决定书送达');
        await clerk.sees('已登记决定书于2026年11月25日送达。');
        await clerk.sees(/提起行政诉讼至2027年5月25日/);

        await clerk.press('更正送达登记');
        const right = clerk.page.getByRole('region', { name: '更正送达登记' });
        await right.getByLabel('送达情况').fill('由机构负责人当面签收');
        await right.getByLabel('送达日期').fill('2026-11-24');
        await right.getByLabel('更正的理由').fill('送达回证的日期录入有误');
        await right.getByRole('button', { name: '更正送达登记' }).click();
        expect(await clerk.faults()).toEqual([]);
        await clerk.confirm('更正送达登记');
        await clerk.sees('决定书已于2026年11月24日当面、邮寄或者留置送达');
        await clerk.sees(/更正的理由：送达回证的日期录入有误/);
        expect(await clerk.faults()).toEqual([]);
        const party = await site.as(operator, `/my/cases/${id}`, PHONE);
        await party.sees('决定书已于2026年11月24日当面、邮寄或者留置送达');
        await party.sees(/提起行政诉讼至2027年5月24日/);
        expect(await party.page.getByText('由机构负责人当面签收').count()).toBe(0);
        expect(await party.faults()).toEqual([]);
      } finally {
        site.app.clock.set(before);
      }
    },
    STORY_MS,
  );
});
