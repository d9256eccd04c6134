import 'reflect-metadata';
import { Agent, createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpApp, createLogger, loadConfig, loadSecrets, PUBLIC_DATABASE } from '@zhaoguan/platform';
import { manyInstitutions } from '@zhaoguan/testing';
import { Pool } from 'pg';
import { ApiModule } from '../apps/api/src/api.module';
import { withBenchDatabase } from './bench-database';
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

/** The public search of the whole application against node:http and pg with the same statement, by the same client. */
export function run(): Promise<readonly BenchRow[]> {
  return withBenchDatabase(async ({ url, owner, folder }) => {
    await owner.query(manyInstitutions(ROWS));
    await owner.query('vacuum analyze institutions.institution');
    return compare(url, folder);
  });
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
