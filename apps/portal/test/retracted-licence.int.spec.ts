import { JobRunner } from '@zhaoguan/platform';
import type { TestApp } from '@zhaoguan/testing';
import type { FilingBuilder } from '../../../libs/filings/test/filing.builder';
import { startLicensing } from '../../../libs/filings/test/licensing.builder';
import { RetractionBuilder } from './retraction.builder';

const DAY = 86_400_000;

describe('what the public reads of a registration (登记回执) that was taken back before its day (撤回)', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let retractions: RetractionBuilder;
  let accepted: (institution?: object) => ReturnType<FilingBuilder['accepted']>;
  beforeAll(async () => {
    const { operator, health, ...started } = await startLicensing();
    ({ app, filings } = started);
    retractions = new RetractionBuilder(app, filings, { operator, registrar: health });
    accepted = (institution = {}) => filings.accepted(operator, health, 'CHILDCARE', institution);
  });
  afterAll(() => app.stop());

  const steps = () =>
    app.nest.get(JobRunner).run('institutions.apply-status-steps', app.clock.now().toISOString(), {});

  it('counts nothing of the licence, and is listed with what took it back', async () => {
    const licence = await accepted();
    const number = licence.filingNumber ?? '';
    const closure = await retractions.told(licence, 'CLOSURE', '2026-12-30', 'CHILDCARE');
    const paper = await retractions.grant(closure);
    const registration = await retractions.paper(closure, 'RECEIPT');
    const certificate = await retractions.paper(licence, 'RECEIPT');
    expect(await retractions.receipt(number)).toMatchObject({
      type: 'INITIAL',
      registrations: [{ version: 1, apart: true, retractedOn: '2026-11-23', retractedBy: paper.number }],
      standing: { state: 'STANDS', since: null, by: null },
    });
    app.clock.advance(40 * DAY);
    await steps();
    expect(await retractions.receipt(number)).toMatchObject({ standing: { state: 'STANDS', by: null } });
    const page = await retractions.page(`/receipts/${number}`);
    expect(page).toContain('许可证状态有效有效期至');
    expect(page).toContain(
      `登记第1号，终止服务（原定自2026年12月30日起），示例·小树苗托育中心，登记日期2026年11月23日，已于2026年11月23日准予撤回，不再有效，见${paper.number}，`,
    );
    expect(page).not.toContain('不再使用');
    expect(await retractions.page(`/institutions/${licence.institutionId}`)).not.toContain('终止服务');
    expect((await retractions.check({ sm3: registration.file.sm3 })).paper).toMatchObject({
      endedAs: 'RETRACTED',
      supersededBy: paper.number,
      endedOn: '2026-11-23',
    });
    expect((await retractions.check({ sm3: certificate.file.sm3 })).paper).toMatchObject({ endedAs: null });
    expect((await retractions.check({ number: paper.number })).paper).toMatchObject({
      title: '托育机构终止服务登记准予撤回告知书',
      standing: { regime: 'LICENCE', licence: { number, standing: { state: 'STANDS' } }, restored: null },
    });
    expect(await retractions.page('/papers', { number: paper.number })).toContain(
      `许可证${number}许可证状态有效`,
    );
  });

  it('leaves the licence as it is while its day passes and nobody has answered', async () => {
    const licence = await accepted();
    const number = licence.filingNumber ?? '';
    const closure = await retractions.told(licence, 'CLOSURE', '2027-02-01', 'CHILDCARE');
    const url = await retractions.asked(closure);
    app.clock.advance(40 * DAY);
    await steps();
    expect(await retractions.receipt(number)).toMatchObject({ standing: { state: 'STANDS', by: null } });
    const page = await retractions.page(`/receipts/${number}`);
    expect(page).toContain('登记第1号，终止服务（尚未生效），');
    expect(page).toContain('服务状态原定2027年2月1日起终止服务，机构已申请撤回，主管机关答复以前不执行');
    expect(page).toContain('许可证状态有效');
    expect(page).not.toMatch(/将于2027年2月1日/);
    // It is no end of the paper either, in the list of the case.
    expect(await retractions.paper(licence, 'RECEIPT')).toMatchObject({ endedAs: null });
    await app.as(retractions.people.operator).post(`${url}/take-back`).expect(200);
    expect(await retractions.receipt(number)).toMatchObject({
      standing: { state: 'CLOSED', by: `${number}（登记第1号）` },
    });
    expect(await retractions.paper(licence, 'RECEIPT')).toMatchObject({ endedAs: 'CLOSED' });
  });

  it('says of a 家庭托育点 neither where the dwelling is nor who lives there', async () => {
    const home = await accepted({ siteType: 'HOME', capacity: 5 });
    const pause = await retractions.told(home, 'SUSPENSION', '2027-04-01', 'CHILDCARE');
    const paper = await retractions.grant(pause);
    const { paper: checked } = await retractions.check({ number: paper.number });
    expect(checked).toMatchObject({ title: '家庭托育点暂停服务备案准予撤回告知书' });
    for (const page of [
      await retractions.page('/papers', { number: paper.number }),
      await retractions.page(`/receipts/${home.filingNumber}`),
    ]) {
      expect(page).toContain('准予撤回');
      expect(page).not.toMatch(/示例路|13900000002|之\d/);
    }
    const receipt = await retractions.receipt(home.filingNumber);
    expect(receipt.versions[0].address).not.toMatch(/号/);
  });
});
