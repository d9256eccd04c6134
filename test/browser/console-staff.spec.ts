import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, SMALL_PHONE, STORY_MS, type Visitor } from './console-site';
import { writeDocument } from './documents';
import { spokenOf } from './filing-clicks';

describe('the register of staff, in the console', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let registrar: TestPerson;
  let folder: string;
  let institutionId: string;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
    registrar = await site.app.person('REGISTRAR', { name: '示例·李受理' });
    institutionId = (await new FilingBuilder(site.app).accepted(operator, registrar)).institutionId!;
    folder = mkdtempSync(join(tmpdir(), 'zhaoguan-staff-'));
  }, 180_000);
  afterAll(async () => {
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const fill = ({ page }: Visitor, label: string, text: string): Promise<void> =>
    page.getByLabel(label, { exact: true }).fill(text);
  const fillDay = async (visitor: Visitor, label: string, day: string): Promise<void> => {
    await fill(visitor, label, day);
    await visitor.page.keyboard.press('Tab');
    await visitor.page.locator('.ant-picker-dropdown:visible').waitFor({ state: 'hidden' });
  };
  const choose = async ({ page }: Visitor, label: string, option: string): Promise<void> => {
    await page.getByLabel(label, { exact: true }).click();
    await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click();
  };

  it(
    'is kept by the institution and read by the authority with names masked',
    async () => {
      const own = await site.as(operator, `/institutions/${institutionId}`);
      await own.sees('还没有登记从业人员');
      await own.page.getByRole('link', { name: '维护从业人员名录' }).click();
      // One way out of the page, which says for what each file is.
      for (const [choice, name] of [
        [/^证件情况/, '从业人员证件情况'],
        [/^从业人员名录/, '从业人员名录'],
      ] as const) {
        await own.press('导出 Excel');
        const item = own.page.getByRole('menuitem', { name: choice });
        await item.waitFor();
        expect(await own.faults()).toEqual([]);
        const [saved] = await Promise.all([own.page.waitForEvent('download'), item.click()]);
        expect(saved.suggestedFilename()).toBe(`${name}.xlsx`);
        await item.waitFor({ state: 'hidden' });
      }
      await own.press('登记人员');
      await own.press('登记');
      await own.sees('请填写姓名');
      expect(await own.faults()).toEqual([]);
      await fill(own, '姓名', '小3');
      await fillDay(own, '入职日期', '0024-05-20');
      await own.sees('日期过早，应在 1900 年以后');
      expect(await own.page.getByLabel('入职日期', { exact: true }).inputValue()).toBe('0024-05-20');
      await fillDay(own, '入职日期', '1890-01-05');
      await own.sees('日期过早，应在 1900 年以后');
      await fillDay(own, '入职日期', '2099-03-02');
      await own.press('登记');
      await own.sees('入职日期不能晚于今天');
      await own.sees('不能有数字或者其他符号');
      const wrong = own.page.getByLabel('入职日期', { exact: true });
      expect(await spokenOf(wrong)).toMatch(/^wrong: 入职日期不能晚于今天/);
      expect(await spokenOf(own.page.getByLabel('岗位', { exact: true }))).toBe('wrong: 请选择岗位');
      expect(await own.faults()).toEqual([]);
      await fill(own, '姓名', '示例·赵护理');
      await choose(own, '岗位', '养老护理员');
      await fillDay(own, '入职日期', '2026-03-02');
      await own.press('登记');
      await own.sees('岗位要求的证件');
      const id = own.idInAddress();
      await own.press('登记护理人员健康证明');
      const box = own.page.getByRole('region', { name: '登记证件' });
      await choose(own, '登记什么', '其他专业资格证明');
      await box.getByRole('button', { name: '登记证件' }).click();
      await own.sees('请填写有效期，或者勾选长期有效');
      await choose(own, '登记什么', '护理人员健康证明');
      await own.page.getByText('请填写有效期，或者勾选长期有效').first().waitFor({ state: 'detached' });
      expect(await box.getByRole('alert').count()).toBe(0);
      // Key by key, as people type: the day is whole with its last figure, and Enter ends the day, not the form.
      await own.page.getByLabel('发证日期', { exact: true }).click();
      await own.page.keyboard.type('2026-10-19', { delay: 20 });
      await own.page.keyboard.press('Enter');
      expect(await own.page.getByLabel('发证日期', { exact: true }).inputValue()).toBe('2026-10-19');
      expect(await box.getByRole('alert').count()).toBe(0);
      await fill(own, '证件名称', '健康合格证明');
      await fill(own, '证件编号（选填）', 'SL-JK-2026-0042');
      await fillDay(own, '发证日期', '2026-10-12');
      await own.page.locator('input[type=file]').setInputFiles(await writeDocument(folder, '健康证'));
      await own.sees(/健康证.*（/);
      expect(await own.faults()).toEqual([]);
      await own.picture('staff-credential');
      await own.page
        .getByRole('region', { name: '登记证件' })
        .getByRole('button', { name: '登记证件' })
        .click();
      await own.sees('有效期至2027年10月11日');
      await own.picture('staff-member');
      expect(await own.faults()).toEqual([]);

      const desk = await site.as(registrar, `/institutions/${institutionId}/staff`, SMALL_PHONE);
      await desk.sees('示某');
      await desk.sees(/岗前培训考核合格缺少/);
      await desk.picture('staff-list');
      expect(await desk.faults()).toEqual([]);
      await desk.press('查看姓名');
      await desk.page.getByLabel('查看的理由（必填）').fill('示例·与在岗人员核对');
      await desk.confirm('查看姓名');
      await desk.sees('示例·赵护理');
      await desk.press('隐去姓名');
      await desk.go(`/staff/${id}`);
      await desk.sees('****0042');
      await own.go(`/institutions/${institutionId}/staff`);
      const sheet = join(folder, '名录.csv');
      writeFileSync(
        sheet,
        '姓名,岗位,入职日期\n示例·钱炊事,炊事人员,2026-05-06\n示例·孙,飞行员,2026-05-06\n',
      );
      await own.page.getByLabel('导入名录').setInputFiles(sheet);
      await own.sees(/第 3 行 岗位（B 列）“飞行员”/);
      expect(await own.faults()).toEqual([]);
      await own.picture('staff-import');
      writeFileSync(sheet, '姓名,岗位,入职日期\n示例·钱炊事,炊事人员,2026-05-06\n');
      await own.page.getByLabel('导入名录').setInputFiles(sheet);
      await own.sees(/新登记 1 人/);
      // A last day later than the rule lets it be is entered as the rule says, and not in silence.
      writeFileSync(
        sheet,
        '姓名,岗位,入职日期,护理人员健康证明日期,护理人员健康证明编号,护理人员健康证明有效期至\n示例·赵护理,养老护理员,2026-03-02,2025-12-16,SL-8,2027-02-10\n',
      );
      await own.page.getByLabel('导入名录').setInputFiles(sheet);
      await own.sees('有 1 处没有照表中的内容登记');
      await own.sees(
        /第 2 行 护理人员健康证明有效期至（F 列）“2027-02-10”：晚于规定的期限，有效期登记至 2026-12-15/,
      );
      await own.sees('示例·钱炊事');
      await own.go(`/staff/${id}`);
      await own.press('登记证件');
      await choose(own, '登记什么', '护理人员健康证明');
      await fill(own, '证件名称', '健康合格证明');
      await fillDay(own, '发证日期', '2026-11-02');
      await fillDay(own, '有效期至（选填）', '2028-11-01');
      await box.getByRole('button', { name: '登记证件' }).click();
      await own.sees('填写的有效期晚于规定的期限，有效期登记至2027年11月1日。');
      const pages = [`/institutions/${institutionId}/staff`, `/staff/${id}`];
      expect(await site.faultsInHand(operator, pages)).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'of a 家庭托育点 asks for experience or a background, and for no certificate',
    async () => {
      const health = await site.app.person('REGISTRAR', { departments: ['health'] });
      const place = { siteType: 'HOME', capacity: 5, name: '示例·邻里家庭托育点' };
      const filings = new FilingBuilder(site.app);
      const home = (await filings.accepted(operator, health, 'CHILDCARE', place)).institutionId!;
      const own = await site.as(operator, `/institutions/${home}/staff`);
      await own.press('登记人员');
      await own.sees('举办者同时从事照护的，选“照护人员”。');
      await fill(own, '姓名', '示例·吕燕子');
      await own.page.getByLabel('岗位', { exact: true }).click();
      const posts = own.page.locator('.ant-select-dropdown:visible .ant-select-item-option-content');
      await posts.first().waitFor();
      expect(await posts.allInnerTexts()).toEqual(['举办者', '照护人员', '其他人员']);
      await posts.getByText('照护人员', { exact: true }).click();
      await fillDay(own, '入职日期', '2026-03-02');
      await own.press('登记');
      await own.sees('具备其中一项即可，不要求资格证书');
      await own.press('登记照护经验或者专业背景');
      const box = own.page.getByRole('region', { name: '登记证件' });
      expect(await box.getByLabel('证件编号').count()).toBe(0);
      expect(await box.getByLabel('有效期至').count()).toBe(0);
      await box.getByRole('button', { name: '登记证件' }).click();
      await own.sees('请选择具备哪一项');
      await box.getByText('相关专业背景', { exact: true }).click();
      await fillDay(own, '证明日期', '2026-06-20');
      expect(await own.faults()).toEqual([]);
      await box.getByRole('button', { name: '登记证件' }).click();
      await own.sees('照护经验或者专业背景，2026年6月20日');
      expect(await own.faults()).toEqual([]);
      const id = own.idInAddress();
      // As it was entered before a 家庭托育点 had posts of its own.
      await site.app.database.query(`update staff.member set post = 'GUARD' where id = $1`, [id]);
      const strange = '家庭托育点没有“保安人员”这个岗位，请更正登记';
      await own.go(`/institutions/${home}/staff`);
      await own.sees(strange);
      expect(await own.faults()).toEqual([]);
      expect(await site.faultsInHand(operator, [`/institutions/${home}/staff`, `/staff/${id}`])).toEqual([]);
      await own.go(`/staff/${id}`);
      await own.sees(strange);
      await own.press('更正登记');
      await own.press('更正');
      await own.sees('请选择岗位');
      await choose(own, '岗位', '其他人员');
      await own.press('更正');
      await own.page.getByText(strange).first().waitFor({ state: 'detached' });
    },
    STORY_MS,
  );
});
