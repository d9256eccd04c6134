import { readFileSync, writeFileSync } from 'node:fs';
import { systemCaller } from '@zhaoguan/contracts';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { ImportInstitutions } from '../src/use-cases/import-institutions';
import { exportedSheet } from './exported-sheet.builder';
import { buildInstitution, nextUscc } from './institution.builder';

const PATH = '/api/v1/institutions/export';

describe('the registry as a spreadsheet', () => {
  let app: TestApp;
  let registrar: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    registrar = await app.person('REGISTRAR');
    await buildInstitution(app.nest, {
      name: '=示例·甲养老院',
      address: '陕西省西安市长安区示例路1号',
      uscc: '526101160000000199',
      filingNumber: '610116-YL-2026-7001',
      servicePhone: '029-85290000',
      nursingBeds: 72,
      legalRepresentative: { name: '示例·王建国', residentId: null, phone: '13800000001' },
    });
    await buildInstitution(app.nest, { kind: 'CHILDCARE', details: { siteType: 'HOME' }, capacity: 5 });
    await buildInstitution(app.nest, { district: '500152', name: '示例·外地养老院' });
  });
  afterAll(() => app.stop());

  const namesOf = async (person: TestPerson, query = ''): Promise<unknown[]> => {
    const { rows } = await exportedSheet(app, person, PATH + query);
    return rows.slice(1).map(([name]) => name);
  };

  it('has Chinese headers, codes as texts, numbers as numbers and days as days, and no personal data', async () => {
    const { rows } = await exportedSheet(app, registrar, `${PATH}?kind=ELDERLY_CARE`);
    expect(rows).toEqual([
      [
        '机构名称',
        '统一社会信用代码',
        '机构类型',
        '行政区划代码',
        '所在区县',
        '所在镇街',
        '详细地址',
        '服务电话',
        '床位数',
        '托位数',
        '护理型床位数',
        '机构性质',
        '备案编号',
        '备案日期',
        '信用等级',
        '备案机关',
        '状态',
      ],
      [
        '=示例·甲养老院',
        '526101160000000199',
        '养老机构',
        '610116',
        '陕西省西安市长安区',
        null,
        '陕西省西安市长安区示例路1号',
        '029-85290000',
        120,
        null,
        72,
        '民办',
        '610116-YL-2026-7001',
        { date: '2026-03-02' },
        'B',
        '西安市长安区民政局',
        '在营',
      ],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/王建国|138/);
  });

  it('comes in again as it went out', async () => {
    const { file } = await exportedSheet(app, registrar, PATH);
    const report = `${file}.report.csv`;
    const caller = { ...systemCaller('test'), districts: ['610116'] };
    const summary = await app.nest.get(ImportInstitutions).execute(caller, file, report);
    expect(summary).toMatchObject({ rows: 2, faulty: 0, added: 0, unchanged: 2 });
  });

  it('holds what the list shows: the district, the filter, and of an operator their own', async () => {
    expect(await namesOf(registrar)).toHaveLength(2);
    expect(await namesOf(registrar, '?kind=CHILDCARE')).toHaveLength(1);
    expect(await namesOf(registrar, '?q=甲养老')).toEqual(['=示例·甲养老院']);
    expect(await namesOf(await app.person('REGISTRAR', { districts: ['500152'] }))).toEqual([
      '示例·外地养老院',
    ]);
    expect(await namesOf(await app.person('OPERATOR'))).toEqual([]);
    await app.as(registrar).get(`${PATH}?grade=E`).expect(422);
    await app.http.get(PATH).expect(401);
  });

  it('leaves an entry of who took what away, without the words that were searched for', async () => {
    await namesOf(registrar, '?kind=CHILDCARE&q=示例');
    const [entry] = await app.database.query<{ actor_id: string; canonical: string }>(
      `select actor_id, canonical from audit.entry where action = 'list.exported' order by id desc limit 1`,
    );
    expect(entry?.actor_id).toBe(registrar.id);
    expect(JSON.parse(entry?.canonical ?? '{}').detail).toEqual({
      list: '机构名录',
      count: 1,
      filter: 'kind=CHILDCARE&q=*',
    });
  });

  it('comes in again with what is suspended and what is closed, each as it stands', async () => {
    const own = { ...systemCaller('test'), districts: ['610116'] };
    for (const status of ['SUSPENDED', 'CLOSED']) {
      const { id } = await buildInstitution(app.nest, { name: `示例·${status}养老院` });
      await app.database.query('update institutions.institution set status = $2 where id = $1', [id, status]);
    }
    const registry = () =>
      app.database.query('select id, status, version, xmin::text from institutions.institution order by id');
    const before = await registry();
    const { file, rows } = await exportedSheet(app, registrar, PATH);
    expect(rows.map((cells) => cells.at(-1))).toEqual(expect.arrayContaining(['在营', '暂停服务', '已终止']));
    const imports = app.nest.get(ImportInstitutions);
    const summary = await imports.execute(own, file, `${file}.report.csv`);
    expect(summary).toMatchObject({ rows: 4, faulty: 0, added: 0, unchanged: 4 });
    expect(await registry()).toEqual(before);
  });

  it('gives the number of a closed one to no other, and finds the one that has its site by now', async () => {
    const own = { ...systemCaller('test'), districts: ['610116'] };
    const site = { uscc: nextUscc(), address: '示例路 7701 号' };
    const closed = await buildInstitution(app.nest, { ...site, filingNumber: '610116-YL-2026-7701' });
    await app.database.query(`update institutions.institution set status = 'CLOSED' where id = $1`, [
      closed.id,
    ]);
    await buildInstitution(app.nest, { ...site, filingNumber: '610116-YL-2026-7702' });
    const { file } = await exportedSheet(app, registrar, PATH);
    const imports = app.nest.get(ImportInstitutions);
    const summary = await imports.execute(own, file, `${file}.report.csv`);
    expect(summary).toMatchObject({ faulty: 0, added: 0, unchanged: 6 });
    await buildInstitution(app.nest, {
      ...site,
      address: '示例路 7703 号',
      filingNumber: '610116-YL-2026-7703',
    });
    await app.database.query(
      `update institutions.institution set status = 'CLOSED' where filing_number = '610116-YL-2026-7703'`,
    );
    const other = `${file}.csv`;
    writeFileSync(
      other,
      `机构名称,统一社会信用代码,机构类型,行政区划代码,详细地址,床位数,备案编号\n示例·冒名养老院,${nextUscc()},养老机构,610116,示例路 7704 号,20,610116-YL-2026-7703`,
    );
    expect(await imports.execute(own, other, `${other}.report.csv`)).toMatchObject({ added: 0, faulty: 1 });
    expect(readFileSync(`${other}.report.csv`, 'utf8')).toContain('备案编号已属于');
  });

  it('is taken out by one person once at a time', async () => {
    await app.database.query('begin');
    await app.database.query(`select pg_advisory_xact_lock(hashtextextended('export ' || $1, 0))`, [
      registrar.id,
    ]);
    const refused = await app.as(registrar).get(PATH).expect(409);
    expect(refused.body.code).toBe('EXPORT_UNDER_WAY');
    await app.database.query('rollback');
    expect(await namesOf(registrar, '?kind=CHILDCARE')).toHaveLength(1);
  });
});
