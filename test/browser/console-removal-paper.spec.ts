import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, SMALL_PHONE, STORY_MS, type Visitor } from './console-site';
import { writeDocument } from './documents';

const DAY_MS = 86_400_000;

describe('a notice of a removal on paper, in the console', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let registrar: TestPerson;
  let folder: string;
  let institutionId: string;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
    registrar = await site.app.person('REGISTRAR', { name: '示例·李受理' });
    institutionId = (await new FilingBuilder(site.app).accepted(operator, registrar)).institutionId!;
    folder = mkdtempSync(join(tmpdir(), 'zhaoguan-removal-paper-'));
  }, 180_000);
  afterAll(async () => {
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const fill = ({ page }: Visitor, label: string, text: string): Promise<void> =>
    page.getByLabel(label, { exact: true }).fill(text);

  it(
    'is drawn up, printed, drawn up anew, and served before the institution reads it',
    async () => {
      const desk = await site.as(registrar, `/removals/new?institution=${institutionId}`);
      await desk.page.getByLabel('撤销备案：提供虚假材料取得备案').check();
      await fill(desk, '线索来源和初步情况', '示例·出具单位来函');
      await desk.press('启动办理');
      await desk.confirm('启动办理');
      await desk.sees('还没有证据');
      const id = desk.idInAddress();
      await desk.page.locator('input[type=file]').setInputFiles(await writeDocument(folder, '核实意见'));
      await desk.sees(/核实意见.*（/);
      await desk.press('事先告知');
      await fill(desk, '事实、证据和理由', '示例·初稿。');
      await desk.page.getByLabel('当面、邮寄或者留置送达').check();
      expect(await desk.page.getByLabel('送达日期').count()).toBe(0);
      expect(await desk.faults()).toEqual([]);
      await desk.press('制作告知书');
      await desk.sees('机构在系统里看不到本件');
      await desk.confirm('制作告知书');
      await desk.sees('告知书（待送达）');
      await desk.sees('撤销备案事先告知书');
      expect(await desk.faults()).toEqual([]);
      await desk.press('重新制作告知书');
      await fill(desk, '事实、证据和理由', '示例·经核实，备案时提交的消防材料并非其出具。');
      site.app.clock.advance(60_000);
      await desk.press('重新制作');
      await desk.confirm('重新制作');
      await desk.sees('示例·经核实，备案时提交的消防材料并非其出具。');
      await desk.sees('长民备撤告〔2026〕2号');

      const waits = await site.as(operator, `/my/removals/${id}`, SMALL_PHONE);
      await waits.sees('没有找到');

      const served = await site.as(registrar, `/removals/${id}`, SMALL_PHONE);
      await served.press('登记送达');
      const form = served.page.getByRole('region', { name: '登记送达' });
      await form.getByRole('button', { name: '登记送达' }).click();
      await served.sees('请填写送达情况');
      await served.sees('请填写送达日期');
      await fill(served, '送达情况', '由机构负责人当面签收');
      const day = form.getByLabel('送达日期');
      await day.fill('2026-11-19');
      await day.press('Enter');
      await form.getByRole('button', { name: '登记送达' }).click();
      await served.sees('送达日期不能早于告知书的日期');
      await day.fill('2026-11-20');
      await day.press('Enter');
      expect(await served.faults()).toEqual([]);
      await form.getByRole('button', { name: '登记送达' }).click();
      await served.confirm('登记送达');
      await served.sees('机构还没有提出陈述、申辩');
      expect(await served.faults()).toEqual([]);

      const own = await site.as(operator, `/my/removals/${id}`, SMALL_PHONE);
      await own.sees('您可以陈述、申辩');
      await own.sees('由机构负责人当面签收');
      await own.sees('长民备撤告〔2026〕2号');
      expect(await own.page.getByText('长民备撤告〔2026〕1号').count()).toBe(0);
      expect(await own.faults()).toEqual([]);

      const act = (by: TestPerson, path: string, body: object) =>
        site.app.as(by).post(`/api/v1/removals/${id}/${path}`).send(body).expect(200);
      await act(operator, 'statement', { text: '没有意见', waived: true });
      await act(registrar, 'propose', { text: '示例·情形成立。' });
      await act(await site.app.person('REVIEWER'), 'decide', {});
      await own.go(`/my/removals/${id}`);
      await own.sees('还没有登记送达，各项期限自收到决定书之日起计算');
      const clerk = await site.as(registrar, '/', SMALL_PHONE);
      await clerk.sees('待送达决定书（注销、撤销）');
      await clerk.go(`/removals/${id}`);
      await clerk.sees('最迟2026年12月4日');
      await clerk.press('登记决定书送达');
      const service = clerk.page.getByRole('region', { name: '登记决定书送达' });
      await service.getByLabel('系统送达').waitFor();
      await service.getByLabel('公告送达').check();
      await service.getByLabel('公告送达的原因').waitFor();
      await service.getByLabel('公告日期').waitFor();
      await service.getByLabel('当面、邮寄或者留置送达').check();
      await service.getByLabel('送达情况').fill('由机构负责人当面签收');
      await service.getByLabel('送达日期').fill('2026-11-20');
      await clerk.page.keyboard.press('Tab');
      expect(await clerk.faults()).toEqual([]);
      await service.getByRole('button', { name: '登记决定书送达' }).click();
      await clerk.confirm('登记决定书送达');
      await clerk.sees('决定书已于2026年11月20日当面、邮寄或者留置送达');
      await clerk.sees(/可以申请行政复议至2027年1月19日，或者提起行政诉讼至2027年5月20日/);
      await clerk.page.getByRole('button', { name: '更正送达登记' }).waitFor();
      expect(await clerk.faults()).toEqual([]);
      await own.go(`/my/removals/${id}`);
      await own.sees('决定书已于2026年11月20日当面、邮寄或者留置送达');
      await own.sees(/可以申请行政复议至2027年1月19日/);
      expect(await own.faults()).toEqual([]);

      // It was handed over on another day than was entered.
      site.app.clock.advance(3 * DAY_MS);
      const disable = (at: string | null) =>
        site.app.database.query('update access.person set disabled_at = $2 where id = $1', [operator.id, at]);
      await disable('2026-11-22T00:00:00Z');
      const again = await site.as(registrar, `/removals/${id}`, SMALL_PHONE);
      await again.press('更正送达登记');
      const correction = again.page.getByRole('region', { name: '更正送达登记' });
      expect(await correction.getByLabel('系统送达').count()).toBe(0);
      await again.sees('没有能够登录的经办人账号，不能系统送达。');
      expect(await correction.getByLabel('当面、邮寄或者留置送达').isChecked()).toBe(true);
      expect(await correction.getByLabel('送达情况').inputValue()).toBe('由机构负责人当面签收');
      const enter = async (day: string): Promise<void> => {
        await correction.getByLabel('送达日期').fill(day);
        await correction.getByLabel('送达日期').press('Enter');
      };
      await correction.getByLabel('送达情况').fill('邮寄，由机构负责人签收');
      await enter('2026-11-19');
      await correction.getByRole('button', { name: '更正送达登记' }).click();
      await again.sees('请填写更正的理由');
      await again.sees('送达日期不能早于决定书的日期');
      await enter('2026-11-24');
      await correction.getByRole('button', { name: '更正送达登记' }).click();
      await again.sees('送达日期不能晚于今天');
      expect(await again.page.getByRole('dialog').count()).toBe(0);
      await enter('2026-11-22');
      await correction.getByLabel('更正的理由').fill('示例·回执上的日期录入有误');
      expect(await again.faults()).toEqual([]);
      await correction.getByRole('button', { name: '更正送达登记' }).click();
      await again.sees(/决定书的送达更正登记（2026年11月22日），原来的登记保留，写明理由。/);
      expect(await again.page.getByText('并通知当事人').count()).toBe(0);
      await again.confirm('更正送达登记');
      await again.sees('决定书已于2026年11月22日当面、邮寄或者留置送达');
      await again.sees(/可以申请行政复议至2027年1月21日/);
      await again.sees('由机构负责人当面签收');
      expect(await again.faults()).toEqual([]);
      await disable(null);
      const { body } = await site.app.as(operator).get(`/api/v1/removals/${id}`).expect(200);
      expect(body.decision).toMatchObject({
        servedOn: '2026-11-22',
        services: [
          { servedOn: '2026-11-20' },
          { servedOn: '2026-11-22', reason: '示例·回执上的日期录入有误' },
        ],
      });
      const read = await site.as(operator, `/my/removals/${id}`, SMALL_PHONE);
      await read.sees('决定书已于2026年11月22日当面、邮寄或者留置送达');
      await read.sees('示例·回执上的日期录入有误');
      expect(await read.faults()).toEqual([]);
    },
    STORY_MS,
  );
});
