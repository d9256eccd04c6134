import { TestApp } from '@zhaoguan/testing';
import { InspectionBuilder } from '../../../libs/inspections/test/inspection.builder';

describe('the page of a draw that was thrown away', () => {
  let app: TestApp;
  let county: InspectionBuilder;
  beforeAll(async () => {
    app = await TestApp.start({ env: { DEMO: 'false' } });
    county = await new InspectionBuilder(app).prepare({ inspectors: 2, institutions: 2 });
  });
  afterAll(() => app.stop());

  const page = async (drawId: string): Promise<string> =>
    (await app.http.get(`/draws/${drawId}`).expect(200)).text;

  it('says when, by which authority and why, and links to what took its place', async () => {
    const plan = await county.plan();
    const drawId = await county.announce(plan.id, { source: 'fucai-ssq', round: '2026141' });
    expect(await page(drawId)).toContain('公开随机数（中国福利彩票双色球第 2026141 期开奖号码）');
    expect(await page(drawId)).toContain('公告时谁也不知道的公开随机数');
    const reason = '示例·辖区填写有误';
    await app.as(county.planner).post(`/api/v1/draws/${drawId}/void`).send({ reason }).expect(200);

    const alone = await page(drawId);
    expect(alone).toMatch(
      /已于 .*2026年11月20日.* 由主管部门（.*长安区民政部门）作废，理由：示例·辖区填写有误/,
    );
    expect(alone).toContain('同一抽查计划至今没有另发公告');
    expect(alone).toContain('没有采用：作废时还没有由两名工作人员核对一致的值');
    expect(alone).not.toContain('抽取后当即公布');

    // Of another plan: it took nobody's place.
    await county.announce((await county.plan()).id, { source: 'fucai-ssq', round: '2026142' });
    expect(await page(drawId)).toContain('同一抽查计划至今没有另发公告');
    app.clock.advance(60_000);
    const next = await county.announce(plan.id, { source: 'fucai-ssq', round: '2026143' });
    expect(await page(drawId)).toContain(`href="/draws/${next}"`);
    expect(await page(next)).not.toContain('另发公告');
  });
});
