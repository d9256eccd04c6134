import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DirectoryFileError, type DirectoryFileLimits } from '../src/import/directory-file.errors';
import { readDirectoryFile } from '../src/import/directory-reader';
import {
  collect,
  encodeGb18030,
  temporaryFolder,
  writeFile,
  writeXlsx,
  xlsxParts,
  type ZipPart,
  zip,
} from './directory-files';

const folder = temporaryFolder();
afterAll(() => folder.remove());

async function refusal(path: string, limits: Partial<DirectoryFileLimits> = {}): Promise<string> {
  const error: unknown = await collect(readDirectoryFile(path, { limits })).catch(
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DirectoryFileError)) throw new Error(`not refused: ${String(error)}`);
  expect(error.message).toMatch(/\p{Script=Han}/u);
  return error.code;
}

const hostile = (name: string, parts: readonly ZipPart[], limits?: Partial<DirectoryFileLimits>) =>
  refusal(writeFile(folder.path(name), zip(parts)), limits);
const sheetOf = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;

describe('a file that is not what it is called', () => {
  it.each<[string, string, Buffer, string]>([
    ['text called .xlsx', 'text.xlsx', Buffer.from('机构名称,地址\n'), 'EXTENSION_MISMATCH'],
    ['a zip called .csv', 'zip.csv', zip(xlsxParts(sheetOf(''))), 'EXTENSION_MISMATCH'],
    ['a web page called .csv', 'page.csv', Buffer.from('<html><table><tr><td>1'), 'EXTENSION_MISMATCH'],
    [
      'a legacy .xls called .xlsx',
      'old.xlsx',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'WRONG_TYPE',
    ],
    ['another extension', 'names.txt', Buffer.from('a,b\n'), 'WRONG_TYPE'],
    ['a program called .csv', 'binary.csv', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]), 'WRONG_TYPE'],
    ['an empty file', 'empty.csv', Buffer.alloc(0), 'EMPTY'],
    ['bytes of no encoding', 'bytes.csv', Buffer.from([0x61, 0xff, 0xff, 0x62]), 'ENCODING'],
    ['a zip that is no workbook', 'photos.xlsx', zip([{ name: 'a.txt', data: Buffer.from('a') }]), 'DAMAGED'],
  ])('%s', async (_, name, bytes, code) => {
    expect(await refusal(writeFile(folder.path(name), bytes))).toBe(code);
  });

  it('one that is not there, or a folder', async () => {
    expect(await refusal(folder.path('absent.xlsx'))).toBe('NOT_FOUND');
    expect(await refusal(dirname(folder.path('x')))).toBe('WRONG_TYPE');
  });
});

describe('a damaged file ends with an error, not with fewer rows', () => {
  it('cut off anywhere', async () => {
    const path = folder.path('whole.xlsx');
    await writeXlsx(
      path,
      Array.from({ length: 2000 }, (_, i) => [`示例·机构${i}`, i, `地址${i * 7919}`]),
    );
    const whole = readFileSync(path);
    for (const share of [0.01, 0.3, 0.6, 0.9, 0.999]) {
      const cut = writeFile(folder.path('cut.xlsx'), whole.subarray(0, Math.floor(whole.length * share)));
      expect(await refusal(cut)).toBe('DAMAGED');
    }
  });

  it('with one byte of the data changed', async () => {
    const bytes = zip(xlsxParts(sheetOf('<row r="1"><c r="A1"><v>12345</v></c></row>')));
    const at = bytes.lastIndexOf('xl/worksheets/sheet1.xml', bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2])));
    bytes.writeUInt8(bytes.readUInt8(at + 40) ^ 0xff, at + 40);
    expect(await refusal(writeFile(folder.path('flipped.xlsx'), bytes))).toBe('DAMAGED');
  });

  it.each<[string, string]>([
    ['a text that is not there', '<row r="1"><c r="A1" t="s"><v>7</v></c></row>'],
    ['rows out of order', '<row r="2"/><row r="1"/>'],
    ['a cell outside the sheet', '<row r="1"><c r="ZZZ1"><v>1</v></c></row>'],
    ['a number that is none', '<row r="1"><c r="A1"><v>abc</v></c></row>'],
    ['a tag that never ends', '<row r="1"><c r="A1'],
  ])('%s', async (_, rows) => {
    expect(await hostile('sheet.xlsx', xlsxParts(sheetOf(rows)))).toBe('DAMAGED');
  });

  it('a quote that is never closed', async () => {
    const path = writeFile(folder.path('quote.csv'), `a,b,c\n1,"2,3\n${'x,y,z\n'.repeat(10)}`);
    expect(await refusal(path)).toBe('DAMAGED');
  });

  it('GBK with UTF-8 pasted into it', async () => {
    const mixed = Buffer.concat([encodeGb18030('机构名称,地址\n'), Buffer.from([0xff, 0x0a])]);
    expect(await refusal(writeFile(folder.path('mixed.csv'), mixed))).toBe('ENCODING');
  });
});

describe('a file made to exhaust the machine', () => {
  const zeros = Buffer.alloc(64 * 1024 * 1024, ' ');

  it('a bomb that states its size is refused before it is unpacked', async () => {
    const parts = xlsxParts(sheetOf(''));
    expect(
      await hostile('bomb.xlsx', [...parts.slice(0, 3), { name: 'xl/worksheets/sheet1.xml', data: zeros }]),
    ).toBe('SUSPICIOUS');
  });

  it('a bomb that lies about its size is stopped at the allowance', async () => {
    const bomb = { name: 'xl/worksheets/sheet1.xml', data: zeros, statedSize: 100 };
    expect(await hostile('liar.xlsx', [...xlsxParts('').slice(0, 3), bomb])).toBe('SUSPICIOUS');
  });

  it('a part named twice, too many parts, a password', async () => {
    const parts = xlsxParts(sheetOf(''));
    expect(await hostile('twice.xlsx', [...parts, ...parts.slice(3)])).toBe('SUSPICIOUS');
    expect(await hostile('many.xlsx', parts, { maxZipEntries: 3 })).toBe('SUSPICIOUS');
    expect(
      await hostile(
        'locked.xlsx',
        parts.map((part) => ({ ...part, encrypted: true })),
      ),
    ).toBe('ENCRYPTED');
  });

  it('entities that multiply', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet/>';
    expect(await hostile('laughs.xlsx', xlsxParts(doctype))).toBe('SUSPICIOUS');
  });

  it('a tag of megabytes, texts beyond the allowance, too many rows', async () => {
    const long = `<row r="1"><c r="A1" x="${'a'.repeat(3_000_000)}`;
    expect(await hostile('tag.xlsx', xlsxParts(sheetOf(long)), { maxInflationRatio: 10_000 })).toBe(
      'DAMAGED',
    );
    const strings = `<sst><si><t>${'字'.repeat(1000)}</t></si></sst>`;
    expect(await hostile('texts.xlsx', xlsxParts(sheetOf(''), strings), { maxSharedStringBytes: 1000 })).toBe(
      'TOO_LARGE',
    );
    expect(await refusal(writeFile(folder.path('rows.csv'), 'a,b\n'.repeat(11)), { maxRows: 10 })).toBe(
      'TOO_LARGE',
    );
    expect(await refusal(writeFile(folder.path('big.csv'), 'a,b\n'.repeat(11)), { maxFileBytes: 10 })).toBe(
      'TOO_LARGE',
    );
  });

  it('a tag and a number format that would be searched anew from each of their letters', async () => {
    const allowed = { maxInflationRatio: 10_000 };
    const tag = xlsxParts(`<worksheet ${'a'.repeat(300_000)}>${sheetOf('')}</worksheet>`);
    expect(await hostile('letters.xlsx', tag, allowed)).toBe('DAMAGED');
    const format = `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${'['.repeat(300_000)}"/></numFmts></styleSheet>`;
    const path = folder.path('brackets.xlsx');
    const sheet = xlsxParts(sheetOf('<row r="1"><c r="A1"><v>1</v></c></row>'));
    writeFile(path, zip([...sheet, { name: 'xl/styles.xml', data: Buffer.from(format) }]));
    expect(await collect(readDirectoryFile(path, { limits: allowed }))).toHaveLength(1);
  });

  it('a row of 10,000 columns keeps only its beginning and says how wide it is', async () => {
    const path = folder.path('wide.xlsx');
    await writeXlsx(path, [Array.from({ length: 10_000 }, (_, i) => i + 1)]);
    const csv = writeFile(folder.path('wide.csv'), Array.from({ length: 10_000 }, (_, i) => i + 1).join(','));
    for (const file of [path, csv]) {
      const [row] = await collect(readDirectoryFile(file));
      expect([row?.width, row?.cells.length]).toEqual([10_000, 256]);
    }
  });

  it('a record of more cells than a sheet has columns, however short the text', async () => {
    for (const cells of [','.repeat(20_000), '"\n",'.repeat(20_000), '"",'.repeat(20_000)])
      expect(await refusal(writeFile(folder.path('cells.csv'), `a,b,c\n${cells}`))).toBe('TOO_LARGE');
    const said = writeFile(
      folder.path('said.csv'),
      `a,b,c\n"${'一,'.repeat(10_000)}\n${',"",'.repeat(10_000)}",2,3`,
    );
    expect((await collect(readDirectoryFile(said)))[1]?.width).toBe(3);
  });
});
