import 'reflect-metadata';
import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { PERMISSIONS, type Caller, type Permission } from '@zhaoguan/contracts';
import { ExportInstitutions } from '@zhaoguan/institutions';
import { createHttpApp, createLogger, loadConfig, loadSecrets } from '@zhaoguan/platform';
import { manyInstitutions } from '@zhaoguan/testing';
import { ApiModule } from '../apps/api/src/api.module';
import { withBenchDatabase } from './bench-database';
import type { BenchRow } from './bench-row';

const ROWS = Number(process.env['BENCH_ROWS'] ?? 1_000_000);
const ALLOWED_SECONDS = 600;
const SAMPLE_EVERY_MS = 50;
const MEGABYTE = 1024 * 1024;

interface Exported {
  readonly rows: number;
  readonly seconds: number;
  /** Most memory of the process (resident) while it was written and fetched. */
  readonly peak: number;
}

/** The directory of the country as a spreadsheet, written and fetched, against that of one grade: neither the time of a row nor the memory grows with the rows. */
export function run(): Promise<readonly BenchRow[]> {
  return withBenchDatabase(async ({ url, owner, folder }) => {
    await owner.query(manyInstitutions(ROWS));
    await owner.query('vacuum analyze institutions.institution');
    const config = loadConfig({ DATABASE_URL: url, DATA_DIR: folder, LOG_LEVEL: 'fatal' });
    const logger = createLogger(config.logLevel);
    const app = await createHttpApp(
      ApiModule.forRoot({ config, secrets: loadSecrets(config), logger }),
      logger,
    );
    try {
      return await compare(app.get(ExportInstitutions, { strict: false }));
    } finally {
      await app.close();
    }
  });
}

async function compare(exports: ExportInstitutions): Promise<BenchRow[]> {
  // Once for what is loaded and compiled at the first time.
  await exported(exports, { grade: 'A' });
  const part = await exported(exports, { grade: 'A' });
  const all = await exported(exports, {});
  const perRow = ({ seconds, rows }: Exported): number => (seconds * 1e6) / rows;
  const inMegabytes = ({ peak }: Exported): string => `${(peak / MEGABYTE).toFixed(0)} MB`;
  return [
    {
      name: `export / ${ALLOWED_SECONDS} s allowed`,
      ratio: all.seconds / ALLOWED_SECONDS,
      detail: `${all.rows} rows, ${all.seconds.toFixed(1)} s; load average ${loadavg()[0]?.toFixed(1)}`,
    },
    {
      name: 'export, time of a row: all / one grade',
      ratio: perRow(all) / perRow(part),
      detail: `${perRow(all).toFixed(0)} µs of ${all.rows} rows, ${perRow(part).toFixed(0)} µs of ${part.rows}`,
    },
    {
      name: 'export, most memory: all / one grade',
      ratio: all.peak / part.peak,
      detail: `${inMegabytes(all)} with ${all.rows} rows, ${inMegabytes(part)} with ${part.rows}`,
    },
  ];
}

async function exported(
  exports: ExportInstitutions,
  selection: Parameters<ExportInstitutions['execute']>[1],
): Promise<Exported> {
  let peak = process.memoryUsage.rss();
  const sample = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, SAMPLE_EVERY_MS);
  try {
    const start = performance.now();
    const file = await exports.execute(COUNTRY, selection, new AbortController().signal);
    let size = 0;
    for await (const piece of file.content) size += (piece as Buffer).length;
    if (size !== file.size) throw new Error(`${size} of ${file.size} bytes came`);
    return { rows: file.rows, seconds: (performance.now() - start) / 1000, peak };
  } finally {
    clearInterval(sample);
  }
}

const COUNTRY: Caller = {
  id: '00000000-0000-7000-8000-000000000001',
  name: '示例·工作人员',
  roles: ['REGISTRAR'],
  permissions: new Set(Object.keys(PERMISSIONS) as Permission[]),
  districts: ['*'],
  departments: ['civil-affairs', 'health'],
  traceId: 'bench',
};
