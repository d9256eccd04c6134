import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, DESK, SMALL_PHONE, STORY_MS, type Visitor } from './console-site';
import { goToStep } from './filing-clicks';

const DAY = 86_400_000;

/** What is typed wrong on a page, and what is said of it there. */
interface WrongPage {
  readonly step: string;
  readonly fill?: Readonly<Record<string, string>>;
  readonly days?: Readonly<Record<string, string>>;
  /** Answers to be ticked: before the page is filled in, for some fields hang on them. */
  readonly tick?: readonly string[];
  readonly pick?: Readonly<Record<string, string>>;
  readonly says: readonly (string | RegExp)[];
}

const PEOPLE: WrongPage = {
  step: '负责人与联系人',
  fill: {
    '法定代表人（主要负责人）姓名': '王建国3',
    '法定代表人（主要负责人）身份证号': '610116189001010018',
    '法定代表人（主要负责人）电话': '12345',
    联系人姓名: '★',
    联系人电话: 'abc',
  },
  says: [
    /不能有数字或者其他符号（依据：《中华人民共和国居民身份证法》第四条）/,
    /居民身份证号不正确.+GB 11643-1999/,
    '电话号码不正确，请填写手机号码或者带区号的固定电话号码',
  ],
};
const FEES: WrongPage = {
  step: '收费与保险',
  fill: { 最长预收周期: '0', 承保公司: '示例·'.repeat(40) },
  days: { 保险期间起: '2027-01-01', 保险期间止: '2026-12-01' },
  tick: ['预收费用', '投保责任险'],
  says: ['应不小于 1', '不超过 100 个字', '保险期间的终止日不能早于起始日'],
};
const PLEDGES: WrongPage = {
  step: '备案承诺',
  tick: ['填报的内容和提交的材料真实、准确、完整'],
  says: [/承诺应当逐项作出.+依据：/],
};
const FOOD: WrongPage = {
  step: '消防与食品安全',
  fill: { 食品经营许可证编号: 'YB23610116000001' },
  days: { 食品经营许可证有效期至: '2026-01-01' },
  says: [/JY 和 14 位数字.+食品经营许可和备案管理办法/, /食品经营许可证已经过期.+食品安全法.+第三十五条/],
};
const CODE: WrongPage = {
  step: '机构信息',
  fill: { 机构名称: '', 统一社会信用代码: '526101160000000198' },
  says: [/统一社会信用代码不正确.+GB 32100-2015/],
};

const ELDERLY: readonly WrongPage[] = [
  CODE,
  {
    step: '服务场所',
    fill: { 服务设施面积: '0', 建成年份: '2030' },
    days: { 租期起始日: '2026-02-30', 租期届满日: '2025-01-01' },
    tick: ['租赁'],
    says: ['日期不正确，请按 2026-11-21 的格式填写', '应大于 0 平方米', '建成年份不能晚于今年'],
  },
  {
    step: '规模与服务',
    fill: { 床位数: '6', 护理型床位数: '7' },
    tick: ['提供餐饮服务'],
    says: [/养老机构床位数不少于 10 张（依据：《养老机构管理办法》/, '护理型床位数不能超过床位数'],
  },
  FOOD,
  {
    step: '收住对象与人员',
    fill: { 能力完好老年人: '5', 部分失能老年人: '5' },
    says: [/收住老年人共 10 人，不能超过床位数（依据：.+民发〔2024〕19号）/],
  },
  FEES,
  PEOPLE,
  PLEDGES,
];
const CHILDCARE: readonly WrongPage[] = [
  CODE,
  {
    step: '托育场地',
    fill: { 建筑面积: '100', 室内使用面积: '101', 户外活动场地面积: '9' },
    days: { 租期起始日: '2026-01-01', 租期届满日: '2027-12-31' },
    tick: ['租赁'],
    pick: { 婴幼儿生活用房所在楼层: '四层' },
    says: [
      /租期不少于 3 年.+托育机构设置标准/,
      '室内使用面积不能超过建筑面积',
      /户外活动场地一般不小于.+JGJ 39-2016/,
      /不能设在四层及以上（依据：.+JGJ 39-2016，2019年版.+第4.1.3B条/,
    ],
  },
  { step: '规模与服务', fill: { 托位数: '0' }, tick: ['提供餐饮服务'], says: ['应不小于 1'] },
  { step: '负责人资格与人员', fill: { 机构负责人从业年限: '1' }, says: [/年以上相关管理工作经历.+依据：/] },
  { ...FOOD, fill: { ...FOOD.fill, 监控录像保存: '30' }, says: [...FOOD.says, /保存期不少于 90 日（依据：/] },
  FEES,
  PEOPLE,
  PLEDGES,
];
const HOME: readonly WrongPage[] = [
  {
    step: '机构信息',
    fill: { 机构名称: '示例·小芽照护点' },
    says: [/家庭托育点名称中应当注明“托育”（依据：/],
  },
  { step: '托育场地', fill: { 建筑面积: '20' }, tick: ['自有'], says: [/9 平方米.+家庭托育点管理办法/] },
  {
    step: '规模与服务',
    fill: { 托位数: '6' },
    tick: ['提供餐饮服务'],
    says: [/家庭托育点收托人数不超过 5 人.+家庭托育点管理办法/],
  },
  { ...FOOD, step: '食品安全与监控' },
  PEOPLE,
  PLEDGES,
];

describe('wrong input on every page of a first filing', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let filings: FilingBuilder;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
    filings = new FilingBuilder(site.app);
    // The forms of today.
    site.app.clock.advance(9 * DAY);
  }, 180_000);
  afterAll(() => site.stop());

  const control = ({ page }: Visitor, label: string) =>
    page.getByLabel(new RegExp(`^${label.replaceAll(/[（）]/g, '.')}(（选填）)?$`)).first();
  const tick = async (visitor: Visitor, what: string) => {
    const yes = visitor.page
      .locator('.defined-field')
      .filter({ hasText: what })
      .getByLabel('是', { exact: true });
    await ((await yes.count()) > 0 ? yes.first() : control(visitor, what)).check();
  };
  const spoil = async (visitor: Visitor, wrong: WrongPage) => {
    const { step, fill = {}, days = {}, tick: ticks = [], pick = {}, says } = wrong;
    const { page } = visitor;
    await goToStep(visitor, step);
    for (const what of ticks) await tick(visitor, what);
    for (const [label, part] of Object.entries(pick)) {
      await visitor.choose(label, part);
      // A list of several choices stays open after one.
      await page.keyboard.press('Escape');
      await page.locator('.ant-select-dropdown:visible').waitFor({ state: 'detached' });
    }
    for (const [label, typed] of Object.entries(fill)) await control(visitor, label).fill(typed);
    for (const [label, day] of Object.entries(days)) {
      await control(visitor, label).fill(day);
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Tab');
    for (const said of says) await visitor.sees(said);
    for (const [label, typed] of Object.entries(fill)) {
      expect(await control(visitor, label).inputValue()).toBe(typed);
    }
    expect(await visitor.faults()).toEqual([]);
  };

  it.each([
    ['养老机构', 'ELDERLY_CARE', {}, ELDERLY],
    ['托育机构', 'CHILDCARE', {}, CHILDCARE],
    ['家庭托育点', 'CHILDCARE', { siteType: 'HOME', name: '示例·小芽托育点', capacity: 5 }, HOME],
  ] as const)(
    'of a %s is said at its field with its clause, is kept as it was typed, and hinders the submission',
    async (_, kind, institution, pages) => {
      for (const size of [SMALL_PHONE, DESK]) {
        const { id } = await filings.draft(operator, kind, {
          legalRepresentative: null,
          ...institution,
        });
        const visitor = await site.as(operator, `/filings/${id}/form`, size);
        for (const wrong of pages) await spoil(visitor, wrong);
        await goToStep(visitor, '核对并提交');
        await visitor.sees(/^提交前还有 \d+ 项$/);
        const open = await visitor.page.getByRole('region', { name: /^提交前还有/ }).innerText();
        expect(open).toContain('联系人姓名：姓名按身份证件用汉字填写');
        // What hangs on an answer of an earlier step is read once more as well.
        await visitor.sees('YB23610116000001');
        expect(await visitor.page.getByText('户外活动场地面积').count()).toBe(pages === CHILDCARE ? 1 : 0);
        expect(await visitor.page.getByRole('button', { name: '提交备案' }).isDisabled()).toBe(true);
        expect(await visitor.faults()).toEqual([]);
      }
    },
    STORY_MS,
  );

  it('of a name without 托育 stands among the open items when the 家庭托育点 is chosen after it', async () => {
    const { id } = await filings.draft(operator, 'CHILDCARE', { name: '示例·小芽照护点', capacity: 5 });
    const visitor = await site.as(operator, `/filings/${id}/form`, SMALL_PHONE);
    await visitor.page.getByLabel('家庭托育点', { exact: true }).check();
    await goToStep(visitor, '核对并提交');
    await visitor.page.getByRole('button', { name: '机构名称：家庭托育点名称中应当注明“托育”' }).click();
    await visitor.page.getByLabel('机构名称').fill('示例·小芽托育点');
    await visitor.sees(/^已保存 \d\d:\d\d$/);
    await goToStep(visitor, '材料');
    expect(await visitor.page.getByRole('region', { name: '托育机构备案书' }).count()).toBe(0);
  });

  it('loses no click to a warning about the field that is left', async () => {
    const { id } = await filings.draft(operator);
    const visitor = await site.as(operator, `/filings/${id}/form`);
    const { page } = visitor;
    await page.getByRole('navigation', { name: '填写步骤' }).getByText('服务场所').click();
    await page.getByLabel('住所（服务场所地址）').fill('陕西省西安市长安区示例路');
    const { x, y, width, height } = (await page.getByText('租赁', { exact: true }).boundingBox())!;
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    // As long as a finger rests on the glass.
    await page.waitForTimeout(150);
    await page.mouse.up();
    await visitor.sees('地址中没有门牌号，请核对');
    expect(await page.getByLabel('租赁').isChecked()).toBe(true);
  });

  it('is said at once of what was left half done when one comes back to the step', async () => {
    const { id } = await filings.draft(operator, 'CHILDCARE');
    const visitor = await site.as(operator, `/filings/${id}/form`, SMALL_PHONE);
    await goToStep(visitor, '备案承诺');
    await visitor.page.getByLabel('填报的内容和提交的材料真实、准确、完整').check();
    await goToStep(visitor, '机构信息');
    await goToStep(visitor, '备案承诺');
    const box = visitor.page.locator('.defined-field').filter({ hasText: '备案承诺' });
    await box.getByText(/承诺应当逐项作出/).waitFor();
    expect(await visitor.faults()).toEqual([]);
  });

  it('leaves a step without a tick until it was looked at or filled in', async () => {
    const { id } = await filings.draft(operator);
    const { page } = await site.as(operator, `/filings/${id}/form`);
    const steps = page.getByRole('navigation', { name: '填写步骤' });
    const lineOf = (title: string) => steps.getByRole('button', { name: title }).innerText();
    expect(await lineOf('机构信息')).toContain('✓');
    expect(await lineOf('医疗服务')).toContain('○');
    await steps.getByText('医疗服务').click();
    expect(await lineOf('医疗服务')).toContain('✓');
    await page.reload();
    await steps.getByText('收费与保险').waitFor();
    expect(await lineOf('医疗服务')).toContain('✓');
    expect(await lineOf('收费与保险')).toContain('○');
  });
});
