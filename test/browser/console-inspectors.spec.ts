import type { TestPerson } from '@zhaoguan/testing';
import { InspectionBuilder, type Inspector } from '../../libs/inspections/test/inspection.builder';
import { ConsoleSite, SMALL_PHONE, STORY_MS } from './console-site';

describe('the directory of inspectors, recusals and items in the console', () => {
  let site: ConsoleSite;
  let county: InspectionBuilder;
  let planner: TestPerson;
  let one: Inspector;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    county = await new InspectionBuilder(site.app).prepare({ inspectors: 4, institutions: 4 });
    ({ planner } = county);
    [one] = county.inspectors as [Inspector];
  }, 180_000);
  afterAll(() => site.stop());

  it(
    'keeps the directory of inspectors and their recusals',
    async () => {
      const fresh = await site.app.person('INSPECTOR', {
        name: '示例·欧阳检查',
        districts: ['610116'],
        departments: ['civil-affairs'],
      });
      const visitor = await site.as(planner, '/inspectors/new');
      const { page } = visitor;
      await visitor.press('登记检查人员');
      await visitor.sees('有 5 处需要改正');
      expect(await visitor.faults()).toEqual([]);
      await visitor.choose('账号', '欧阳');
      await page.getByLabel('执法证号').fill(county.inspectors[0]!.certificateNumber);
      await page.getByLabel('辖区').fill('杭州');
      await visitor.sees('没有找到，请输入您辖区内的省、市、区县名称');
      await page.getByLabel('辖区').fill('');
      await visitor.choose('辖区', '长安');
      await page.keyboard.press('Escape');
      await page.getByLabel('执法证有效期至').fill('2026-12-20');
      await page.keyboard.press('Tab');
      await visitor.press('登记检查人员');
      await visitor.sees('执法证号已登记');
      await page.getByLabel('执法证号').fill('610116-YL-0099');
      expect(await visitor.faults()).toEqual([]);
      await visitor.picture('inspector-new');
      await visitor.press('登记检查人员');
      await page.waitForURL(/inspectors\/[0-9a-f-]{36}$/);
      await visitor.sees('执法证还有 30 天到期');
      const id = visitor.idInAddress();

      const twin = await site.elsewhere(planner, `/inspectors/${id}`);
      await twin.page.getByLabel('执法证有效期至').fill('2030-12-31');
      await twin.page.keyboard.press('Tab');
      await visitor.page.getByLabel('执法证有效期至').fill('2029-12-31');
      await page.keyboard.press('Tab');
      await visitor.press('保存变更');
      await visitor.sees('已保存，此后发布的抽取按新的记录选派。');
      await twin.press('保存变更');
      await twin.sees('内容已被他人修改');
      expect(await twin.faults()).toEqual([]);

      await page.getByText('变更的理由（选填）').waitFor();
      await page.getByLabel('执法证有效期至').fill('2028-12-31');
      await page.keyboard.press('Tab');
      await page.getByText('变更的理由（选填）').waitFor({ state: 'detached' });
      await visitor.press('保存变更');
      await visitor.sees('请写明理由');
      expect(await visitor.faults()).toEqual([]);
      await page.getByLabel('执法证有效期至').fill('2029-12-31');
      await page.keyboard.press('Tab');
      await page.getByText('变更的理由（选填）').waitFor();
      // Nor does the field go on saying that it is missing.
      await page.getByText('请写明理由').first().waitFor({ state: 'detached' });

      const [institution] = county.institutions;
      await visitor.press('登记回避');
      await visitor.choose('回避的机构', institution!.name);
      await page.getByLabel('回避的理由').fill('示例·近亲属在该机构任职');
      expect(await visitor.faults()).toEqual([]);
      await visitor.confirm('登记回避');
      await visitor.sees('回避中');
      expect(await visitor.faults()).toEqual([]);
      await visitor.picture('inspector');
      await visitor.press('登记回避');
      await visitor.choose('回避的机构', institution!.name);
      await page.getByLabel('回避的理由').fill('示例·再登记一次');
      await visitor.confirm('登记回避');
      await visitor.sees('该回避已经登记');
      await visitor.press('再看看');
      await visitor.press(`解除对${institution!.name}的回避`);
      await page.getByLabel('解除的理由').fill('示例·亲属已离职');
      await visitor.confirm('解除回避');
      await visitor.sees('已解除');
      await visitor.press('停用这名检查人员');
      await page.getByLabel('停用的理由').fill('示例·脱产培训');
      expect(await visitor.faults()).toEqual([]);
      await visitor.confirm('停用这名检查人员');
      await visitor.sees('已停用检查人员“示例·欧阳检查”。');
      const answer = await site.app.as(planner).get(`/api/v1/inspectors/${id}`).expect(200);
      expect(answer.body).toMatchObject({ personId: fresh.id, active: false, validUntil: '2029-12-31' });
      await visitor.sees('示例·脱产培训');
      const reader = await site.as(await site.app.person('REVIEWER'), `/inspectors/${id}`);
      await reader.sees('名录变动记录');
      await reader.page.getByText('停用', { exact: true }).waitFor();
      expect(await reader.page.getByText('示例·脱产培训').count()).toBe(0);
      expect(
        await reader.page.getByRole('button', { name: /停用这名检查人员|恢复使用|登记回避/ }).count(),
      ).toBe(0);
      expect(await reader.faults()).toEqual([]);

      await visitor.go('/inspectors?active=false');
      await visitor.sees('示例·欧阳检查');
      expect(await visitor.faults()).toEqual([]);
      await visitor.go('/inspectors');
      await visitor.sees('西安市长安区');
      await visitor.picture('inspectors');
      expect(
        await site.faultsInHand(planner, ['/inspectors', '/inspectors/new', `/inspectors/${id}`]),
      ).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'shows what may be inspected, and to nobody what is not theirs',
    async () => {
      const visitor = await site.as(planner, '/items?kind=ELDERLY_CARE');
      const { page } = visitor;
      await visitor.sees(/共 \d+ 项/);
      await visitor.picture('items');
      expect(await visitor.faults()).toEqual([]);
      await page.getByLabel('查找事项').fill('没有这种事项');
      await visitor.sees('共 0 项');
      expect(await visitor.faults()).toEqual([]);
      await page.getByLabel('查找事项').fill('YL08');
      await visitor.sees('共 1 项');
      await page.getByText('检查内容和依据').click();
      await visitor.sees(/《/);
      expect(new URL(page.url()).search).toContain('q=YL08');
      expect(await site.faultsInHand(planner, ['/items'])).toEqual([]);

      const stranger = await site.as(await site.app.person('REGISTRAR'), '/plans');
      await stranger.sees(/不办理这一事项/);
      await visitor.go(`/draws/${'0193d0c2-7d1e-7c3a-8f00-1234567890ab'}`);
      await visitor.sees('没有取得抽取');
    },
    STORY_MS,
  );

  it('takes the declaration of an inspector that they must not be sent somewhere', async () => {
    const institution = county.institutions.at(-1)!;
    const visitor = await site.as(one, '/recusals', SMALL_PHONE);
    const { page } = visitor;
    await visitor.sees('还没有登记过回避');
    await page.getByLabel('机构名称').fill('没有这样的机构');
    await visitor.sees('没有找到');
    expect(await visitor.faults()).toEqual([]);
    expect(await visitor.paleTexts()).toEqual([]);
    await page.getByLabel('机构名称').fill(institution.name);
    await page.getByRole('button', { name: institution.name }).first().click();
    expect(await page.getByRole('button', { name: '登记回避' }).isDisabled()).toBe(true);
    await page.getByLabel('回避的理由').fill('示例·近亲属在该机构任职');
    await visitor.picture('inspector-recusal');
    await visitor.press('登记回避');
    await visitor.sees('您本人不能解除');
    expect(await visitor.faults()).toEqual([]);
    expect(await visitor.paleTexts()).toEqual([]);
    await visitor.confirm('登记回避');
    await visitor.sees('回避中');
    expect(await visitor.faults()).toEqual([]);
    expect(await visitor.paleTexts()).toEqual([]);
    const { items } = (await site.app.as(one).get(`/api/v1/inspectors/${one.inspectorId}/recusals`)).body;
    expect(items).toMatchObject([{ institutionId: institution.id, reason: '示例·近亲属在该机构任职' }]);

    await page.getByLabel('机构名称').fill(institution.name);
    await page.getByRole('button', { name: institution.name }).first().click();
    await page.getByLabel('回避的理由').fill('再登记一次');
    await visitor.press('登记回避');
    await visitor.confirm('登记回避');
    await visitor.sees('该回避已经登记');
    expect(await visitor.faults()).toEqual([]);
    expect(await visitor.paleTexts()).toEqual([]);
  });
});
