import { existsSync, readFileSync } from 'node:fs';
import { csvLine } from '@zhaoguan/kernel';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import type { DirectoryRow } from '../src/domain/directory-row';
import { importDirectory } from '../src/import/directory-import';
import { divisions, temporaryFolder, TODAY, writeFile, writeXlsx } from './directory-files';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const context = { divisions: divisions(['610100']), defaultKind: null, today: TODAY };
const HEADER = ['机构名称', '统一社会信用代码', '机构类型', '所在区县', '详细地址', '床位数', '星级'];
const GOOD = [
  '示例·颐年苑',
  '91610116MA0000015Y',
  '养老机构',
  '长安区',
  '长安区韦曲街道示例路1号',
  100,
  '三级',
];

async function run(path: string) {
  const rows: DirectoryRow[] = [];
  const reportPath = `${path}.report.csv`;
  const summary = await importDirectory(
    path,
    { context, reportPath },
    {
      accept: async (row) => void rows.push(row),
      flush: async () => undefined,
      hasKept: false,
      undecided: 0,
      settle: async () => undefined,
    },
  );
  return { rows, summary, report: readFileSync(reportPath, 'utf8') };
}

describe('importing a directory', () => {
  it('hands over what is right and reports what is not, row and column', async () => {
    const path = folder.path('mixed.xlsx');
    await writeXlsx(path, [
      ['长安区养老机构名录'],
      HEADER,
      GOOD,
      [...GOOD.slice(0, 5), '很多', ''],
      [],
      GOOD,
      ['合  计', '', '', '', '', 200],
      ['注：床位数以登记证书为准。'],
    ]);
    const { rows, summary, report } = await run(path);
    expect(rows.map((row) => row.row)).toEqual([3]);
    expect(summary).toEqual({
      brokenOff: null,
      rows: 3,
      accepted: 1,
      faulty: 2,
      faults: 2,
      remarked: 0,
      skipped: 2,
      ignoredColumns: ['星级'],
    });
    expect(report.startsWith('\uFEFF"行号","列","原值","原因"\r\n')).toBe(true);
    expect(parse(report, { bom: true, relax_column_count: true }).slice(1, 3)).toEqual([
      ['4', '床位数（F列）', '很多', '应为不小于0的整数'],
      ['6', '统一社会信用代码（B列）', '91610116MA0000015Y', '与第3行是同一机构的同一场所'],
    ]);
    expect(report).toContain('"汇总","可以导入","1"');
    expect(report).toContain('"汇总","跳过的合计、说明","2"');
    expect(report).toContain('"汇总","未识别的列","星级"');
  });

  it('knows the columns that the system has written itself, and calls the others unknown', async () => {
    const path = folder.path('exported.xlsx');
    await writeXlsx(path, [
      [...HEADER, '备案机关', '状态'],
      [...GOOD, '西安市长安区民政局', '在营'],
    ]);
    const { report } = await run(path);
    expect(report).toContain('"汇总","未识别的列","星级"');
    expect(report).toContain('"汇总","由系统记录、不读入的列","备案机关、状态"');
  });

  it('reads the same from .csv', async () => {
    const csv = [HEADER, GOOD].map((row) => row.join(',')).join('\n');
    const { rows } = await run(writeFile(folder.path('same.csv'), `\uFEFF${csv}`));
    expect(rows[0]).toMatchObject({ name: '示例·颐年苑', capacity: 100, district: '610116' });
  });

  it('reports a cell with half a character, and takes the other rows', async () => {
    const path = folder.path('broken-name.xlsx');
    await writeXlsx(path, [HEADER, ['示例·_xD800_养老院', ...GOOD.slice(1)], GOOD]);
    const { rows, report } = await run(path);
    expect(rows.map((row) => row.row)).toEqual([3]);
    expect(parse(report, { bom: true, relax_column_count: true })[1]).toEqual([
      '2',
      '机构名称（A列）',
      '示例·\ufffd养老院',
      '含有无法识别的字符，请重新填写',
    ]);
    const csv = [HEADER, ['示例·\ufffd养老院', ...GOOD.slice(1)]].map((row) => row.join(',')).join('\n');
    expect((await run(writeFile(folder.path('broken-name.csv'), csv))).summary).toMatchObject({ faulty: 1 });
  });

  it('leaves no report when the file cannot be read', async () => {
    const path = writeFile(folder.path('broken.csv'), `${HEADER.join(',')}\n"示例`);
    await expect(run(path)).rejects.toThrow(/引号不成对/);
    expect([existsSync(`${path}.report.csv`), existsSync(`${path}.report.csv.part`)]).toEqual([false, false]);
    await expect(run(writeFile(folder.path('none.csv'), 'a,b,c\n'))).rejects.toThrow(/没有找到表头/);
  });

  it('leaves no report when a row cannot be stored', async () => {
    const path = writeFile(folder.path('store.csv'), [HEADER, GOOD].map((row) => row.join(',')).join('\n'));
    const reportPath = `${path}.report.csv`;
    const store = {
      accept: async () => {
        throw new Error('disk full');
      },
      flush: async () => undefined,
      hasKept: false,
      undecided: 0,
      settle: async () => undefined,
    };
    await expect(importDirectory(path, { context, reportPath }, store)).rejects.toThrow('disk full');
    expect(existsSync(reportPath)).toBe(false);
  });
});

describe('a report opened in a spreadsheet runs nothing', () => {
  it.each(['=cmd|/c calc!A0', '+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '＋1', '－1', '＠a'])(
    '%j',
    (value) => {
      const [[cell]] = parse(csvLine([value]), { relax_column_count: true }) as [[string]];
      expect(cell).toBe(`'${value}`);
    },
  );

  it('quotes quotes and leaves ordinary text alone', () => {
    expect(csvLine(['示例"一"', '610116-YL-2025-0001', ''])).toBe(
      '"示例""一""","610116-YL-2025-0001",""\r\n',
    );
  });

  it('also for values that come from the file', async () => {
    const path = folder.path('formula.xlsx');
    await writeXlsx(path, [
      HEADER,
      [...GOOD.slice(0, 2), '=HYPERLINK("http://example.org")', ...GOOD.slice(3)],
    ]);
    const { report } = await run(path);
    expect(report).toContain(`"'=HYPERLINK(""http://example.org"")"`);
    const book = new ExcelJS.Workbook();
    const sheet = await book.csv.readFile(`${path}.report.csv`);
    expect(sheet.getCell('C2').text).toMatch(/^'=/);
  });
});
