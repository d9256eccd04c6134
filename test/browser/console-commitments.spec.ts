import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestPerson } from '@zhaoguan/testing';
import { CHILDCARE } from '../../libs/forms/test/forms.builder';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, SMALL_PHONE, STORY_MS } from './console-site';
import { writeDocument } from './documents';
import { uploadAll } from './filing-clicks';

const DAY = 24 * 60 * 60 * 1000;

describe('the further answers and the commitments of a filing in the console', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let health: TestPerson;
  let filings: FilingBuilder;
  let folder: string;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    // The forms that ask for them are in force since 27 November.
    site.app.clock.advance(8 * DAY);
    operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
    health = await site.app.person('REGISTRAR', { name: '示例·李受理', departments: ['health'] });
    filings = new FilingBuilder(site.app);
    folder = mkdtempSync(join(tmpdir(), 'zhaoguan-commitments-'));
  }, 180_000);
  afterAll(async () => {
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const draft = () => {
    const { address: _address, ...whole } = CHILDCARE;
    const particulars = { ...CHILDCARE.particulars, staff: [], fees: [] };
    return filings.draft(operator, 'CHILDCARE', { ...whole, particulars });
  };

  it(
    'are asked in tables that say at once what is wrong',
    async () => {
      const { id } = await draft();
      const visitor = await site.as(operator, `/filings/${id}/form?at=/institution/particulars/staff`);
      const { page } = visitor;
      await visitor.press('填写人员配备');
      await visitor.choose('岗位', '保育人员');
      await page.getByLabel('人数', { exact: true }).fill('8');
      await page.keyboard.press('Tab');
      await visitor.sees(/保育人员不少于 9 人（现填 8 人）/);
      expect(await visitor.faults()).toEqual([]);
      await page.getByLabel('人数', { exact: true }).fill('9');
      await page.keyboard.press('Tab');
      await page.getByText(/保育人员不少于 9 人/).waitFor({ state: 'hidden' });

      await page.getByRole('navigation', { name: '填写步骤' }).getByText('收费与保险').click();
      await visitor.press('填写收费标准');
      await visitor.choose('项目', '全日托');
      await page.getByLabel('金额：最低').fill('2600');
      await page.getByLabel('金额：最高').fill('1800');
      await page.keyboard.press('Tab');
      await visitor.choose('计费单位', '每月');
      await visitor.sees('最低金额不能高于最高金额');
      await page.getByLabel('金额：最高').fill('3000');
      await page.getByLabel('金额：最低').fill('1800');
      await page.keyboard.press('Tab');
      await page.getByText('最低金额不能高于最高金额').waitFor({ state: 'hidden' });
      expect(await visitor.faults()).toEqual([]);
      await page.getByRole('navigation', { name: '填写步骤' }).getByText('核对并提交').click();
      await visitor.sees('全日托 1,800.00 元至 3,000.00 元、每月');
      await visitor.sees('保育人员 9 人');
    },
    STORY_MS,
  );

  it(
    'are given in the words that are shown, and kept after the acceptance',
    async () => {
      const { id } = await draft();
      const paper = await writeDocument(folder, '托育机构材料');
      const visitor = await site.as(operator, `/filings/${id}/form?at=/materials/PREMISES_PROOF`);
      const { page } = visitor;
      const box = page.getByRole('region', { name: '托育机构场地证明', exact: true });
      await box.getByRole('button', { name: '以告知承诺代替' }).click();
      const dialog = page.getByRole('dialog');
      expect(await dialog.getByRole('button', { name: '以告知承诺代替' }).isDisabled()).toBe(true);
      await dialog.getByText(/于准予备案之日起 30 日内补交/).waitFor();
      await dialog.getByRole('checkbox').check();
      expect(await visitor.faults()).toEqual([]);
      await visitor.confirm('以告知承诺代替');
      await box.getByText('以告知承诺代替').first().waitFor();
      await box.getByRole('button', { name: '撤回承诺' }).waitFor();
      await uploadAll(visitor, paper);
      await filings.act(operator, id, 'submit');
      const { institutionId } = await filings.act(health, id, 'accept');

      await visitor.go(`/filings/${id}`);
      await visitor.sees(/您承诺补交“托育机构场地证明”，请最迟在 .+补交。/);
      await page.getByLabel('选择托育机构场地证明的文件').setInputFiles(paper);
      await visitor.sees('材料已补交，由主管机关核实');
      expect(await visitor.faults()).toEqual([]);

      const desk = await site.as(health, `/filings/${id}`, SMALL_PHONE);
      await desk.sees('已补交，待核实');
      expect(await desk.faults()).toEqual([]);
      expect(await site.faultsInHand(health, [`/institutions/${institutionId}`])).toEqual([]);
      await desk.press('退回重交');
      await desk.page.getByRole('dialog').getByLabel('理由').fill('第二页看不清');
      await desk.confirm('退回重交');
      await desk.sees('已退回，待重新补交');

      await visitor.go(`/filings/${id}`);
      await visitor.sees(/您补交的“托育机构场地证明”已退回，请按退回的理由/);
      await page.getByLabel('选择托育机构场地证明的文件').setInputFiles(paper);
      await visitor.sees('已重新补交，待核实');

      await desk.go(`/filings/${id}`);
      await desk.sees('已重新补交，待核实');
      expect(await desk.faults()).toEqual([]);
      await desk.press('核实无误');
      await desk.confirm('核实无误');
      await desk.sees('已履行');
      const history = desk.page.getByRole('list', { name: '办理记录' });
      for (const said of ['补交材料', '退回重交', '再次补交材料', '核实无误'])
        await history.getByText(`告知承诺（托育机构场地证明）：${said}`, { exact: true }).waitFor();
      await history.getByText('第二页看不清').waitFor();
      const promised = desk.page.getByRole('region', { name: '托育机构场地证明', exact: true }).first();
      await promised.getByText(/已退回/).waitFor();
      await promised.getByRole('button', { name: '查看' }).first().click();
      await promised.getByRole('button', { name: '收起' }).waitFor();
    },
    STORY_MS,
  );
});
