import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '@zhaoguan/platform';
import { TestApp } from '@zhaoguan/testing';
import { axeFindings, launchChromium, overflow, screenshotFolder, type Browser, type Page } from './browser';
import { fillPublicSite, type Addresses } from './public-site';

describe('the public pages', () => {
  let app: TestApp;
  let browser: Browser;
  let site: string;
  let addresses: Addresses;
  const folder = screenshotFolder();

  beforeAll(async () => {
    execFileSync(process.execPath, [join(projectRoot(), 'scripts', 'build-verify.mjs')]);
    app = await TestApp.start();
    await app.nest.listen(0, '127.0.0.1');
    site = await app.nest.getUrl();
    [browser, addresses] = await Promise.all([launchChromium(), fillPublicSite(app)]);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
    folder.remove();
  });

  async function inPage<T>(width: number, script: boolean, act: (page: Page) => Promise<T>): Promise<T> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: script });
    try {
      return await act(await context.newPage());
    } finally {
      await context.close();
    }
  }

  const inVersion = (path: string, version: string): string => {
    const address = new URL(path, site);
    if (version === 'elder') address.searchParams.set('view', 'elder');
    return address.href;
  };

  it.each([
    [390, 'standard'],
    [1280, 'standard'],
    [320, 'standard'],
    [390, 'elder'],
    [1280, 'elder'],
  ])(
    'are in order at %i px in the %s version: no finding of axe, nothing sticks out',
    async (width, version) => {
      const findings = await inPage(width, true, async (page) => {
        const found: string[] = [];
        for (const [name, path] of Object.entries(addresses)) {
          await page.goto(inVersion(path, version));
          for (const finding of await axeFindings(page)) found.push(`${name}: ${finding}`);
          const wide = await overflow(page);
          if (wide > 0) found.push(`${name}: ${wide} px wider than the window`);
          await page.screenshot({
            path: join(folder.path, `${name}-${width}-${version}.png`),
            fullPage: true,
          });
        }
        return found;
      });
      expect(findings).toEqual([]);
    },
    120_000,
  );

  it('have their faults found by axe: a page that is out of order does not pass', async () => {
    const findings = await inPage(390, true, async (page) => {
      await page.setContent(
        '<html><body><img src="x"><p style="color:#bbb;background:#fff">灰字</p></body></html>',
      );
      return axeFindings(page);
    });
    expect(findings.join()).toMatch(/image-alt/);
    expect(findings.join()).toMatch(/color-contrast/);
  });

  it('have targets of 60 px and letters of 22 px or more in the 长辈版', async () => {
    const small = await inPage(390, true, async (page) => {
      const found: string[] = [];
      for (const [name, path] of Object.entries(addresses)) {
        await page.goto(inVersion(path, 'elder'));
        const faults =
          (await page.evaluate(`[...document.querySelectorAll('main a, main button, main select, main input:not([type=hidden]), header a, footer a')]
          .filter((e) => e.getBoundingClientRect().height < 59.5 && !e.closest('p, ol.text, ul.text, .fine, .crumbs') && e.getBoundingClientRect().height > 0)
          .map((e) => e.outerHTML.slice(0, 80) + ' ' + e.getBoundingClientRect().height)
          .concat([...document.querySelectorAll('main p, main td, main dd, main dt, main li, footer p')]
            .filter((e) => parseFloat(getComputedStyle(e).fontSize) < 22).map((e) => e.outerHTML.slice(0, 80)))`)) as string[];
        for (const fault of faults) found.push(`${name}: ${fault}`);
      }
      return found;
    });
    expect(small).toEqual([]);
  });

  it('lead a visitor without a script from the search to the institution and its inspection', async () => {
    const title = await inPage(390, false, async (page) => {
      await page.goto(`${site}/`);
      await page.getByLabel('机构名称').fill('夕照');
      await page.getByLabel('所在区县').selectOption('610100');
      await page.getByRole('button', { name: '查机构' }).click();
      await page.getByRole('link', { name: '示例·长安夕照养护中心' }).click();
      await page
        .getByRole('link', { name: /^2026年11月20日$/ })
        .first()
        .click();
      return page.getByRole('heading', { level: 1 }).textContent();
    });
    expect(title).toBe('示例·长安夕照养护中心的检查结果');
  });

  it('keep the 长辈版 once chosen, and lead back', async () => {
    await inPage(1280, false, async (page) => {
      await page.goto(`${site}/guide`);
      await page.getByRole('link', { name: '长辈版', exact: true }).click();
      expect(await page.locator('html').getAttribute('class')).toBe('elder');
      await page.goto(`${site}/institutions`);
      expect(await page.locator('html').getAttribute('class')).toBe('elder');
      await page.getByRole('link', { name: '返回标准版' }).click();
      await page.goto(`${site}/`);
      expect(await page.locator('html').getAttribute('class')).toBeNull();
    });
  });

  it('verify an opened draw in the browser, from the site and from a saved page without a network', async () => {
    const path = addresses['draw-verify'] ?? '';
    const bundle = await app.http.get(`/api/v1/public${path.replace('/verify', '/bundle')}`).expect(200);
    const file = {
      name: 'bundle.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(bundle.body)),
    };
    await inPage(1280, true, async (page) => {
      await page.goto(`${site}${path}`);
      await page.getByRole('button', { name: '开始验证' }).click();
      await page.getByText('验证通过').waitFor();
      await page.screenshot({ path: join(folder.path, 'verified-1280.png'), fullPage: true });
      const saved = await page.content();
      await page.context().setOffline(true);
      await page.setContent(saved);
      await page.locator('#bundle-file').setInputFiles(file);
      await page.getByText('验证通过').waitFor();
      const tampered = JSON.stringify(bundle.body).replace(/"rank":1,/, '"rank":9,');
      await page.locator('#bundle-file').setInputFiles({ ...file, buffer: Buffer.from(tampered) });
      await page.getByText('验证未通过').waitFor();
      expect(await page.locator('#verify-output').textContent()).toContain('不一致');
    });
  });

  it('pass no other draw’s bundle on the page of a draw, and say whose it is', async () => {
    const path = addresses['draw-verify'] ?? '';
    const bundle = await app.http.get(`/api/v1/public${path.replace('/verify', '/bundle')}`).expect(200);
    const file = {
      name: 'bundle.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(bundle.body)),
    };
    await inPage(1280, true, async (page) => {
      await page.goto(`${site}${addresses['draw-verify-early']}`);
      await page.locator('#bundle-file').setInputFiles(file);
      await page.getByText('不是本页这次抽取的数据包').waitFor();
      const output = await page.locator('#verify-output').textContent();
      expect(output).toContain(`数据包属于：${bundle.body.announcement.title}`);
      expect(output).not.toContain('验证通过');
    });
  });

  it('are fit to print: no navigation, no form, nothing cut off', async () => {
    await inPage(794, true, async (page) => {
      await page.goto(`${site}${addresses['institution-troubled']}`);
      await page.emulateMedia({ media: 'print' });
      await page.screenshot({ path: join(folder.path, 'institution-print.png'), fullPage: true });
      expect(await page.locator('nav:visible, form:visible').count()).toBe(0);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    });
  });
});
