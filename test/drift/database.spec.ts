import { APP_DATABASE, createDataSource } from '@zhaoguan/platform';
import { TestApp, type TestDatabase } from '@zhaoguan/testing';
import type { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../migrations';
import { describeSchema } from './support/describe-schema';
import { expectStored } from './support/stored';

const OUR_SCHEMAS = `select nspname as name from pg_namespace
  where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'bullmq', 'public')`;

interface Column {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly hasDefault: boolean;
}

describe('the database', () => {
  let app: TestApp;
  let database: TestDatabase;
  let source: DataSource;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    database = app.database;
    source = app.nest.get<DataSource>(APP_DATABASE);
  });
  afterAll(() => app.stop());

  const columnsOf = async (table: string): Promise<Column[]> =>
    database.query<Column>(
      `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable,
              (d.adbin is not null or a.attidentity <> '') as "hasDefault"
         from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped`,
      [table],
    );

  it('is the one whose description is stored', async () => {
    const description = await describeSchema((sql) => database.query(sql));
    expect(() => expectStored('migrations/schema.sql', description)).not.toThrow();
  });

  it('comes back the same after every migration was undone and done again', async () => {
    const before = await describeSchema((sql) => database.query(sql));
    const options = { url: database.url, role: 'owner', poolSize: 2, migrations: MIGRATIONS } as const;
    const owner = await createDataSource(options).initialize();
    for (const _ of MIGRATIONS) await owner.undoLastMigration();
    expect(await database.query(OUR_SCHEMAS)).toEqual([]);
    await owner.runMigrations();
    await owner.destroy();
    expect(await describeSchema((sql) => database.query(sql))).toBe(before);
  });

  it('has its migrations in the order of their times, under the names of their files', () => {
    const times = MIGRATIONS.map(({ name }) => Number(/\d{13}$/.exec(name)?.[0]));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(times).size).toBe(times.length);
    for (const Migration of MIGRATIONS) expect(new Migration().name).toBe(Migration.name);
  });

  it('has the columns that the entities say, of the same type and nullability', async () => {
    const faults: string[] = [];
    for (const { tablePath, columns } of source.entityMetadatas) {
      const stored = new Map((await columnsOf(tablePath)).map((column) => [column.name, column]));
      for (const column of columns.filter(({ isVirtualProperty }) => !isVirtualProperty)) {
        const name = `${tablePath}.${column.databaseName}`;
        const found = stored.get(column.databaseName);
        stored.delete(column.databaseName);
        const type = fullType(source, column);
        if (!found) faults.push(`${name} is not in the table`);
        else if (found.type !== type) faults.push(`${name} is ${found.type}, the entity says ${type}`);
        else if (found.nullable !== column.isNullable) faults.push(`${name} differs in nullability`);
      }
      // Whoever inserts by the entity must be able to.
      for (const { name, nullable, hasDefault } of stored.values())
        if (!nullable && !hasDefault)
          faults.push(`${tablePath}.${name} is required, the entity does not know it`);
    }
    expect(faults).toEqual([]);
    expect(source.entityMetadatas.length).toBeGreaterThan(20);
  });

  /** Rows of the reference data are never deleted, so nobody looks for those that name one. */
  it('has an index for every foreign key into a table that changes', async () => {
    const bare = await database.query<{ name: string }>(
      `select k.conrelid::regclass || ' ' || k.conname as name
         from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
        where k.contype = 'f' and n.nspname <> 'bullmq'
          and k.confrelid::regclass::text not like 'reference.%'
          and not exists (
            select from pg_index i
             where i.indrelid = k.conrelid
               and (i.indkey::smallint[])[0:cardinality(k.conkey) - 1] @> k.conkey)`,
    );
    expect(bare.map(({ name }) => name)).toEqual([]);
  });

  it('explains every table and every view', async () => {
    const silent = await database.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v', 'm') and n.nspname in (${OUR_SCHEMAS.replace('as name', '')})
          and obj_description(c.oid, 'pg_class') is null order by 1`,
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});

/** The entity's type as PostgreSQL writes it. */
function fullType(
  source: DataSource,
  column: DataSource['entityMetadatas'][number]['columns'][number],
): string {
  const { precision, scale, length } = column;
  const plain = source.driver.normalizeType(column);
  const base = plain === 'char' ? 'character' : plain;
  const size =
    base === 'numeric' && precision !== undefined && precision !== null
      ? `(${precision},${scale ?? 0})`
      : length
        ? `(${length})`
        : '';
  return `${base}${size}${column.isArray ? '[]' : ''}`;
}
