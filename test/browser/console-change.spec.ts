import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, PHONE, STORY_MS } from './console-site';
import { writeDocument } from './documents';
import { focused, goToStep, uploadAll } from './filing-clicks';

describe('a change filing in the console', () => {
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
    folder = mkdtempSync(join(tmpdir(), 'zhaoguan-change-'));
  }, 180_000);
  afterAll(async () => {
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const registered = () =>
    filings.accepted(operator, registrar, 'ELDERLY_CARE', {
      premisesTenure: 'OWNED',
      floorAreaM2: 2600,
      mealsProvided: false,
      contact: { name: '示例·周经办', phone: '13800000003' },
    });

  it(
    'is begun from the institution, shows both sides only what changes, and becomes the next version of the receipt',
    async () => {
      const { institutionId, filingNumber } = await registered();
      const visitor = await site.as(operator, `/institutions/${institutionId}`);
      const { page } = visitor;
      await visitor.sees('办理记录');
      expect(await visitor.faults()).toEqual([]);
      await visitor.press('办理变更备案');
      await page.waitForURL(/\/form$/);
      await visitor.sees('变更时不能改变这一项');
      await page.getByRole('navigation', { name: '填写步骤' }).getByText('核对并提交').click();
      await visitor.sees('各项内容都与名录中的相同');
      expect(await page.getByRole('button', { name: '提交备案' }).isDisabled()).toBe(true);
      const open = page.getByRole('region', { name: /^提交前还有 \d+ 项$/ });
      await open.getByRole('button', { name: /^尚未变更任何事项/ }).click();
      const steps = page.getByRole('navigation', { name: '填写步骤' });
      expect(await steps.locator('[aria-current=step]').innerText()).toContain('机构信息');
      expect(await focused(visitor)).not.toBe('');
      await page.getByRole('navigation', { name: '填写步骤' }).getByText('规模与服务').click();
      await page.getByLabel('床位数', { exact: true }).fill('8');
      await page.keyboard.press('Tab');
      await visitor.sees('养老机构床位数不少于 10 张');
      await page.getByLabel('床位数', { exact: true }).fill('150');
      await page.keyboard.press('Tab');
      await visitor.sees('变更前：120 张');
      expect(await visitor.faults()).toEqual([]);
      await visitor.picture('filing-change-form');
      await page.getByRole('navigation', { name: '填写步骤' }).getByText('材料').click();
      await uploadAll(visitor, await writeDocument(folder, '变更申请书'));
      await page.getByRole('button', { name: '下一步：核对并提交' }).click();
      await visitor.sees('变更事项（1 项）');
      await visitor.sees('变更前：120 张');
      expect(await visitor.faults()).toEqual([]);
      await visitor.press('提交备案');
      await visitor.confirm('提交备案');
      await visitor.sees('备案机关正在核对材料');

      const desk = await site.as(registrar, '/filings?status=SUBMITTED');
      await desk.sees('养老机构变更备案');
      await desk.open('示例·长安颐养院');
      await desk.sees('变更事项（1 项）');
      await desk.sees('变更前：120 张');
      expect(await desk.page.getByText('服务设施面积').count()).toBe(0);
      expect(await desk.faults()).toEqual([]);
      await desk.picture('filing-change-desk');
      await desk.press('显示没有变更的项目');
      await desk.sees('服务设施面积');
      await desk.press('准予备案');
      await desk.confirm('准予备案');
      await desk.sees(`已准予备案，编号 ${filingNumber}`);

      await visitor.go(`/institutions/${institutionId}`);
      await visitor.sees('150 张');
      await visitor.sees('养老机构变更备案');
    },
    STORY_MS,
  );

  it(
    'asks for number and phone of a new head, and keeps those of the old one only where somebody says so',
    async () => {
      const { institutionId } = await registered();
      const visitor = await site.as(operator, `/institutions/${institutionId}`);
      const { page } = visitor;
      await visitor.press('办理变更备案');
      await page.waitForURL(/\/form$/);
      await page.getByRole('navigation', { name: '填写步骤' }).getByText('负责人与联系人').click();
      const number = page.getByLabel('法定代表人（主要负责人）身份证号');
      await page.getByRole('button', { name: '重新填写' }).first().click();
      await page.getByRole('button', { name: /保留已填写的 \*+0019/ }).click();
      expect(await number.count()).toBe(0);
      await page.getByLabel('法定代表人（主要负责人）姓名').fill('示例·张新任');
      await page.keyboard.press('Tab');
      await number.fill('610116189002020024');
      await page.getByLabel('法定代表人（主要负责人）电话').fill('13800000005');
      await page.keyboard.press('Tab');
      expect(await visitor.faults()).toEqual([]);
      await page.getByRole('navigation', { name: '填写步骤' }).getByText('核对并提交').click();
      await visitor.sees('变更事项（3 项）');
    },
    STORY_MS,
  );

  it(
    'tells both sides that a lease ends sooner than it was filed, and does not hinder it',
    async () => {
      const { institutionId } = await filings.accepted(operator, registrar, 'ELDERLY_CARE', {
        premisesTenure: 'LEASED',
        leaseStartsOn: '2026-01-01',
        leaseEndsOn: '2031-12-31',
        floorAreaM2: 2600,
        mealsProvided: false,
        contact: { name: '示例·周经办', phone: '13800000003' },
      });
      const visitor = await site.as(operator, `/institutions/${institutionId}`, PHONE);
      await visitor.press('办理变更备案');
      await visitor.page.waitForURL(/\/form$/);
      const id = /filings\/([0-9a-f-]{36})/.exec(visitor.page.url())![1]!;
      await goToStep(visitor, '服务场所');
      const ends = visitor.page.getByLabel('租期届满日');
      await ends.fill('2025-12-31');
      await ends.press('Enter');
      await visitor.sees('租期届满日不能早于起始日');
      await ends.fill('2028-12-31');
      await ends.press('Enter');
      await goToStep(visitor, '材料');
      await uploadAll(visitor, await writeDocument(folder, '变更申请书'));
      await goToStep(visitor, '核对并提交');
      await visitor.sees(/租期届满日比名录登记的（2031年12月31日）提前/);
      expect(await visitor.faults()).toEqual([]);
      await visitor.press('提交备案');
      await visitor.confirm('提交备案');
      await visitor.sees('备案机关正在核对材料');

      const desk = await site.as(registrar, `/filings/${id}`);
      await desk.press('准予备案');
      await desk.page
        .getByRole('dialog')
        .getByText(/^提醒：租期届满日比名录登记的/)
        .waitFor();
      expect(await desk.faults()).toEqual([]);
      await desk.confirm('准予备案');
      await desk.sees(/已准予备案/);
      const { body } = await site.app.as(operator).get(`/api/v1/institutions/${institutionId}`).expect(200);
      expect(JSON.stringify(body)).toContain('2028-12-31');
    },
    STORY_MS,
  );

  it('is gone on with where it was left, also in the hand', async () => {
    const { institutionId } = await registered();
    await site.app
      .as(operator)
      .post('/api/v1/filings')
      .send({ type: 'CHANGE', kind: 'ELDERLY_CARE', institutionId })
      .expect(201);
    const visitor = await site.as(operator, `/institutions/${institutionId}`, PHONE);
    expect(await visitor.faults()).toEqual([]);
    await visitor.open('继续办理变更备案');
    await visitor.page.waitForURL(/\/form$/);
    await visitor.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await visitor.faults()).toEqual([]);
  });
});
