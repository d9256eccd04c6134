import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestApp } from '@zhaoguan/testing';
import { accountsFile, readDemoAccounts } from '../src/demo/accounts';
import { HttpClient } from '../src/demo/http-client';
import { demoRegimes } from '../src/demo/licence-district';
import { Background } from '../src/demo/registration/background';
import { Journal } from '../src/demo/registration/journal';
import { play, type Stage } from '../src/demo/registration/tell-registration';

/** A Wednesday on which the forms of today have been in force for all that is told. */
const NOW = new Date('2028-06-14T07:00:00Z');
/** One act of each sort: the process is killed when it has been committed and before that is noted. */
const KILLED_AFTER: readonly string[] = [
  'yihe/draft',
  'yihe/accept',
  'yihe/staff-1-shows',
  'quiet/visit',
  'pine/ask-fire',
  'harvest/evidence',
];

describe('the registration side of the demo county', () => {
  let app: TestApp;
  let base: string;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false, now: NOW.toISOString() });
    await app.nest.listen(0, '127.0.0.1');
    const { port } = app.nest.getHttpServer().address() as AddressInfo;
    base = `http://127.0.0.1:${port}`;
    await app.database.query(
      `insert into reference.entry (id, list, key, position, data)
       select uuidv7(), 'regimes', 'demo ' || n, 9000 + n, row from jsonb_array_elements($1::jsonb) with ordinality as r(row, n)`,
      [JSON.stringify(demoRegimes(opened().firstDay))],
    );
    await tellWithKills();
    app.clock.set(NOW);
  }, 400_000);
  afterAll(() => app.stop());

  const opened = (): Journal => {
    const journal = Journal.open(app.config.dataDir, app.clock.now());
    if (!journal) throw new Error('nothing would be told');
    return journal;
  };
  const tell = (journal: Stage['journal']): Promise<void> =>
    play(app.nest, { journal, clock: app.clock, base, dataDir: app.config.dataDir });
  const tellWithKills = async (): Promise<void> => {
    const killed = new Set<string>();
    while (!opened().isFinished) {
      const journal = opened();
      const note = journal.done.bind(journal);
      journal.done = (act, what) => {
        if (KILLED_AFTER.includes(act) && !killed.has(act)) {
          killed.add(act);
          throw new Error('killed');
        }
        note(act, what);
      };
      await tell(journal).catch((error: unknown) => {
        if (!(error instanceof Error && error.message === 'killed')) throw error;
      });
    }
    expect([...killed].toSorted()).toEqual(KILLED_AFTER.toSorted());
  };
  const as = async (username: string): Promise<HttpClient> => {
    const account = readDemoAccounts(app.config.dataDir)?.find((each) => each.username === username);
    return new HttpClient(base).signIn(username, account?.password ?? '');
  };
  /** How many rows of a list have each value. */
  const counted = async (
    who: HttpClient,
    path: string,
    field = 'status',
  ): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for (const row of await who.list(path)) {
      const value = String(row[field]);
      counts[value] = (counts[value] ?? 0) + 1;
    }
    return counts;
  };

  it('shows the operator a filing in each state, and what it has to do', async () => {
    const operator = await as('operator');
    const all = { ACCEPTED: 19, SUBMITTED: 9, RETURNED: 2, REFUSED: 3, DRAFT: 3 };
    expect(await counted(operator, '/filings')).toEqual(all);
    expect(await counted(operator, '/work-items', 'type')).toMatchObject({
      FILING_TO_FINISH: 3,
      FILING_TO_CORRECT: 2,
      FILING_MISMATCH_TO_CORRECT: 1,
      REMOVAL_TO_ANSWER: 1,
    });
    const paused = (await operator.list('/institutions')).find(({ name }) => name === '示例·晚晴养老公寓');
    expect(paused?.['status']).toBe('SUSPENDED');
    expect(await counted(operator, '/removals')).toEqual({ NOTICED: 1, PROPOSED: 1, DECIDED: 1 });
    const ends = await counted(operator, '/expiries', 'what');
    expect(Object.keys(ends)).toEqual(
      expect.arrayContaining(['FOOD_LICENCE', 'FIRE_PROOF', 'INSURANCE', 'LEASE', 'STAFF_HEALTH']),
    );
    expect((await counted(operator, '/expiries'))['EXPIRED']).toBeGreaterThan(4);
  });

  it('judges the carers of a 家庭托育点 by its own rule: one is in order, of one the health certificate has ended', async () => {
    const operator = await as('operator');
    const home = (await operator.list('/institutions')).find(({ name }) => name === '示例·小燕子家庭托育点');
    const staff = await operator.list(`/staff?institutionId=${String(home?.['id'])}`);
    expect(staff.map(({ name, postLabel, standing }) => [name, postLabel, standing])).toEqual([
      ['示例·马照护', '照护人员', 'EXPIRED'],
      ['示例·吕燕子', '照护人员', 'VALID'],
    ]);
  });

  it('shows each registrar the filings of its department, with what waits', async () => {
    const civil = await as('registrar-mz');
    expect(await counted(civil, '/filings')).toEqual({ ACCEPTED: 11, SUBMITTED: 3, RETURNED: 1, REFUSED: 1 });
    expect(await counted(civil, '/work-items', 'type')).toMatchObject({
      FILING_TO_DECIDE: 2,
      FILING_TO_VERIFY: 1,
    });
    const health = await as('registrar-wj');
    expect(await counted(health, '/filings')).toEqual({ ACCEPTED: 6, SUBMITTED: 4, RETURNED: 1, REFUSED: 2 });
    expect(await counted(health, '/work-items', 'type')).toMatchObject({
      FILING_TO_DECIDE: 4,
      COMMITMENT_TO_CHECK: 1,
    });
    // What the demonstration has ended itself was looked at, and does not go late while nobody acts there.
    expect(await counted(civil, '/work-items', 'type')).not.toHaveProperty('FILING_CLOSURE_TO_CHECK');
    expect(await civil.list(`/closures?institutionId=${opened().note('maple/accept')}`)).toMatchObject([
      { status: 'SETTLED', dueOn: null },
    ]);
    expect(await counted(civil, '/unfiled-sites')).toEqual({ FOUND: 1, URGED: 1 });
    const due = (await civil.list('/filings?status=SUBMITTED')).map(({ dueOn }) => dueOn);
    expect(due).toContain('2028-06-15');
  });

  it('shows the city what it has registered itself, which the county only reads', async () => {
    const queueOf = async (who: string): Promise<unknown[]> =>
      (await (await as(who)).list('/filings?assignee=none')).map(({ name }) => name);
    expect(await queueOf('registrar-city')).toContain('示例·终南山颐养院');
    expect(await queueOf('registrar-mz')).not.toContain('示例·终南山颐养院');
    const city = await as('registrar-city');
    const home = (await city.list('/filings')).find(({ name }) => name === '示例·终南山颐养院');
    const officers = await city.list(`/filings/${String(home?.['id'])}/verification/officers`);
    // Two go to a verification on site.
    expect(officers.length).toBeGreaterThan(1);
  });

  it('shows the other departments what they are asked, the reviewer what it decides and follows up', async () => {
    expect(await counted(await as('adviser'), '/opinions')).toEqual({ ASKED: 2, ANSWERED: 2 });
    const reviewer = await as('reviewer');
    expect(await counted(reviewer, '/rating-follow-ups')).toEqual({ CONTACTED: 1, RESOLVED: 1 });
    expect(await counted(reviewer, '/work-items', 'type')).toMatchObject({
      REMOVAL_TO_DECIDE: 1,
      RATING_TO_FOLLOW_UP: 1,
    });
  });

  it('leaves each of them a handful of notifications to read, and those of before on their days', async () => {
    // What the last day left undone is done after the start.
    await new Background(app.nest, app.clock).settle();
    for (const who of ['operator', 'registrar-mz', 'registrar-wj']) {
      const told = await (await as(who)).list('/notifications');
      const unread = told.filter(({ readAt, doneAt }) => readAt === null && doneAt === null);
      if (who === 'operator') expect(unread.length).toBeGreaterThan(3);
      expect(unread.length).toBeLessThanOrEqual(10);
      const days = new Set(told.map(({ createdAt }) => String(createdAt).slice(0, 10)));
      expect(days.size).toBeGreaterThan(4);
    }
  });

  it('shows a district where 托育机构 are licensed: one licensed, one filed before, two that apply', async () => {
    const registrar = await as('registrar-wy');
    const filings = await registrar.list('/filings');
    expect(filings.map(({ name, regime, status }) => [name, regime, status]).toSorted()).toEqual([
      ['示例·兰草园托育中心', 'FILING', 'ACCEPTED'],
      ['示例·垂柳湾托育中心', 'LICENCE', 'ACCEPTED'],
      ['示例·白鹭洲托育园', 'LICENCE', 'SUBMITTED'],
      ['示例·芦苇荡托育中心', 'LICENCE', 'SUBMITTED'],
    ]);
    expect(await counted(registrar, '/work-items', 'type')).toMatchObject({
      LICENCE_TO_ADMIT: 1,
      FILING_TO_DECIDE: 1,
    });
    const anyone = new HttpClient(base);
    const { body } = await anyone.get(`/public/institutions/${opened().note('willow/accept')}`);
    expect(body['filingNumber']).toMatch(/^610112-TYXK-2028-/);
  });

  it('shows the officials of another district nothing of it', async () => {
    const other = await as('registrar-other');
    expect(await other.list('/filings')).toEqual([]);
    expect(await other.list('/expiries')).toEqual([]);
  });

  it('shows the public what is published, and the house that took over the rooms of another', async () => {
    const anyone = new HttpClient(base);
    expect(await anyone.list('/public/removals')).toMatchObject([{ institutionName: '示例·温泉苑养老院' }]);
    expect(await anyone.list('/public/nonconformities')).toMatchObject([{ name: '示例·彩虹桥托育中心' }]);
    const successor = opened().note('new-maple/accept');
    const { body } = await anyone.get(`/public/institutions/${successor}`);
    expect(body['predecessors']).toMatchObject([{ name: '示例·枫林养老院' }]);
  });

  it('is told once: the next start adds nothing', async () => {
    const rows = (): Promise<unknown[]> =>
      app.database.query(`select 'filing' as what, id::text from filings.filing
        union all select 'staff', id::text from staff.member union all select 'credential', id::text from staff.credential
        union all select 'removal', id::text from removals.removal union all select 'entry', id::text from audit.entry
        where action not like 'access.%' order by 1, 2`);
    const before = await rows();
    await tell(opened());
    app.clock.set(NOW);
    expect(await rows()).toEqual(before);
  });

  it('is told to nobody who works already', () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhaoguan-demo-'));
    writeFileSync(accountsFile(folder), '[]');
    expect(Journal.open(folder, NOW)).toBeUndefined();
    rmSync(folder, { recursive: true });
  });
});
