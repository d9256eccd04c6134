import { axeFindings, overflow } from './browser';
import { keepPicture, PublicVisit, type Version } from './public-visit';

describe('how the public pages look', () => {
  let visit: PublicVisit;
  beforeAll(async () => {
    visit = await PublicVisit.start();
  }, 180_000);
  afterAll(() => visit.stop());

  it.each<[Version, readonly number[]]>([
    ['standard', [320, 390, 1280]],
    ['elder', [390, 1280]],
  ])(
    'are in order in the %s version at every width: no finding of axe, nothing sticks out',
    async (version, widths) => {
      const findings = await visit.inPage(widths[0]!, true, async (page) => {
        const found: string[] = [];
        for (const [name, path] of Object.entries(visit.addresses)) {
          await page.goto(visit.address(path, version));
          for (const width of widths) {
            await page.setViewportSize({ width, height: 900 });
            const wide = await overflow(page);
            const faults = [...(await axeFindings(page)), ...(wide > 0 ? ['wider than the window'] : [])];
            found.push(...faults.map((fault) => `${name} at ${width} px: ${fault}`));
            await keepPicture(page, `${name}-${width}-${version}`);
          }
        }
        return found;
      });
      expect(findings).toEqual([]);
    },
    300_000,
  );

  it('have their faults found by axe: a page that is out of order does not pass', async () => {
    const findings = await visit.inPage(390, true, async (page) => {
      await page.setContent(
        '<html><body><img src="x"><p style="color:#bbb;background:#fff">灰字</p></body></html>',
      );
      return axeFindings(page);
    });
    expect(findings.join()).toMatch(/image-alt/);
    expect(findings.join()).toMatch(/color-contrast/);
  });

  it('have targets of 60 px and letters of 22 px or more in the 长辈版', async () => {
    const small = await visit.inPage(390, true, async (page) => {
      const found: string[] = [];
      for (const [name, path] of Object.entries(visit.addresses)) {
        await page.goto(visit.address(path, 'elder'));
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

  it('leave a phone in the 长辈版 room for what a table says, and no mark of a list outside its box', async () => {
    const cramped = await visit.inPage(360, true, async (page) => {
      const found: string[] = [];
      for (const [name, path] of Object.entries(visit.addresses)) {
        await page.goto(visit.address(path, 'elder'));
        const faults = (await page.evaluate(`[...document.querySelectorAll('main td .cell-value')]
          .filter((e) => e.getBoundingClientRect().width < 0.9 * e.parentElement.getBoundingClientRect().width)
          .concat([...document.querySelectorAll('main ul, main ol')].filter((e) =>
            getComputedStyle(e).listStyleType !== 'none' && parseFloat(getComputedStyle(e).paddingLeft) < 16))
          .map((e) => e.outerHTML.slice(0, 80))`)) as string[];
        for (const fault of faults) found.push(`${name}: ${fault}`);
      }
      return found;
    });
    expect(cramped).toEqual([]);
  });

  it('are fit to print: no navigation, no form, nothing cut off', async () => {
    await visit.inPage(794, true, async (page) => {
      await page.goto(`${visit.site}${visit.addresses['institution-troubled']}`);
      await page.emulateMedia({ media: 'print' });
      await keepPicture(page, 'institution-print');
      expect(await page.locator('nav:visible, form:visible').count()).toBe(0);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    });
  });
});
