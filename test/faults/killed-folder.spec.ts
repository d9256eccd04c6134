import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@zhaoguan/testing';
import { casesOf, MATERIAL_FILES } from '../../libs/exchange/test/folder-scene.builder';
import { PDF } from '../../libs/filings/test/filing.builder';
import { leaveOutPast, Standalone } from './support/standalone';

const CASES = 60;

describe('a system that is killed over a file of a partner', () => {
  let home: string;
  let folder: string;
  let port: number;
  let system: Standalone;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'zg-killed-folder-'));
    mkdirSync(join(home, 'folders'));
    folder = join(home, 'folders', 'partner');
    port = await freePort();
    leaveOutPast(join(home, 'data'));
    system = await start();
  }, 360_000);
  afterAll(async () => {
    await system.stop();
    rmSync(home, { recursive: true, force: true });
  });

  const start = () => Standalone.start(join(home, 'data'), port, { EXCHANGE_FOLDER: join(home, 'folders') });
  /** As the clock does every minute. */
  const look = () =>
    system.query(
      `insert into platform.outbox (job, payload, not_before, created_at) values ('exchange.poll-folders', '{}', now(), now())`,
    );
  const count = async () => {
    const [row] = await system.query<{ count: string }>(
      `select count(*) from exchange.folder_entry where done_at is not null`,
    );
    return Number(row?.count);
  };
  const until = async (holds: () => Promise<boolean> | boolean, act?: () => Promise<unknown>) => {
    const deadline = performance.now() + 120_000;
    while (!(await holds())) {
      if (performance.now() > deadline) throw new Error('it did not come to pass');
      await act?.();
      await new Promise((resume) => setTimeout(resume, 100));
    }
  };

  it('hands in every row once, and says so in one report', async () => {
    const token = await system.signIn('ADMINISTRATOR');
    const partner = { name: '示例', districts: ['610116'], kinds: ['ELDERLY_CARE'], folder: 'partner' };
    expect((await system.post('/api/v1/partners', partner, token)).status).toBe(201);
    await until(() => existsSync(join(folder, 'failed')), look);
    for (const name of MATERIAL_FILES) writeFileSync(join(folder, 'materials', name), PDF);
    const cases = casesOf(Array.from({ length: CASES }, (_, number) => `K-${number}`));
    writeFileSync(join(folder, 'in', 'k.csv'), cases);
    for (const rows of [5, 20, 40]) {
      await until(async () => (await count()) >= rows, look);
      await system.kill();
      expect(readdirSync(join(folder, 'in'))).toEqual(['k.csv']);
      system = await start();
    }
    await until(() => readdirSync(join(folder, 'in')).length === 0, look);
    const filings = await system.query<{ round: number; submitted: string }>(
      `select f.round, (select count(*) from filings.transition t where t.filing_id = f.id and t.action = 'submit') as submitted
         from exchange.partner_case c join filings.filing f on f.id = c.filing_id`,
    );
    expect(filings).toEqual(Array.from({ length: CASES }, () => ({ round: 1, submitted: '1' })));
    const reports = readdirSync(join(folder, 'out')).filter((name) => name.startsWith('report-'));
    expect(reports).toHaveLength(1);
    const results = readFileSync(join(folder, 'out', reports[0] ?? ''), 'utf8')
      .trimEnd()
      .split('\r\n')
      .slice(1);
    expect(results).toHaveLength(CASES);
    for (const result of results) expect(result).toMatch(/"(?:已提交|以前已办理)"/);
    await until(async () => {
      const names = readdirSync(join(folder, 'out')).filter((name) => /^changes-\d{10}\.csv$/.test(name));
      const told = names.flatMap((name) =>
        readFileSync(join(folder, 'out', name), 'utf8')
          .trimEnd()
          .split('\r\n')
          .slice(1),
      );
      return told.length === CASES && new Set(told.map((line) => line.split(',')[1])).size === CASES;
    }, look);
  }, 360_000);
});
