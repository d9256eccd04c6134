import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Pages of one person share a renderer, which keeps what it has compiled of the console from one page to the next.
  '--process-per-site',
];

/** Where Debian has them; scripts/test.mjs looks further and tells by CHROMIUM_PATH. */
const USUAL_PATHS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

export function launchChromium(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? USUAL_PATHS.find(existsSync);
  if (executablePath === undefined) throw new Error('no Chromium here: npm run system-packages');
  return chromium.launch({ executablePath, args: FLAGS });
}

/**
 * What axe-core finds wrong on the page as it stands, one line a finding.
 * @param rules only these; every rule that is on by itself when none is named
 */
export async function axeFindings(page: Page, ...rules: string[]): Promise<string[]> {
  const scope = rules.length === 0 ? '' : `runOnly: ${JSON.stringify(rules)}, `;
  // By the debugger, past the page's CSP, which forbids scripts on purpose.
  const client = await page.context().newCDPSession(page);
  const { result: there } = await client.send('Runtime.evaluate', { expression: '"axe" in window' });
  // Half a megabyte on its way through two processes takes longer than the look at most pages.
  if (there.value !== true) await client.send('Runtime.evaluate', { expression: AXE });
  const { result } = await client.send('Runtime.evaluate', {
    expression: `axe.run(document, { ${scope}resultTypes: ['violations'] }).then((r) => JSON.stringify(r.violations.map(
      (v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ') + ' ' + (n.any[0]?.message ?? n.all[0]?.message ?? n.none[0]?.message ?? '')).join(' | '))))`,
    awaitPromise: true,
    returnByValue: true,
  });
  await client.detach();
  return JSON.parse(result.value as string) as string[];
}

/** How many CSS pixels the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - window.innerWidth') as Promise<number>;
}

export type { Browser, BrowserContext, Page };
