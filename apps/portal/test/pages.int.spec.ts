import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@zhaoguan/platform';
import { TestApp } from '@zhaoguan/testing';
import { buildInstitution } from '../../../libs/institutions/test/institution.builder';
import { STYLE_SHEET } from '../src/styles/style-sheet';

describe('the public pages over HTTP', () => {
  let app: TestApp;
  let hostileId: string;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    const hostile = await buildInstitution(app.nest, {
      name: '示例·<script>alert(1)</script>"><img src=x onerror=alert(2)>养老院',
      address: '</dd><script>alert(3)</script>',
    });
    hostileId = hostile.id;
    for (let i = 0; i < 44; i += 1) await buildInstitution(app.nest, { name: `示例·康宁第${i}养老院` });
  });
  afterAll(() => app.stop());

  const page = async (path: string, status = 200): Promise<string> => {
    const answer = await app.http.get(path).expect(status);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    return answer.text;
  };

  it.each(['/institutions', `/institutions?q=${encodeURIComponent('<script>alert(4)</script>"><b>')}`])(
    'writes what came from outside as text on %s',
    async (path) => {
      const html = await page(path);
      expect(html).not.toMatch(/<script|<img|<b>/i);
    },
  );

  it('writes a hostile name and address as text on the page of the institution', async () => {
    const html = await page(`/institutions/${hostileId}`);
    expect(html).not.toMatch(/<script|<img/i);
    expect(html).toContain('&lt;script>alert(3)');
  });

  it.each([
    ['a version that does not exist', '/?view=%22%3E%3Cscript%3E'],
    ['NUL and lists', '/institutions?q=%00%00&kind[]=A&kind[]=B&district=999999&grade=Z'],
    ['nine thousand letters', `/institutions?q=${'a'.repeat(9_000)}`],
    ['bytes that are no UTF-8', '/institutions?q=%FF%FE'],
    ['filters from elsewhere', '/inspection-results?district=000000&result=%27--'],
    ['unknown parameters', '/draws?unknown=1'],
  ])('answers %s calmly', async (_, path) => {
    const html = await page(path);
    expect(html).not.toMatch(/<script/i);
    expect(html).toContain('<h1>');
  });

  it.each(['/papers', '/signing-keys', '/about', '/service-ratings'])(
    'names on %s the authority in charge, which licenses as well as registers',
    async (path) => {
      const html = await page(path);
      expect(html).toContain('主管部门');
      expect(html.slice(html.indexOf('<main'), html.indexOf('</main'))).not.toContain('备案机关');
    },
  );

  it.each([
    ['/institutions/nonsense', 404],
    ['/institutions/019a9d3c-7a00-7000-8000-000000000001', 404],
    ['/draws/nonsense/verify', 404],
    ['/no/such/page', 404],
    ['/institutions?cursor=nonsense', 400],
    ['/%ff', 400],
    ['/institutions/%E0%A4%A?view=elder', 400],
  ])(
    'tells in its own frame that %s is refused with %i, and gives a number to call with',
    async (path, status) => {
      const answer = await app.http.get(path).expect(status);
      expect(answer.text).toContain('<main id="main"');
      expect(answer.text).toContain(answer.headers['x-trace-id'] as string);
      expect(answer.headers['cache-control']).toBe('no-store');
    },
  );

  it('leaves what belongs to the interface to the interface', async () => {
    const missing = await app.http.get('/api/v1/nothing').expect(404);
    expect(missing.headers['content-type']).toContain('application/problem+json');
    await app.http.get('/healthz').expect(200, { status: 'up' });
    await app.http.get('/metrics').expect(200);
  });

  it('lets nothing run and nothing be loaded but the style sheet', async () => {
    const answer = await app.http.get('/').expect(200);
    const policy = answer.headers['content-security-policy'] as string;
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).toContain(`style-src 'self'`);
    expect(policy).not.toContain('script-src');
    expect(policy).not.toContain('unsafe-inline');
    expect(answer.text).not.toContain('<script');
    expect(answer.text).not.toMatch(/\sstyle="/);
    const style = await app.http.get(STYLE_SHEET.path).expect(200);
    expect(style.headers['cache-control']).toContain('immutable');
    expect(style.headers['content-type']).toContain('text/css');
  });

  it('turns pages forwards and back over the same rows, with the filters kept', async () => {
    const idsOf = (html: string): string[] =>
      [...html.matchAll(/\/institutions\/([0-9a-f-]{36})/g)].map(([, id]) => id ?? '');
    const linkOf = (html: string, rel: string): string | undefined =>
      new RegExp(`rel="${rel}" href="([^"]+)"`).exec(html)?.[1]?.replaceAll('&amp;', '&');
    const first = await page('/institutions?kind=ELDERLY_CARE');
    expect(linkOf(first, 'prev')).toBeUndefined();
    const second = await page(linkOf(first, 'next') ?? '');
    expect(linkOf(second, 'next')).toContain('kind=ELDERLY_CARE');
    const third = await page(linkOf(second, 'next') ?? '');
    expect(linkOf(third, 'next')).toBeUndefined();
    expect(new Set([...idsOf(first), ...idsOf(second), ...idsOf(third)]).size).toBe(45);
    expect(idsOf(await page(linkOf(third, 'prev') ?? ''))).toEqual(idsOf(second));
    expect(idsOf(await page(linkOf(second, 'prev') ?? ''))).toEqual(idsOf(first));
  });

  it('names the district of a list, which stands in the address alone', async () => {
    expect(await page('/institutions')).toContain('区县：全部区县');
    for (const path of ['/institutions', '/inspection-results', '/penalties']) {
      const answer = await app.http.get(`${path}?district=610116`).expect(200);
      expect(answer.text).toContain('区县：陕西省西安市长安区');
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  it('says how a grade comes about, and that what may not be published counts too', async () => {
    const html = await page(`/institutions/${hostileId}`);
    expect(html).toContain('目前没有影响等级的公开记录');
    expect(html).toContain('依法不公示的记录（如轻微的行政处罚）也计分');
    expect(html).toContain('href="/credit-rules"');
  });

  it('keeps the 长辈版 by cookie and by address, and gives it up when asked', async () => {
    const chosen = await app.http.get('/institutions?view=elder').expect(200);
    expect(chosen.text).toContain('<html lang="zh-CN" class="elder">');
    expect(chosen.text).toContain('href="/?view=elder"');
    expect(chosen.headers['cache-control']).toBe('no-store');
    const cookie = (chosen.headers['set-cookie'] as unknown as string[])[0] ?? '';
    expect(cookie).toMatch(/^zhaoguan_view=elder; Path=\/; Max-Age=31536000; SameSite=Lax; HttpOnly$/);
    const later = await app.http.get('/guide').set('cookie', 'zhaoguan_view=elder').expect(200);
    expect(later.text).toContain('class="elder"');
    expect(later.headers['vary']).toBe('Cookie');
    const back = await app.http.get('/guide?view=standard').set('cookie', 'zhaoguan_view=elder').expect(200);
    expect(back.text).not.toContain('class="elder"');
    expect(back.headers['set-cookie']?.[0]).toContain('zhaoguan_view=standard');
  });

  it('does not send again what a visitor holds', async () => {
    const first = await app.http.get('/guide').expect(200);
    await app.http
      .get('/guide')
      .set('if-none-match', first.headers['etag'] as string)
      .expect(304);
  });

  it('says calmly that one character is too few, and where to go when nothing is found', async () => {
    expect(await page('/institutions?q=春')).toContain('请至少输入两个字');
    expect(await page('/institutions?q=没有这样的')).toContain('没有符合条件的机构');
    for (const path of [
      '/institutions?kind=TAVERN',
      '/institutions?grade=Z',
      '/inspection-results?result=FINE',
      '/inspection-results?kind=TAVERN',
      '/penalties?district=nowhere',
    ])
      expect(await page(path)).toContain('没有使用');
    for (const path of ['/inspection-results?district=610116&result=', '/penalties?kind=CHILDCARE'])
      expect(await page(path)).not.toContain('没有使用');
  });

  it('says of a number from a directory that it is registered, and that its receipt was issued elsewhere', async () => {
    const { id, filingNumber } = await buildInstitution(app.nest, { name: '示例·早年养老院' });
    const institution = await page(`/institutions/${id}`);
    expect(institution).toContain(`<a href="/receipts/${filingNumber}">回执不是由本系统出具，查看说明</a>`);
    const receipt = await page(`/receipts/${filingNumber}`);
    expect(receipt).toContain('编号在册，回执不是由本系统出具');
    expect(receipt).toContain(`<a href="/institutions/${id}">示例·早年养老院</a>`);
    expect(receipt).not.toContain('不是本系统发出的');
  });

  it('tells without a script how a draw is computed, in plain words and to the byte', async () => {
    const verify = await page('/verify');
    expect(verify).toMatch(
      /<noscript>.*<a href="\/about#algorithm">.*<a href="\/spec\/draw">.*<\/noscript>/s,
    );
    expect(verify).toContain('<a href="/draws">全部随机抽取</a>');
    expect(await page('/about')).toMatch(/<h2 id="algorithm">抽取怎样计算<\/h2>.*href="\/spec\/draw"/s);
    const specification = await page('/spec/draw');
    expect(specification).toContain('# zhaoguan-draw-v1');
    const file = await app.http.get('/spec/draw.md').expect(200);
    expect(file.headers['content-type']).toBe('text/markdown; charset=utf-8');
    expect(file.text).toBe(readFileSync(join(projectRoot(), 'docs/spec/draw.md'), 'utf8'));
  });

  it('shows every rule by which grades are computed, with examples that the same program computes', async () => {
    const html = await page('/credit-rules');
    for (const expected of ['起评 80 分', '90 至 100 分', '检查发现严重问题', '公示 12 至 36 个月', '20%'])
      expect(html).toContain(expected);
    expect(html).toContain('一次检查发现严重问题、一般问题 2 项');
    expect(html).toMatch(/当天：71 分，C 级.*满 6 个月：76 分，B 级.*满 12 个月：80 分，B 级/s);
    const [institution] = /\/institutions\/[0-9a-f-]{36}/.exec(await page('/institutions')) ?? [''];
    expect(await page(institution)).toContain('href="/credit-rules"');
  });

  it('shows for which conduct which clause allows what', async () => {
    const html = await page('/penalty-bases');
    expect(html).toContain('工作人员的资格不符合规定');
    expect(html).toContain('情节严重的：责令改正，警告，处 3 万元以下罚款');
    expect(html).toContain('《养老机构管理办法》（民政部令第66号）第四十六条第四项 · 民政部门实施');
    expect(html).toContain('只在浙江省施行');
    expect(await page('/penalties')).toContain('href="/penalty-bases"');
  });

  it('leads from the form of a receipt to an address that can be sent on', async () => {
    const answer = await app.http.get('/receipts').query({ number: ' 610116-yl-2026-0042 ' }).expect(303);
    expect(answer.headers['location']).toBe('/receipts/610116-YL-2026-0042');
    expect(await page('/receipts/610116-YL-2026-9999', 404)).toContain('没有查到备案编号');
    await page('/receipts/%00', 404);
    await app.http
      .get('/receipts')
      .query({ number: '//evil.example/' })
      .expect(303)
      .expect('location', /^\/receipts\/%2F%2F/);
  });
});
