import type { Role } from '@zhaoguan/contracts';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, DESK, PHONE, type Visitor } from './console-site';

/** How much slower than this machine the processor of the office, or of the phone, is taken to be. */
const SLOWDOWN = 4;

describe('the console on a processor four times slower', () => {
  let site: ConsoleSite;
  let filingId: string;
  const times: string[] = [];
  beforeAll(async () => {
    site = await ConsoleSite.start();
    const operator = await site.app.person('OPERATOR');
    filingId = (await new FilingBuilder(site.app).submitted(operator, 'ELDERLY_CARE')).id;
    await site.app.idle();
  }, 180_000);
  afterAll(async () => {
    await site.stop();
    process.stderr.write(
      `milliseconds until a page can be used, ${SLOWDOWN} × slower:\n${times.join('\n')}\n`,
    );
  });

  /** Milliseconds from asking for a page until it shows itself whole and its thread is free to answer. */
  async function usableAfter({ page }: Visitor, open: () => Promise<void>): Promise<number> {
    await open();
    const settled = await page.waitForFunction(
      () =>
        document.querySelector('h1') !== null &&
        document.querySelector('[aria-label="正在载入"]') === null &&
        performance.now(),
      undefined,
      { polling: 'raf' },
    );
    return Math.round(Number(await settled.jsonValue()));
  }

  async function slowDown({ page }: Visitor): Promise<() => Promise<void>> {
    const client = await page.context().newCDPSession(page);
    await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    return async () => {
      await client.send('Network.clearBrowserCache');
    };
  }

  it.each<[string, Role, () => string, typeof DESK | typeof PHONE]>([
    ['the queue of the registrar', 'REGISTRAR', () => '/filings', DESK],
    ['a filing beside its materials', 'REGISTRAR', () => `/filings/${filingId}`, DESK],
    ['the figures of the registrar', 'REGISTRAR', () => '/figures', DESK],
    ['the first page of the operator', 'OPERATOR', () => '/', DESK],
    ['the plan of the planner', 'PLANNER', () => '/plans/new', DESK],
    ['the tasks of the inspector', 'INSPECTOR', () => '/tasks', PHONE],
    ['the cases of the case officer', 'CASE_OFFICER', () => '/cases', DESK],
  ])('shows %s whole', async (name, role, path, size) => {
    const visitor = await site.as(await site.app.person(role), '/', size);
    const forgetCache = await slowDown(visitor);
    await forgetCache();
    const first = await usableAfter(visitor, () => visitor.go(path()));
    const again = await usableAfter(visitor, () => visitor.go(path()));
    times.push(`${String(first).padStart(6)} first, ${String(again).padStart(6)} again: ${name}`);
    expect(visitor.complaints).toEqual([]);
    expect(await visitor.page.getByRole('alert').count()).toBe(0);
  });
});
