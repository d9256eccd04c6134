import { TestApp } from '@zhaoguan/testing';
import { licenseFrom } from '../../../libs/filings/test/regime.builder';

describe('the guide to a licence on the public site', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false, now: '2026-12-01T02:00:00Z' });
    await licenseFrom(app, '2026-12-01');
  });
  afterAll(() => app.stop());

  const page = async (item: string): Promise<string> =>
    (await app.http.get(`/guide/${item}?district=610116`).expect(200)).text;

  it('leads by way of being taken in, and draws that', async () => {
    const html = await page('childcare-initial');
    expect(html).toMatch(/<text class="flow-text"[^>]*>待受理<\/text>/);
    expect(html).toContain('受理（许可机关）：从“待受理”到“审查中”');
    expect(html).toContain('退回补正（许可机关）：从“待受理”到“退回补正”');
    expect(html).toContain('不予受理（许可机关）：从“待受理”到“不予受理”');
    // Two acts lead from 待受理 to 审查中: each number stands for itself.
    const dots = [...html.matchAll(/<circle class="flow-dot" cx="([\d.]+)" cy="([\d.]+)"/g)];
    expect(new Set(dots.map(([, x, y]) => `${x} ${y}`)).size).toBe(dots.length);
  });

  it('names all the terms of the law, and who set the others', async () => {
    const html = await page('childcare-initial');
    expect(html).toContain('《中华人民共和国行政许可法》第三十二条第一款第四项');
    expect(html).toContain('经本行政机关负责人批准，延长作出许可决定的期限');
    expect(html).toContain('法律没有规定，由许可机关设定');
    expect(html).not.toContain('由备案机关设定');
  });

  it('leads each to its own while filings still stand beside licences', async () => {
    const change = '/guide/childcare-change?district=610116';
    const html = await page('childcare-change');
    expect(html).toContain('过渡期到2027年11月30日为止。已经备案、还没有换领许可证的，办理变更备案：');
    expect(html).toContain(`href="${change.replaceAll('&', '&amp;')}&amp;held=FILING"`);
    const filed = (await app.http.get(`${change}&held=FILING`).expect(200)).text;
    expect(filed).toContain('<h1>托育机构变更备案</h1>');
    expect(filed).toContain('出具备案回执');
    expect(filed).toContain('href="/guide/childcare-change/blank.pdf?district=610116&amp;held=FILING"');
    expect(filed).toContain(`href="${change}&amp;held=LICENCE"`);
    const { body } = await app.http
      .get('/api/v1/public/service-guides/childcare-change?district=610116&held=FILING')
      .expect(200);
    expect(body).toMatchObject({ regime: 'FILING', other: { held: 'LICENCE', until: '2027-11-30' } });
    await app.http.get('/api/v1/public/service-guides/childcare-change?held=BOTH').expect(422);
    await app.http.get('/guide/childcare-change/blank.pdf?held=FILING').expect(200);
  });

  it('leads to the form of a licence, which is called that on screen and on paper', async () => {
    const html = await page('childcare-initial');
    for (const name of ['sample', 'blank']) {
      const at = `/guide/childcare-initial/${name}`;
      expect(html).toContain(`href="${at}?district=610116"`);
      expect(html).toContain(`href="${at}.pdf?district=610116"`);
      const form = (await app.http.get(`${at}?district=610116`).expect(200)).text;
      expect(form).toContain('托育机构许可申请书');
      expect(form).not.toContain('备案书');
      expect(form).toContain(`href="${at}.pdf?district=610116"`);
      const paper = await app.http.get(`${at}.pdf?district=610116`).expect(200);
      expect(decodeURIComponent(paper.headers['content-disposition'] as string)).toContain('许可申请书');
      const filed = await app.http.get(`${at}.pdf`).expect(200);
      expect(filed.headers['etag']).not.toBe(paper.headers['etag']);
    }
  });

  it('checks what is given out, and speaks of no filing', async () => {
    const html = await page('childcare-initial');
    expect(html).toMatch(/许可证\s*可以<a href="\/receipts">在这里验真<\/a>/);
    expect(html).toContain('食品经营许可证是申请许可必须提交的材料');
    expect(html).not.toContain('首次备案');
    expect(html).toContain('申请承诺书');
    expect(await page('childcare-change')).toContain('变更许可不能改变的项目');
    expect(await page('childcare-closure')).toMatch(/登记回执\s*可以<a/);
    expect(await page('childcare-initial')).not.toContain('held=');
    expect(await page('elderly-care-initial')).toMatch(/回执\s*可以<a href="\/receipts">在这里验真<\/a>/);
  });
});
