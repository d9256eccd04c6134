import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestPerson } from '@zhaoguan/testing';
import { ConsoleSite, PHONE, STORY_MS } from './console-site';
import { writeDocument } from './documents';
import { begin, uploadAll } from './filing-clicks';

describe('a filing that is refused, in the console', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let health: TestPerson;
  let folder: string;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
    health = await site.app.person('REGISTRAR', { name: '示例·陈受理', departments: ['health'] });
    folder = mkdtempSync(join(tmpdir(), 'zhaoguan-documents-'));
  }, 180_000);
  afterAll(async () => {
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    'takes a childcare filing in the hand, refuses it with a reason, and tells the public',
    async () => {
      const visitor = await site.as(operator, '/filings/new', PHONE);
      const { page } = visitor;
      expect(await visitor.faults()).toEqual([]);
      const id = await begin(visitor, /托育机构/, '示例·小树苗托育中心', '916100000000000518');
      expect(await visitor.faults()).toEqual([]);
      await visitor.picture('filing-form-phone');
      await page.getByLabel('企业法人').check();
      await page.getByLabel('民办', { exact: true }).check();
      await page.getByRole('button', { name: '下一步：托育场地' }).click();
      await page.getByLabel('详细地址').fill('陕西省西安市长安区郭杜街道示例路2号');
      await page.getByLabel('自有').check();
      await page.getByLabel('建筑面积').fill('800');
      await page.getByRole('button', { name: '下一步：规模与服务' }).click();
      await page.getByLabel('托位数').first().fill('60');
      await visitor.choose('服务形式', '全日托');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '填写班型与托位' }).click();
      const row = page.getByRole('group', { name: '第 1 行' });
      await row.getByLabel('班型').click();
      await page.locator('.ant-select-item-option').filter({ hasText: '托小班' }).click();
      await row.getByLabel('班数').fill('1');
      await row.getByLabel('托位数').fill('16');
      await page.keyboard.press('Tab');
      await visitor.sees('托小班每班不超过 15 人');
      await row.getByLabel('托位数').fill('15');
      await page.getByLabel('是', { exact: true }).check();
      expect(await visitor.faults()).toEqual([]);
      await page.getByRole('button', { name: '下一步：负责人与联系人' }).click();
      await page.getByLabel('法定代表人（主要负责人）姓名').fill('示例·李秀英');
      await page.getByLabel('法定代表人（主要负责人）身份证号').fill('610116189001010019');
      await page.getByLabel('法定代表人（主要负责人）电话').fill('13900000002');
      await page.getByLabel('联系人姓名').fill('示例·周经办');
      await page.getByLabel('联系人电话').fill('13800000003');
      await page.getByRole('button', { name: '下一步：材料' }).click();
      await visitor.sees('食品经营许可证');
      const silent = page.locator('section.material').filter({ hasNotText: '常见退回原因' });
      expect(await silent.getByRole('heading').allTextContents()).toEqual(['法律法规规定的其他相关材料 ']);
      // A name without a place to break: it is shown whole, and nothing sticks out.
      const longName = 'scan_of_the_original_'.repeat(5);
      await uploadAll(visitor, await writeDocument(folder, longName));
      await visitor.sees(new RegExp(`${longName}.pdf（`));
      expect(await visitor.faults()).toEqual([]);
      await page.getByRole('button', { name: '下一步：核对并提交' }).click();
      await page.getByRole('button', { name: '提交备案' }).click();
      await visitor.confirm('提交备案');
      await visitor.sees('备案机关正在核对材料');

      const desk = await site.as(health, `/filings/${id}`, PHONE);
      await desk.page.getByRole('button', { name: '不予备案' }).click();
      await desk.page.getByLabel('理由').fill('示例'.repeat(501));
      await desk.sees('不超过 1000 个字');
      expect(await desk.page.getByLabel('理由').inputValue()).toHaveLength(1002);
      await desk.page.getByLabel('理由').fill('登记的经营范围没有托育服务。');
      expect(await desk.faults()).toEqual([]);
      await desk.confirm('不予备案');
      await desk.sees('已作出不予备案的决定');
      const { body } = await site.app.as(operator).get(`/api/v1/filings/${id}`).expect(200);
      expect(body).toMatchObject({
        status: 'REFUSED',
        refusalReason: '登记的经营范围没有托育服务。',
      });

      await site.app.idle();
      const papers = desk.page.getByRole('region', { name: '文书' });
      await papers.getByText('托育机构备案内容不符合要求告知书').waitFor();
      await papers.getByText('已电子签名').waitFor();
      const told = desk.page.getByRole('region', { name: '向社会公开' });
      await told.getByText('待公开').waitFor();
      await told.getByRole('button', { name: '向社会公开' }).click();
      const words = desk.page.getByLabel('公开的文字');
      expect(await words.inputValue()).toBe('登记的经营范围没有托育服务。');
      await words.fill('负责人示例·李秀英，电话13900000002，登记的经营范围没有托育服务。');
      await desk.confirm('向社会公开');
      await desk.sees(/这段文字将向社会公开，不能含有.+请删去后再公开/);
      expect(await desk.faults()).toEqual([]);
      await words.fill('登记的经营范围没有托育服务。');
      await desk.confirm('向社会公开');
      await told.getByText('公众现在看到：登记的经营范围没有托育服务。').waitFor();
      expect(await desk.faults()).toEqual([]);
      await desk.picture('filing-disclosed');
    },
    STORY_MS,
  );
});
