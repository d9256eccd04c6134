import { TestApp } from '@zhaoguan/testing';

describe('service guides on the public site', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
  });
  afterAll(() => app.stop());

  const page = async (path: string, status = 200): Promise<string> => {
    const answer = await app.http.get(path).expect(status);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    return answer.text;
  };

  it('lead from the home page through the index to one item', async () => {
    expect(await page('/')).toContain('href="/guide#items"');
    const index = await page('/guide');
    expect(index).toContain('href="/guide/elderly-care-initial"');
    expect(index.match(/href="\/guide\/[a-z-]+"/g)).toHaveLength(15);
  });

  it.each(['/guide/elderly-care-initial', '/guide/elderly-care-closure', '/guide/childcare-initial/sample'])(
    'say at their beginning what they hold, each section once: %s',
    async (path) => {
      const html = await page(path);
      const contents = /<nav class="contents[^]*?<\/nav>/.exec(html)?.[0] ?? '';
      const listed = [...contents.matchAll(/href="#([^"]+)">([^<]+)</g)].map(([, id, title]) => [id, title]);
      const sections = [...html.matchAll(/<h2 id="([^"]+)">([^<]+)</g)].map(([, id, title]) => [id, title]);
      expect(listed.length).toBeGreaterThan(3);
      expect(listed).toEqual(sections);
    },
  );

  it('tell an operator who accepts, by when, what is asked, and how mistakes are made', async () => {
    const html = await page('/guide/elderly-care-initial?district=610116');
    expect(html).toContain('西安市长安区民政局');
    expect(html).toContain('西咸新区基层工作部');
    expect(html).toContain('10 个工作日');
    expect(html).toContain('30 日');
    expect(html).toContain('养老机构床位数不少于 10 张');
    expect(html).toContain('有下列错误的，改正以后才能提交');
    // What only a 托育机构 is asked is no mistake here, and its law no basis.
    expect(html).not.toContain('托育机构登记和备案办法');
    expect(html).toContain('自知道之日起 60 日内申请行政复议');
    expect(html).toMatch(/<svg class="flow"[^>]* role="img"/);
  });

  it('say of a reminder by its word that it holds nothing up, and count nothing that is not known yet', async () => {
    const html = await page('/guide/elderly-care-closure?district=610116');
    expect(html).toContain('<strong>提醒：</strong>');
    expect(html).toContain('以“提醒”开头的只作提醒，不影响提交；其余的改正以后才能提交');
    expect(html).toContain('安置去向的人数合计应当与填报的人数一致');
    expect(html).not.toContain('若干 人');
  });

  it('say of what holds from a later day on that it can be taken back until then', async () => {
    const said = '情况有变的，可以在原件中申请撤回';
    expect(await page('/guide/childcare-suspension')).toContain(said);
    expect(await page('/guide/childcare-change')).not.toContain(said);
  });

  it('lead to the sign-in, and say where an account is had', async () => {
    const html = await page('/guide/elderly-care-closure?district=610116');
    expect(html).toContain('网上办：<a href="/console/">登录工作台</a>');
    expect(html).toContain('到备案机关的办事窗口开立机构经办人账号，地址和电话见下');
    expect(html).not.toContain('登录地址由');
    expect(await page('/guide/elderly-care-closure')).toContain('选定区县以后显示窗口的地址和电话');
    expect(await page('/')).toContain('<a href="/console/">机构和工作人员登录</a>');
  });

  it('say what is to be filled in by one word, and count what they count', async () => {
    const html = await page('/guide/elderly-care-initial?district=610116');
    expect(html).toContain('必填');
    expect(html).not.toContain('申请书应当填写');
    expect(html).toContain('提交几次仍须补正的，退回前电话联系申请人');
    expect(html).toContain('3 次');
    for (const internal of ['上限参数', '达到该次数']) expect(html).not.toContain(internal);
  });

  it('ask of a home for the business licence by the answer of the form', async () => {
    const html = await page('/guide/home-childcare-initial');
    expect(html).toContain('法人类型为企业法人或者个体工商户（营利性）的，应当提交');
    expect(html).toContain('民办非企业单位或者事业单位的，填写登记证书上的统一社会信用代码，不交营业执照');
  });

  it('show the nationwide rule without a county, and say so when the address names none', async () => {
    expect(await page('/guide/home-childcare-initial')).toContain('没有选区县时，显示全国通行的规定');
    expect(await page('/guide/home-childcare-initial?district=330100')).toContain('没有这个区县');
    expect(await page('/guide/home-childcare-initial')).toContain('不超过 5 人');
  });

  it('answer 404 for an item that there is not', async () => {
    await page('/guide/tavern-initial', 404);
    await app.http.get('/guide/tavern-initial/sample.pdf').expect(404);
    await app.http.get('/api/v1/public/service-guides/tavern-initial').expect(404);
  });

  it.each(['sample', 'blank'])('hand out the form as a page and as a paper: %s', async (name) => {
    const html = await page(`/guide/childcare-initial/${name}`);
    expect(html.includes('示例·小树苗托育中心')).toBe(name === 'sample');
    const path = `/guide/childcare-initial/${name}.pdf`;
    const paper = await app.http.get(path).expect(200);
    expect(paper.headers['content-type']).toBe('application/pdf');
    expect(paper.body.subarray(0, 5).toString()).toBe('%PDF-');
    await app.http
      .get(path)
      .set('if-none-match', paper.headers['etag'] as string)
      .expect(304);
  });

  it.each(['elderly-care-initial', 'childcare-initial', 'childcare-change', 'home-childcare-initial'])(
    'agree with themselves in what they fill in: %s',
    async (item) => {
      const facts = [
        ...(await page(`/guide/${item}/sample`)).matchAll(/<dt>(.*?)<\/dt><dd[^>]*>(.*?)<\/dd>/g),
      ];
      const at = (name: string) => facts.find(([, label]) => label?.startsWith(name))?.[2] ?? '';
      expect(at('所在乡镇')).not.toBe('');
      expect(facts.some(([, label, said]) => label?.includes('地址') && said?.includes(at('所在乡镇')))).toBe(
        true,
      );
    },
  );

  it('fill in nothing of what the sample says that there is not, and say when it is asked for', async () => {
    const before = app.clock.now();
    app.clock.set(new Date('2026-12-31T02:00:00Z'));
    const html = await page('/guide/home-childcare-initial/sample');
    const paper = await app.http.get('/guide/home-childcare-initial/sample.pdf').expect(200);
    app.clock.set(new Date('2027-01-01T02:00:00Z'));
    const next = await app.http.get('/guide/home-childcare-initial/sample.pdf').expect(200);
    app.clock.set(before);
    expect(html).toContain('不填（提供餐饮服务为“是”时填写）');
    expect(html).toContain('不填（预收费用为“是”时填写）');
    expect(html).not.toContain('JY36101160000001');
    expect(html).toContain('<h2 id="step-食品安全与监控">食品安全与监控</h2>');
    // Its days are counted from the one on which it is read, on paper too.
    expect(html).toContain('<dd>2027年10月31日</dd>');
    expect(next.headers['etag']).not.toBe(paper.headers['etag']);
  });

  it('are data for programs, kept by any cache', async () => {
    const { body } = await app.http.get('/api/v1/public/service-guides').expect(200);
    expect(body.items).toHaveLength(15);
    const guide = await app.http
      .get('/api/v1/public/service-guides/childcare-initial')
      .query({ district: '610116' })
      .expect(200);
    expect(guide.headers['cache-control']).toBe('public, max-age=60');
    expect(guide.body).toMatchObject({
      code: 'CHILDCARE_INITIAL',
      place: { authority: { name: '西安市长安区卫生健康局' } },
    });
    await app.http
      .get('/api/v1/public/service-guides/childcare-initial')
      .set('if-none-match', guide.headers['etag'] as string)
      .expect(200);
  });

  it('refuse a district that is none, at the field', async () => {
    const path = '/api/v1/public/service-guides/childcare-initial';
    const unknown = await app.http.get(path).query({ district: '999999' }).expect(422);
    expect(unknown.body).toMatchObject({ code: 'UNKNOWN_DISTRICT', errors: [{ pointer: '/district' }] });
    await app.http.get(path).query({ district: 'abc' }).expect(422);
  });

  it.each([
    ['childcare', '在托婴幼儿数'],
    ['home-childcare', '在托婴幼儿数'],
    ['elderly-care', '在住老年人数'],
  ])('say in plain words when something has to be filled in: %s', async (kind, people) => {
    const before = app.clock.now();
    app.clock.set(new Date('2026-12-01T02:00:00Z'));
    for (const type of ['suspension', 'closure']) {
      const html = await page(`/guide/${kind}-${type}?district=610116`);
      expect(html).toContain('应退费用大于 0 时必填');
      expect(html).toContain(`${people}大于 0 时必填`);
      expect(html).not.toContain('不是：');
    }
    app.clock.set(before);
  });
});
