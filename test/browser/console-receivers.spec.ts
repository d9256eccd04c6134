import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, DESK, SMALL_PHONE, STORY_MS, type Visitor } from './console-site';
import { writeDocument } from './documents';
import { goToStep, uploadAll } from './filing-clicks';

const PANEL = '接收机构在名录中的情况';

describe('where people go when an institution ends, in the console', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let registrar: TestPerson;
  let folder: string;
  let institutionId: string;
  let other: TestPerson;
  let receivingId: string;
  let filings: FilingBuilder;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
    registrar = await site.app.person('REGISTRAR', { name: '示例·李受理' });
    other = await site.app.person('OPERATOR', { name: '示例·孙经办' });
    filings = new FilingBuilder(site.app);
    institutionId = (await filings.accepted(operator, registrar)).institutionId!;
    const home = (institution: object) => filings.accepted(other, registrar, 'ELDERLY_CARE', institution);
    receivingId = (await home({ name: '示例·接收养老院' })).institutionId!;
    await home({ name: '示例·小小养老院', capacity: 10 });
    const stopped = await home({ name: '示例·暂停养老院' });
    await site.app.database.query(`update institutions.institution set status = 'SUSPENDED' where id = $1`, [
      stopped.institutionId,
    ]);
    const revoked = await home({ name: '示例·撤销备案养老院' });
    await site.app.database.query(
      `insert into institutions.filing_end (removal_id, institution_id, filing_number, ended_as, ended_on, decided_by, decided_at)
       values ($1, $2, $3, 'REVOKED', '2026-11-19', $4, now())`,
      [randomUUID(), revoked.institutionId, revoked.filingNumber, registrar.id],
    );
    await site.app.idle();
    folder = mkdtempSync(join(tmpdir(), 'zhaoguan-receivers-'));
  }, 180_000);
  afterAll(async () => {
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const pick = async ({ page }: Visitor, label: string, day: string): Promise<void> => {
    await page.getByLabel(label).fill(day);
    await page.keyboard.press('Enter');
  };
  const rowOf = ({ page }: Visitor, number: number) => page.getByRole('group', { name: `第 ${number} 行` });
  /** A row of the table of where people go. */
  const place = async (visitor: Visitor, number: number, name: string, people: string): Promise<void> => {
    const row = rowOf(visitor, number);
    await row.getByLabel('去向').click();
    await visitor.page
      .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
      .filter({ hasText: '转入其他机构' })
      .click();
    await row.getByLabel('人数').fill(people);
    await row.getByLabel('接收机构').fill(name);
    await visitor.page.keyboard.press('Tab');
  };

  it(
    'is looked up in the register while it is typed: who cannot take them is named, and named again before the decision',
    async () => {
      const phone = await site.as(operator, `/institutions/${institutionId}`, SMALL_PHONE);
      const { page } = phone;
      await phone.press('办理终止服务');
      await page.waitForURL(/\/form$/);
      const id = /filings\/([0-9a-f-]{36})/.exec(page.url())![1]!;
      const found = async () =>
        (await site.app.as(operator).get(`/api/v1/filings/${id}/receivers`).expect(200)).body.items;
      await pick(phone, '终止服务日', '2026-12-31');
      await page.getByLabel('终止的原因').fill('示例·租赁合同到期');
      await pick(phone, '书面告知老年人或者其代理人的日期', '2026-11-19');
      await goToStep(phone, '人员安置');
      await page.getByLabel('在住老年人数').fill('26');
      await page.getByRole('button', { name: '填写安置去向' }).click();
      await place(phone, 1, '示例·接手养老院', '26');
      const known = page.getByRole('region', { name: PANEL, exact: true });
      await known.getByText('“示例·接手养老院”（接收 26 人）：名录中没有这个名称的机构').waitFor();
      // The answer stands at the field, which on a phone is a screen below the panel.
      await rowOf(phone, 1).getByRole('status').getByText('名录中没有这个名称的机构').waitFor();
      const offered = page.getByRole('option');
      await rowOf(phone, 1).getByLabel('接收机构').fill('接收');
      await offered.filter({ hasText: '示例·接收养老院（共 120 张床位）' }).waitFor();
      expect(await phone.faults()).toEqual([]);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      expect(await rowOf(phone, 1).getByLabel('接收机构').inputValue()).toBe('示例·接收养老院');
      await page.keyboard.press('Tab');
      await rowOf(phone, 1).getByRole('status').getByText('名录中正在服务，共 120 张床位').waitFor();
      await page.setViewportSize({ width: 360, height: 740 });
      await rowOf(phone, 1).getByRole('status').scrollIntoViewIfNeeded();
      await known
        .getByText('“示例·接收养老院”（接收 26 人）：名录中正在服务，共 120 张床位；空余多少请与对方核实。')
        .waitFor();
      await rowOf(phone, 1).getByLabel('人数').fill('12');
      await page.getByRole('button', { name: '再加一行' }).click();
      await place(phone, 2, '示例·暂停养老院', '14');
      await known.getByText('“示例·暂停养老院”（接收 14 人）：名录中暂停服务，不能接收，请核对。').waitFor();
      await rowOf(phone, 2).getByLabel('接收机构').fill('示例·长安颐养院');
      await page.keyboard.press('Tab');
      await known.getByText('就是本件的机构，请另写接收的机构。').waitFor();
      await rowOf(phone, 2).getByLabel('接收机构').fill('示例·撤销备案养老院');
      await page.keyboard.press('Tab');
      await known
        .getByText(
          '名录中备案已撤销（2026年11月19日），请另选接收的机构；仍然转入的，请先核实它能否继续服务。',
        )
        .waitFor();
      await rowOf(phone, 2).getByLabel('接收机构').fill('示例·小小养老院');
      await page.keyboard.press('Tab');
      await known.getByText('名录中共 10 张床位，少于接收的人数，请核对。').waitFor();
      // What comes once one has gone on opens no list over the next field.
      expect(await offered.count()).toBe(0);
      const successor = page.getByRole('combobox', { name: /^承接机构/ });
      await successor.fill('养老');
      await offered.filter({ hasText: '示例·接收养老院（共 120 张床位）' }).waitFor();
      // Who has enough places stands first; who has stopped or been revoked, and the one that ends, do not stand there.
      expect(await offered.allTextContents()).toEqual([
        '示例·接收养老院（共 120 张床位）',
        '示例·小小养老院（共 10 张床位）',
      ]);
      expect(await phone.faults()).toEqual([]);
      // Leaving the field picks nothing: what is typed stands.
      await page.keyboard.press('Tab');
      expect(await successor.inputValue()).toBe('养老');
      await successor.fill('接收');
      await offered.filter({ hasText: '示例·接收养老院' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      expect(await successor.inputValue()).toBe('示例·接收养老院');
      await page.keyboard.press('Tab');
      await page.getByLabel('老年人档案的保管').fill('示例·由法定代表人保管');
      expect(await phone.faults()).toEqual([]);
      await goToStep(phone, '费用');
      await page.getByLabel('应退费用').fill('0');
      await goToStep(phone, '材料');
      await uploadAll(phone, await writeDocument(folder, '安置方案'));
      await goToStep(phone, '核对并提交');
      // A doubt is a hint: what the register does not know may be so all the same.
      await phone.press('提交备案');
      await phone.confirm('提交备案');
      await phone.sees('备案机关正在核对材料');
      expect(await found()).toMatchObject([
        { name: '示例·接收养老院', people: 12, doubt: null },
        { name: '示例·小小养老院', people: 14, doubt: 'TOO_FEW_PLACES' },
      ]);

      const desk = await site.as(registrar, `/filings/${id}`, DESK);
      const shown = desk.page.getByRole('region', { name: PANEL, exact: true });
      await shown.getByText(/“示例·接收养老院”.*正在服务/).waitFor();
      await shown.getByText(/“示例·小小养老院”.*少于接收的人数/).waitFor();
      expect(await desk.faults()).toEqual([]);
      await desk.press('准予备案');
      const dialog = desk.page.getByRole('dialog');
      await dialog.getByText(/“示例·小小养老院”.*少于接收的人数/).waitFor();
      // Named as who takes over alone: nothing stands against it.
      await dialog.getByText(/承接机构“示例·接收养老院”归在另一个账号名下/).waitFor();
      expect(await dialog.getByText(/“示例·接收养老院”（接收/).count()).toBe(0);
      expect(await desk.faults()).toEqual([]);
      await desk.confirm('准予备案');
      await desk.sees(/已准予备案/);
      expect(await site.faultsInHand(registrar, [`/filings/${id}`])).toEqual([]);

      // Who takes them in reads it when it files that it stops itself; who follows the closure up reads that it has.
      const taking = await site.as(other, `/institutions/${receivingId}`, SMALL_PHONE);
      await taking.press('办理终止服务');
      await taking.page
        .getByText(
          '“示例·长安颐养院”已准予自2026年12月31日起终止服务，安置方案写明有 12 人转入本机构，由本机构承接。',
        )
        .waitFor();
      expect(await taking.faults()).toEqual([]);
      const draftId = /filings\/([0-9a-f-]{36})/.exec(taking.page.url())![1]!;
      await filings.act(other, draftId, 'abandon');
      await filings.filedAbout(other, receivingId, 'CLOSURE', {
        notice: {
          startsOn: '2026-12-31',
          reason: '示例·租约到期',
          notifiedOn: '2026-11-19',
          residents: 2,
          placements: [{ destination: 'HOME', people: 2 }],
          refundFen: 0,
          recordsKeptBy: '示例·由法定代表人保管',
        },
      });
      await desk.page.reload();
      const stopping = desk.page.getByRole('region', { name: '接收机构停止服务的情况', exact: true });
      await stopping.getByText(/“示例·接收养老院”（接收 12 人）：已申请自2026年12月31日起终止服务/).waitFor();
      await stopping.getByRole('link', { name: '查看它的申请' }).waitFor();
      expect(await desk.faults()).toEqual([]);
    },
    STORY_MS,
  );
});
