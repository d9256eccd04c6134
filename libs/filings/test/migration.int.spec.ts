import { createDataSource } from '@zhaoguan/platform';
import { createTestDatabase } from '@zhaoguan/testing';
import { Filings1763700400000 } from '../../../migrations/1763700400000-filings';

describe('the migration of the filings', () => {
  it('can be taken back and done again', async () => {
    const database = await createTestDatabase();
    const owner = await createDataSource({ url: database.url, role: 'owner', poolSize: 1 }).initialize();
    const runner = owner.createQueryRunner();
    const tables = async (): Promise<number> =>
      (await database.query(`select 1 from information_schema.tables where table_schema = 'filings'`)).length;
    try {
      expect(await tables()).toBe(8);
      await new Filings1763700400000().down(runner);
      expect(await tables()).toBe(0);
      await new Filings1763700400000().up(runner);
      expect(await tables()).toBe(8);
    } finally {
      await runner.release();
      await owner.destroy();
      await database.drop();
    }
  });

  it('lets the running system change nothing that is history', async () => {
    const database = await createTestDatabase();
    const rights = await database.query<{ table_name: string; rights: string }>(
      `select table_name, string_agg(privilege_type, ',' order by privilege_type) as rights
         from information_schema.role_table_grants
        where table_schema = 'filings' and grantee in ('zhaoguan_app', 'zhaoguan_public') group by 1 order by 1`,
    );
    await database.drop();
    const append = 'INSERT,SELECT';
    expect(Object.fromEntries(rights.map((row) => [row.table_name, row.rights]))).toEqual({
      filing: 'INSERT,SELECT,UPDATE',
      number_counter: 'INSERT,SELECT,UPDATE',
      transition: append,
      submission: append,
      material: append,
      remark: append,
      receipt: append,
      receipt_public: 'SELECT',
    });
  });
});
