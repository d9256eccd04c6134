import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemCaller } from '@zhaoguan/contracts';
import { TestApp, writeDirectory } from '@zhaoguan/testing';
import { ImportStopped, type ImportOptions } from '../src/use-cases/import-batches';
import { ImportInstitutions } from '../src/use-cases/import-institutions';

const ROWS = 2600;
const COUNTIES = ['610116', '500152'];
/** Every two hundredth institution has no number of beds. */
const WRONG_ROW = 1202;
const CALLER = { ...systemCaller('test'), districts: ['*'] };

describe('an import that is interrupted', () => {
  let app: TestApp;
  let file: string;
  beforeEach(async () => {
    app = await TestApp.start({ worker: false });
    file = join(app.config.dataDir, 'directory.csv');
    await writeDirectory(file, ROWS, COUNTIES);
  });
  afterEach(() => app.stop());

  const run = async (options: ImportOptions = {}, path = file) => {
    const summary = await app.nest
      .get(ImportInstitutions)
      .execute(CALLER, path, `${path}.result.csv`, options);
    return { summary, report: readFileSync(`${path}.result.csv`, 'utf8') };
  };
  /** Stops after so many thousand rows. */
  const stopAfter = async (batches: number): Promise<ImportStopped> => {
    const stop = new AbortController();
    let seen = 0;
    const onProgress = (): void => {
      seen += 1;
      if (seen === batches) stop.abort();
    };
    const error: unknown = await run({ signal: stop.signal, onProgress }).catch((cause: unknown) => cause);
    if (!(error instanceof ImportStopped)) throw error;
    return error;
  };
  const states = async () =>
    app.database.query<{ state: string; added: number; unchanged: number; refused: number }>(
      'select state, added, unchanged, refused from institutions.import_run order by started_at, id',
    );
  const count = async (table: string) =>
    (await app.database.query<{ n: number }>(`select count(*)::integer as n from ${table}`))[0]?.n;
  const logged = async () =>
    (
      await app.database.query<{ action: string }>(
        `select action from audit.entry where action like 'institutions.import%' order by id`,
      )
    ).map(({ action }) => action);

  it('keeps what it has taken, goes on after it, and reports what it would have reported in one go', async () => {
    await app.database.query(
      `insert into institutions.institution (id, kind, name, uscc, legal_form, address, district, capacity, status, source,
                                             grade, registered_at, version, filing_number)
       values (uuidv7(), 'ELDERLY_CARE', '示例·先到养老院', '52610116MJY0000001', 'ENTERPRISE', '示例先到路1号', '610116',
               10, 'OPERATING', 'FILING', 'B', now(), 1, '500152-YL-2024-0000007')`,
    );
    const stopped = await stopAfter(1);
    expect(existsSync(`${file}.result.csv`)).toBe(false);
    expect(await count('institutions.institution')).toBe(1000);
    expect(await states()).toEqual([{ state: 'RUNNING', added: 999, unchanged: 0, refused: 1 }]);

    const resumed: number[] = [];
    const renamed = join(app.config.dataDir, 'renamed.csv');
    copyFileSync(file, renamed);
    const { summary, report } = await run({ onResume: (row) => resumed.push(row) }, renamed);
    expect(resumed).toEqual([stopped.lastRow]);
    expect(summary).toMatchObject({ rows: ROWS, added: 2586, unchanged: 0, faulty: 14, brokenOff: null });
    expect(report).toContain('备案编号已属于名录中的另一家机构');
    expect(report.match(/"床位数\/托位数（I列）","很多"/g)).toHaveLength(13);
    expect(report).toContain(`"汇总","可以导入","2586"`);
    expect(await states()).toEqual([{ state: 'DONE', added: 2586, unchanged: 0, refused: 1 }]);
    expect(await count('institutions.import_refusal')).toBe(0);
    expect(await logged()).toEqual(['institutions.import-started', 'institutions.imported']);

    const again = await run();
    expect(again.summary).toMatchObject({ added: 0, unchanged: 2586, faulty: 14 });
    expect(again.report).toBe(report);
    expect(await logged()).toHaveLength(2);
  });

  it('can be interrupted as often as one likes, even while it passes over what it has', async () => {
    const first = await stopAfter(2);
    expect((await stopAfter(1)).lastRow).toBe(first.lastRow);
    expect((await run()).summary).toMatchObject({ rows: ROWS, added: 2587, faulty: 13 });
  });

  it('says of a row that differs what differs, also when it was compared before the interruption', async () => {
    await run();
    await app.database.query(
      `update institutions.institution set capacity = capacity + 1 where name = (select min(name) from institutions.institution)`,
    );
    const other = join(app.config.dataDir, 'other.csv');
    writeFileSync(other, readFileSync(file, 'utf8').replace(/\n$/, ''));
    const { report } = await run({}, other);
    expect(report.match(/内容不同（(?:床位数|托位数)在名录中为“\d+”，本行为“\d+”）/g)).toHaveLength(1);
    file = join(app.config.dataDir, 'third.csv');
    writeFileSync(file, `${readFileSync(other, 'utf8')}\n`);
    await stopAfter(3);
    expect((await run()).report).toBe(report);
  });

  it('begins anew when the rows are understood otherwise than before, and loses nothing', async () => {
    await stopAfter(2);
    await app.database.query(`update institutions.import_run set chain = 'of other rules'`);
    expect((await run()).summary).toMatchObject({ rows: ROWS, added: 587, unchanged: 2000, faulty: 13 });
    expect((await states()).map(({ state }) => state)).toEqual(['ABANDONED', 'DONE']);
    expect(await logged()).toEqual([
      'institutions.import-started',
      'institutions.import-abandoned',
      'institutions.import-started',
      'institutions.imported',
    ]);
  });

  it('begins anew when the row after which it would go on has become a bad one', async () => {
    await stopAfter(1);
    await app.database.query('update institutions.import_run set last_row = $1', [WRONG_ROW]);
    expect((await run()).summary).toMatchObject({ rows: ROWS, added: 1587, unchanged: 1000 });
  });

  it('is refused while the same file is being imported', async () => {
    let second: Promise<unknown> | undefined;
    const onProgress = (): void => {
      second ??= run().catch((error: unknown) => error);
    };
    const first = await run({ onProgress });
    expect(first.summary).toMatchObject({ added: 2587 });
    expect(await second).toMatchObject({ code: 'IN_USE', message: '同一份文件正在导入，请等它结束后再试' });
  });

  it('says of a long file that breaks off what of it was imported', async () => {
    writeFileSync(file, `${readFileSync(file, 'utf8')}"示例·断尾养老院,"x`);
    const { summary, report } = await run();
    expect(summary).toMatchObject({ rows: ROWS, added: 2587, faulty: 13 });
    expect(summary.brokenOff).toMatch(/第2602行附近的引号不成对/);
    expect(report).toContain('文件未读完');
    expect(report).toContain('此前的数据行已导入，其后的未导入');
    expect(await count('institutions.institution')).toBe(2587);
    expect((await states()).map(({ state }) => state)).toEqual(['FAILED']);
    expect(await logged()).toEqual(['institutions.import-started', 'institutions.import-broken-off']);
  });

  it('leaves nothing of a short file that breaks off', async () => {
    await writeDirectory(file, 900, COUNTIES);
    writeFileSync(file, `${readFileSync(file, 'utf8')}"示例·断尾养老院,"x`);
    await expect(run()).rejects.toMatchObject({ code: 'DAMAGED' });
    expect([await count('institutions.institution'), await states()]).toEqual([0, []]);
    expect(existsSync(`${file}.result.csv`)).toBe(false);
  });
});
