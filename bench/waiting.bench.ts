import 'reflect-metadata';
import { performance } from 'node:perf_hooks';
import { PERMISSIONS, type Caller, type Permission } from '@zhaoguan/contracts';
import { createHttpApp, createLogger, loadConfig, loadSecrets } from '@zhaoguan/platform';
import { manyInstitutions } from '@zhaoguan/testing';
import { WorkItems } from '@zhaoguan/workbench';
import { ApiModule } from '../apps/api/src/api.module';
import { withBenchDatabase } from './bench-database';
import type { BenchRow } from './bench-row';
import { fillOpenWork } from './open-work';

const ROWS = Number(process.env['BENCH_ROWS'] ?? 1_000_000);
const ROUNDS = 7;
const PLACES = { county: '610116', city: '610100', province: '610000', country: '*' } as const;
type PlaceLevel = keyof typeof PLACES;

/** What waits for an office (待办): the first page and the counts, of larger and larger places against those of a county. */
export function run(): Promise<readonly BenchRow[]> {
  return withBenchDatabase(async ({ url, owner, folder }) => {
    await owner.query(manyInstitutions(ROWS));
    await fillOpenWork(owner);
    const config = loadConfig({ DATABASE_URL: url, DATA_DIR: folder, LOG_LEVEL: 'fatal' });
    const logger = createLogger(config.logLevel);
    const app = await createHttpApp(
      ApiModule.forRoot({ config, secrets: loadSecrets(config), logger }),
      logger,
    );
    try {
      return await compare(app.get(WorkItems, { strict: false }));
    } finally {
      await app.close();
    }
  });
}

async function compare(items: WorkItems): Promise<BenchRow[]> {
  const reads = {
    'first page': (caller: Caller) => items.list(caller, { limit: 20 }),
    counts: (caller: Caller) => items.summary(caller),
  };
  const rows: BenchRow[] = [];
  for (const [name, read] of Object.entries(reads)) {
    const floor = await median(() => read(officialOf('county')));
    for (const level of ['city', 'province', 'country'] as const) {
      const took = await median(() => read(officialOf(level)));
      const { total } = await items.summary(officialOf(level));
      const detail = `${total} items wait in the ${level} of ${ROWS} institutions: ${took.toFixed(0)} ms, of a county ${floor.toFixed(0)} ms`;
      rows.push({ name: `what waits, ${name}: ${level} / county`, ratio: took / floor, detail });
    }
  }
  return rows;
}

function officialOf(level: PlaceLevel): Caller {
  return {
    id: '00000000-0000-7000-8000-000000000001',
    name: '示例·工作人员',
    roles: ['REGISTRAR'],
    permissions: new Set(Object.keys(PERMISSIONS) as Permission[]),
    districts: [PLACES[level]],
    departments: ['civil-affairs', 'health'],
    traceId: 'bench',
  };
}

/** Milliseconds, of several readings after one that is not counted. */
async function median(read: () => Promise<unknown>): Promise<number> {
  await read();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    await read();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}
