import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@zhaoguan/platform';
import { TestApp, type TestAppOptions, type TestPerson } from '@zhaoguan/testing';
import {
  axeFindings,
  launchChromium,
  overflow,
  type Browser,
  type BrowserContext,
  type Page,
} from './browser';

/** Width and height of what a person sits at, or holds. */
export const DESK = { width: 1280, height: 860 } as const;
export const PHONE = { width: 390, height: 800 } as const;
export const SMALL_PHONE = { width: 360, height: 740 } as const;
type Size = typeof DESK | typeof PHONE | typeof SMALL_PHONE;

/** A whole story by clicking. */
export const STORY_MS = 180_000;
const LONGEST_SIGHT_MS = 30_000;
const PAGE_STANDS = `new Promise((done) => {
  const look = () => (document.querySelector('h1, [role=alert]') ? done() : requestAnimationFrame(look));
  look();
})`;
/** Set by scripts/guide-screenshots.mjs: the pictures of docs/guide are taken anew. */
const TAKES_PICTURES = process.env['GUIDE_PICTURES'] !== undefined;

/** The whole system with its console, and browsers that look at it. */
export class ConsoleSite {
  private readonly contexts: BrowserContext[] = [];
  /** The browser of each person, by user name, with the page that stands open in it. */
  private readonly open = new Map<string, Page>();

  private constructor(
    readonly app: TestApp,
    private readonly browser: Browser,
    private readonly url: string,
  ) {}

  static async start(options: Pick<TestAppOptions, 'unstaffed'> = {}): Promise<ConsoleSite> {
    execFileSync(process.execPath, [join(projectRoot(), 'scripts', 'build.mjs')]);
    const app = await TestApp.start({ ...options, console: true });
    await app.nest.listen(0, '127.0.0.1');
    return new ConsoleSite(app, await launchChromium(), await app.nest.getUrl());
  }

  async stop(): Promise<void> {
    for (const context of this.contexts) await context.close();
    await this.browser.close();
    await this.app.stop();
  }

  /** A fresh browser at an address of the console, nobody signed in. */
  async visit(path: string, size: Size = DESK): Promise<Visitor> {
    return this.openPage(await this.freshBrowser(size), path);
  }

  /** @param kept what the browser has in its storage for the console, by name */
  private async freshBrowser(
    size: Size,
    kept: Readonly<Record<string, string>> = {},
  ): Promise<BrowserContext> {
    const localStorage = Object.entries(kept).map(([name, value]) => ({ name, value }));
    const context = await this.browser.newContext({
      viewport: size,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      // Nothing moves, so a picture shows what stands.
      reducedMotion: 'reduce',
      storageState: { cookies: [], origins: [{ origin: new URL(this.url).origin, localStorage }] },
    });
    this.contexts.push(context);
    return context;
  }

  /** @param size where it is not that of the browser: set before anything is drawn, for a page that changes its frame does so in its own time */
  private async openPage(context: BrowserContext, path: string, size?: Size): Promise<Visitor> {
    const page = await context.newPage();
    if (size) await page.setViewportSize(size);
    const visitor = new Visitor(page, `${this.url}/console`);
    await visitor.go(path);
    return visitor;
  }

  /** What is wrong with the pages of a person in the hand, each with its address. */
  async faultsInHand(person: TestPerson, paths: readonly string[]): Promise<string[]> {
    const own = this.open.get(person.username);
    const visitor = own
      ? await this.openPage(own.context(), '/', PHONE)
      : await this.elsewhere(person, '/', PHONE);
    const found: string[] = [];
    for (const path of paths) {
      await visitor.go(path);
      found.push(...(await visitor.faults()).map((fault) => `${path}: ${fault}`));
    }
    await visitor.page.close();
    return found;
  }

  /**
   * The person's own browser at an address, signed in. A page they have open there is
   * closed: who needs two at once asks for another browser (`elsewhere`).
   */
  async as(person: TestPerson, path = '/', size: Size = DESK): Promise<Visitor> {
    const before = this.open.get(person.username);
    const visitor = before
      ? await this.openPage(before.context(), path, size)
      : await this.elsewhere(person, path, size);
    if (before) {
      await before.close();
      await visitor.page.locator('h1').first().waitFor();
      if (visitor.page.url().includes('/sign-in')) await visitor.signIn(person);
    }
    this.open.set(person.username, visitor.page);
    return visitor;
  }

  /**
   * A fresh browser in which this person has signed in before. Signing in by the form is console-frame's matter; elsewhere
   * it would cost each person two loads more.
   */
  async elsewhere({ username, password }: TestPerson, path = '/', size: Size = DESK): Promise<Visitor> {
    const context = await this.freshBrowser(size, { 'zhaoguan-session': 'held' });
    const answer = await context.request.post(`${this.url}/api/v1/auth/login`, {
      data: { username, password },
    });
    if (!answer.ok()) throw new Error(`${username} was not let in: ${await answer.text()}`);
    return this.openPage(context, path);
  }
}

/** Somebody in front of the console. Their browser's complaints are failures. */
export class Visitor {
  readonly complaints: string[] = [];

  constructor(
    readonly page: Page,
    private readonly base: string,
  ) {
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      // A refusal is an answer; the browser reports each as an error all the same.
      const refusal = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !refusal) this.complaints.push(message.text());
    });
  }

  /** The id at the end of the address. */
  idInAddress(): string {
    return /[0-9a-f-]{36}$/.exec(new URL(this.page.url()).pathname)![0];
  }

  async go(path: string): Promise<void> {
    await this.page.goto(this.base + path);
    // Asked in the page, each frame: a locator that waits looks again only after half a second.
    await this.page.evaluate(PAGE_STANDS);
  }

  async signIn({ username, password }: Pick<TestPerson, 'username' | 'password'>): Promise<void> {
    await this.page.getByLabel('用户名').fill(username);
    await this.page.getByLabel('密码', { exact: true }).fill(password);
    await this.press('登录');
    await this.page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  }

  /** Clicks a button by its text. */
  async press(text: string): Promise<void> {
    await this.page.getByRole('button', { name: text, exact: true }).click();
  }

  /** Follows a link that looks like a button; the navigation may have one of the same name. */
  async follow(text: string): Promise<void> {
    await this.page.locator('main').getByRole('link', { name: text, exact: true }).click();
  }

  /** The second step of a decision: its button in the dialog. */
  async confirm(act: string): Promise<void> {
    await this.page.getByRole('dialog').getByRole('button', { name: act, exact: true }).click();
  }

  /** Picks from a list by typing a part of the answer. */
  async choose(label: string, part: string): Promise<void> {
    await this.page.getByLabel(label).first().click();
    await this.page.keyboard.type(part);
    await this.page.locator('.ant-select-item-option').filter({ hasText: part }).first().click();
  }

  async open(link: string): Promise<void> {
    await this.page.getByRole('link', { name: link }).first().click();
  }

  async sees(text: string | RegExp): Promise<void> {
    const what = this.page.getByText(text).first();
    const deadline = performance.now() + LONGEST_SIGHT_MS;
    while (!(await what.isVisible())) {
      if (performance.now() > deadline) throw new Error(`not to be seen: ${String(text)}`);
      await new Promise((resume) => setTimeout(resume, 30));
    }
  }

  /** What is wrong with the page as it stands: findings of axe, things that stick out, complaints of the browser. */
  async faults(): Promise<string[]> {
    const heading = this.page.locator('h1').first();
    await heading.waitFor();
    await this.page.getByLabel('正在载入').first().waitFor({ state: 'detached' });
    // That of the page before may have been the first: what was loading has its own.
    await heading.waitFor();
    const wide = await overflow(this.page);
    return [
      ...(await axeFindings(this.page)),
      ...(wide > 0 ? [`${wide} px wider than the window`] : []),
      ...this.complaints,
    ];
  }

  /** Text that cannot be read in the sun: below a contrast of 7:1 (WCAG 1.4.6). */
  paleTexts(): Promise<string[]> {
    return axeFindings(this.page, 'color-contrast-enhanced');
  }

  /** The picture of this page in the guide, when they are taken anew. */
  async picture(name: string): Promise<void> {
    if (!TAKES_PICTURES) return;
    const folder = join(projectRoot(), 'docs', 'guide', 'pictures');
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${name}.png`) });
  }
}
