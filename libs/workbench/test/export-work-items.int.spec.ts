import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../filings/test/filing.builder';
import { exportedSheet } from '../../institutions/test/exported-sheet.builder';

const PATH = '/api/v1/work-items/export';

describe('what waits, as a spreadsheet', () => {
  let app: TestApp;
  let registrar: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    registrar = await app.person('REGISTRAR');
    const operator = await app.person('OPERATOR');
    await new FilingBuilder(app).submitted(operator, 'ELDERLY_CARE', { name: '示例·甲养老院' });
    await app.idle();
  });
  afterAll(() => app.stop());

  const rowsOf = async (person: TestPerson, query = '') =>
    (await exportedSheet(app, person, PATH + query)).rows;

  it('has Chinese headers, the term as a day and the working days left', async () => {
    const [header, ...rows] = await rowsOf(registrar);
    expect(header).toEqual([
      '待办事项',
      '名称',
      '说明',
      '所在区县',
      '期限',
      '紧急程度',
      '剩余工作日',
      '开始时间',
    ]);
    const { body } = await app.as(registrar).get('/api/v1/work-items').expect(200);
    expect(rows.map(([type, title]) => [type, title])).toEqual(
      (body.items as { typeLabel: string; title: string }[]).map((item) => [item.typeLabel, item.title]),
    );
    expect(rows[0]).toMatchObject({ 1: '示例·甲养老院', 3: '陕西省西安市长安区', 6: expect.any(Number) });
  });

  it('holds what waits for the caller and nobody else', async () => {
    expect(await rowsOf(registrar, '?type=FILING_OPINION_TO_ANSWER')).toHaveLength(1);
    for (const settings of [{ districts: ['500152'] }, { departments: ['health'] }])
      expect(await rowsOf(await app.person('REGISTRAR', settings))).toHaveLength(1);
    await app.as(registrar).get(`${PATH}?type=NOTHING`).expect(422);
    await app.http.get(PATH).expect(401);
  });
});
