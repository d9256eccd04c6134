import { createTestDatabase } from '@zhaoguan/testing';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { MIGRATIONS } from '../../../migrations';

describe('the migration of the filings', () => {
  it('can be taken back with what came after it, and done again', async () => {
    const database = await createTestDatabase();
    const runner = { query: (sql: string) => database.query(sql) } as unknown as QueryRunner;
    const tables = (): Promise<unknown[]> =>
      database.query(
        `select table_name from information_schema.tables where table_schema = 'filings' order by 1`,
      );
    try {
      const before = await tables();
      const history = MIGRATIONS.map((migration): MigrationInterface => new migration());
      const first = history.findIndex(({ name }) => name?.startsWith('Filings'));
      for (const migration of history.slice(first).reverse()) await migration.down(runner);
      expect(await tables()).toEqual([]);
      for (const migration of history.slice(first)) await migration.up(runner);
      expect(await tables()).toEqual(before);
    } finally {
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
      disclosure: append,
      nonconformity_public: 'SELECT',
      paper_public: 'SELECT',
      receipt_file_public: 'SELECT',
      granted_licence_public: 'SELECT',
      taken_back_receipt_public: 'SELECT',
      receipt_items_public: 'SELECT',
      paper: append,
      paper_print: append,
      paper_counter: 'INSERT,SELECT,UPDATE',
      transition: append,
      commitment: append,
      commitment_transition: append,
      submission: append,
      material: append,
      remark: append,
      unattended: 'DELETE,INSERT,SELECT',
      takeover: append,
      unattended_facts: 'SELECT',
      window_facts: 'SELECT',
      receipt: append,
      assignment: append,
      case_note: append,
      case_holder: 'DELETE,INSERT,SELECT,UPDATE',
      // Kept by triggers alone.
      hand: 'SELECT',
      hand_facts: 'SELECT',
      // Their states alone may change, which are rights to single columns.
      verification: append,
      verification_transition: append,
      verification_visit: append,
      verification_file: append,
      closure_follow_up: append,
      closure_record: append,
      closure_report: append,
      closure_file: append,
      extension: append,
      retraction: append,
      opinion: append,
      opinion_transition: append,
      opinion_file: append,
      opinion_facts: 'SELECT',
      step_facts: 'SELECT',
      receipt_public: 'SELECT',
      renewal_facts: 'SELECT',
      waiting_renewal_facts: 'SELECT',
      asked_renewal_facts: 'SELECT',
      renewal_public: 'SELECT',
      filing_facts: 'SELECT',
      adviser_facts: 'SELECT',
      concerned_facts: 'SELECT',
      filing_hit: 'SELECT',
      work_item: 'SELECT',
    });
  });
});
