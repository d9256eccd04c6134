import { HONEST, repeatUpload } from '@zhaoguan/testing';
import { readFileSync } from 'node:fs';
import { Workbook } from 'exceljs';
import { exportedSheet } from '../../institutions/test/exported-sheet.builder';
import { codeOf, StaffScene } from './staff-scene.builder';

const HEADER =
  '姓名,岗位,入职日期,离职日期,护理人员健康证明日期,护理人员健康证明编号,护理人员健康证明有效期至';

describe('a register of staff in a spreadsheet', () => {
  let scene: StaffScene;
  beforeAll(async () => {
    scene = await StaffScene.start();
  });
  afterAll(() => scene.app.stop());

  const path = () => `/api/v1/staff-sheet?institutionId=${scene.institutionId}`;
  const send = (content: Buffer | string, filename = '名录.csv', by = scene.operator) =>
    scene.app.as(by).post(path()).attach('file', Buffer.from(content), { filename });
  const taken = async (content: Buffer | string, filename?: string): Promise<object> =>
    (await send(content, filename).expect(200)).body as object;
  const exported = () => exportedSheet(scene.app, scene.operator, path());

  it('comes in whole, and again without changing anything', async () => {
    const file = `从业人员名录\n${HEADER}\n示例·甲,养老护理员,2026/3/2,,2026-10-12,SL-1,\n示例·乙,炊事人员,2026年5月6日,,,,\n`;
    expect(await taken(file)).toEqual({
      rows: 2,
      added: 2,
      changed: 0,
      credentials: 1,
      faults: [],
      remarks: [],
    });
    expect(await taken(file)).toEqual({
      rows: 2,
      added: 0,
      changed: 0,
      credentials: 0,
      faults: [],
      remarks: [],
    });
    const moved = file.replace('炊事人员,2026年5月6日,', '其他人员,2026-05-06,2026-11-20');
    expect(await taken(moved)).toMatchObject({ added: 0, changed: 1 });
    expect(await taken(moved)).toMatchObject({ added: 0, changed: 0, faults: [] });
  });

  it('is refused as what it is, whatever the file is called', async () => {
    for (const name of [`名录.${'x'.repeat(300)}`, `名录.${'示'.repeat(100)}`, '名录', '名录.xls'])
      expect((await send(`${HEADER}\n`, name).expect(422)).body).toMatchObject({
        code: 'STAFF_SHEET_UNREADABLE',
        title: '从业人员名录文件不能读取',
      });
  });

  it('goes out in the columns in which it comes in', async () => {
    // Excel would round the digits of a CSV.
    const number = '610116202611280001';
    await taken(`${HEADER}\n示例·甲,养老护理员,2026-03-02,,2026-11-02,${number},\n`);
    const { file, rows } = await exported();
    const columns = HEADER.split(',').map((column) => rows[0]?.indexOf(column) ?? -1);
    const one = rows.find(([name]) => name === '示例·甲');
    expect(one?.slice(0, 4)).toEqual(['示例·甲', '养老护理员', { date: '2026-03-02' }, null]);
    const shown = columns.slice(4).map((column) => one?.[column]);
    expect(shown).toEqual([{ date: '2026-11-02' }, number, { date: '2027-11-01' }]);
    const again = { rows: 2, added: 0, changed: 0, credentials: 0, faults: [] };
    expect(await taken(readFileSync(file), '名录.xlsx')).toMatchObject(again);
  });

  it('names every wrong cell by row and column, and then takes nothing', async () => {
    const file = `${HEADER}\n示例·丙,养老护理员,2026-03-02,,,,\n,飞行员,2026-02-30,,2026-10-12,,2026-10-01\n示例·丙,养老护理员,2026-03-02,,,SL-2,\n`;
    const { faults } = (await taken(file)) as { faults: { row: number; column: string; reason: string }[] };
    expect(faults.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '3 姓名（A 列）',
      '3 岗位（B 列）',
      '3 入职日期（C 列）',
      '3 护理人员健康证明有效期至（G 列）',
      '4 护理人员健康证明日期（E 列）',
      '4 姓名（A 列）',
    ]);
    expect(JSON.stringify((await exported()).rows)).not.toContain('示例·丙');
    const named = (await taken(`${HEADER}\n小3,养老护理员,2026-03-02,,,,\n`)) as { faults: object[] };
    expect(named.faults).toMatchObject([{ column: '姓名（A 列）', value: '小3' }]);
    const headless = (await taken('甲,乙\n1,2\n')) as { faults: { reason: string }[] };
    expect(headless.faults[0]?.reason).toContain('找不到表头');
    const left = `${HEADER}\n示例·乙,其他人员,2026-05-06,,,,\n`;
    expect(await taken(left)).toMatchObject({ added: 0, faults: [{ row: 2, column: '离职日期' }] });
  });

  it('says of a day that is too early what the form says of it, and takes the same days', async () => {
    const early = `${HEADER}\n示例·戊,其他人员,1026-03-02,,,,\n示例·己,其他人员,1899-12-31,,,,\n`;
    const reason = '日期过早，应在 1900 年以后，请核对年份';
    expect(await taken(early)).toMatchObject({
      added: 0,
      faults: [
        { row: 2, column: '入职日期（C 列）', value: '1026-03-02', reason },
        { row: 3, column: '入职日期（C 列）', reason },
      ],
    });
    const old = `${HEADER}\n示例·庚,其他人员,1948-03-02,2026-11-20,,,\n`;
    expect(await taken(old)).toMatchObject({ added: 1, faults: [] });
  });

  it('names every wrong cell of a certificate, not the first alone', async () => {
    const file = [
      HEADER,
      '示例·辛,养老护理员,2026-03-02,,2026-13-40,SL-1,2027-02-30',
      '示例·壬,养老护理员,2026-03-02,,,SL-2,长期',
    ].join('\n');
    const { faults } = (await taken(file)) as { faults: { row: number; column: string; reason: string }[] };
    expect(faults.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '2 护理人员健康证明日期（E 列）',
      '2 护理人员健康证明有效期至（G 列）',
      '3 护理人员健康证明日期（E 列）',
      '3 护理人员健康证明有效期至（G 列）',
    ]);
  });

  it('may be a workbook with days as Excel keeps them', async () => {
    const book = new Workbook();
    const sheet = book.addWorksheet('名录');
    sheet.addRow(HEADER.split(','));
    sheet.addRow([
      '示例·丁',
      '养老护理员',
      new Date('2026-03-02T00:00:00Z'),
      null,
      new Date('2026-10-12T00:00:00Z'),
    ]);
    const content = Buffer.from(await book.xlsx.writeBuffer());
    expect(await taken(content, '名录.xlsx')).toMatchObject({ added: 1, credentials: 1, faults: [] });
  });

  it('begins with a template: posts to choose from, hints, and an example that comes in as it stands', async () => {
    const { app, operator, registrar, institutionId } = scene;
    const blank = `/api/v1/staff-sheet/template?institutionId=${institutionId}`;
    const { file, rows } = await exportedSheet(app, operator, blank);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.slice(0, 4)).toEqual(['姓名', '岗位', '入职日期', '离职日期']);
    const book = new Workbook();
    await book.xlsx.readFile(file);
    const [sheet, example] = book.worksheets;
    expect(sheet?.getCell('B2').dataValidation).toMatchObject({
      type: 'list',
      formulae: [expect.stringContaining('养老护理员,') as string],
    });
    expect(sheet?.getCell('C2').dataValidation).toMatchObject({ prompt: '请填写日期，如 2026-01-31' });
    expect(example?.name).toBe('填写示例');
    expect(await taken(readFileSync(file), '名录.xlsx')).toMatchObject({ rows: 0, faults: [] });
    book.removeWorksheet(sheet?.id ?? 0);
    const filledIn = Buffer.from(await book.xlsx.writeBuffer());
    expect(await taken(filledIn, '名录.xlsx')).toMatchObject({ rows: 1, added: 1, faults: [] });
    await app.as(registrar).get(blank).expect(403);
    await app
      .as(await app.person('OPERATOR'))
      .get(blank)
      .expect(404);
  });

  it('says by row and column which last day is later than the rule lets it be, and what was entered', async () => {
    const file = (until: string) => `${HEADER}\n示例·期限,养老护理员,2026-03-02,,2025-12-16,SL-7,${until}\n`;
    expect(await taken(file('2027-02-10'))).toMatchObject({
      credentials: 1,
      faults: [],
      remarks: [
        {
          row: 2,
          column: '护理人员健康证明有效期至（G 列）',
          value: '2027-02-10',
          reason: '晚于规定的期限，有效期登记至 2026-12-15',
        },
      ],
    });
    expect(await taken(file('2026-12-15'))).toMatchObject({ credentials: 0, remarks: [] });
    const { rows } = await exported();
    const column = rows[0]?.indexOf('护理人员健康证明有效期至') ?? -1;
    expect(rows.find(([name]) => name === '示例·期限')?.[column]).toEqual({ date: '2026-12-15' });
  });

  it('takes no certificate for good whose term a rule sets, says so, and shows none in its example', async () => {
    const file = (until: string) => `${HEADER}\n示例·长期,养老护理员,2026-03-02,,2026-10-12,SL-9,${until}\n`;
    expect(await taken(file('长期'))).toMatchObject({
      added: 0,
      credentials: 0,
      faults: [
        {
          row: 2,
          column: '护理人员健康证明有效期至（G 列）',
          value: '长期',
          reason: '不能填“长期”：有效期按规定的期限计算，请留空；证件上写明的日期更早的，填写该日期',
        },
      ],
    });
    expect(await taken(file(''))).toMatchObject({ added: 1, credentials: 1, faults: [] });
    const { app, operator, institutionId } = scene;
    const blank = await exportedSheet(
      app,
      operator,
      `/api/v1/staff-sheet/template?institutionId=${institutionId}`,
    );
    const book = new Workbook();
    await book.xlsx.readFile(blank.file);
    const [sheet, example] = book.worksheets;
    const column = (blank.rows[0]?.indexOf('护理人员健康证明有效期至') ?? 0) + 1;
    expect(example?.getRow(2).getCell(column).value).toBeNull();
    expect(sheet?.getRow(2).getCell(column).dataValidation).toMatchObject({
      prompt: expect.not.stringContaining('长期') as string,
    });
  });

  it('refuses a file that is larger than it looks, or than a register can be', async () => {
    const book = new Workbook();
    const sheet = book.addWorksheet('名录');
    sheet.addRow(HEADER.split(','));
    for (let n = 0; n < 300; n += 1) sheet.addRow([`${'长'.repeat(30_000)}${n}`]);
    const bomb = Buffer.from(await book.xlsx.writeBuffer());
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(codeOf(await send(bomb, '名录.xlsx').expect(422))).toBe('STAFF_SHEET_UNREADABLE');
    const long = await send(`${HEADER}\n${',,\n'.repeat(10_001)}`).expect(422);
    expect(long.body).toMatchObject({
      code: 'STAFF_SHEET_UNREADABLE',
      detail: expect.stringContaining('10000') as string,
    });
  });

  it('is for the institution alone, and no other file', async () => {
    const { app, registrar } = scene;
    await send('x', '名录.csv', registrar).expect(403);
    await send('x', '名录.csv', await app.person('OPERATOR')).expect(404);
    await app.as(registrar).get(path()).expect(403);
    expect(codeOf(await send('x', '名录.doc').expect(422))).toBe('STAFF_SHEET_UNREADABLE');
    expect(codeOf(await send('PK', '名录.xlsx').expect(422))).toBe('STAFF_SHEET_UNREADABLE');
  });

  it('gives who sends a file again under the same key, having got no answer, the first one', async () => {
    const sheet = Buffer.from(`${HEADER}\n示例·重发,炊事人员,2026-05-06,,,,\n`);
    const file = { content: sheet, other: Buffer.concat([sheet, Buffer.from('\n')]), filename: '名录.csv' };
    expect(await repeatUpload(scene.app, scene.operator, path(), file)).toEqual({
      ...HONEST,
      statuses: [200, 200],
    });
  });
});
