import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { exportedSheet } from '../../institutions/test/exported-sheet.builder';
import { FilingBuilder } from './filing.builder';
import { suspensionTakenBack } from './taken-back.builder';

const PATH = '/api/v1/filings/export';

describe('the ledger of filings as a spreadsheet', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR', { name: '示例·李受理' });
    await filings.draft(operator, 'ELDERLY_CARE', { name: '示例·草稿养老院' });
    await filings.accepted(operator, registrar, 'ELDERLY_CARE', { name: '示例·甲养老院' });
    await filings.submitted(operator, 'CHILDCARE', { name: '示例·乙托育园' });
    await filings.submitted(await app.person('OPERATOR'), 'ELDERLY_CARE', { district: '500152' });
  });
  afterAll(() => app.stop());

  const rowsOf = async (person: TestPerson, query = '') =>
    (await exportedSheet(app, person, PATH + query)).rows;
  const namesOf = async (person: TestPerson, query = ''): Promise<unknown[]> =>
    (await rowsOf(person, query)).slice(1).map(([name]) => name);

  it('has Chinese headers, states in words, terms as days and codes as texts', async () => {
    const [header, line] = await rowsOf(registrar);
    expect(header).toEqual([
      '机构名称',
      '统一社会信用代码',
      '机构类型',
      '办理事项',
      '所在区县',
      '状态',
      '提交次数',
      '提交时间',
      '办理期限',
      '补正期限',
      '承办人',
      '备案（许可证）编号',
      '起草时间',
    ]);
    const today = { date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string };
    expect(line).toMatchObject({
      0: '示例·甲养老院',
      1: expect.stringMatching(/^[0-9A-Z]{18}$/) as string,
      2: '养老机构',
      3: '首次备案',
      4: '陕西省西安市长安区',
      5: '已备案',
      6: 1,
      7: today,
      11: expect.stringMatching(/^610116-YL-/) as string,
      12: today,
    });
  });

  it('holds what the list shows: the applicant’s own, or what the district and the department take', async () => {
    expect(await namesOf(registrar)).toEqual(['示例·甲养老院']);
    expect(await namesOf(await app.person('REGISTRAR', { departments: ['health'] }))).toEqual([
      '示例·乙托育园',
    ]);
    expect(await namesOf(operator)).toHaveLength(3);
    expect(await namesOf(operator, '?status=DRAFT')).toEqual(['示例·草稿养老院']);
    expect(await namesOf(registrar, '?status=SUBMITTED')).toEqual([]);
    expect(await namesOf(await app.person('REGISTRAR', { districts: [] }))).toEqual([]);
    await app
      .as(await app.person('INSPECTOR'))
      .get(PATH)
      .expect(403);
    await app.as(registrar).get(`${PATH}?status=OPEN`).expect(422);
  });

  it('says of a notice that was taken back before its day that it never came into force', async () => {
    const applicant = await app.person('OPERATOR');
    const name = '示例·丙养老院';
    const { institutionId } = await filings.accepted(applicant, registrar, 'ELDERLY_CARE', { name });
    const today = app.clock.now().toISOString().slice(0, 10);
    await suspensionTakenBack(app, { applicant, registrar, institutionId, today });
    const states = (await rowsOf(applicant)).slice(1).map((row) => [row[3], row[5]]);
    expect(states).toContainEqual(['首次备案', '已备案']);
    expect(states).toContainEqual(['暂停服务', '已备案（已撤回，没有生效）']);
  });

  it('goes over as many pages as there are rows', async () => {
    await app.database.query(
      `insert into filings.filing (id, type, kind, status, applicant_id, name, uscc, district, application, personal, round, created_at, updated_at, version)
       select gen_random_uuid(), type, kind, 'DRAFT', applicant_id, name || n, uscc, district, application, personal, 0, created_at, updated_at, 1
         from filings.filing, generate_series(1, 2100) n where name = '示例·草稿养老院'`,
    );
    const names = await namesOf(operator, '?status=DRAFT');
    expect(new Set(names).size).toBe(2101);
  });
});
