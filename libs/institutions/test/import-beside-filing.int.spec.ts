import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemCaller } from '@zhaoguan/contracts';
import { InstitutionStore } from '@zhaoguan/institutions';
import { UnitOfWork } from '@zhaoguan/platform';
import { eventually, TestApp } from '@zhaoguan/testing';
import { ImportInstitutions } from '../src/use-cases/import-institutions';
import { buildInstitution, nextUscc } from './institution.builder';

describe('a directory that is brought in while a filing is accepted', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
  });
  afterAll(() => app.stop());

  it('sees the house that was accepted, however its address is spelled', async () => {
    const uscc = nextUscc();
    const file = join(app.config.dataDir, 'beside.csv');
    writeFileSync(
      file,
      [
        '机构名称,统一社会信用代码,机构类型,行政区划代码,详细地址,床位数/托位数',
        `示例·并入养老院,${uscc},养老机构,610116,长安区示例并入路1号,120`,
      ].join('\n'),
    );
    let imported: Promise<unknown> = Promise.resolve();
    await app.nest.get(UnitOfWork).run(systemCaller('test'), async (tx) => {
      await app.nest.get(InstitutionStore).lockSites(tx, { uscc, district: '610116' });
      const caller = { ...systemCaller('test'), districts: ['610116'] };
      imported = app.nest.get(ImportInstitutions).execute(caller, file, `${file}.report.csv`, {});
      await eventually('the import waits for the acceptance', async () => {
        const waiting = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
        return (await app.database.query(waiting)).length > 0;
      });
      await buildInstitution(app.nest, { uscc, address: '陕西省西安市长安区示例并入路1号' });
    });
    expect(await imported).toMatchObject({ rows: 1, added: 0 });
    const sites = await app.database.query('select from institutions.institution where uscc = $1', [uscc]);
    expect(sites).toHaveLength(1);
  });
});
