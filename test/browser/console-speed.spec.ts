import type { Role } from '@zhaoguan/contracts';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import type { CDPSession } from 'playwright-core';
import { ConsoleSite, DESK, PHONE, STORY_MS, type Visitor } from './console-site';

/** How much slower than this machine the processor of the office, or of the phone, is taken to be. */
const SLOWDOWN = 4;

/**
 * How long a page takes until it can be used is reported, not asserted: neighbours of this test run at the same time. So
 * the processor is not slowed down, which would slow the neighbours as well; what the page's own thread has computed is
 * counted by the clock of that thread, and once more for each time the other processor is slower.
 */
describe('the time until a page of the console can be used', () => {
  let site: ConsoleSite;
  let filingId: string;
  const report: string[] = [];
  beforeAll(async () => {
    site = await ConsoleSite.start();
    const operator = await site.app.person('OPERATOR');
    filingId = (await new FilingBuilder(site.app).submitted(operator, 'ELDERLY_CARE')).id;
    await site.app.idle();
  }, STORY_MS);
  afterAll(async () => {
    await site.stop();
    process.stderr.write(
      `seconds until a page can be used, its processor ${SLOWDOWN} × slower (first, again):\n${report.join('\n')}\n`,
    );
  });

  it.each<[Role, typeof DESK | typeof PHONE, () => string[]]>([
    ['REGISTRAR', DESK, () => ['/', '/filings', `/filings/${filingId}`, '/institutions', '/figures']],
    ['PLANNER', DESK, () => ['/plans', '/plans/new', '/inspectors', '/items', '/draws']],
    ['CASE_OFFICER', DESK, () => ['/cases', '/cases/new']],
    ['ADMINISTRATOR', DESK, () => ['/people', '/people/new', '/audit', '/jobs']],
    ['OPERATOR', DESK, () => ['/', '/filings/new', '/my/inspections', '/my/cases']],
    ['INSPECTOR', PHONE, () => ['/', '/tasks', '/recusals']],
  ])(
    'is reported for the pages of %s, which all show themselves whole',
    async (role, size, paths) => {
      const visitor = await site.as(await site.app.person(role), '/me', size);
      const thread = await visitor.page.context().newCDPSession(visitor.page);
      await thread.send('Performance.enable', { timeDomain: 'threadTicks' });
      for (const path of paths()) {
        const first = await usableAfter(visitor, thread, path);
        const again = await usableAfter(visitor, thread, path);
        report.push(`  ${inSeconds(first)} ${inSeconds(again)}  ${role} ${path.replace(filingId, ':id')}`);
        expect(await visitor.page.getByRole('alert').count()).toBe(0);
      }
      expect(visitor.complaints).toEqual([]);
    },
    STORY_MS,
  );
});

/** Milliseconds from asking for a page until it shows itself whole, as on the slower processor. */
async function usableAfter(visitor: Visitor, thread: CDPSession, path: string): Promise<number> {
  await visitor.go(path);
  const whole = await visitor.page.waitForFunction(
    () =>
      document.querySelector('h1') !== null &&
      document.querySelector('[aria-label="正在载入"]') === null &&
      performance.now(),
    undefined,
    { polling: 'raf' },
  );
  const { metrics } = await thread.send('Performance.getMetrics');
  const computed = (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  return Number(await whole.jsonValue()) + (SLOWDOWN - 1) * computed;
}

function inSeconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1).padStart(4);
}
