import { writeFileSync } from 'node:fs';
import { writeXlsx, type SheetColumn } from '@zhaoguan/platform';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { readXlsx } from '../src/import/xlsx-reader';
import { DEFAULT_DIRECTORY_LIMITS } from '../src/import/directory-file.errors';
import { collect, temporaryFolder } from './directory-files';

interface Line {
  readonly name: string | null;
  readonly count: number | null;
  readonly day: string | null;
  readonly at: Date | null;
}
const COLUMNS: readonly SheetColumn<Line>[] = [
  { header: '机构名称', width: 30, type: 'text', value: ({ name }) => name },
  { header: '床位数', width: 10, type: 'number', value: ({ count }) => count },
  { header: '备案日期', width: 12, type: 'day', value: ({ day }) => day },
  { header: '提交时间', width: 18, type: 'instant', value: ({ at }) => at },
];
const NOTHING: Line = { name: null, count: null, day: null, at: null };

const folder = temporaryFolder();
afterAll(() => folder.remove());

async function* inPages(rows: readonly Line[], size: number): AsyncGenerator<readonly Line[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}
async function write(rows: readonly Line[], limits?: { rows: number; characters: number }): Promise<string> {
  const pieces: Buffer[] = [];
  const sheet = { title: '机构名录', columns: COLUMNS, pages: inPages(rows, 2) };
  for await (const piece of writeXlsx(sheet, limits)) pieces.push(piece);
  const path = folder.path('list.xlsx');
  writeFileSync(path, Buffer.concat(pieces));
  return path;
}
const read = async (path: string, sheet?: string) => collect(readXlsx(path, DEFAULT_DIRECTORY_LIMITS, sheet));

describe('a list written as .xlsx', () => {
  it('is read back value by value, whatever its texts hold', async () => {
    const day = fc
      .date({ min: new Date('1900-03-01'), max: new Date('2999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const line = fc.record({
      name: fc.oneof(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
        fc.constantFrom('=1+1', '_x000D_', ' 前后 ', 'a\r\nb', '<&>"', '𠮷野', '007', '13800000001'),
      ),
      count: fc.integer({ min: -1_000_000, max: 1_000_000 }),
      day,
      at: fc.constant(null),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 8 }), async (lines) => {
        const [header, ...rows] = await read(await write(lines));
        expect(header?.cells).toEqual(['机构名称', '床位数', '备案日期', '提交时间']);
        expect(rows.map(({ cells }) => cells)).toEqual(
          lines.map(({ name, count, day: on }) => [holdable(name), count, { date: on }]),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is opened by another program with days as days, texts as texts and the header fixed', async () => {
    const at = new Date('2026-11-21T00:30:00Z');
    const path = await write([{ name: '=HYPERLINK("x")', count: 120, day: '2026-03-02', at }, NOTHING]);
    const book = await new ExcelJS.Workbook().xlsx.readFile(path);
    const sheet = book.worksheets[0]!;
    expect(sheet.name).toBe('机构名录');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet.getColumn(1).width).toBe(30);
    expect(sheet.getCell('A2').type).toBe(ExcelJS.ValueType.String);
    expect(sheet.getCell('A2').numFmt).toBe('@');
    expect(sheet.getCell('B2').value).toBe(120);
    expect(sheet.getCell('C2').value).toEqual(new Date('2026-03-02T00:00:00Z'));
    // On the clock of China, which a cell has no zone to say.
    expect(sheet.getCell('D2').value).toEqual(new Date('2026-11-21T08:30:00Z'));
    expect(sheet.getCell('A3').value).toBeNull();
  });

  it('goes on in a further sheet under the header where one is full', async () => {
    const rows = Array.from({ length: 7 }, (_, index) => ({ ...NOTHING, name: `示例·${index}` }));
    const path = await write(rows, { rows: 4, characters: 1_000_000 });
    const names = async (sheet?: string) => (await read(path, sheet)).map(({ cells }) => cells[0]);
    expect(await names()).toEqual(['机构名称', '示例·0', '示例·1', '示例·2']);
    expect(await names('机构名录2')).toEqual(['机构名称', '示例·3', '示例·4', '示例·5']);
    expect(await names('机构名录3')).toEqual(['机构名称', '示例·6']);
    const short = await write(rows, { rows: 100, characters: 1 });
    expect((await read(short)).length).toBe(3);
    expect(await names('机构名录4')).toEqual(['机构名称', '示例·6']);
  });

  it('of nothing is a header', async () => {
    expect((await read(await write([]))).map(({ row }) => row)).toEqual([1]);
  });

  it('ends with what its source ends with', async () => {
    const broken = async function* (): AsyncGenerator<readonly Line[]> {
      yield [NOTHING];
      throw new Error('the line is gone');
    };
    const writing = async () => {
      for await (const piece of writeXlsx({ title: '名录', columns: COLUMNS, pages: broken() }))
        expect(piece.length).toBeGreaterThan(0);
    };
    await expect(writing()).rejects.toThrow('the line is gone');
  });
});

/** What is left of a text where XML has its say; nothing at all is an empty cell. */
function holdable(text: string): string | null {
  const left = text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
  return left === '' ? null : left;
}
