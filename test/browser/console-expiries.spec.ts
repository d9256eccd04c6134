import { JobRunner } from '@zhaoguan/platform';
import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, SMALL_PHONE, STORY_MS } from './console-site';

describe('what ends next, in the console', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let registrar: TestPerson;
  let institutionId: string;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
    registrar = await site.app.person('REGISTRAR', { name: '示例·李受理' });
    institutionId = (await new FilingBuilder(site.app).accepted(operator, registrar)).institutionId!;
    await site.app.idle();
    const details = {
      leaseEndsOn: '2027-02-01',
      particulars: {
        foodLicenceUntil: '2026-12-10',
        fireProofUntil: '2026-11-19',
        insuranceEndsOn: '2027-06-30',
      },
    };
    await site.app.database.query('update institutions.institution set details = $2 where id = $1', [
      institutionId,
      JSON.stringify(details),
    ]);
    const jobs = site.app.nest.get(JobRunner);
    await jobs.run('staff.watch-unwatched', 'night', {});
    await jobs.run('staff.advance-expiries', 'night', {});
    await site.app.idle();
  }, 180_000);
  afterAll(() => site.stop());

  it(
    'waits for the institution to renew, and for the authority to check what has ended',
    async () => {
      const own = await site.as(operator, '/', SMALL_PHONE);
      await own.sees('待续期的证照、合同');
      await own.go(`/expiries?institutionId=${institutionId}`);
      await own.sees('已过 1 天');
      await own.sees('即将到期');
      await own.sees(/办理变更，填报新的期限/);
      expect(await own.faults()).toEqual([]);
      await own.picture('expiries-own');

      const desk = await site.as(registrar, `/institutions/${institutionId}`);
      await desk.page.getByRole('button', { name: '查看完整号码：法定代表人电话' }).click();
      await desk.page.getByLabel('查看的理由').fill('示例·电话核实续期');
      await desk.confirm('查看完整号码');
      await desk.sees('完整号码：13800000001');
      await desk.sees('查看全部到期事项');
      await desk.page.getByRole('link', { name: '查看全部到期事项' }).click();
      await desk.sees('各月到期的事项');
      expect(await desk.faults()).toEqual([]);
      await desk.picture('expiries');
      await desk.press('记录核查情况');
      await desk.press('记录核查情况');
      await desk.sees('请选择核查情况');
      await desk.page.getByLabel('没有续期，已要求整改').check();
      await desk.page.getByLabel('具体情况', { exact: true }).fill('示例·已要求限期提供新的消防文书。');
      expect(await desk.faults()).toEqual([]);
      await desk.picture('expiries-check');
      await desk.press('记录核查情况');
      await desk.sees('已到期，已核查');
      await desk.sees('示例·已要求限期提供新的消防文书。');
      // What the authority demands, in the hand of whom it asks.
      await own.go(`/expiries?institutionId=${institutionId}`);
      await own.sees('示例·已要求限期提供新的消防文书。');

      expect(await site.faultsInHand(registrar, ['/expiries', `/institutions/${institutionId}`])).toEqual([]);
      expect(await site.faultsInHand(operator, ['/expiries'])).toEqual([]);
    },
    STORY_MS,
  );
});
