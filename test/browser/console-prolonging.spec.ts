import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, chineseDate, dateInShanghai, type PlainDate } from '@zhaoguan/kernel';
import { JobRunner } from '@zhaoguan/platform';
import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, DESK, SMALL_PHONE, STORY_MS, type Visitor } from './console-site';
import { writeDocument } from './documents';
import { goToStep, uploadAll } from './filing-clicks';

const DAY = 86_400_000;

describe('prolonging a suspension by clicking', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let registrar: TestPerson;
  let filings: FilingBuilder;
  let folder: string;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
    registrar = await site.app.person('REGISTRAR', { name: '示例·李受理' });
    filings = new FilingBuilder(site.app);
    folder = mkdtempSync(join(tmpdir(), 'zhaoguan-prolonging-'));
  }, 180_000);
  afterAll(async () => {
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const inDays = (days: number): PlainDate => addDays(dateInShanghai(site.app.clock.now()), days);
  const day = async ({ page }: Visitor, label: string, typed: string): Promise<void> => {
    await page.getByLabel(label).first().fill(typed);
    await page.keyboard.press('Enter');
  };
  /** Suspended from tomorrow on, and closed still on the day after the one on which it should have gone on. */
  const suspended = async () => {
    const institutionId = (await filings.accepted(operator, registrar)).institutionId!;
    const [since, until] = [inDays(1), inDays(3)];
    const notice = {
      startsOn: since,
      endsOn: until,
      reason: '示例·消防改造',
      notifiedOn: inDays(0),
      residents: 0,
      refundFen: 0,
    };
    const { id } = await filings.filedAbout(operator, institutionId, 'SUSPENSION', { notice });
    await filings.act(registrar, id, 'accept');
    site.app.clock.advance(4 * DAY);
    await site.app.nest.get(JobRunner).run('institutions.apply-status-steps', institutionId, {});
    await site.app.idle();
    return { institutionId, since, until };
  };

  it(
    'leads from what waits to the form, says a wrong day at the field, and moves the day for everybody',
    async () => {
      const { institutionId, since, until } = await suspended();
      const hand = await site.as(operator, '/', SMALL_PHONE);
      await hand.sees(/暂停服务已过预计恢复日，待恢复、延长或者终止/);
      await hand.go(`/institutions/${institutionId}`);
      await hand.sees(/预计恢复日已过，尚未恢复/);
      expect(await hand.faults()).toEqual([]);
      await hand.press('办理延长暂停服务');
      await hand.page.waitForURL(/\/form$/);
      await hand.sees('本件所延长的暂停');
      expect(await hand.page.getByLabel('延长暂停起始日').first().inputValue()).toBe(inDays(0));
      await day(hand, '延长后的预计恢复服务日', until);
      await hand.sees(
        new RegExp(
          `延长后的预计恢复服务日应当晚于原预计恢复服务日（${chineseDate(until)}）；提前恢复的，请办理恢复服务`,
        ),
      );
      const later = inDays(60);
      await day(hand, '延长后的预计恢复服务日', later);
      await hand.page.getByLabel('延长暂停的原因').fill('示例·工期延误');
      await day(hand, '书面告知老年人或者其代理人的日期', inDays(0));
      expect(await hand.faults()).toEqual([]);
      await goToStep(hand, '人员安置');
      await hand.page.getByLabel('在住老年人数').fill('0');
      await goToStep(hand, '费用');
      await hand.page.getByLabel('应退费用').fill('0');
      await goToStep(hand, '材料');
      await uploadAll(hand, await writeDocument(folder, '示例材料'));
      await goToStep(hand, '核对并提交');
      expect(await hand.faults()).toEqual([]);
      await hand.press('提交备案');
      await hand.sees(new RegExp(`预计恢复服务日由.+改为`));
      await hand.confirm('提交备案');
      await hand.sees('备案机关正在核对材料');
      const id = /filings\/([0-9a-f-]{36})/.exec(hand.page.url())![1]!;

      const desk = await site.as(registrar, `/filings/${id}`, DESK);
      await desk.sees('养老机构延长暂停服务');
      await desk.sees('原预计恢复服务日');
      await desk.press('准予备案');
      await desk.sees(/名录中这家机构仍为“暂停服务”，预计恢复服务日由.+改为/);
      await desk.confirm('准予备案');
      await desk.sees(/已准予备案/);
      expect(await desk.faults()).toEqual([]);
      await site.app.idle();

      await hand.go(`/institutions/${institutionId}`);
      await hand.sees(/起暂停服务，已办理延长暂停，预计/);
      expect(await hand.faults()).toEqual([]);
      const { page } = await site.visit('/sign-in', DESK);
      await page.goto(new URL(`/institutions/${institutionId}`, page.url()).href);
      const told = `${chineseDate(since)}起暂停服务，${chineseDate(inDays(0))}办理延长暂停，预计${chineseDate(later)}恢复`;
      await page.getByText(told).waitFor();
    },
    2 * STORY_MS,
  );
});
