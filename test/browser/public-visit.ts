import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@zhaoguan/platform';
import { TestApp } from '@zhaoguan/testing';
import { launchChromium, type Browser, type Page } from './browser';
import { fillPublicSite, type Addresses } from './public-site';

export type Version = 'standard' | 'elder';

/** The public site with everything it can show, and a browser in front of it. */
export class PublicVisit {
  private constructor(
    readonly app: TestApp,
    readonly site: string,
    readonly addresses: Addresses,
    private readonly browser: Browser,
  ) {}

  static async start(): Promise<PublicVisit> {
    execFileSync(process.execPath, [join(projectRoot(), 'scripts', 'build-verify.mjs')]);
    const app = await TestApp.start();
    await app.nest.listen(0, '127.0.0.1');
    const [browser, addresses] = await Promise.all([launchChromium(), fillPublicSite(app)]);
    return new PublicVisit(app, await app.nest.getUrl(), addresses, browser);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.app.stop();
  }

  /** What a fresh browser of this width finds. */
  async inPage<T>(width: number, script: boolean, act: (page: Page) => Promise<T>): Promise<T> {
    const context = await this.browser.newContext({
      viewport: { width, height: 900 },
      javaScriptEnabled: script,
    });
    try {
      return await act(await context.newPage());
    } finally {
      await context.close();
    }
  }

  /** The address of a page in the standard version, or in the 长辈版. */
  address(path: string, version: Version): string {
    const address = new URL(path, this.site);
    if (version === 'elder') address.searchParams.set('view', 'elder');
    return address.href;
  }
}

/** The picture of a whole page in the folder SCREENSHOTS, when it is set, to look at them. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
