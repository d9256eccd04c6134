import type { TestPerson } from '@zhaoguan/testing';
import { BEACON, BEACON_VALUE } from '../../libs/inspections/test/beacon.builder';
import { InspectionBuilder, SOURCE_URL } from '../../libs/inspections/test/inspection.builder';
import { ConsoleSite, DESK, STORY_MS, type Visitor } from './console-site';

const NUMBERS = [3, 8, 12, 21, 27, 33];

describe('planning and drawing in the console', () => {
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

  const drawOf = async (id: string) =>
    (await site.app.as(planner).get(`/api/v1/draws/${id}`).expect(200)).body;

  async function pick({ page }: Visitor, reds: readonly number[], blue: number): Promise<void> {
    const balls = [
      ...reds.map((red) => `红球 ${String(red).padStart(2, '0')}`),
      `蓝球 ${String(blue).padStart(2, '0')}`,
    ];
    for (const name of balls) await page.getByRole('button', { name, exact: true }).click();
  }

  /** Writes the plan by clicking, with the mistakes that people make. @returns its id */
  async function writePlan(visitor: Visitor): Promise<string> {
    const { page } = visitor;
    await visitor.sees('还没有抽查计划');
    expect(await visitor.faults()).toEqual([]);
    await visitor.follow('制定计划');
    await visitor.sees(/从 4 家中抽取 \d 家/);
    expect(await page.getByLabel('计划名称').inputValue()).toBe('2026年养老机构双随机抽查');
    expect(await visitor.faults()).toEqual([]);
    await page.getByLabel('计划名称').fill('');
    await page.getByRole('button', { name: '核对并制定' }).click();
    await visitor.sees('还有 2 处没有填好');
    expect(await page.getByRole('button', { name: '制定计划' }).isDisabled()).toBe(true);
    expect(await visitor.faults()).toEqual([]);
    await page.getByRole('button', { name: '抽查对象：请填写计划名称' }).click();
    await visitor.sees('请填写计划名称');
    await page.getByLabel('计划名称').fill('示例·2026年第四季度养老机构双随机抽查');

    await page.getByLabel('年度').fill('');
    await page.getByLabel('年度').pressSequentially('１９９９');
    await page.keyboard.press('Tab');
    await visitor.sees('年度应在 2000 年至 2200 年之间');
    expect(await page.getByLabel('年度').inputValue()).toBe('1999');
    await page.getByLabel('年度').fill('2026');

    await page.getByRole('button', { name: '下一步：抽查事项' }).click();
    await page.getByLabel('查找事项').fill('没有这种事项');
    await visitor.sees('没有符合条件的事项');
    await page.getByLabel('查找事项').fill('消防');
    await page.getByRole('button', { name: /^全选列出的/ }).click();
    expect(await visitor.faults()).toEqual([]);
    await visitor.picture('plan-items');

    await page.getByRole('button', { name: '下一步：抽查比例' }).click();
    await page.getByLabel('A 级抽查比例').fill('150');
    await visitor.sees('A 级（信用良好）的抽查比例应在 0% 至 100% 之间');
    await page.getByLabel('A 级抽查比例').fill('5');
    await page.getByLabel('B 级抽查比例').fill('50');
    await visitor.sees('从 4 家中抽取 2 家');
    await visitor.sees(/C 级（30%）低于 B 级（50%）/);
    await page.getByLabel('C 级至少抽取').fill('');
    await visitor.sees('还有 1 项');
    await page.getByLabel('C 级至少抽取').fill('1');
    expect(await visitor.faults()).toEqual([]);
    await visitor.picture('plan-new');

    await page.getByRole('button', { name: '下一步：检查人员' }).click();
    await visitor.choose('再请一个部门参加', '消防救援');
    await visitor.sees('人员不足');
    expect(await visitor.faults()).toEqual([]);
    await page.getByRole('button', { name: '去掉消防救援机构' }).click();
    await page.getByText('人员不足').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: '下一步：核对并制定' }).click();
    await visitor.sees(/消防/);
    await visitor.press('制定计划');
    await visitor.sees('计划制定以后不能修改');
    expect(await visitor.faults()).toEqual([]);
    await visitor.confirm('制定计划');
    await page.waitForURL(/plans\/[0-9a-f-]{36}$/);
    return visitor.idInAddress();
  }

  /** @returns the id of the draw */
  async function announce(visitor: Visitor): Promise<string> {
    const { page } = visitor;
    await visitor.sees('还没有抽取');
    expect(await visitor.faults()).toEqual([]);
    await visitor.picture('plan');
    await visitor.press('发布抽取公告');
    const round = page.getByLabel('中国福利彩票双色球期号');
    await visitor.sees('请填写中国福利彩票双色球期号，然后才能发布。');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^\d{7} 期$/ })
      .click();
    expect(await round.inputValue()).toMatch(/^2026\d{3}$/);
    await visitor.sees('可以用');
    await round.fill('135');
    await visitor.sees(/双色球期号为七位数字/);
    await round.fill('2026999');
    await visitor.sees('按开奖日程，2026 年没有第 999 期（至多到第 157 期），请核对期号');
    expect(await page.getByRole('dialog').getByRole('button', { name: '发布抽取公告' }).isDisabled()).toBe(
      true,
    );
    await round.fill('2002001');
    await visitor.sees('中国福利彩票双色球从 2003 年开始发行，此前没有开奖，请核对期号');
    await round.fill('9999001');
    await visitor.sees(/要等 \d{7} 天才能抽取；一般选最近一期/);
    expect(await page.getByText('可以用').count()).toBe(0);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('drand 公共随机数', { exact: true }).check();
    await dialog.getByLabel('中国福利彩票双色球', { exact: true }).uncheck();
    await dialog.getByRole('button', { name: /^\d+ 轮$/ }).click();
    await visitor.sees('可以用');
    await visitor.sees(/这一轮最早于2026年11月\d+日 09:00产生。/);
    expect(await visitor.faults()).toEqual([]);
    await dialog.getByLabel('中国福利彩票双色球', { exact: true }).check();
    await dialog.getByLabel('drand 公共随机数', { exact: true }).uncheck();
    await round.fill('2026001');
    await visitor.sees('仅供演示');
    await visitor.confirm('发布抽取公告');
    await visitor.sees(/公告前已经产生、或者可能已经产生的公开随机数不能使用/);
    await round.fill(BEACON.round);
    await visitor.sees('仅凭号码不能断定');
    expect(await visitor.faults()).toEqual([]);
    await visitor.picture('draw-announce');
    await visitor.confirm('发布抽取公告');
    await page.waitForURL(/draws\/[0-9a-f-]{36}$/);
    await visitor.sees('已发布抽取公告，名单 4 家已公开。');
    const publicPage = page.getByRole('link', { name: '公众看到的页面' });
    expect(await publicPage.getAttribute('href')).toBe(`/draws/${visitor.idInAddress()}`);
    return visitor.idInAddress();
  }

  async function enterBeacon(visitor: Visitor): Promise<void> {
    const { page } = visitor;
    await page.getByLabel('公开随机数的值').fill(`${BEACON.round}:03,34`);
    await visitor.sees('红球号码应在 01 至 33 之间');
    await page.getByLabel('公开随机数的值').fill('');
    await pick(visitor, NUMBERS.slice(0, 5), 9);
    await page.getByLabel('公布该结果的网址').fill('www');
    await visitor.press('录入公开随机数');
    await visitor.sees(/以 http:\/\/ 或者 https:\/\/ 开头/);
    await visitor.sees(/双色球应写作/);
    expect(await visitor.faults()).toEqual([]);
    await page.getByLabel('公布该结果的网址').fill(SOURCE_URL);
    await pick(visitor, NUMBERS.slice(5), 9);
    await page.getByRole('button', { name: '蓝球 09', exact: true }).click();
    expect(await page.getByLabel('公开随机数的值').inputValue()).toBe(BEACON_VALUE);
    await visitor.picture('draw-beacon');
    await visitor.press('录入公开随机数');
    await visitor.sees(/^录入后须由另一人核对/);
    await visitor.sees('红球 03 08 12 21 27 33，蓝球 09');
    expect(await page.getByRole('dialog').getByRole('link').getAttribute('href')).toBe(SOURCE_URL);
    expect(await visitor.faults()).toEqual([]);
    await visitor.confirm('录入公开随机数');
    await visitor.sees('已录入公开随机数，等另一位工作人员核对。');
    await page.getByRole('button', { name: '重新录入' }).waitFor();
    expect(await page.getByRole('button', { name: /^红球/ }).count()).toBe(0);
  }

  async function confirmBeacon(visitor: Visitor): Promise<void> {
    const { page } = visitor;
    await visitor.sees('先前录入的值这里不显示');
    expect(await page.getByText(BEACON_VALUE).count()).toBe(0);
    expect(await visitor.faults()).toEqual([]);
    await page.getByLabel('公开随机数的值').fill(BEACON_VALUE.replace('|09', '|10'));
    await visitor.press('确认公开随机数并抽取');
    await visitor.confirm('确认公开随机数并抽取');
    await visitor.sees('两次录入的值不一致，没有抽取。');
    expect(await visitor.faults()).toEqual([]);
    await page.getByRole('button', { name: '蓝球 10', exact: true }).click();
    await page.getByRole('button', { name: '蓝球 09', exact: true }).click();
    await visitor.picture('draw-confirm');
    await visitor.press('确认公开随机数并抽取');
    await visitor.sees('确认以后公开随机数不能再改');
    await visitor.confirm('确认公开随机数并抽取');
    await visitor.sees('已确认公开随机数，正在抽取。');
    await site.app.idle();
    await visitor.sees('抽取结果（封存）');
  }

  it(
    'goes from an empty plan to a draw that everybody can verify',
    async () => {
      const desk = await site.as(planner, '/plans', DESK);
      const planId = await writePlan(desk);
      const drawId = await announce(desk);
      expect(await drawOf(drawId)).toMatchObject({ planId, status: 'ANNOUNCED' });
      await enterBeacon(desk);
      const second = await site.as(reviewer, `/draws/${drawId}`, DESK);
      await confirmBeacon(second);

      await desk.go(`/draws/${drawId}`);
      await desk.sees('还没有人看过');
      await desk.sees(/还有 2 项没有提交/);
      expect(await desk.faults()).toEqual([]);
      await desk.picture('draw');
      await desk.press('查看抽中的机构，并留下记录');
      await desk.sees(new RegExp(`${planner.caller.name}看过抽取结果 1 次`));
      expect(await desk.page.getByRole('row').count()).toBeGreaterThan(2);
      expect(await desk.faults()).toEqual([]);
      expect(await desk.page.getByRole('button', { name: '公开抽取' }).count()).toBe(0);
      expect(
        await site.faultsInHand(planner, [
          '/plans',
          `/plans/${planId}`,
          '/draws',
          `/draws/${drawId}`,
          '/plans/new',
        ]),
      ).toEqual([]);

      await desk.go(`/plans/${planId}`);
      const title = await desk.page.getByRole('heading', { level: 1 }).textContent();
      await desk.open('照抄成新计划');
      await desk.page.getByRole('navigation', { name: '填写步骤' }).getByText('核对并制定').click();
      await desk.sees(title ?? '');
      expect(await desk.page.getByRole('button', { name: '制定计划' }).isDisabled()).toBe(false);
      expect(await desk.faults()).toEqual([]);

      await county.inspectAll();
      await second.go(`/draws/${drawId}`);
      await second.sees(/等抽查计划人公开抽取/);
      await desk.go(`/draws/${drawId}`);
      await desk.press('公开抽取');
      await desk.sees('公开以后不能收回');
      await desk.sees(/检查结果还有 2 家没有公布/);
      expect(await desk.faults()).toEqual([]);
      await desk.confirm('公开抽取');
      await desk.sees('已公开抽取，公众可以下载验证。');
      expect((await drawOf(drawId)).status).toBe('OPENED');
      expect(await desk.faults()).toEqual([]);
    },
    STORY_MS,
  );
});
