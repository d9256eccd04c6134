import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, PHONE, STORY_MS, type Visitor } from './console-site';
import { writeDocument } from './documents';
import { uploadAll } from './filing-clicks';

describe('an institution that stops or ends, in the console', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let registrar: TestPerson;
  let folder: string;
  let institutionId: string;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
    registrar = await site.app.person('REGISTRAR', { name: '示例·李受理' });
    const first = await new FilingBuilder(site.app).accepted(operator, registrar);
    institutionId = first.institutionId!;
    folder = mkdtempSync(join(tmpdir(), 'zhaoguan-closure-'));
  }, 180_000);
  afterAll(async () => {
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const pick = async ({ page }: Visitor, label: string, day: string): Promise<void> => {
    await page.getByLabel(label).fill(day);
    await page.keyboard.press('Enter');
  };

  it(
    'says where everybody goes and what is given back, and ends on its day',
    async () => {
      const visitor = await site.as(operator, `/institutions/${institutionId}`);
      const { page } = visitor;
      await visitor.press('办理终止服务');
      await page.waitForURL(/\/form$/);
      await pick(visitor, '终止服务日', '2025-01-01');
      await visitor.sees('终止服务的日期不能早于今天');
      // As many write it by hand.
      await pick(visitor, '终止服务日', '2026.12.1');
      await page.getByLabel('终止的原因').fill('示例·租赁合同到期');
      await pick(visitor, '书面告知老年人或者其代理人的日期', '2026-12-15');
      await visitor.sees('终止服务的日期不能早于告知的日期');
      await pick(visitor, '书面告知老年人或者其代理人的日期', '2026-11-01');
      await page.getByRole('button', { name: '下一步：人员安置' }).click();
      await page.getByLabel('在住老年人数').fill('3');
      await page.getByRole('button', { name: '填写安置去向' }).click();
      const row = page.getByRole('group', { name: '第 1 行' });
      await row.getByLabel('去向').click();
      await page.locator('.ant-select-item-option').filter({ hasText: '转入其他机构' }).click();
      await row.getByLabel('人数').fill('2');
      await row.getByLabel('接收机构').fill('示例·长安颐养院');
      await page.keyboard.press('Tab');
      await visitor.sees('安置去向共 2 人，与填报的 3 人不符');
      await row.getByLabel('人数').fill('3');
      await page.getByLabel('老年人档案的保管').fill('示例·长安颐养院档案室');
      expect(await visitor.faults()).toEqual([]);
      await visitor.picture('filing-closure-form');
      await page.getByRole('button', { name: '下一步：费用' }).click();
      await page.getByLabel('应退费用').fill('12500.5');
      await pick(visitor, '退费完成日', '2026-12-31');
      await page.getByRole('navigation', { name: '填写步骤' }).getByText('材料').click();
      await visitor.sees('老年人安置方案');
      await uploadAll(visitor, await writeDocument(folder, '安置方案'));
      await page.getByRole('button', { name: '下一步：核对并提交' }).click();
      await visitor.sees('12,500.50 元');
      expect(await visitor.faults()).toEqual([]);
      await visitor.press('提交备案');
      await visitor.sees(/备案机关准予以后，2026年12月1日.*不能恢复/);
      await visitor.confirm('提交备案');
      await visitor.sees('备案机关正在核对材料');

      const desk = await site.as(registrar, '/filings?status=SUBMITTED');
      await desk.sees('养老机构终止服务');
      await desk.open('示例·长安颐养院');
      await desk.sees('转入其他机构 3 人（示例·长安颐养院）');
      expect(await desk.faults()).toEqual([]);
      await desk.picture('filing-closure-desk');
      await desk.press('准予备案');
      await desk.sees(/2026年12月1日.*起，名录中这家机构改为“已终止”/);
      await desk.confirm('准予备案');
      await desk.sees(/已准予备案/);

      await visitor.go(`/institutions/${institutionId}`);
      await visitor.sees('已办结：2026年12月1日起终止服务。');
      expect(await page.getByRole('button', { name: '办理暂停服务' }).count()).toBe(0);
      expect(await visitor.faults()).toEqual([]);
      expect(await site.faultsInHand(operator, [`/institutions/${institutionId}`])).toEqual([]);
      const hand = await site.as(registrar, `/institutions/${institutionId}`, PHONE);
      await hand.sees('已办结：2026年12月1日起终止服务。');
      const page2 = await site.app.http.get(`/institutions/${institutionId}`).expect(200);
      expect(page2.text).toContain('将于2026年12月1日终止服务');
    },
    STORY_MS,
  );

  it(
    'is shown to who decides what is filed in the same house afterwards, and is its predecessor then',
    async () => {
      const filings = new FilingBuilder(site.app);
      const address = '陕西省西安市长安区韦曲街道示例后街7号';
      const contact = { name: '示例·赵联络', phone: '13700000003' };
      const before = await filings.accepted(operator, registrar, 'ELDERLY_CARE', {
        name: '示例·长安旧颐院',
        address,
      });
      await site.app.database.query(`update institutions.institution set status = 'CLOSED' where id = $1`, [
        before.institutionId,
      ]);
      const { id } = await filings.submitted(operator, 'ELDERLY_CARE', {
        name: '示例·长安新颐院',
        address,
        contact,
      });
      const desk = await site.as(registrar, `/filings/${id}`);
      await desk.sees('可能是此前的机构，请核对是否换名、换主体继续经营');
      await desk.sees(/名录中的机构，养老机构，已终止服务/);
      expect(await desk.faults()).toEqual([]);
      const { institutionId: next } = await filings.act(registrar, id, 'accept');
      await desk.go(`/institutions/${next}`);
      const predecessors = desk.page.getByRole('region', { name: '此前的机构', exact: true });
      await predecessors.getByRole('link', { name: '示例·长安旧颐院' }).waitFor();
      await desk.sees('示例·赵联络（137****0003）');
      await desk.page.getByRole('button', { name: '查看完整号码：联系人电话' }).waitFor();
      expect(await desk.faults()).toEqual([]);
      expect(await site.faultsInHand(registrar, [`/institutions/${next}`])).toEqual([]);
      // Whose it is reads it masked, as elsewhere.
      const own = await site.as(operator, `/institutions/${next}`);
      await own.sees('示例·赵联络（137****0003）');
      expect(await own.page.getByRole('button', { name: /^查看完整号码/ }).count()).toBe(0);
    },
    STORY_MS,
  );
});
