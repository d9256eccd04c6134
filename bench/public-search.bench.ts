import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createHttpApp,
  createLogger,
  loadConfig,
  loadSecrets,
  migrate,
  projectRoot,
  PUBLIC_DATABASE,
  startEmbeddedPostgres,
} from '@zhaoguan/platform';
import { Client, Pool } from 'pg';
import { ApiModule } from '../apps/api/src/api.module';
import { MIGRATIONS } from '../migrations';
import type { BenchRow } from './bench-row';

interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

const ROWS = Number(process.env['BENCH_ROWS'] ?? 1_000_000);
const CONNECTIONS = 16;
const POOL = 10;
/** Short rounds in turn, and the median of their ratios: what else the machine does falls on both alike. */
const ROUND_MS = 700;
const ROUNDS = 9;
const LIST = '/api/v1/public/institutions';
const CASES = [
  { name: 'a rare fragment', query: { q: '琉璃' } },
  { name: 'a frequent fragment in a city', query: { q: '养老', district: '610100' } },
  { name: 'a frequent fragment that the kind rules out', query: { q: '养老', kind: 'CHILDCARE' } },
  { name: 'the newest page', query: {} },
] as const;

/** As in libs/publication/test/search-index.int.spec.ts: fragments in most, in few and in hardly any of the names. */
const FILL = `
  with county as (
    select code, row_number() over (order by code) - 1 as place from reference.district where level = 'COUNTY')
  insert into institutions.institution (id, kind, name, uscc, legal_form, address, district, capacity, status, source,
                                        grade, registered_at, version)
  select uuidv7(), case when i % 4 = 0 then 'CHILDCARE' else 'ELDERLY_CARE' end,
         '示例·' || (array['康宁', '春晖', '颐和', '夕照', '松鹤', '百合', '金秋', '常青'])[1 + (i * 7) % 8]
           || (array['东', '南', '西', '北', '中'])[1 + (i * 3) % 5] || '路第' || i
           || case when i % 50000 = 17 then '琉璃' else '' end
           || case when i % 4 = 0 then '托育园' else '养老院' end,
         '52610116MJY' || lpad(i::text, 7, '0'), 'PRIVATE_NON_ENTERPRISE', '示例路' || i || '号', county.code, 100,
         'OPERATING', 'IMPORT', (array['A', 'B', 'B', 'B', 'C', 'D'])[1 + (i * 5) % 6],
         timestamptz '2026-01-01' + i * interval '1 second', 1
    from generate_series(1, ${ROWS}) as i
    join county on county.place = (i * 31) % (select count(*) from county)`;

/** The public search of the whole application against node:http and pg with the same statement, by the same client. */
export async function run(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zhaoguan-bench-'));
  const postgres = await startEmbeddedPostgres({
    dataDir: join(folder, 'postgres'),
    database: 'bench',
    superuser: 'zhaoguan',
    log: () => undefined,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '256MB' },
  });
  try {
    await fill(postgres.url);
    return await compare(postgres.url, folder);
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(url: string): Promise<void> {
  const referenceFolder = join(projectRoot(), 'seeds', 'reference');
  await migrate({ url, migrations: MIGRATIONS, referenceFolder, log: () => undefined });
  const owner = new Client({ connectionString: url });
  await owner.connect();
  await owner.query(FILL);
  await owner.query('vacuum analyze institutions.institution');
  await owner.end();
}

async function compare(url: string, folder: string): Promise<BenchRow[]> {
  const config = loadConfig({
    DATABASE_URL: url,
    DATA_DIR: folder,
    DATABASE_POOL_SIZE: String(POOL),
    LOG_LEVEL: 'fatal',
    RATE_LIMIT_PER_MINUTE: '1000000',
  });
  const logger = createLogger(config.logLevel);
  const app = await createHttpApp(
    ApiModule.forRoot({ config, secrets: loadSecrets(config), logger }),
    logger,
  );
  await app.listen(0, '127.0.0.1');
  const database = app.get<{ query(sql: string, parameters?: unknown[]): Promise<unknown> }>(PUBLIC_DATABASE);
  const pool = new Pool({
    connectionString: url,
    max: POOL,
    options: '-c role=zhaoguan_public -c timezone=UTC',
  });
  const rows: BenchRow[] = [];
  for (const { name, query } of CASES) {
    const ours = `${await app.getUrl()}${LIST}?${new URLSearchParams(query).toString()}`;
    const bare = await serveBare(pool, await statementOf(database, ours));
    rows.push(await measure(name, ours, `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`));
    bare.closeAllConnections();
    bare.close();
  }
  await pool.end();
  await app.close();
  return rows;
}

/** The very statement that the application sends for this address. */
async function statementOf(
  database: { query(sql: string, parameters?: unknown[]): Promise<unknown> },
  address: string,
): Promise<Statement> {
  const original = database.query.bind(database);
  const sent: Statement[] = [];
  database.query = (sql, parameters = []) => {
    sent.push({ sql, parameters });
    return original(sql, parameters);
  };
  await request(address, new Agent());
  database.query = original;
  const statement = sent.find(({ sql }) => sql.includes('institution_public'));
  if (!statement) throw new Error('the search sent no statement');
  return statement;
}

/** The floor: nothing but the statement and its rows as JSON. */
function serveBare(pool: Pool, { sql, parameters }: Statement): Promise<Server> {
  const server = createServer((_, response) => {
    pool.query(sql, [...parameters]).then(
      ({ rows }) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ items: rows })),
      () => response.writeHead(500).end(),
    );
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

async function measure(name: string, ours: string, bare: string): Promise<BenchRow> {
  await load(ours, ROUND_MS);
  await load(bare, ROUND_MS);
  const rounds: { readonly ours: number; readonly bare: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({ ours: await load(ours, ROUND_MS), bare: await load(bare, ROUND_MS) });
  }
  rounds.sort((a, b) => a.ours / a.bare - b.ours / b.bare);
  const median = rounds[Math.floor(ROUNDS / 2)] ?? { ours: 0, bare: 1 };
  const detail = `${ROWS} institutions, ${name}: ${Math.round(median.ours)} requests/s, bare ${Math.round(median.bare)}`;
  return { name: `public search / bare handler, ${name}`, ratio: median.ours / median.bare, detail };
}

/** Requests per second over so many connections for so long. */
async function load(address: string, milliseconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const start = performance.now();
  let done = 0;
  const client = async (): Promise<void> => {
    while (performance.now() - start < milliseconds) {
      await request(address, agent);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, client));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  return done / seconds;
}

function request(address: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(address, { agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${address} answered ${response.statusCode}`));
      response.resume().once('end', resolve).once('error', reject);
    }).once('error', reject);
  });
}
