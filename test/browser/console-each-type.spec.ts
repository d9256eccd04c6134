import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, dateInShanghai } from '@zhaoguan/kernel';
import { JobRunner } from '@zhaoguan/platform';
import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, DESK, SMALL_PHONE, STORY_MS, type Visitor } from './console-site';
import { writeDocument } from './documents';

const TYPES = ['INITIAL', 'CHANGE', 'SUSPENSION', 'RESUMPTION', 'CLOSURE'] as const;
type Type = (typeof TYPES)[number];
const TITLES: Readonly<Record<Type, string>> = {
  INITIAL: '养老机构首次备案',
  CHANGE: '养老机构变更备案',
  SUSPENSION: '养老机构暂停服务',
  RESUMPTION: '养老机构恢复服务',
  CLOSURE: '养老机构终止服务',
};
const SIZES = [DESK, SMALL_PHONE] as const;
const DAY = 86_400_000;

describe('each type of filing, and each end by the authority, at both widths', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let registrar: TestPerson;
  let reviewer: TestPerson;
  let filings: FilingBuilder;
  let folder: string;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
    registrar = await site.app.person('REGISTRAR', { name: '示例·李受理' });
    reviewer = await site.app.person('REVIEWER', { name: '示例·王复核' });
    filings = new FilingBuilder(site.app);
    folder = mkdtempSync(join(tmpdir(), 'zhaoguan-each-type-'));
  }, 180_000);
  afterAll(async () => {
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const inDays = (days: number): string => addDays(dateInShanghai(site.app.clock.now()), days);
  const registered = async (): Promise<string> =>
    (await filings.accepted(operator, registrar)).institutionId!;
  const notice = (more: object = {}) => ({
    startsOn: inDays(1),
    reason: '示例·更换消防设施',
    notifiedOn: inDays(-1),
    residents: 0,
    placements: [],
    refundFen: 0,
    refundBy: inDays(1),
    ...more,
  });
  const suspended = async (): Promise<string> => {
    const institutionId = await registered();
    const told = { notice: notice({ endsOn: inDays(90) }) };
    const { id } = await filings.filedAbout(operator, institutionId, 'SUSPENSION', told);
    await filings.act(registrar, id, 'accept');
    site.app.clock.advance(2 * DAY);
    await site.app.nest.get(JobRunner).run('institutions.apply-status-steps', institutionId, {});
    return institutionId;
  };
  /** Handed in, as the applicant's side of each type is clicked through in its own file. */
  const handedIn = async (type: Type): Promise<string> => {
    if (type === 'INITIAL') return (await filings.submitted(operator)).id;
    const institutionId = type === 'RESUMPTION' ? await suspended() : await registered();
    const answers = {
      CHANGE: { capacity: 150 },
      SUSPENSION: { notice: notice({ endsOn: inDays(90) }) },
      RESUMPTION: { notice: { startsOn: inDays(1), reason: '示例·装修完成' } },
      CLOSURE: { notice: notice({ recordsKeptBy: '示例·长安颐养院档案室' }) },
    }[type];
    return (await filings.filedAbout(operator, institutionId, type, answers)).id;
  };

  for (const size of SIZES)
    it.each(TYPES)(
      `%s is read, not refused without a reason, returned with a note and accepted (${size.width} px)`,
      async (type) => {
        const id = await handedIn(type);
        const desk = await site.as(registrar, `/filings/${id}`, size);
        await desk.sees(TITLES[type]);
        await desk.press('不予备案');
        const dialog = desk.page.getByRole('dialog');
        const refuse = dialog.getByRole('button', { name: '不予备案', exact: true });
        expect(await refuse.isDisabled()).toBe(true);
        await dialog.getByRole('textbox').fill('  ');
        expect(await refuse.isDisabled()).toBe(true);
        await dialog.getByRole('button', { name: '再看看' }).click();
        await desk.sees('需要退回补正的，请先在表单或材料旁写下补正意见。');
        expect(await desk.faults()).toEqual([]);
        await desk.page
          .getByRole('button', { name: /^批注：/ })
          .first()
          .click();
        await desk.page.getByLabel('补正意见').fill('示例·请核对');
        await desk.press('退回补正（1 处）');
        await desk.confirm('退回补正');
        await desk.sees('已退回补正，1 处意见已告知申请人。');
        await filings.act(operator, id, 'submit');
        const again = await site.as(registrar, `/filings/${id}`, size);
        await again.press('准予备案');
        await again.confirm('准予备案');
        await again.sees(/已准予备案，编号 610116-YL-/);
        await again.page.getByRole('button', { name: '移交' }).waitFor({ state: 'detached' });
        expect(await again.page.getByRole('button', { name: '征求意见' }).count()).toBe(0);
        expect(await again.faults()).toEqual([]);
        await site.app.idle();
      },
      STORY_MS,
    );

  const fill = ({ page }: Visitor, label: string, text: string): Promise<void> =>
    page.getByLabel(label, { exact: true }).fill(text);
  const inPanel = async ({ page }: Visitor, act: string): Promise<void> =>
    page.getByRole('region', { name: act }).getByRole('button', { name: act, exact: true }).click();

  it.each([
    ['注销备案：', SMALL_PHONE, DESK, '备案已注销'],
    ['撤销备案：提供虚假材料取得备案', SMALL_PHONE, DESK, '备案已撤销'],
  ] as const)(
    'a filing is ended by the authority with officials in the hand and the applicant at the desk (%s)',
    async (ground, official, applicant, ended) => {
      const institutionId = await registered();
      const desk = await site.as(registrar, `/removals/new?institution=${institutionId}`, official);
      await desk.press('启动办理');
      await desk.sees('请选择情形');
      await desk.page.getByLabel(ground).first().check();
      await fill(desk, '线索来源和初步情况', '示例·核对档案时发现');
      await desk.press('启动办理');
      await desk.confirm('启动办理');
      await desk.sees('还没有证据');
      const id = desk.idInAddress();
      await desk.page.locator('input[type=file]').setInputFiles(await writeDocument(folder, '核实意见'));
      await desk.sees(/核实意见.*（/);
      await desk.press('事先告知');
      await desk.press('告知机构');
      await desk.sees('请填写事实、证据和理由');
      await fill(desk, '事实、证据和理由', '示例·经核实，情况属实。');
      expect(await desk.faults()).toEqual([]);
      await desk.press('告知机构');
      await desk.confirm('告知机构');
      await desk.sees('机构还没有提出陈述、申辩');

      const own = await site.as(operator, `/my/removals/${id}`, applicant);
      await own.press('提交陈述申辩');
      await own.sees('请填写陈述申辩的内容');
      await fill(own, '陈述申辩的内容', '示例·没有异议。');
      expect(await own.faults()).toEqual([]);
      await own.press('提交陈述申辩');
      await own.confirm('提交陈述申辩');
      await own.sees('补充陈述申辩');

      site.app.clock.advance(8 * DAY);
      const proposer = await site.as(registrar, `/removals/${id}`, official);
      await proposer.press('报请决定');
      await inPanel(proposer, '报请决定');
      await proposer.sees(/请填写/);
      await fill(proposer, '对陈述申辩的复核意见', '示例·机构没有异议。');
      await fill(proposer, '决定的理由', '示例·情形成立。');
      expect(await proposer.faults()).toEqual([]);
      await inPanel(proposer, '报请决定');
      await proposer.confirm('报请决定');
      await proposer.sees('报请的理由');

      const decider = await site.as(reviewer, `/removals/${id}`, official);
      await decider.press('作出决定');
      await inPanel(decider, '作出决定');
      await decider.confirm(`决定${ended.includes('注销') ? '注销' : '撤销'}备案`);
      await decider.sees(/长民备[注撤]决〔2026〕\d+号/);
      expect(await decider.faults()).toEqual([]);
      await site.app.idle();
      const afterwards = await site.as(operator, `/institutions/${institutionId}`, applicant);
      await afterwards.sees(ended);
      expect(await afterwards.faults()).toEqual([]);
    },
    STORY_MS,
  );
});
