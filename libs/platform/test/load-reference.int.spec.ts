import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@zhaoguan/testing';
import type { DataSource } from 'typeorm';
import { createDataSource, loadReference, projectRoot } from '../src';

describe('loading the reference data', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhaoguan-reference-'));
  const FILE = 'district-tiles.json';
  let database: TestDatabase;
  let owner: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase();
    owner = await createDataSource({ url: database.url, role: 'owner', poolSize: 2 }).initialize();
  });
  afterAll(async () => {
    await owner.destroy();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });
  const tiles = (): { items: { column: number; row: number }[] } =>
    JSON.parse(readFileSync(join(projectRoot(), 'seeds', 'reference', FILE), 'utf8'));
  const load = (file: unknown): Promise<readonly string[]> => {
    writeFileSync(join(folder, FILE), JSON.stringify(file));
    return loadReference(owner, folder);
  };

  it('refuses tiles that stand in one place, and keeps what was loaded', async () => {
    const file = tiles();
    Object.assign(file.items[1]!, file.items[0], { code: '610000', name: '陕西省' });
    await expect(load(file)).rejects.toThrow(/district-tiles\.json\.items\[1\].*重复/);
    const [row] = await database.query<{ column: string }>(
      `select data ->> 'column' as column from reference.entry where list = 'district-tiles' and data ->> 'code' = '610000'`,
    );
    expect(row).toEqual({ column: '5' });
  });

  it('loads a list anew when it has changed, and once', async () => {
    const file = tiles();
    file.items[0]!.column = 2;
    expect(await load(file)).toEqual(['district-tiles']);
    expect(await load(file)).toEqual([]);
  });

  it('takes rows beside those of the file, checks them alike, and withdraws them when they are given no more', async () => {
    const file = tiles();
    const [tile] = file.items.splice(0, 1);
    await load(file);
    const withRows = (rows: readonly object[]): Promise<readonly string[]> =>
      loadReference(owner, folder, { 'district-tiles': rows });
    const standing = async (): Promise<number> =>
      (
        await database.query(
          `select id from reference.entry where list = 'district-tiles' and not withdrawn and data = $1`,
          [tile],
        )
      ).length;
    expect(await standing()).toBe(0);
    expect(await withRows([tile!])).toEqual(['district-tiles']);
    expect(await withRows([tile!])).toEqual([]);
    expect(await standing()).toBe(1);
    await expect(withRows([tile!, tile!])).rejects.toThrow(/重复/);
    await load(file);
    expect(await standing()).toBe(0);
  });
});
