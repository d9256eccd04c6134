import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@zhaoguan/platform';
import { TestApp, writeDirectory } from '@zhaoguan/testing';

const ROWS = 12_000;
const COUNTIES = ['610116', '500152', '330106'];
const COMMAND = join(projectRoot(), 'apps', 'cli', 'src', 'import', 'import.command.ts');
const HOOK = join(projectRoot(), 'test', 'faults', 'support', 'typescript-hook.cjs');
const SCRIPT = `require('reflect-metadata');
  require(${JSON.stringify(COMMAND)}).importCommand(['institutions', process.argv[1]], process).then((code) => { process.exitCode = code; })`;

describe('an import that is killed', () => {
  let app: TestApp;
  let other: TestApp;
  let file: string;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    other = await TestApp.start({ worker: false });
    file = join(app.config.dataDir, 'directory.csv');
    await writeDirectory(file, ROWS, COUNTIES);
  });
  afterAll(async () => {
    await app.stop();
    await other.stop();
  });

  /** The command as a process of its own on the database of the application. */
  const start = (of: TestApp) => {
    const child = spawn(process.execPath, ['-r', HOOK, '-e', SCRIPT, file], {
      env: { ...process.env, DATABASE_URL: of.config.databaseUrl, DATA_DIR: of.config.dataDir },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => (said += text.toString()));
    const end = once(child, 'close').then(([code]) => ({ code: code as number | null, said }));
    return { child, end };
  };
  const lastRow = async () =>
    (await app.database.query<{ row: number }>('select max(last_row) as row from institutions.import_run'))[0]
      ?.row ?? 0;

  it('has lost no row, taken none twice, and reports as one that was left alone', async () => {
    for (let kill = 0; kill < 3; kill += 1) {
      const before = await lastRow();
      const { child, end } = start(app);
      while ((await lastRow()) === before && child.exitCode === null)
        await new Promise((resume) => setTimeout(resume, 5));
      child.kill('SIGKILL');
      await end;
      expect(await lastRow()).toBeGreaterThan(before);
    }
    const left = await lastRow();
    expect(left).toBeLessThan(ROWS);
    const { code, said } = await start(app).end;
    expect({ code, said }).toEqual({
      code: 1,
      said: expect.stringContaining(`再从第 ${left + 1} 行继续`) as string,
    });
    expect(said).toContain(`读取 ${ROWS} 行：新增 11940，已在册 0，有误 60`);
    const report = readFileSync(`${file}.result.csv`, 'utf8');

    expect((await start(other).end).code).toBe(1);
    expect(report).toBe(readFileSync(`${file}.result.csv`, 'utf8'));
    const registry =
      'select name, uscc, filing_number, grade from institutions.institution order by filing_number';
    expect(await app.database.query(registry)).toEqual(await other.database.query(registry));
    expect(
      await app.database.query(`select action from audit.entry where subject_type = 'import' order by id`),
    ).toEqual([{ action: 'institutions.import-started' }, { action: 'institutions.imported' }]);
  }, 240_000);

  it('stops after the rows in hand when it is interrupted, and says how to go on', async () => {
    await writeDirectory(file, ROWS + 2, COUNTIES);
    const { child, end } = start(app);
    const running = `select 1 from institutions.import_run where state = 'RUNNING'`;
    while ((await app.database.query(running)).length === 0 && child.exitCode === null)
      await new Promise((resume) => setTimeout(resume, 5));
    child.kill('SIGINT');
    const { code, said } = await end;
    expect({ code, said }).toEqual({
      code: 130,
      said: expect.stringContaining('再次运行同一命令，即从第') as string,
    });
    const done = await start(app).end;
    expect(done.said).toContain(`读取 ${ROWS + 2} 行：新增 1，已在册 11940，有误 61`);
  }, 240_000);
});
