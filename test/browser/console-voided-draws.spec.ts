import type { TestPerson } from '@zhaoguan/testing';
import { InspectionBuilder } from '../../libs/inspections/test/inspection.builder';
import { ConsoleSite, STORY_MS } from './console-site';

describe('voiding a draw in the console', () => {
  let site: ConsoleSite;
  let county: InspectionBuilder;
  let planner: TestPerson;
  let reviewer: TestPerson;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    county = await new InspectionBuilder(site.app).prepare({ inspectors: 4, institutions: 4 });
    ({ planner, reviewer } = county);
  }, 180_000);
  afterAll(() => site.stop());

  it(
    'throws away an announcement or an outcome only with a reason that becomes public',
    async () => {
      const announced = await county.announce((await county.plan()).id, {
        source: 'fucai-kl8',
        round: '2026340',
      });
      const desk = await site.as(planner, `/draws/${announced}`);
      await desk.press('作废抽取公告');
      expect(
        await desk.page.getByRole('dialog').getByRole('button', { name: '作废抽取公告' }).isDisabled(),
      ).toBe(true);
      await desk.page.getByLabel('作废的理由').fill('示例·辖区填写有误');
      expect(await desk.faults()).toEqual([]);
      await desk.confirm('作废抽取公告');
      await desk.sees('已作废，理由：示例·辖区填写有误');
      await desk.sees('抽取以前已经作废，没有结果');
      expect(await desk.faults()).toEqual([]);

      const drawn = await county.announce((await county.plan()).id, {
        source: 'fucai-ssq',
        round: '2026136',
      });
      await county.draw(drawn);
      await desk.go(`/draws/${drawn}`);
      await desk.sees('抽取结果（封存）');
      expect(await desk.page.getByRole('button', { name: /作废/ }).count()).toBe(0);
      const curious = await site.as(await county.official('REVIEWER'), `/draws/${drawn}`);
      await curious.page.getByRole('button', { name: '作废抽取结果' }).waitFor();
      await curious.sees(/查看以后，您不能再作废这次抽取/);
      await curious.press('查看抽中的机构，并留下记录');
      await curious.page.getByRole('button', { name: '作废抽取结果' }).waitFor({ state: 'detached' });
      const second = await site.as(reviewer, `/draws/${drawn}`);
      await second.press('作废抽取结果');
      await second.page.getByLabel('作废的理由').fill('示例·名单有误');
      await second.confirm('作废抽取结果');
      await second.sees('已作废抽取结果，理由已公开。');
      const { body } = await site.app.as(planner).get(`/api/v1/draws/${drawn}`).expect(200);
      expect(body.status).toBe('VOIDED');
      await second.go('/draws?status=INFEASIBLE');
      await second.sees('没有这种状态的抽取');
      expect(await second.faults()).toEqual([]);
    },
    STORY_MS,
  );
});
