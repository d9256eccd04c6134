import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { plainDate } from '@zhaoguan/kernel';
import ExcelJS from 'exceljs';
import type { DirectoryCell, DirectorySheetRow } from '../src/domain/directory-row-cells';
import { type DirectoryDivision, DivisionIndex } from '../src/domain/directory-row-district';

/** A folder for the files of one test file. */
export function temporaryFolder(): { readonly path: (name: string) => string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'directory-'));
  return {
    path: (name) => join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Writes an .xlsx of one sheet as Excel would, with exceljs. */
export async function writeXlsx(
  path: string,
  rows: readonly (readonly ExcelJS.CellValue[])[],
  change: (book: ExcelJS.Workbook, sheet: ExcelJS.Worksheet) => void = () => undefined,
): Promise<void> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('名录');
  for (const row of rows) sheet.addRow([...row]);
  change(book, sheet);
  await book.xlsx.writeFile(path);
}

export async function collect(rows: AsyncIterable<DirectorySheetRow>): Promise<DirectorySheetRow[]> {
  const all: DirectorySheetRow[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

export interface ZipPart {
  readonly name: string;
  readonly data: Buffer;
  /** What the directory says the part unpacks to, when that is not the truth. */
  readonly statedSize?: number;
  readonly encrypted?: boolean;
}

/** A zip file made by hand, so that it can say what no honest program writes. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const packed = deflateRawSync(part.data);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(part.encrypted ? 1 : 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(part.data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(part.statedSize ?? part.data.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, rest, name]));
    locals.push(local);
    offset += local.length;
  }
  const length = directory.reduce((sum, entry) => sum + entry.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of the smallest .xlsx whose sheet and shared strings are given as XML. */
export function xlsxParts(sheet: string, sharedStrings = '<sst/>', workbook = ''): ZipPart[] {
  const part = (name: string, xml: string) => ({ name, data: Buffer.from(xml) });
  return [
    part(
      'xl/workbook.xml',
      workbook ||
        `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="名录" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    part('xl/sharedStrings.xml', sharedStrings),
    part('xl/worksheets/sheet1.xml', sheet),
  ];
}

/** Text in GB18030, by turning the decoder round: the platform only decodes. */
export function encodeGb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const bytesOf = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (char.length === 1 && !bytesOf.has(char)) bytesOf.set(char, [lead, trail]);
    }
  }
  return Buffer.from(
    [...text].flatMap((char) => (char < '\u0080' ? [char.charCodeAt(0)] : bytesOfChar(bytesOf, char))),
  );
}

function bytesOfChar(bytesOf: ReadonlyMap<string, readonly number[]>, char: string): readonly number[] {
  const bytes = bytesOf.get(char);
  if (!bytes) throw new Error(`no two-byte code for ${char}`);
  return bytes;
}

export function writeFile(path: string, content: string | Buffer): string {
  writeFileSync(path, content);
  return path;
}

/** The districts of the reference data. */
export function divisions(jurisdiction: readonly string[] = ['*']): DivisionIndex {
  const file = join(__dirname, '../../../seeds/reference/districts.json');
  const { items } = JSON.parse(readFileSync(file, 'utf8')) as { items: DirectoryDivision[] };
  return new DivisionIndex(items, jurisdiction);
}

export const TODAY = plainDate('2026-11-21');

/** The header of an ordinary directory; the last column is one that is not read. */
export const DIRECTORY_HEADER = [
  '序号',
  '机构名称',
  '统一社会信用代码',
  '机构类型',
  '所在区县',
  '所在街道',
  '详细地址',
  '法定代表人',
  '联系电话',
  '床位数（张）',
  '托位数（个）',
  '其中：护理型床位数',
  '性质',
  '备案编号',
  '备案日期',
  '信用等级',
  '服务电话',
  '床位使用率',
];

export function sheetRow(row: number, cells: readonly DirectoryCell[]): DirectorySheetRow {
  return {
    row,
    cells,
    width: cells.reduce((width: number, cell, i) => (cell === null || cell === '' ? width : i + 1), 0),
  };
}
