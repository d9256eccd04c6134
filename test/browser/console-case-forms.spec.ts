import type { TestPerson } from '@zhaoguan/testing';
import { CaseScene } from '../../libs/enforcement/test/case-scene.builder';
import { ConsoleSite } from './console-site';

describe('the forms of a penalty case', () => {
  let site: ConsoleSite;
  let scene: CaseScene;
  let officer: TestPerson;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    scene = await CaseScene.in(site.app, 3);
    ({ officer } = scene);
  }, 180_000);
  afterAll(() => site.stop());

  it('are begun from one finding, whose whole row is in sight at 1280 px', async () => {
    const visitor = await site.as(officer, '/cases/new');
    const { page } = visitor;
    const act = page.getByRole('button', { name: /^立案：/ }).first();
    await act.waitFor();
    const hidden = await page
      .locator('.ant-table-content')
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(hidden).toBe(0);
    await act.click();
    await page.waitForURL(/result=[0-9a-f-]{36}&finding=[0-9a-f-]{36}$/);
    await page.getByLabel('查找处罚依据').waitFor();
    expect(await page.locator('.choice input[type=checkbox]:checked').count()).toBe(1);
  });

  it('close on the case when one goes back, and refuse a fine that is finer than a fen', async () => {
    const id = await scene.opened();
    const visitor = await site.as(officer, '/cases');
    const { page } = visitor;
    await visitor.go(`/cases/${id}`);
    await visitor.press('行政处罚告知');
    await page.getByLabel('处罚理由').waitFor();
    await page.goBack();
    await page.getByLabel('处罚理由').waitFor({ state: 'detached' });
    expect(visitor.idInAddress()).toBe(id);
    await visitor.press('行政处罚告知');
    await page.getByLabel('情节严重的').check();
    await page.getByLabel('罚款', { exact: true }).check();
    await page.getByLabel('罚款金额').fill('5000.555');
    await visitor.sees('罚款金额至多写到分，小数不超过两位');
    await page.keyboard.press('Tab');
    expect(await page.getByLabel('罚款金额').inputValue()).toBe('5000.555');
    expect(await visitor.faults()).toEqual([]);
    await visitor.press('暂不办理');
    await page.getByLabel('处罚理由').waitFor({ state: 'detached' });
    expect(visitor.idInAddress()).toBe(id);
    await page.goBack();
    await page.waitForURL(/\/cases$/);
  });

  it('frame the order that went before, without a line through the frame', async () => {
    const visitor = await site.as(officer, `/cases/${await scene.opened('YL_LAW_45_4')}?act=notice`);
    const { page } = visitor;
    await page.getByLabel('逾期不改正的').check();
    const frame = page.getByRole('group', { name: '此前的责令改正' });
    await frame.waitFor();
    const line = frame.locator('legend').evaluate((each) => getComputedStyle(each).borderBottomWidth);
    expect(await line).toBe('0px');
    expect(await frame.evaluate((each) => getComputedStyle(each).marginBottom)).toBe('24px');
    expect(await visitor.faults()).toEqual([]);
  });

  it('say when the findings have been taken by another meanwhile', async () => {
    const party = scene.ordinary();
    const visitor = await site.as(officer, `/cases/new?result=${party.resultId}`);
    await visitor.page.getByLabel('未按照有关强制性国家标准提供服务').check();
    await visitor.press('立案');
    await scene.opened('YL_46_6', party);
    await visitor.confirm('立案');
    await visitor.sees(/没有立案/);
    expect(await visitor.faults()).toEqual([]);
  });
});
