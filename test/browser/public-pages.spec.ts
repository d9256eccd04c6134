import { join } from 'node:path';
import { plainDate } from '@zhaoguan/kernel';
import { TestApp } from '@zhaoguan/testing';
import { buildInstitution } from '../../libs/institutions/test/institution.builder';
import { axeFindings, launchChromium, overflow, screenshotFolder, type Browser } from './browser';

const WIDTHS = [390, 1280] as const;

describe('the public pages', () => {
  let app: TestApp;
  let browser: Browser;
  let site: string;
  const folder = screenshotFolder();
  const paths: Record<string, string> = { home: '/', institutions: '/institutions' };

  beforeAll(async () => {
    app = await TestApp.start();
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
    for (const [district, name] of [
      ['610116', '长安'],
      ['610104', '莲湖'],
      ['330106', '西湖'],
    ] as const) {
      for (let i = 0; i < 9; i += 1) {
        await buildInstitution(app.nest, {
          district,
          kind: i % 3 === 2 ? 'CHILDCARE' : 'ELDERLY_CARE',
          name: `示例·${name}${['春晖', '康宁', '小松果', '颐和'][i % 4]}${i % 3 === 2 ? '托育园' : '养护中心'}`,
          filedOn: plainDate('2026-03-02'),
        });
      }
    }
    const longest = await buildInstitution(app.nest, {
      name: '示例·西安市长安区老年人日间照料与长期护理综合服务示范中心（有限合伙）第二分中心',
      address: '示例街道示例社区示例路 1200 号示例花园小区东门北侧配套用房一层至三层',
    });
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
