import { JobRunner } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../../libs/filings/test/filing.builder';

const DAY = 86_400_000;

describe('the public pages of an institution that is not what it was', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
  });
  afterAll(() => app.stop());

  const page = async (path: string): Promise<string> => (await app.http.get(path).expect(200)).text;

  const accepted = async (type: string, institutionId: string | null, institution: object): Promise<void> => {
    const { id } = await filings.filedAbout(operator, institutionId, type, institution);
    await filings.act(registrar, id, 'accept');
  };

  it('name its former names, and what each receipt said when it was genuine', async () => {
    const first = await filings.accepted(operator, registrar);
    expect(await page(`/institutions/${first.institutionId}`)).not.toContain('曾用名');
    await accepted('CHANGE', first.institutionId, { name: '示例·长安康养中心' });
    expect(await page(`/institutions/${first.institutionId}`)).toMatch(/曾用名<\/dt><dd>示例·长安颐养院</);
    const receipt = await page(`/receipts/${first.filingNumber}`);
    expect(receipt).toContain(`<a href="/institutions/${first.institutionId}">示例·长安康养中心</a>`);
    expect(receipt).toContain('第1版，首次备案，示例·长安颐养院，');
    expect(receipt).toContain('曾经是真的');
  });

  it('say of each receipt what is printed on it, as far as it is public, and nothing of the person', async () => {
    const first = await filings.accepted(operator, registrar, 'ELDERLY_CARE', { nursingBeds: 60 });
    const now = await page(`/receipts/${first.filingNumber}`);
    expect(now).toContain('<dt>法定代表人（主要负责人）</dt><dd>示例·王建国</dd>');
    expect(now).toContain('<dt>养老床位数</dt><dd>120 张（其中护理型床位 60 张）</dd>');
    expect(now).toMatch(/<dt>地址<\/dt><dd>[^<]+号/);
    expect(now).toContain('<dt>回执文件摘要（SM3）</dt>');
    expect(now).not.toContain('13800000001');
    await accepted('CHANGE', first.institutionId, { capacity: 150 });
    const changed = await page(`/receipts/${first.filingNumber}`);
    expect(changed).toContain('<dd>150 张（其中护理型床位 60 张）</dd>');
    expect(changed).toMatch(/第1版，首次备案.*养老床位数：120 张（其中护理型床位 60 张）/);
  });

  it('never say where the dwelling of a 家庭托育点 is', async () => {
    const health = await app.person('REGISTRAR', { departments: ['health'] });
    const home = await filings.accepted(operator, health, 'CHILDCARE', { siteType: 'HOME', capacity: 5 });
    const html = await page(`/receipts/${home.filingNumber}`);
    expect(html).toContain('<dt>托位规模</dt><dd>5 个</dd>');
    expect(html).toMatch(/<dt>地址<\/dt><dd>陕西省西安市长安区[^<0-9号]*<\/dd>/);
    const api = await app.http.get(`/api/v1/public/receipts/${home.filingNumber}`).expect(200);
    expect(api.body.address).not.toMatch(/号/);
    expect(api.body.versions[0].address).toBe(api.body.address);
  });

  it('say beforehand that it is going to end, and on the receipt that it has', async () => {
    const first = await filings.accepted(operator, registrar);
    await accepted('CLOSURE', first.institutionId, {
      notice: {
        startsOn: '2026-12-01',
        reason: '示例·租赁合同到期',
        notifiedOn: '2026-11-01',
        residents: 0,
        refundFen: 0,
        recordsKeptBy: '示例·档案室',
      },
    });
    const before = await page(`/institutions/${first.institutionId}`);
    expect(before).toContain('这家机构将于2026年12月1日终止服务。');
    expect(await page(`/receipts/${first.filingNumber}`)).toContain('将于2026年12月1日终止服务');
    app.clock.advance(14 * DAY);
    await app.nest.get(JobRunner).run('institutions.apply-status-steps', 'the day has come', {});
    const after = await page(`/institutions/${first.institutionId}`);
    expect(after).not.toContain('下次检查什么时候来');
    expect(await page(`/receipts/${first.filingNumber}`)).toContain('2026年12月1日起终止服务');
  });
});
