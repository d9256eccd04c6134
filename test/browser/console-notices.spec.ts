import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, dateInShanghai } from '@zhaoguan/kernel';
import { JobRunner } from '@zhaoguan/platform';
import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, DESK, SMALL_PHONE, STORY_MS, type Visitor } from './console-site';
import { writeDocument } from './documents';
import { goToStep, uploadAll } from './filing-clicks';

const DAY = 86_400_000;
type Size = typeof DESK | typeof SMALL_PHONE;

/** Each kind once with the applicant in the hand and once at the desk, the registrar the other way round. */
const KINDS = [
  {
    name: '养老机构',
    kind: 'ELDERLY_CARE',
    applicant: SMALL_PHONE,
    official: DESK,
    of: '老年人',
    told: '老年人或者其代理人',
    at: '在住老年人数',
    records: '老年人档案的保管',
  },
  {
    name: '托育机构',
    kind: 'CHILDCARE',
    applicant: DESK,
    official: SMALL_PHONE,
    of: '婴幼儿',
    told: '监护人',
    at: '在托婴幼儿数',
    records: '婴幼儿档案的保管',
  },
  {
    name: '家庭托育点',
    kind: 'CHILDCARE',
    applicant: SMALL_PHONE,
    official: SMALL_PHONE,
    of: '婴幼儿',
    told: '监护人',
    at: '在托婴幼儿数',
    records: '婴幼儿档案的保管',
  },
] as const;
type Case = (typeof KINDS)[number];

describe('suspension, resumption and closure by clicking', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let officials: Record<Case['kind'], TestPerson>;
  let filings: FilingBuilder;
  let folder: string;
  let paper: string;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
    officials = {
      ELDERLY_CARE: await site.app.person('REGISTRAR', { name: '示例·李受理' }),
      CHILDCARE: await site.app.person('REGISTRAR', { name: '示例·陈受理', departments: ['health'] }),
    };
    filings = new FilingBuilder(site.app);
    folder = mkdtempSync(join(tmpdir(), 'zhaoguan-notices-'));
    paper = await writeDocument(folder, '示例材料');
  }, 180_000);
  afterAll(async () => {
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const inDays = (days: number): string => addDays(dateInShanghai(site.app.clock.now()), days);
  const day = async ({ page }: Visitor, label: string, typed: string): Promise<void> => {
    await page.getByLabel(label).first().fill(typed);
    await page.keyboard.press('Enter');
  };
  /** The days of the notices that were accepted are over. */
  const comeToPass = async (): Promise<void> => {
    site.app.clock.advance(2 * DAY);
    const on = site.app.clock.now().toISOString();
    await site.app.nest.get(JobRunner).run('institutions.apply-status-steps', on, {});
    await site.app.idle();
  };
  const begin = async (institutionId: string, act: string, size: Size): Promise<Visitor> => {
    const visitor = await site.as(operator, `/institutions/${institutionId}`, size);
    await visitor.press(act);
    await visitor.page.waitForURL(/\/form$/);
    return visitor;
  };
  /** The page with who lives there and what is given back, wrong at first. */
  const settle = async (visitor: Visitor, { of, at }: Case, people: number): Promise<void> => {
    const { page } = visitor;
    await goToStep(visitor, '人员安置');
    await page.getByLabel(at).fill('-1');
    await page.keyboard.press('Tab');
    await visitor.sees('应不小于 0');
    await page.getByLabel(at).fill(String(people));
    await visitor.press('填写安置去向');
    const row = page.getByRole('group', { name: '第 1 行' });
    await row.getByLabel('去向').click();
    await page.locator('.ant-select-item-option').filter({ hasText: '转入其他机构' }).click();
    await row.getByLabel('人数').fill(String(people + 1));
    await row.getByLabel('接收机构').fill('示例·接收机构');
    await page.keyboard.press('Tab');
    await visitor.sees(
      new RegExp(`安置去向共 ${people + 1} 人，与填报的 ${people} 人不符（依据：.+第.+条）`),
    );
    await row.getByLabel('人数').fill(String(people));
    await goToStep(visitor, '费用');
    await page.getByLabel('应退费用').fill('12.345');
    await page.keyboard.press('Tab');
    await visitor.sees('金额应不小于 0 元，至多两位小数');
    await page.getByLabel('应退费用').fill('3000');
    await day(visitor, '退费完成日', '2026-01-01');
    await visitor.sees('退费完成日不能早于告知的日期');
    await day(visitor, '退费完成日', inDays(20));
    expect(await visitor.faults()).toEqual([]);
    await goToStep(visitor, '材料');
    await visitor.sees(of === '老年人' ? '老年人安置方案' : /婴幼儿.*安置方案|妥善安置/);
  };
  const handIn = async (visitor: Visitor): Promise<string> => {
    await goToStep(visitor, '材料');
    await uploadAll(visitor, paper);
    await goToStep(visitor, '核对并提交');
    expect(await visitor.faults()).toEqual([]);
    await visitor.press('提交备案');
    await visitor.confirm('提交备案');
    await visitor.sees('备案机关正在核对材料');
    return /filings\/([0-9a-f-]{36})/.exec(visitor.page.url())![1]!;
  };
  const decide = async ({ kind, official }: Case, id: string): Promise<void> => {
    const desk = await site.as(officials[kind], `/filings/${id}`, official);
    await desk.press('准予备案');
    await desk.confirm('准予备案');
    await desk.sees(/已准予备案/);
    expect(await desk.faults()).toEqual([]);
    await site.app.idle();
  };

  it.each(KINDS)(
    '$name stops, begins again and ends, with wrong input on every page',
    async (each) => {
      const { kind, name, told, records, applicant } = each;
      const home = {
        siteType: 'HOME',
        name: '示例·小芽托育点',
        capacity: 5,
        uscc: '92650203000000043G',
        legalForm: 'SOLE_PROPRIETOR',
      };
      const { institutionId } = await filings.accepted(
        operator,
        officials[kind],
        kind,
        name === '家庭托育点' ? home : {},
      );
      const notified = `书面告知${told}的日期`;

      const stop = await begin(institutionId!, '办理暂停服务', applicant);
      await day(stop, '暂停服务起始日', '2026-01-01');
      await stop.sees('暂停服务的日期不能早于今天');
      await day(stop, '暂停服务起始日', inDays(1));
      await day(stop, '预计恢复服务日', inDays(0));
      await stop.sees('恢复服务的日期不能早于暂停的日期');
      await day(stop, '预计恢复服务日', inDays(3));
      await day(stop, notified, inDays(2));
      await stop.sees('暂停服务的日期不能早于告知的日期');
      await day(stop, notified, inDays(0));
      await stop.page.getByLabel('暂停的原因').fill('示例'.repeat(501));
      await stop.page.keyboard.press('Tab');
      await stop.sees('不超过 1000 个字');
      await stop.page.getByLabel('暂停的原因').fill('示例·更换消防设施');
      expect(await stop.faults()).toEqual([]);
      await settle(stop, each, 2);
      await decide(each, await handIn(stop));

      await comeToPass();
      const again = await begin(institutionId!, '办理恢复服务', applicant);
      await day(again, '恢复服务日', '2026-01-01');
      await again.sees('恢复服务的日期不能早于今天');
      await goToStep(again, '核对并提交');
      await again.sees(/^提交前还有 \d+ 项$/);
      await goToStep(again, '恢复安排');
      await day(again, '恢复服务日', inDays(1));
      await again.page.getByLabel('准备情况').fill('示例·人员全部到岗');
      await decide(each, await handIn(again));
      await comeToPass();

      const end = await begin(institutionId!, '办理终止服务', applicant);
      await day(end, notified, inDays(0));
      await end.page.getByLabel('终止的原因').fill('示例·租赁合同到期');
      await end.page.getByLabel('终止服务日').fill('2026-02-30');
      // A pointer that rests on the calendar chooses nothing.
      await end.page.locator('.ant-picker-cell-in-view:visible').last().hover();
      await end.page.keyboard.press('Tab');
      await end.sees('日期不正确，请按 2026-11-21 的格式填写');
      expect(await end.page.getByLabel('终止服务日').inputValue()).toBe('2026-02-30');
      await day(end, '终止服务日', inDays(30));
      await settle(end, each, 3);
      await goToStep(end, '人员安置');
      await end.page.getByLabel(records).fill('示例·档案室');
      const id = await handIn(end);
      await decide(each, id);
      const page = await site.as(operator, `/institutions/${institutionId}`, applicant);
      await page.sees(/已办结：.+起终止服务。/);
      expect(await page.faults()).toEqual([]);
    },
    2 * STORY_MS,
  );
});
