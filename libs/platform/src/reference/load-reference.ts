import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDistrictTiles, parseRegimes } from '@zhaoguan/contracts';
import type { DataSource, EntityManager } from 'typeorm';

interface ReferenceFile {
  readonly source: unknown;
  readonly notes?: unknown;
  readonly asOf?: unknown;
  readonly years?: readonly number[];
  readonly items: readonly Record<string, unknown>[];
}

/** Rows beside those of the files, by list, e.g. what is arranged for a demonstration only. */
export type AddedRows = Readonly<Partial<Record<string, readonly object[]>>>;

/** Every list of seeds/reference, by file name without `.json`. */
export type ReferenceList = string;

/**
 * Loads seeds/reference into the database: only files whose content has changed, each in one transaction; running it
 * again changes nothing. Rows that left a file stay (cases may cite them) and are marked withdrawn.
 * @param owner connection of the schema's owner
 * @param added rows that are left out again when they are not given any more
 */
export async function loadReference(
  owner: DataSource,
  folder: string,
  added: AddedRows = {},
): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    const list = file.slice(0, -'.json'.length);
    const text = withAdded(readFileSync(join(folder, file), 'utf8'), added[list] ?? []);
    const hash = createHash('sm3').update(text).digest('hex');
    const loaded = await owner.transaction((manager) => loadFile(manager, list, hash, text));
    if (loaded) changed.push(list);
  }
  return changed;
}

function withAdded(text: string, rows: readonly object[]): string {
  if (rows.length === 0) return text;
  const file = JSON.parse(text) as ReferenceFile;
  return JSON.stringify({ ...file, items: [...file.items, ...rows] });
}

async function loadFile(manager: EntityManager, list: string, hash: string, text: string): Promise<boolean> {
  await manager.query(`select pg_advisory_xact_lock(hashtext('zhaoguan.reference'))`);
  const known: { hash: string }[] = await manager.query(
    'select hash from reference.loaded where list = $1 and header is not null',
    [list],
  );
  if (known[0]?.hash === hash) return false;
  const file = JSON.parse(text) as ReferenceFile;
  CHECKS[list]?.(file);
  await loadEntries(manager, list, file);
  if (list === 'districts') await loadDistricts(manager, file);
  if (list === 'holidays') await loadCalendar(manager, file);
  await manager.query(
    `insert into reference.loaded (list, hash, source, header) values ($1, $2, $3, $4)
     on conflict (list) do update set hash = excluded.hash, source = excluded.source, header = excluded.header`,
    [list, hash, JSON.stringify(file.source), JSON.stringify(headerOf(file))],
  );
  return true;
}

/** Lists that offices arrange for themselves: refused here when they do not hold together. */
const CHECKS: Readonly<Record<string, (file: unknown) => unknown>> = {
  'district-tiles': parseDistrictTiles,
  regimes: parseRegimes,
};

/** What a file declares beside its rows, e.g. measures, engine, grades. */
function headerOf({ source: _s, asOf: _a, notes: _n, items: _i, ...header }: ReferenceFile): object {
  return header;
}

async function loadEntries(manager: EntityManager, list: string, file: ReferenceFile): Promise<void> {
  const rows = file.items.map((item, position) => {
    const key = keyOf(item);
    return { id: entryId(list, key), key, position, data: item };
  });
  const keys = new Set(rows.map((row) => row.key));
  if (keys.size !== rows.length) throw new Error(`seeds/reference/${list}.json has a row twice`);
  await manager.query(
    `insert into reference.entry (id, list, key, position, data)
     select id, $1, key, position, data
       from jsonb_to_recordset($2::jsonb) as r(id uuid, key text, position integer, data jsonb)
     on conflict (list, key) do update
       set position = excluded.position, data = excluded.data, withdrawn = false`,
    [list, JSON.stringify(rows)],
  );
  await manager.query('update reference.entry set withdrawn = true where list = $1 and not (key = any($2))', [
    list,
    [...keys],
  ]);
}

/** What tells two rows of a list apart: code, kind, place, time. */
function keyOf(item: Record<string, unknown>): string {
  const parts = [
    'code',
    'number',
    'date',
    'kind',
    'siteType',
    'filingType',
    'jurisdiction',
    'effectiveFrom',
    'area',
  ];
  const key = parts.map((part) => textOf(item[part])).join('|');
  // Two materials may differ in nothing else; a row of the list of regimes is told apart by its day.
  return item['effectiveFrom'] === undefined && item['regime'] !== undefined
    ? `${key}|${textOf(item['regime'])}`
    : key;
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** The same row has the same id on every installation (a UUID version 8 made from its name). */
export function entryId(list: string, key: string): string {
  const hex = createHash('sm3').update(`${list}\0${key}`).digest('hex');
  const variant = ((parseInt(hex[16] ?? '0', 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

async function loadDistricts(manager: EntityManager, file: ReferenceFile): Promise<void> {
  await manager.query(
    `insert into reference.district (code, name, level, parent)
     select code, name, level, parent
       from jsonb_to_recordset($1::jsonb) as r(code text, name text, level text, parent text)
     on conflict (code) do update set name = excluded.name, level = excluded.level, parent = excluded.parent`,
    [JSON.stringify(file.items)],
  );
}

async function loadCalendar(manager: EntityManager, file: ReferenceFile): Promise<void> {
  await manager.query(
    `insert into reference.calendar_year (year) select unnest($1::integer[]) on conflict do nothing`,
    [file.years ?? []],
  );
  await manager.query('delete from reference.special_day');
  await manager.query(
    `insert into reference.special_day (date, kind, name)
     select date, kind, name from jsonb_to_recordset($1::jsonb) as r(date date, kind text, name text)`,
    [JSON.stringify(file.items)],
  );
}
