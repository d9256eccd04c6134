import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { usccCheckDigit } from '@zhaoguan/kernel';
import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, DESK, SMALL_PHONE, STORY_MS, type Visitor } from './console-site';
import { writeDocument } from './documents';

/** What the page of an institution offers to the authority. */
const ACTS = ['注销、撤销', '登记沿革或者关联'];

describe('a filing that the authority ends, in the console', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let registrar: TestPerson;
  let reviewer: TestPerson;
  let folder: string;
  let institutionId: string;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
    registrar = await site.app.person('REGISTRAR', { name: '示例·李受理' });
    reviewer = await site.app.person('REVIEWER', { name: '示例·王复核' });
    institutionId = (await new FilingBuilder(site.app).accepted(operator, registrar)).institutionId!;
    folder = mkdtempSync(join(tmpdir(), 'zhaoguan-removal-'));
  }, 180_000);
  afterAll(async () => {
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    'is ended, and linked to others, by the authority with which it has filed alone',
    async () => {
      const offered = async (who: TestPerson): Promise<string[]> => {
        const visitor = await site.as(who, `/institutions/${institutionId}`, SMALL_PHONE);
        await visitor.sees('沿革与关联');
        await visitor.sees('信用等级及理由');
        expect(await visitor.faults()).toEqual([]);
        const main = visitor.page.locator('main');
        const names = await main.getByRole('link').or(main.getByRole('button')).allInnerTexts();
        return names.filter((name) => ACTS.includes(name));
      };
      expect(await offered(registrar)).toEqual(ACTS);
      const health = await site.app.person('REGISTRAR', { departments: ['health'] });
      expect(await offered(health)).toEqual([]);
    },
    STORY_MS,
  );

  const fill = ({ page }: Visitor, label: string, text: string): Promise<void> =>
    page.getByLabel(label, { exact: true }).fill(text);

  it(
    'is told, answered, proposed and decided by four clicks of four hands',
    async () => {
      const desk = await site.as(registrar, `/institutions/${institutionId}`);
      await desk.follow('注销、撤销');
      await desk.press('启动办理');
      await desk.sees('请选择情形');
      await desk.page.getByLabel('撤销备案：提供虚假材料取得备案').check();
      await fill(desk, '线索来源和初步情况', '1');
      await desk.press('启动办理');
      await desk.sees('请用文字写明，至少两个字');
      expect(await desk.page.getByRole('dialog').count()).toBe(0);
      await fill(desk, '线索来源和初步情况', '示例·出具单位来函');
      expect(await desk.faults()).toEqual([]);
      await desk.press('启动办理');
      await desk.confirm('启动办理');
      await desk.sees('还没有证据');
      const id = desk.idInAddress();
      await desk.press('事先告知');
      await fill(desk, '事实、证据和理由', '示例·经核实，备案时提交的消防材料并非其出具。');
      await desk.press('告知机构');
      await desk.confirm('告知机构');
      await desk.sees('缺少证据');
      await desk.press('再看看');
      await desk.page.locator('input[type=file]').setInputFiles(await writeDocument(folder, '核实意见'));
      await desk.sees(/核实意见.*（/);
      expect(await desk.faults()).toEqual([]);
      await desk.picture('removal-notice');
      await desk.press('告知机构');
      await desk.confirm('告知机构');
      await desk.sees('机构还没有提出陈述、申辩');

      const own = await site.as(operator, '/', SMALL_PHONE);
      await own.sees('待陈述申辩（注销、撤销）');
      await own.go(`/my/removals/${id}`);
      await own.sees('您可以陈述、申辩');
      await own.press('提交陈述申辩');
      await own.sees('请填写陈述申辩的内容');
      await fill(own, '陈述申辩的内容', '。');
      await own.press('提交陈述申辩');
      await own.sees('请用文字写明，至少两个字');
      expect(await own.page.getByRole('dialog').count()).toBe(0);
      await fill(own, '陈述申辩的内容', '示例·材料由中介代办，已另行取得。');
      expect(await own.faults()).toEqual([]);
      await own.picture('removal-statement');
      await own.press('提交陈述申辩');
      await own.confirm('提交陈述申辩');
      await own.sees('补充陈述申辩');
      await own.page.getByLabel('没有意见，放弃陈述、申辩').check();
      await own.press('放弃陈述申辩');
      await own.sees(/随即可以报请决定，不必等到/);
      expect(await own.faults()).toEqual([]);
      await own.press('再看看');
      await own.page.getByLabel('没有意见，放弃陈述、申辩').uncheck();
      await own.page.getByRole('button', { name: '提交陈述申辩' }).waitFor();

      const waits = await site.as(registrar, `/removals/${id}`);
      await waits.sees(/期满以后可以报请决定/);
      expect(await waits.page.getByRole('button', { name: '报请决定' }).count()).toBe(0);

      // The period of the institution is over.
      site.app.clock.advance(8 * 86_400_000);
      const proposer = await site.as(registrar, `/removals/${id}`);
      await proposer.press('报请决定');
      await fill(proposer, '对陈述申辩的复核意见', '示例·补办不能改变备案时材料虚假的事实。');
      await fill(proposer, '决定的理由', '示例·材料虚假，备案不是依真实情况取得的。');
      await proposer.page
        .getByRole('region', { name: '报请决定' })
        .getByRole('button', { name: '报请决定' })
        .click();
      await proposer.confirm('报请决定');
      await proposer.sees('报请的理由');

      site.app.clock.advance(60_000);
      const filings = new FilingBuilder(site.app);
      const renamed = { name: '示例·长安颐养园' };
      const change = await filings.filedAbout(operator, institutionId, 'CHANGE', renamed);
      await filings.act(registrar, change.id, 'accept');

      const decider = await site.as(reviewer, `/removals/${id}`);
      await decider.sees(/^机构现在的名称是示例·长安颐养园，本件启动时是/);
      await decider.sees(/报请决定以后，.+准予了这家机构的变更备案（.*由.+变更为示例·长安颐养园.*）/);
      await decider.page.locator('main').getByRole('link', { name: '查看变更备案' }).waitFor();
      await decider.press('退回重新办理');
      await decider.page
        .getByRole('region', { name: '退回重新办理' })
        .getByRole('button', { name: '退回重新办理' })
        .click();
      await decider.sees('请填写理由');
      expect(await decider.faults()).toEqual([]);
      await decider.press('暂不办理');
      // What was laid before them they decide, and add nothing to it.
      await decider.page.getByRole('heading', { name: '证据', exact: true }).waitFor();
      expect(await decider.page.getByLabel('上传证据').count()).toBe(0);
      await decider.press('作出决定');
      const decision = decider.page.getByRole('region', { name: '作出决定' });
      const found = decision.getByLabel('查明的事实', { exact: true });
      expect(await found.inputValue()).toBe('示例·经核实，备案时提交的消防材料并非其出具。');
      await found.fill('');
      await decision.getByRole('button', { name: '作出决定' }).click();
      await decider.sees('请填写查明的事实');
      await found.fill('示例·听取意见后查明，消防材料系他人代办，并非出具单位出具。');
      expect(await decider.faults()).toEqual([]);
      await decision.getByRole('button', { name: '作出决定' }).click();
      await decider.sees('机构仍在名录内接受监督检查');
      await decider.sees('决定书写明查明的事实和报请的理由');
      const question = decider.page.getByRole('dialog');
      await question.getByText(/报请决定以后，.+准予了这家机构的变更备案/).waitFor();
      await question.getByText('机构现在的名称是示例·长安颐养园').waitFor();
      await decider.confirm('决定撤销备案');
      await decider.sees('长民备撤决〔2026〕1号');
      await decider.sees('示例·听取意见后查明');
      expect(await decider.faults()).toEqual([]);
      await decider.picture('removal-decided');

      for (const size of [DESK, SMALL_PHONE]) {
        const directory = await site.as(registrar, '/institutions', size);
        await directory.sees('备案已撤销');
        expect(await directory.faults()).toEqual([]);
      }
      const afterwards = await site.as(operator, `/institutions/${institutionId}`, SMALL_PHONE);
      await afterwards.sees('备案已撤销');
      await afterwards.sees('重新办理首次备案');
      // It falls in review: the one act that must not fail for want of practice.
      await decider.sees('请由另一名复核人员恢复备案');
      const another = await site.app.person('REVIEWER', { name: '示例·赵复核' });
      const annulling = await site.as(another, `/removals/${id}`, SMALL_PHONE);
      await annulling.press('恢复备案');
      const form = annulling.page.getByRole('region', { name: '恢复备案' });
      await form.getByRole('button', { name: '恢复备案' }).click();
      const unnumbered = annulling.page.getByText('请填写文书编号', { exact: true });
      await unnumbered.waitFor();
      await fill(annulling, '撤销原决定的文书编号', '示例复决字〔2026〕1号');
      await unnumbered.waitFor({ state: 'detached' });
      await fill(annulling, '撤销原决定的文书编号', '。');
      await unnumbered.waitFor();
      await fill(annulling, '撤销原决定的文书编号', '示例复决字〔2026〕1号');
      await fill(annulling, '理由', '示例·复议认为事实不清。');
      expect(await annulling.faults()).toEqual([]);
      await form.getByRole('button', { name: '恢复备案' }).click();
      await annulling.confirm('恢复备案');
      await annulling.sees('备案已恢复');
      expect(await annulling.faults()).toEqual([]);
      expect(await site.faultsInHand(registrar, ['/removals', `/removals/${id}`])).toEqual([]);
      expect(await site.faultsInHand(operator, ['/removals', `/my/removals/${id}`])).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'may be proposed at once when the institution has waived its say',
    async () => {
      const filed = { name: '示例·渭水养老院', uscc: '52610116DR00007752', address: '西安市长安区示例路8号' };
      const filings = new FilingBuilder(site.app);
      const another = (await filings.accepted(operator, registrar, 'ELDERLY_CARE', filed)).institutionId!;
      const desk = await site.as(registrar, `/removals/new?institution=${another}`);
      await desk.page.getByLabel('注销备案：已经停止服务，没有办理终止服务备案').check();
      await fill(desk, '线索来源和初步情况', '示例·居民反映');
      await desk.press('启动办理');
      await desk.confirm('启动办理');
      await desk.sees('还没有证据');
      const id = desk.idInAddress();
      await desk.page.locator('input[type=file]').setInputFiles(await writeDocument(folder, '核查记录'));
      await desk.sees(/核查记录.*（/);
      await desk.press('事先告知');
      await fill(desk, '事实、证据和理由', '示例·已停止服务。');
      await desk.press('告知机构');
      await desk.confirm('告知机构');
      await desk.sees('机构还没有提出陈述、申辩');

      const own = await site.as(operator, `/my/removals/${id}`, SMALL_PHONE);
      await own.page.getByLabel('没有意见，放弃陈述、申辩').check();
      await own.page.getByLabel('陈述申辩的内容').waitFor({ state: 'detached' });
      await own.press('放弃陈述申辩');
      await own.confirm('放弃陈述申辩');
      await own.sees('已放弃陈述、申辩。');
      await own.sees('没有意见，放弃陈述、申辩。');
      await own.sees(/您已放弃陈述、申辩，不必再办理.*还可以补充/);
      expect(await own.page.getByRole('checkbox', { name: '没有意见，放弃陈述、申辩' }).count()).toBe(0);
      expect(await own.faults()).toEqual([]);

      const proposer = await site.as(registrar, `/removals/${id}`);
      await proposer.page.getByRole('button', { name: '报请决定' }).waitFor();
      const record = proposer.page.getByRole('region', { name: '办理记录' });
      expect(await record.innerText()).toMatch(/放弃陈述申辩[^]*启动注销备案[^]*示例·李受理/);
      expect(await proposer.faults()).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'is named at the desk of what the institution files meanwhile, and again before that is granted',
    async () => {
      const filings = new FilingBuilder(site.app);
      const first17 = '52610116MJC000080';
      const filed = { uscc: `${first17}${usccCheckDigit(first17)}`, address: '西安市长安区示例路9号' };
      const owner = await site.app.person('OPERATOR', { name: '示例·吴经办' });
      const stopped = (await filings.accepted(owner, registrar, 'ELDERLY_CARE', filed)).institutionId!;
      const notice = {
        startsOn: '2026-12-01',
        endsOn: '2027-03-01',
        reason: '示例·房屋装修',
        notifiedOn: '2026-11-20',
        residents: 0,
        refundFen: 0,
      };
      const { id } = await filings.filedAbout(owner, stopped, 'SUSPENSION', { notice });
      const desk = await site.as(registrar, `/filings/${id}`, SMALL_PHONE);
      await desk.sees('养老机构暂停服务');
      expect(await desk.page.getByText('这家机构正在办理').count()).toBe(0);

      const removal = { institutionId: stopped, ground: 'SERVICE_CEASED', clue: '群众反映' };
      await site.app.as(registrar).post('/api/v1/removals').send(removal).expect(201);
      await desk.go(`/filings/${id}`);
      await desk.sees(/这家机构正在办理注销备案（.*）：已经停止服务/);
      await desk.page.getByRole('link', { name: '查看注销备案' }).waitFor();
      expect(await desk.faults()).toEqual([]);
      await desk.press('准予备案');
      const dialog = desk.page.getByRole('dialog');
      await dialog.getByText('准予本件与它相矛盾，请先核对事实').waitFor();
      await dialog.getByRole('link', { name: '查看注销备案' }).waitFor();
      expect(await desk.faults()).toEqual([]);

      const own = await site.as(owner, `/filings/${id}`, SMALL_PHONE);
      await own.sees('养老机构暂停服务');
      expect(await own.page.getByText('这家机构正在办理').count()).toBe(0);
    },
    STORY_MS,
  );
});
