import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '@zhaoguan/platform';
import { writeDirectory } from '@zhaoguan/testing';
import type { BenchRow } from './bench-row';

const ROWS = Number(process.env['BENCH_ROWS'] ?? 1_000_000);
const ALLOWED_SECONDS = 600;
const COUNTIES = ['610116', '610102', '500152', '330106', '330102'];
const BAD_ROWS = 1;

/** The command itself, on a database of its own with the settings of a real one: begun anew, and again with nothing to do. */
export async function run(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zhaoguan-bench-'));
  const file = join(folder, 'directory.csv');
  try {
    await writeDirectory(file, ROWS, COUNTIES);
    return [
      measure('a directory into an empty registry', folder, file),
      measure('the same again', folder, file),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(name: string, folder: string, file: string): BenchRow {
  const cli = join(projectRoot(), 'dist', 'apps', 'cli', 'src', 'main.js');
  const start = performance.now();
  const { status, stdout } = spawnSync(process.execPath, [cli, 'import', 'institutions', file], {
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== BAD_ROWS) throw new Error(`the import ended with ${status}: ${stdout}`);
  const [summary = ''] = stdout.split('\n');
  return {
    name: `import / ${ALLOWED_SECONDS} s allowed, ${name}`,
    ratio: seconds / ALLOWED_SECONDS,
    detail: `${summary} ${seconds.toFixed(0)} s; load average ${loadavg()[0]?.toFixed(1)}`,
  };
}
