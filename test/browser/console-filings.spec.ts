import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, DESK, PHONE, STORY_MS, type Visitor } from './console-site';
import { writeDocument } from './documents';
import { begin, uploadAll } from './filing-clicks';

describe('filings in the console', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let registrar: TestPerson;
  let filings: FilingBuilder;
  let folder: string;
  let paper: string;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
    registrar = await site.app.person('REGISTRAR', { name: '示例·李受理' });
    filings = new FilingBuilder(site.app);
    folder = mkdtempSync(join(tmpdir(), 'zhaoguan-documents-'));
    paper = await writeDocument(folder, '承诺书');
  }, 180_000);
  afterAll(async () => {
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const filingOf = async (person: TestPerson, id: string) =>
    (await site.app.as(person).get(`/api/v1/filings/${id}`).expect(200)).body;
  const saved = (visitor: Visitor) => visitor.page.getByText(/^已保存 \d\d:\d\d$/).waitFor();

  it('tells what is wrong before a draft is made, in a summary and at the fields', async () => {
    const visitor = await site.as(operator, '/filings/new');
    await visitor.sees('先填四项，建立草稿');
    await visitor.picture('filing-new');
    await visitor.press('开始填写');
    await visitor.sees('有 4 处需要改正');
    await visitor.page.getByRole('button', { name: '机构名称：请填写' }).waitFor();
    await visitor.page.getByRole('button', { name: '机构类别：请选择' }).waitFor();
    expect(await visitor.faults()).toEqual([]);
    await visitor.page.getByLabel('统一社会信用代码').fill('526101160000000198');
    await visitor.page.keyboard.press('Tab');
    await visitor.sees(/信用代码不正确/);
    await visitor.page.getByLabel('统一社会信用代码').fill('526101160000000199');
    await visitor.page.getByLabel('机构名称').fill('示例·长安颐养院');
    await visitor.page.getByLabel(/养老机构/).check();
    await visitor.choose('服务场所所在区县', '长安');
    await visitor.sees('都已改正，可以点“开始填写”。');
  });

  it(
    'takes an elderly-care filing from the first key to the receipt, with a return in between',
    async () => {
      const visitor = await site.as(operator, '/filings/new');
      const { page } = visitor;
      const id = await begin(visitor, /养老机构/, '示例·长安松鹤养老院', '526101160000000199');
      await page.getByLabel('民办非企业单位（社会服务机构）').check();
      await page.getByLabel('民办', { exact: true }).check();
      await saved(visitor);
      expect(await visitor.faults()).toEqual([]);
      await visitor.picture('filing-form');

      await page.getByRole('button', { name: '下一步：服务场所' }).click();
      await visitor.choose('所在乡镇（街道）', '韦曲');
      await page.getByLabel('住所（服务场所地址）').fill('陕西省西安市长安区韦曲街道示例路9号');
      await page.getByLabel('租赁').check();
      await page.getByLabel('租期起始日').fill('2026-02-30');
      await page.keyboard.press('Tab');
      await visitor.sees('日期不正确，请按 2026-11-21 的格式填写');
      expect(await page.getByLabel('租期起始日').inputValue()).toBe('2026-02-30');
      await page.getByLabel('租期起始日').fill('2026-01-01');
      await page.keyboard.press('Enter');
      await page.getByLabel('租期届满日').fill('2025-01-01');
      await page.keyboard.press('Enter');
      await page.getByLabel('服务设施面积').fill('2600.5');
      await page.keyboard.press('Tab');
      await visitor.sees('租期届满日不能早于起始日');
      await page.getByLabel('租期届满日').fill('2031-12-31');
      await page.keyboard.press('Enter');

      await page.getByRole('button', { name: '下一步：规模与服务' }).click();
      await page.getByLabel('床位数', { exact: true }).fill('100001');
      await page.keyboard.press('Tab');
      await visitor.sees('应不大于 10 万张');
      expect(await page.getByLabel('床位数', { exact: true }).inputValue()).toBe('100001');
      await page.getByLabel('床位数', { exact: true }).fill('6');
      await page.keyboard.press('Tab');
      await visitor.sees('养老机构床位数不少于 10 张');
      expect(await visitor.faults()).toEqual([]);
      await page.getByLabel('床位数', { exact: true }).fill('120');
      await page.getByLabel(/护理型床位数/).fill('72');
      await page.getByLabel('否', { exact: true }).check();

      await page.getByRole('button', { name: '下一步：负责人与联系人' }).click();
      await page.getByLabel('法定代表人（主要负责人）姓名').fill('示例·王建国');
      await page.getByLabel('法定代表人（主要负责人）身份证号').fill('610116189001010018');
      await page.getByLabel('法定代表人（主要负责人）电话').fill('13800000001');
      await visitor.sees(/身份证号/);
      await page.getByLabel('法定代表人（主要负责人）身份证号').fill('610116189001010019');
      await page.getByLabel('联系人姓名').fill('示例·周经办');
      await page.getByLabel('联系人电话').fill('13800000003');
      await saved(visitor);

      const last = page.getByRole('navigation', { name: '填写步骤' }).getByText('核对并提交');
      await last.click();
      const handed = page.getByRole('region', { name: '材料', exact: true });
      await handed.getByText('未上传').first().waitFor();
      await page.getByRole('navigation', { name: '填写步骤' }).getByText('材料').click();
      await uploadAll(visitor, paper);
      await visitor.sees(/请注意：与“.+”为同一文件。/);
      expect(await visitor.faults()).toEqual([]);
      await visitor.picture('filing-materials');
      await page.getByRole('button', { name: '下一步：核对并提交' }).click();
      await handed.getByText('承诺书.pdf').first().waitFor();
      expect(await handed.getByText('未上传').count()).toBe(0);
      expect(await last.textContent()).not.toContain('✓');
      expect(await visitor.faults()).toEqual([]);
      await page.getByRole('button', { name: '提交备案' }).click();
      await visitor.sees('在备案机关退回以前，提交的内容不能修改');
      await visitor.sees(/备案机关在收到材料后 5 个工作日内（今天提交的，最迟 .+）出具备案回执/);
      await visitor.confirm('提交备案');
      await visitor.sees('备案机关正在核对材料');
      expect(await filingOf(operator, id)).toMatchObject({ status: 'SUBMITTED', incomplete: [] });

      const desk = await site.as(registrar, '/filings?status=SUBMITTED');
      await desk.sees(/还有 \d+ 个工作日/);
      expect(await desk.faults()).toEqual([]);
      await desk.picture('filing-queue');
      await desk.open('示例·长安松鹤养老院');
      await desk.page.getByRole('img', { name: '第 1 页，共 1 页' }).waitFor();
      await desk.sees('需要退回补正的，请先在表单或材料旁写下补正意见。');
      await desk.sees(/^核对要点：写明名称、住所/);
      await desk.sees(/请注意：与“.+”为同一文件。/);
      await desk.page.getByRole('button', { name: '查看完整号码：法定代表人（主要负责人）身份证号' }).click();
      await desk.sees(/查看人、时间、项目和理由记入系统/);
      await desk.page.getByLabel('查看的理由').fill('示例·与提交的证件核对');
      expect(await desk.faults()).toEqual([]);
      await desk.confirm('查看完整号码');
      await desk.sees('610116189001010019');
      await desk.sees('今天还可以查看 29 次');
      await desk.page.getByRole('button', { name: '批注：住所（服务场所地址）' }).click();
      await desk.page.getByLabel('补正意见').fill('请写到楼号。');
      await desk.page.getByLabel('正在查看的材料').selectOption('COMMITMENT_LETTER');
      await desk.page.getByRole('button', { name: '批注：承诺书' }).click();
      await desk.page.getByLabel('补正意见').last().fill('缺少公章，请盖章后重新上传。');
      expect(await desk.faults()).toEqual([]);
      await desk.picture('filing-desk');
      await desk.page.getByRole('button', { name: '退回补正（2 处）' }).click();
      await desk.sees('下面 2 处意见一次性告知申请人');
      await desk.sees(/今天退回的，申请人最迟 .+重新提交；过了这一天没有提交的，视为撤回申请。/);
      expect(await desk.faults()).toEqual([]);
      await desk.confirm('退回补正');
      await desk.sees('已退回补正，2 处意见已告知申请人。');

      await visitor.go(`/filings/${id}`);
      await visitor.sees('补正意见（2 处）');
      await visitor.sees(/请最迟在 .+重新提交；过了这一天没有提交的，这次备案视为撤回/);
      await visitor.sees(/重新提交以后，从下一个工作日起重新计算 5 个工作日/);
      await site.app.idle();
      const papers = page.getByRole('region', { name: '文书' });
      await papers.getByRole('listitem').filter({ hasText: '长民备补' }).getByText('已电子签名').waitFor();
      const [notice] = await Promise.all([
        page.waitForEvent('download'),
        papers.getByRole('button', { name: '下载 长民备补〔2026〕1号' }).click(),
      ]);
      expect(notice.suggestedFilename()).toBe('养老机构备案补正通知书 长民备补〔2026〕1号.pdf');
      await visitor.picture('filing-returned');
      await visitor.open('补正');
      await visitor.sees('补正意见：请写到楼号。');
      const steps = page.getByRole('navigation', { name: '填写步骤' });
      expect(await page.getByText('例：610116001').count()).toBe(0);
      await steps.getByRole('button', { name: '服务场所 补正意见 1 处' }).waitFor();
      await steps.getByRole('button', { name: '材料 补正意见 1 处' }).waitFor();
      await page.getByLabel('住所（服务场所地址）').fill('陕西省西安市长安区韦曲街道示例路9号2号楼');
      await saved(visitor);
      await page
        .getByRole('button', { name: /核对并提交/ })
        .first()
        .click();
      await steps.getByRole('button', { name: '服务场所 补正意见 1 处，已改动' }).waitFor();
      expect(await visitor.faults()).toEqual([]);
      await page.getByRole('button', { name: '提交备案' }).click();
      await visitor.sees(/有 1 处补正意见所指的内容在退回以后没有改动：“承诺书”/);
      await visitor.confirm('提交备案');
      await visitor.sees('备案机关正在核对材料');

      await desk.go(`/filings/${id}`);
      const changes = desk.page.getByRole('region', { name: '与上次提交相比的改动' });
      await changes.getByText('原来：陕西省西安市长安区韦曲街道示例路9号').waitFor();
      await changes.getByText('陕西省西安市长安区韦曲街道示例路9号2号楼').waitFor();
      await changes.getByText('承诺书：缺少公章，请盖章后重新上传。 ! 没有改动').waitFor();
      await changes.getByText('住所（服务场所地址）：请写到楼号。 ✓ 已改动').waitFor();
      await desk.sees('住所（服务场所地址）：请写到楼号。 2. 承诺书：缺少公章，请盖章后重新上传。');
      expect(await desk.faults()).toEqual([]);
      await desk.page.getByRole('button', { name: '准予备案' }).click();
      await desk.sees('机构列入名录，公众可以查询');
      await desk.confirm('准予备案');
      await desk.sees(/已准予备案，编号 610116-YL-2026-0001/);
      await site.app.idle();
      await visitor.go(`/filings/${id}`);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '下载备案回执' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('备案回执 610116-YL-2026-0001.pdf');
      expect(await visitor.faults()).toEqual([]);
      await visitor.picture('filing-accepted');
    },
    STORY_MS,
  );

  it('lets a registrar decide on nothing they have not read', async () => {
    const { id } = await filings.returned(operator, registrar);
    await filings.act(operator, id, 'submit');
    const desk = await site.as(registrar, `/filings/${id}`, DESK);
    await desk.page.getByRole('button', { name: '准予备案' }).click();
    await filings.act(registrar, id, 'return', {
      reasons: [{ pointer: '/institution/address', message: '示例·另一位同事退回' }],
    });
    await desk.confirm('准予备案');
    await desk.sees('没有准予备案：您办理时，本件已有变化');
    await desk.sees('示例·另一位同事退回');
    expect(await filingOf(registrar, id)).toMatchObject({ status: 'RETURNED' });
  });

  it('shows an empty list with what to do next', async () => {
    const newcomer = await site.app.person('OPERATOR');
    const visitor = await site.as(newcomer, '/filings', PHONE);
    await visitor.sees(/点“新办备案”开始/);
    expect(await visitor.faults()).toEqual([]);
  });
});
