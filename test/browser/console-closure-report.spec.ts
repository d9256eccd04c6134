import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, PDF } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, SMALL_PHONE, STORY_MS } from './console-site';

const NOTICE = {
  startsOn: '2026-12-01',
  reason: '示例·租赁合同到期',
  notifiedOn: '2026-11-01',
  residents: 2,
  placements: [{ destination: 'HOME', people: 2 }],
  refundFen: 100_000,
  refundBy: '2026-11-30',
  recordsKeptBy: '示例·档案室',
};
const OWED = {
  checkedOn: '2026-12-02',
  placed: 'ALL',
  refunded: 'NOT_ALL',
  words: '还有一户没有退费，已约谈负责人',
};

describe('what was found unfinished after the end of an institution, in the console', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let registrar: TestPerson;
  let folder: string;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
    registrar = await site.app.person('REGISTRAR', { name: '示例·李受理' });
    folder = mkdtempSync(join(tmpdir(), 'zhaoguan-closure-report-'));
  }, 180_000);
  afterAll(async () => {
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    'waits for the operator, who reports it done from the hand, and is concluded at the desk',
    async () => {
      const filings = new FilingBuilder(site.app);
      const { institutionId } = await filings.accepted(operator, registrar);
      const { id } = await filings.filedAbout(operator, institutionId, 'CLOSURE', { notice: NOTICE });
      await filings.act(registrar, id, 'accept');
      site.app.clock.set('2026-12-02T02:00:00Z');
      await site.app
        .as(registrar)
        .post(`/api/v1/filings/${id}/closure/records`)
        .set('if-match', '"1"')
        .send(OWED)
        .expect(201);

      const hand = await site.as(operator, '/', SMALL_PHONE);
      await hand.sees('待完成的人员安置、退费（终止服务）');
      await hand.go(`/filings/${id}`);
      await hand.sees('还有一户没有退费，已约谈负责人');
      await hand.sees('请尽快办完，并在“终止后续核实”中报告已完成');
      await hand.page.getByRole('button', { name: '报告已完成' }).click();
      await hand.page.getByRole('button', { name: '报告已完成' }).click();
      await hand.sees('请写明怎样完成的');
      await hand.page.getByLabel('完成的情况').fill('剩余一户已退清，联系电话 13800000001');
      const receipt = join(folder, '退费收据.pdf');
      writeFileSync(receipt, PDF);
      await hand.page.locator('input[type=file]').first().setInputFiles(receipt);
      await hand.sees(/退费收据\.pdf/);
      expect(await hand.faults()).toEqual([]);
      await hand.page.getByRole('button', { name: '报告已完成' }).click();
      await hand.sees('将再次核实；核实的结果会通知您，仍没有完成的，可以再次报告。');
      expect(await hand.faults()).toEqual([]);
      await hand.confirm('报告已完成');
      await hand.sees('您已报告完成，西安市长安区民政局会再次核实');
      expect(await hand.page.getByRole('button', { name: '报告已完成' }).count()).toBe(0);
      await hand.sees('终止后续核实：报告已完成');
      expect(await hand.page.getByText('13800000001').count()).toBe(0);
      expect(await hand.faults()).toEqual([]);

      const desk = await site.as(registrar, '/');
      await desk.sees('经办人 2026年12月2日报告已完成，请再次核实');
      await desk.go(`/filings/${id}`);
      await desk.sees('经办人报告已经全部完成，请再次核实并记录');
      await desk.sees('剩余一户已退清');
      await desk.page.getByRole('button', { name: '查看退费收据.pdf' }).waitFor();
      await desk.press('记录核实情况');
      await desk.page.getByLabel('核实日期').fill('2026-12-02');
      await desk.page.keyboard.press('Enter');
      await desk.page.getByLabel('已全部妥善安置').check();
      await desk.page.getByLabel('已全部退还').check();
      expect(await desk.faults()).toEqual([]);
      await desk.page.getByRole('button', { name: '记录核实情况' }).click();
      await desk.confirm('记录核实情况');
      await desk.sees('终止后续核实：核实已妥善安置、退费');
      expect(await desk.faults()).toEqual([]);

      await hand.go('/');
      await hand.page.getByRole('heading', { level: 1 }).waitFor();
      expect(await hand.page.getByText('待完成的人员安置、退费（终止服务）').count()).toBe(0);
    },
    STORY_MS,
  );
});
