import ExcelJS from 'exceljs';
import { readDirectoryFile } from '../src/import/directory-reader';
import {
  collect,
  encodeGb18030,
  temporaryFolder,
  writeFile,
  writeXlsx,
  xlsxParts,
  zip,
} from './directory-files';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const read = (path: string, sheet?: string) =>
  collect(readDirectoryFile(path, sheet === undefined ? {} : { sheet }));
const readSheet = (name: string, sheet: string, strings?: string) =>
  read(writeFile(folder.path(name), zip(xlsxParts(sheet, strings))));

describe('.xlsx as Excel writes it', () => {
  it('gives text, numbers, dates, rich text, links, formulas, truth values and errors as what they are', async () => {
    const path = folder.path('cells.xlsx');
    const day = new Date(Date.UTC(2026, 0, 31));
    await writeXlsx(
      path,
      [
        ['机构名称', 42, day, { richText: [{ text: '示例·' }, { text: '颐年苑', font: { bold: true } }] }],
        [
          { text: '官网', hyperlink: 'https://example.org' },
          { formula: 'A1&"x"', result: '合并' },
          true,
          { error: '#N/A' },
        ],
      ],
      (_, sheet) => {
        sheet.getCell('C1').numFmt = 'yyyy"年"m"月"d"日"';
      },
    );
    expect(await read(path)).toEqual([
      { row: 1, cells: ['机构名称', 42, { date: '2026-01-31' }, '示例·颐年苑'], width: 4 },
      { row: 2, cells: ['官网', '合并', true, { error: '#N/A' }], width: 4 },
    ]);
  });

  it('keeps the row numbers of Excel over blank rows, and columns over blank cells', async () => {
    const path = folder.path('gaps.xlsx');
    await writeXlsx(path, [], (_, sheet) => {
      sheet.getCell('B3').value = '甲';
      sheet.getCell('D7').value = '乙';
      sheet.getCell('Z7').font = { bold: true };
    });
    expect(await read(path)).toEqual([
      { row: 3, cells: [null, '甲'], width: 2 },
      { row: 7, cells: [null, null, null, '乙'], width: 4 },
    ]);
  });

  it('reads the first visible sheet, or the one named', async () => {
    const path = folder.path('sheets.xlsx');
    await writeXlsx(path, [['隐藏']], (book, sheet) => {
      sheet.state = 'hidden';
      book.addWorksheet('正表').addRow(['看得见']);
    });
    expect((await read(path))[0]?.cells).toEqual(['看得见']);
    expect((await read(path, '名录'))[0]?.cells).toEqual(['隐藏']);
    await expect(read(path, '没有')).rejects.toThrow('没有工作表“没有”，只有“名录”、“正表”');
  });

  it('reads what exceljs streams out, with shared strings and without', async () => {
    for (const useSharedStrings of [true, false]) {
      const path = folder.path(`stream-${useSharedStrings}.xlsx`);
      const book = new ExcelJS.stream.xlsx.WorkbookWriter({
        filename: path,
        useSharedStrings,
        useStyles: true,
      });
      const sheet = book.addWorksheet('名录');
      for (let i = 1; i <= 3000; i += 1) sheet.addRow([`机构${i}`, i]).commit();
      sheet.commit();
      await book.commit();
      const rows = await read(path);
      expect(rows).toHaveLength(3000);
      expect(rows[2999]).toEqual({ row: 3000, cells: ['机构3000', 3000], width: 2 });
    }
  });

  it('counts dates from 1904 when the file says so', async () => {
    const path = folder.path('mac.xlsx');
    await writeXlsx(path, [[new Date(Date.UTC(2026, 0, 31))]], (book, sheet) => {
      book.properties.date1904 = true;
      sheet.getCell('A1').numFmt = 'yyyy-mm-dd';
    });
    expect((await read(path))[0]?.cells).toEqual([{ date: '2026-01-31' }]);
  });
});

describe('.xlsx as other programs write it', () => {
  it('leaves out the pinyin above a text', async () => {
    const strings = '<sst><si><t>长安区</t><rPh sb="0" eb="3"><t>chang an qu</t></rPh></si></sst>';
    const rows = await readSheet(
      'pinyin.xlsx',
      '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>',
      strings,
    );
    expect(rows[0]?.cells).toEqual(['长安区']);
  });

  it('reads prefixed names, inline text, missing references, CDATA, comments and escapes', async () => {
    const sheet = `<?xml version="1.0"?><!-- a > b --><x:worksheet><x:sheetData>
      <x:row><x:c t="inlineStr"><x:is><x:t>A&amp;B &#x4e2d;</x:t></x:is></x:c><x:c t="str" q="a>b"><x:v><![CDATA[<乙>]]></x:v></x:c></x:row>
      <x:row r="5"><x:c r="C5" t="inlineStr"><x:is><x:t>一_x000D_二</x:t></x:is></x:c><x:c r='D5'/></x:row>
    </x:sheetData></x:worksheet>`;
    expect(await readSheet('prefixed.xlsx', sheet)).toEqual([
      { row: 1, cells: ['A&B 中', '<乙>'], width: 2 },
      { row: 5, cells: [null, null, '一\r二'], width: 3 },
    ]);
  });

  it('puts a character that falls between two pieces together again', async () => {
    const text = '照护'.repeat(120_000);
    const cells = [0, 1, 2].map(
      (i) => `<c r="${'ABC'[i]}1" t="inlineStr"><is><t>${text.slice(i, i + 32_000)}</t></is></c>`,
    );
    const rows = await readSheet(
      'pieces.xlsx',
      `<worksheet><sheetData><row r="1">${cells.join('')}</row></sheetData></worksheet>`,
    );
    expect(rows[0]?.cells).toEqual([0, 1, 2].map((i) => text.slice(i, i + 32_000)));
  });
});

describe('.csv', () => {
  const text = '机构名称,床位数\r\n"示例·颐年苑,一部",100\r\n\r\n"分两\n行",5\r\n';
  const rows = [
    { row: 1, cells: ['机构名称', '床位数'], width: 2 },
    { row: 2, cells: ['示例·颐年苑,一部', '100'], width: 2 },
    { row: 3, cells: [], width: 0 },
    { row: 4, cells: ['分两\n行', '5'], width: 2 },
  ];

  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['GBK, as Chinese Excel saves CSV', encodeGb18030(text)],
    ['UTF-16, as Excel saves Unicode text', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 big endian', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ])('in %s', async (name, bytes) => {
    expect(await read(writeFile(folder.path(`${name}.csv`), bytes))).toEqual(rows);
  });

  it('cut by tabs or semicolons', async () => {
    const line = (cut: string) => ['机构名称', '统一社会信用代码', '详细地址'].join(cut);
    for (const cut of ['\t', ';']) {
      const path = writeFile(folder.path('cut.csv'), `名录\n${line(cut)}\n`);
      expect((await read(path))[1]?.cells).toEqual(['机构名称', '统一社会信用代码', '详细地址']);
    }
  });

  it('recognises GBK whose first Chinese character comes late', async () => {
    const late = Buffer.concat([Buffer.from('a,b,c\n'.repeat(50_000)), encodeGb18030('敬老院,二,三\n')]);
    const all = await read(writeFile(folder.path('late.csv'), late));
    expect(all.at(-1)).toEqual({ row: 50_001, cells: ['敬老院', '二', '三'], width: 3 });
  });
});
