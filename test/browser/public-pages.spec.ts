import { join } from 'node:path';
import type { Institution } from '@zhaoguan/institutions';
import { plainDate } from '@zhaoguan/kernel';
import { TestApp } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { buildInstitution } from '../../libs/institutions/test/institution.builder';
import { axeFindings, launchChromium, overflow, screenshotFolder, type Browser } from './browser';
import { PublishedRecords } from './published-records';

const WIDTHS = [390, 1280] as const;

describe('the public pages', () => {
  let app: TestApp;
  let browser: Browser;
  let site: string;
  const folder = screenshotFolder();
  const paths: Record<string, string> = { home: '/', institutions: '/institutions' };

  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    await app.nest.listen(0, '127.0.0.1');
    site = await app.nest.getUrl();
    browser = await launchChromium();
    await fill();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
    folder.remove();
  });

  async function fill(): Promise<void> {
    const built: Institution[] = [];
    for (const [district, name] of [
      ['610116', '长安'],
      ['610104', '莲湖'],
      ['330106', '西湖'],
    ] as const) {
      for (let i = 0; i < 9; i += 1) {
        built.push(
          await buildInstitution(app.nest, {
            district,
            kind: i % 3 === 2 ? 'CHILDCARE' : 'ELDERLY_CARE',
            name: `示例·${name}${['春晖', '康宁', '小松果', '颐和'][i % 4]}${i % 3 === 2 ? '托育园' : '养护中心'}`,
            filedOn: plainDate('2026-03-02'),
          }),
        );
      }
    }
    const longest = await buildInstitution(app.nest, {
      name: '示例·西安市长安区老年人日间照料与长期护理综合服务示范中心（有限合伙）第二分中心',
      address: '示例街道示例社区示例路 1200 号示例花园小区东门北侧配套用房一层至三层',
    });
    const troubled = await buildInstitution(app.nest, { name: '示例·长安夕照养护中心' });
    const closed = await buildInstitution(app.nest, {
      name: '示例·长安旧桥养老院',
      filingNumber: null,
      filedOn: null,
    });
    await app.database.query(
      `update institutions.institution set status = 'SUSPENDED', grade = 'C' where id = $1`,
      [closed.id],
    );
    const hat = [...built, longest, troubled];
    const records = new PublishedRecords(app);
    const opened = await records.draw(hat, {
      title: '示例·2026年长安区养老机构第一次双随机抽查',
      status: 'OPENED',
      announcedAt: '2026-07-01T02:00:00Z',
    });
    const drawn = await records.draw(hat, {
      title: '示例·2026年长安区养老机构第二次双随机抽查',
      status: 'DRAWN',
      announcedAt: '2026-11-01T02:00:00Z',
    });
    const announced = await records.draw(hat, {
      title: '示例·2026年长安区养老机构年末抽查',
      status: 'ANNOUNCED',
      announcedAt: '2026-11-19T02:00:00Z',
    });
    const voided = await records.draw(hat, {
      title: '示例·2026年长安区养老机构消防专项抽查',
      status: 'VOIDED',
      announcedAt: '2026-05-06T02:00:00Z',
    });
    for (const [i, institution] of built.slice(0, 6).entries()) {
      await records.result(opened, institution, {
        inspectedOn: `2026-09-${10 + i}`,
        publishedAt: `2026-09-${18 + i}T02:00:00Z`,
        code: 'NO_PROBLEM',
        label: '未发现问题',
      });
    }
    const failed = await records.result(opened, troubled, {
      inspectedOn: '2026-09-12',
      publishedAt: '2026-09-24T02:00:00Z',
      code: 'PROBLEMS_CORRECTED',
      label: '发现问题已责令改正',
      failures: [
        {
          itemCode: 'YL12',
          title: '疏散通道、安全出口',
          legalBasis: [{ law: '《中华人民共和国消防法》', article: '第二十八条', binding: true }],
        },
        {
          itemCode: 'YL08',
          title: '入院评估',
          legalBasis: [{ law: '《养老机构管理办法》（民政部令第66号）', article: '第十七条', binding: true }],
        },
      ],
    });
    await records.result(drawn, troubled, {
      inspectedOn: '2026-11-10',
      publishedAt: '2026-11-16T02:00:00Z',
      code: 'NO_PROBLEM',
      label: '未发现问题',
    });
    const penalty = await records.penalty(troubled, {
      number: '长民罚决字〔2026〕3号',
      decidedOn: '2026-10-12',
      publishedAt: '2026-10-14T02:00:00Z',
      publicUntil: '2027-10-11',
    });
    const filing = await new FilingBuilder(app).accepted(
      await app.person('OPERATOR'),
      await app.person('REGISTRAR'),
    );
    paths['institution-troubled'] = `/institutions/${troubled.id}`;
    paths['institution-suspended'] = `/institutions/${closed.id}`;
    paths['results'] = '/inspection-results';
    paths['results-none'] = '/inspection-results?result=REFUSED';
    paths['result'] = `/inspection-results/${failed}`;
    paths['penalties'] = '/penalties';
    paths['penalties-none'] = '/penalties?kind=CHILDCARE';
    paths['penalty'] = `/penalties/${penalty}`;
    paths['draws'] = '/draws';
    paths['draw-opened'] = `/draws/${opened}`;
    paths['draw-drawn'] = `/draws/${drawn}?name=夕照`;
    paths['draw-announced'] = `/draws/${announced}?name=不在这里`;
    paths['draw-voided'] = `/draws/${voided}`;
    paths['draw-verify'] = `/draws/${opened}/verify`;
    paths['verify'] = '/verify';
    paths['receipts'] = '/receipts';
    paths['receipt'] = `/receipts/${filing.filingNumber}`;
    paths['receipt-unknown'] = '/receipts/610116-YL-2026-9999';
    paths['guide'] = '/guide';
    paths['about'] = '/about';
    paths['data-licence'] = '/data-licence';
    paths['institution'] = `/institutions/${longest.id}`;
    paths['institutions-none'] = '/institutions?q=没有这样的名字';
    paths['institutions-fault'] = '/institutions?q=春&kind=TAVERN';
    paths['missing'] = '/no/such/page';
  }

  it.each([
    [390, ''],
    [1280, ''],
    [390, 'elder'],
    [1280, 'elder'],
  ])('are in order at %i px %s: no finding of axe, nothing sticks out', async (width, view) => {
    expect(WIDTHS).toContain(width);
    const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: true });
    const page = await context.newPage();
    const findings: string[] = [];
    for (const [name, path] of Object.entries(paths)) {
      const address = new URL(path, site);
      if (view) address.searchParams.set('view', view);
      await page.goto(address.href);
      for (const finding of await axeFindings(page)) findings.push(`${name}: ${finding}`);
      const wide = await overflow(page);
      if (wide > 0) findings.push(`${name}: ${wide} px wider than the window`);
      await page.screenshot({ path: join(folder.path, `${name}-${width}${view}.png`), fullPage: true });
    }
    await context.close();
    expect(findings).toEqual([]);
  });
});
