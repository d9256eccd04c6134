import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { licenseFrom } from '../../libs/filings/test/regime.builder';
import { ConsoleSite, DESK, SMALL_PHONE, STORY_MS, type Visitor } from './console-site';

const DAY = 86_400_000;
const PURPOSE = '示例·核实场地面积和班型';

interface Visit {
  readonly status: string;
  readonly origin: string;
  readonly plannedOn: string | null;
  readonly visits: readonly {
    readonly experts: readonly string[];
    readonly facts: readonly { readonly matches: boolean; readonly found: string | null }[];
    readonly files: readonly object[];
  }[];
}

describe('a visit to a 托育机构 that the authority orders, in the console', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let health: TestPerson;
  let filings: FilingBuilder;
  let folder: string;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
    health = await site.app.person('REGISTRAR', { name: '示例·陈受理', departments: ['health'] });
    await site.app.person('INSPECTOR', { name: '示例·吴检查', departments: ['health'] });
    // A Friday; the law that asks for a licence holds from Monday on.
    await licenseFrom(site.app, '2026-11-23');
    filings = new FilingBuilder(site.app);
    folder = mkdtempSync(join(tmpdir(), 'zhaoguan-ordered-visits-'));
  }, 180_000);
  afterAll(async () => {
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const visitsOf = async (id: string): Promise<Visit[]> =>
    (await site.app.as(health).get(`/api/v1/filings/${id}/verifications`).expect(200)).body.items as Visit[];

  /** Ordered for a day, which the dialog does not let go without saying what for. */
  const order = async (desk: Visitor, plannedOn?: { wrong: string; right: string }): Promise<void> => {
    await desk.press('安排现场核查');
    const dialog = desk.page.getByRole('dialog');
    const confirmed = dialog.getByRole('button', { name: '安排现场核查', exact: true });
    expect(await confirmed.isDisabled()).toBe(true);
    await dialog.getByLabel('核查的原因和内容（必填）').fill(PURPOSE);
    if (plannedOn) {
      const day = dialog.getByLabel('计划到现场的日期（选填）');
      await day.fill(plannedOn.wrong);
      await day.press('Enter');
      await confirmed.click();
      await dialog.getByText('计划核查的日期不能早于今天').first().waitFor();
      await day.fill(plannedOn.right);
      await day.press('Enter');
    }
    expect(await desk.faults()).toEqual([]);
    await confirmed.click();
    await desk.sees('已安排现场核查，已通知申请人。');
    await desk.sees(`核查的内容：${PURPOSE}`);
    // What was said of an order before may still stand there.
    await desk.page.getByRole('button', { name: '记录现场核查' }).waitFor();
  };

  const record = async (desk: Visitor, visitedOn: string, more: () => Promise<void>): Promise<void> => {
    const { page } = desk;
    await desk.press('记录现场核查');
    await page.getByLabel('核查日期').fill(visitedOn);
    await page.getByLabel('核查日期').press('Tab');
    await page.getByLabel('到现场的工作人员').click();
    // What a screen reader is given of the list are names; the ids behind them say nothing.
    const list = page.getByRole('listbox');
    await list.getByRole('option', { name: '示例·陈受理' }).waitFor();
    expect(await list.count()).toBe(1);
    expect(await list.textContent()).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
    for (const name of ['示例·陈受理', '示例·吴检查'])
      await page.locator('.ant-select-item-option').filter({ hasText: name }).click();
    await page.keyboard.press('Escape');
    for (const group of await page.getByRole('radiogroup').all())
      await group.getByRole('radio').first().check();
    await more();
    expect(await desk.faults()).toEqual([]);
    await desk.press('记录现场核查');
    await desk.confirm('记录现场核查');
  };

  it(
    'around a filing is ordered in the hand, called off with a reason, and ordered again for another day',
    async () => {
      const { id } = await filings.submitted(operator, 'CHILDCARE');
      const phone = await site.as(health, `/filings/${id}`, SMALL_PHONE);
      await phone.sees('备案不以现场核查为条件；需要核实填报内容的，可以安排。');
      await order(phone, { wrong: '2026-11-19', right: '2026-11-24' });
      await phone.sees('不影响备案的办理');
      expect(await phone.faults()).toEqual([]);
      expect(await visitsOf(id)).toMatchObject([{ origin: 'ORDERED', plannedOn: '2026-11-24' }]);

      await site.app.idle();
      const own = await site.as(operator, `/filings/${id}`, SMALL_PHONE);
      await own.sees(`核查的内容：${PURPOSE}（计划 2026年11月24日到现场）`);
      expect(await own.page.getByRole('button', { name: '撤销核查安排' }).count()).toBe(0);
      expect(await own.faults()).toEqual([]);

      await phone.press('撤销核查安排');
      const dialog = phone.page.getByRole('dialog');
      const confirmed = dialog.getByRole('button', { name: '撤销核查安排', exact: true });
      await dialog.getByLabel('撤销的理由（必填）').fill('  ');
      expect(await confirmed.isDisabled()).toBe(true);
      await dialog.getByLabel('撤销的理由（必填）').fill('示例·改为书面核对');
      expect(await phone.faults()).toEqual([]);
      await confirmed.click();
      await phone.sees('已撤销核查安排，已通知申请人。');
      expect(await visitsOf(id)).toMatchObject([{ status: 'CANCELLED' }]);
      await own.go(`/filings/${id}`);
      await own.sees(/^原因（.*）：示例·改为书面核对。$/);
      await own.sees('示例·改为书面核对');
      expect(await own.faults()).toEqual([]);

      await order(phone);
      expect(await visitsOf(id)).toMatchObject([{ status: 'OPEN' }, { status: 'CANCELLED' }]);
      // It goes on beside the filing, which does not wait for it.
      const desk = await site.as(health, `/filings/${id}`, DESK);
      await desk.press('准予备案');
      await desk.sees('安排的现场核查还没有记录结果，准予以后继续进行。');
      await desk.confirm('准予备案');
      await desk.sees(/已准予备案，编号/);
    },
    STORY_MS,
  );

  it(
    'is recorded in the hand with photos taken on the spot, which the applicant is not shown',
    async () => {
      const { id } = await filings.accepted(operator, health, 'CHILDCARE');
      const phone = await site.as(health, `/filings/${id}`, SMALL_PHONE);
      await order(phone);
      const photo = join(folder, '活动室.png');
      await phone.page.screenshot({ path: photo });
      await phone.press('记录现场核查');
      await phone.press('记录现场核查');
      await phone.sees('请填写核查日期');
      await phone.sees('请选择到现场的两名以上工作人员');
      expect(await phone.page.getByRole('dialog').count()).toBe(0);
      await phone.go(`/filings/${id}`);
      await record(phone, '2026-11-20', async () => {
        await phone.page.getByLabel('一同到现场的外部专家').fill('示例·郑专家');
        await phone.page.getByRole('button', { name: '拍照', exact: true }).waitFor();
        await phone.page.getByLabel('拍摄现场照片').setInputFiles(photo);
        await phone.page.getByRole('list', { name: '已上传的文件' }).getByText('活动室.png').waitFor();
      });
      await phone.sees('已记录：核查一致。');
      await phone.sees('示例·陈受理、示例·吴检查，专家示例·郑专家');
      await phone.press('查看活动室.png');
      await phone.page.getByRole('img', { name: '活动室.png' }).waitFor();
      expect(await phone.faults()).toEqual([]);
      const [visit] = await visitsOf(id);
      expect(visit).toMatchObject({ status: 'VERIFIED', visits: [{ experts: ['示例·郑专家'] }] });
      expect(visit!.visits[0]!.files).toHaveLength(1);

      const own = await site.as(operator, `/filings/${id}`, SMALL_PHONE);
      await own.sees('现场情况与填报的内容一致。');
      expect(await own.page.getByText('活动室.png').count()).toBe(0);
      expect(await own.faults()).toEqual([]);
    },
    STORY_MS,
  );

  // Last, for the clock does not go back.
  it(
    'before a licence bars it until it is recorded, and what it finds is explained before it is granted',
    async () => {
      site.app.clock.advance(3 * DAY);
      const { id } = await filings.submitted(operator, 'CHILDCARE');
      const desk = await site.as(health, `/filings/${id}`, DESK);
      await desk.sees('待受理');
      expect(await desk.page.getByRole('button', { name: '安排现场核查' }).count()).toBe(0);
      await desk.press('受理');
      await desk.confirm('受理');
      await desk.sees('审查中');
      await desk.sees('行政许可法第三十四条第三款');
      await order(desk);
      await desk.sees('记录结果以前不能准予');
      await desk.press('准予许可');
      const dialog = desk.page.getByRole('dialog');
      await dialog.getByText(/现场核查还没有记录结果，不能准予许可/).waitFor();
      const granted = dialog.getByRole('button', { name: '准予许可', exact: true });
      expect(await granted.isDisabled()).toBe(true);
      await dialog.getByRole('button', { name: '再看看' }).click();
      await record(desk, '2026-11-23', async () => {
        const places = desk.page.getByRole('radiogroup', { name: '托位数', exact: true });
        await places.getByLabel('不一致').check();
        await desk.press('记录现场核查');
        await desk.sees('请写明托位数的实际情况');
        const number = desk.page.getByLabel('托位数的实际数量');
        await desk.page.getByLabel('托位数的实际情况').fill('。');
        for (const [typed, said] of [
          ['60', '托位数的实际数量与填报的数量相同'],
          ['55.5', '托位数的实际数量应为整数'],
        ] as const) {
          await number.fill(typed);
          await desk.press('记录现场核查');
          await desk.sees(said);
          await desk.sees('请用文字或者数字写明托位数的实际情况');
        }
        expect(await desk.page.getByRole('dialog').count()).toBe(0);
        await number.fill('55');
        await desk.page.getByLabel('托位数的实际情况').fill('');
      });
      await desk.sees('已记录：核查不一致，已通知申请人。');
      await desk.sees('填报：60 个；现场：55 个');
      expect(await visitsOf(id)).toMatchObject([{ origin: 'REVIEW', status: 'MISMATCH_FOUND' }]);

      await desk.press('准予许可');
      await dialog.getByText(/现场核查与申请的内容不一致/).waitFor();
      expect(await granted.isDisabled()).toBe(true);
      await dialog.getByLabel('仍然准予许可的理由（必填）').fill('示例·场地能够容纳，已限期补足');
      expect(await desk.faults()).toEqual([]);
      await desk.confirm('准予许可');
      await desk.sees(/已准予许可，编号 610116-TYXK-/);
      await desk.sees('示例·场地能够容纳，已限期补足');
      expect(await desk.faults()).toEqual([]);

      await site.app.idle();
      const own = await site.as(operator, `/filings/${id}`, SMALL_PHONE);
      await own.sees('填报：60 个；现场：55 个');
      await own.page.getByRole('button', { name: '报告已改正' }).waitFor();
      expect(await own.faults()).toEqual([]);
    },
    STORY_MS,
  );
});
